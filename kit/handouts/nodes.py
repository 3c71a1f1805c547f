"""The parts of a handout, free of any format, and how hard they read. A painter knows how each of them looks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kit.clinic import Form
from kit.handouts.drawn import Danger, Meaning, Ready
from kit.handouts.pen import PenDiary
from kit.words.readability import Readability, readability
from kit.words.text import Direction

BoxKind = Literal["summary", "safety", "emergency", "today", "call", "pain", "falls", "care", "plain"]
AsideKind = Literal["feel", "mistakes", "easier", "note"]
Medium = Literal["any", "paper"]
Zone = Literal["go", "less", "stop"]  # go on, do less, stop
PainSign = Literal["go", "steady", "less", "stop"]  # the same, or go on as it is and add nothing
SideShown = Literal["left", "right", "both"]
_SENTENCE = re.compile(r"[a-z][.!?](?:\s|$)")  # a value that is a sentence, not a name or a date


@dataclass(frozen=True)
class Part:
    """What every part of a handout has: a part for `paper` is for the page where it is printed, and
    for nothing else."""

    medium: Medium = field(default="any", kw_only=True)


@dataclass(frozen=True)
class Heading(Part):
    level: int
    text: str


@dataclass(frozen=True)
class Text(Part):
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Facts(Part):
    """Names and their values, such as "Date: 1 June 2026"; `key` ones are what a patient looks for first.

    `keys` are the catalogue's names of the rows, `calls` the telephone numbers in the values.
    """

    rows: tuple[tuple[str, str], ...]
    key: bool = False
    keys: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Box(Part):
    """A framed list that must not be missed; `first` is what to do before all else.

    `about` names the exercises that it is about, `topic` the kind of work; `calls` are the telephone numbers in it.
    `short` is it in a few words each, with a title of its own; `zones` are the same `lines`, by what is to be done, and
    `scores` what each score of pain from 0 to 10 asks for.
    """

    kind: BoxKind
    title: str
    first: str
    lines: tuple[str, ...]
    about: str = ""
    topic: str = ""
    calls: tuple[str, ...] = ()
    short_title: str = ""
    short: tuple[tuple[Zone, str], ...] = ()
    zones: tuple[tuple[Zone, str], ...] = ()
    scores: tuple[Zone, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawn panel or a photo: SVG source, and what it shows in words. `jpeg` is that of a photo, as base64 text.

    Drawn panels are all in one unit of length; `least_mm` is how wide one has to be on the page form, `card_mm` on a
    card.
    """

    svg: str
    alt: str
    jpeg: str = ""
    least_mm: int = 0
    card_mm: int = 0


@dataclass(frozen=True)
class Listed:
    """A short titled list beside the steps."""

    kind: AsideKind
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """One exercise as a card tells it: why, the numbers of its dose, the side that leads, the parts of the move.

    `brief` are the same numbers with their units as signs, for where there is no room for the words.
    `phases` are the steps by phase, each with its title, where they are known; `card` is how to get ready and the
    move in fewer words, where there are some.
    """

    why: str
    numbers: tuple[str, ...]
    brief: tuple[str, ...]
    often: str
    side: SideShown
    side_told: str
    phases: tuple[tuple[str, str], ...]
    card: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Signs:
    """One exercise in numbers: seconds, counts, the sides in their order with a letter each, days from Monday, and what
    each score of pain from 0 to 10 asks for.

    `days` are empty where the patient picks them. `stop_told` says when doing less is not enough. The last three say
    the rest in words, to who listens.
    """

    sets: int
    reps: int
    hold_s: int
    rest_s: int
    rest_set_s: int
    duration_s: int
    load_kg: str
    band: str
    effort: int | None
    sides: tuple[SideShown, ...]
    letters: tuple[str, ...]
    days: tuple[bool, ...]
    days_a_week: int
    times_a_day: int
    pain: tuple[PainSign, ...]
    stop_told: str
    side_told: str
    dose_told: str
    pain_told: str


@dataclass(frozen=True)
class ExerciseBlock(Part):
    """One exercise; kept whole on a page. `dose` are sentences, `dose_table` the same as names and values."""

    number: int
    name: str
    time: str
    dose: tuple[str, ...]
    dose_title: str
    dose_table: tuple[tuple[str, str], ...]
    steps_title: str
    steps: tuple[str, ...]
    asides: tuple[Listed, ...]
    short: Short
    pictures: tuple[Picture, ...] = ()
    lang: str = ""  # of its own texts, where that is another one than the document's


@dataclass(frozen=True)
class DiaryRow:
    """One exercise of a week: for each day the boxes to tick ("L", "R" or ""), None where nothing is planned.

    No box at all leaves room to write in: a day that the patient may pick.
    """

    label: str
    hint: str
    days: tuple[tuple[str, ...] | None, ...]


@dataclass(frozen=True)
class Asked:
    """What is asked once in a week: `how`, then a line each with the `numbers` to circle one of."""

    title: str
    how: tuple[str, ...]
    lines: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class DiaryWeek(Part):
    """A week on paper: a column a day, a row an exercise, then rows to write a number in, and what is asked once."""

    title: str
    corner: str
    days: tuple[str, ...]  # weekday, a space, date
    rows: tuple[DiaryRow, ...]
    written: tuple[str, ...]
    rest: str
    asked: Asked | None = None


@dataclass(frozen=True)
class PageBreak(Part):
    pass


Node = Heading | Text | Facts | Box | ExerciseBlock | DiaryWeek | PageBreak


@dataclass(frozen=True)
class Document:
    """A handout: what stands on every page, then its parts in reading order."""

    lang: str
    region: str
    direction: Direction
    form: Form
    title: str
    purpose: str
    author: str
    on: dt.date
    draft: str
    draft_banner: str
    footer: str
    page_of: str
    paper: str
    large: bool
    grey: bool
    colour: str
    logo: str  # SVG source, empty for none
    overview: str  # heading of the list of exercises on the cover
    link: str  # address, empty for none
    link_title: str
    link_svg: str  # the address as a QR code
    labels: Mapping[str, str]  # what the page form calls its parts
    marks: Mapping[str, str]  # what the language sets between two things, by the name of the mark
    nodes: tuple[Node, ...]
    diary: PenDiary | None  # for a pen; the sheet in `nodes` is that of the page
    # For the form that draws them: the signs of each exercise, and what stands beside them.
    signs: tuple[Signs, ...]
    dangers: tuple[Danger, ...]
    ready: Ready
    meanings: tuple[Meaning, ...]
    days: tuple[str, ...]  # the week from Monday, abbreviated
    emergency: str  # the number to call


def reading_level(document: Document) -> Readability | None:
    """School grade, long sentences, long words and jargon of the whole handout; None if it is not in English."""
    return readability(sentences(document)) if document.lang == "en" else None


def sentences(document: Document) -> Iterator[str]:
    """The lines of prose in reading order; names, dates, tables and the boxes of the diary are none."""
    for node in document.nodes:
        match node:
            case Heading() | Text():
                yield node.text
            case Box():
                yield from (node.title, node.first, *node.lines)
            case ExerciseBlock():
                yield from (node.name, *node.dose, *node.steps)
                yield from (line for aside in node.asides for line in (aside.title, *aside.lines))
            case DiaryWeek():
                yield from (node.title, *node.written, node.rest)
                if node.asked:
                    yield from (node.asked.title, *node.asked.how)
            case Facts():
                yield from (value for _, value in node.rows if _SENTENCE.search(value))
    if document.diary:
        yield from (*(mark.meaning for mark in document.diary.marks), *document.diary.how)
