"""What the library's page may ask for, each wish by its `do`, and what goes to the page, as plain data."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from kit.library.exercise import Mark
from kit.review.finding import Level
from kit.store.workspace import Origin
from kit.ui.messages import Card, LibraryLists, Named, Pair, Sent, Sign
from kit.ui.wishes import Wishes
from kit.words.dose import Sides

Whose = Literal["", "kit", "hers", "open"]


class Search(Sent):
    """Find exercises. `things` are the equipment at hand; null asks for all, whatever they need."""

    do: Literal["search"]
    words: str
    region: str
    category: str
    position: str
    whose: Whose
    things: list[str] | None


class Show(Sent):
    """One exercise in full, for these sides; for its own where they are empty or not said."""

    do: Literal["show"]
    id: str
    sides: NotRequired[Literal["", "each", "left", "right"]]


class Begin(Sent):
    """Write a new file of her own: a copy of the exercise `base`, or without one a blank form."""

    do: Literal["start"]
    name: str
    base: NotRequired[str]


class ReadAgain(Sent):
    do: Literal["read_again"]


Wish = Search | Show | Begin | ReadAgain
WISHES: Wishes[Wish] = Wishes("library", Wish)


class Lists(LibraryLists):
    """What the filters offer."""

    whose: list[tuple[Whose, str]]


class Row(Card):
    """A row of the list: a card, whose it is, and whether it is signed off."""

    origin: Origin
    whose: str
    review: str


class Hits(TypedDict):
    """How many exercises pass, of how many, and the best of them."""

    count: int
    all: int
    rows: list[Row]


class Aside(TypedDict):
    title: str
    lines: list[str]


class SheetPicture(TypedDict):
    """A picture as the source of an image."""

    src: str
    alt: str


class Sheet(TypedDict):
    """The exercise as the patient reads it, and the sides that it may be shown for."""

    name: str
    sides: Sides
    choices: list[tuple[Sides, str]]
    time: str
    dose: list[str]
    dose_title: str
    table: list[Pair]
    steps_title: str
    steps: list[str]
    asides: list[Aside]
    pictures: list[SheetPicture]
    licence: str


class TagTold(TypedDict):
    name: str
    limb: str
    means: str


class VariantTold(TypedDict):
    """A way to change it; `id` and `name` where it is an exercise of the library, empty else."""

    id: str
    name: str
    text: str
    why: str


class SourceTold(TypedDict):
    mark: Mark
    means: str
    cites: str
    says: str


class Background(TypedDict):
    """What the library knows of an exercise beyond the sheet; facts and licence are pairs of term and value."""

    facts: list[Pair]
    tags: list[TagTold]
    precautions: list[str]
    easier: list[VariantTold]
    harder: list[VariantTold]
    sources: list[SourceTold]
    licence: list[Pair]


class Reading(TypedDict):
    """How hard the exercise's own words are, and what makes them hard; jargon comes with its plain word.

    `stated` are a dose or an address that they say themselves.
    """

    grade: str
    level: Sign
    judged: str
    counts: str
    most_words: int
    long_sentences: list[str]
    jargon: list[Pair]
    long_words: list[str]
    stated: list[str]


class FindingTold(TypedDict):
    level: Level
    what: str
    why: str
    source: str
    mend: str
    swaps: list[Named]


class FlagTold(FindingTold):
    """A condition that flags the exercise. `alone` is its level without fixed support, where that is a higher one."""

    name: str
    alone: Level | Literal[""]


class Conditions(TypedDict):
    """Each condition as if it held now: those that flag, those that stop every plan, those that match no rule."""

    flags: list[FlagTold]
    holds: list[str]
    rest: list[str]
    all: int


class Inspection(TypedDict):
    """An exercise under review by itself; `open_tags` where no condition can be matched yet."""

    reading: Reading
    dose: list[FindingTold]
    open_dose: bool
    open_tags: bool
    region: str
    conditions: Conditions
    nothing: str
    banner: str


class One(Row):
    """One exercise in full."""

    sheet: Sheet
    background: Background
    check: Inspection


class FaultTold(TypedDict):
    field: str
    what: str
    mend: str


class BrokenFile(TypedDict):
    """A file of hers with its faults; `stays` where an exercise of the kit is in force meanwhile."""

    file: str
    stays: bool
    faults: list[FaultTold]


class Own(TypedDict):
    """Her folder, how many of her exercises are in force, and the faults of her files."""

    folder: str
    own: int
    overridden: int
    files: list[BrokenFile]


class Started(TypedDict):
    """The file written last, and what to edit in it."""

    id: str
    name: str
    file: str
    edit: list[str]
    note: str


NOT_STARTED: Started = {"id": "", "name": "", "file": "", "edit": [], "note": ""}


class Done(TypedDict):
    """What was done, in a few words."""

    done: str
