"""The page as data: what it says, in order. How it looks is `report.typ`'s."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.reports.cited import Line, said
from kit.reports.figure import Figure
from kit.reports.tables import Tables
from kit.words.text import clip

WORDS = 250  # of text, at most


@dataclass(frozen=True)
class Week:
    """A bar: shares of what was due, 0 to 1; `of` stands above it, `from_` below."""

    done: float
    not_done: float
    missing: float
    of: Line
    from_: Line
    is_short: bool
    new: Line  # the version of the plan that begins with it


@dataclass(frozen=True)
class Section:
    """A heading with its lines; those marked as a list have a dot."""

    title: str
    lines: tuple[Line, ...] = ()
    listed: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Page:
    """`signs` are the open signs for help, on top of all. `tables` are those that its pieces are traced to."""

    lang: str
    region: str
    title: str
    author: str
    on: dt.date
    paper: str
    colour: str
    grey: bool
    draft: str
    facts: tuple[tuple[str, Line], ...]
    signs: Section | None
    done: Section
    big: Line
    weeks: tuple[Week, ...]
    weeks_said: Line
    head: tuple[str, ...]
    exercises: tuple[tuple[Line, ...], ...]
    sections: tuple[Section, ...]
    small: tuple[Line, ...]
    figures: tuple[Figure, ...]
    tables: Tables

    def lines(self) -> Iterator[Line]:
        """Everything that is printed, in order."""
        yield (self.title,)
        yield (self.draft,)
        for name, value in self.facts:
            yield name, ": ", *value
        if self.signs:
            yield from _lines(self.signs)
        yield from _lines(self.done)
        yield self.big
        for week in self.weeks:
            yield from (week.of, week.from_, week.new)
        yield from ((head,) for head in self.head)
        for row in self.exercises:
            yield from row
        for section in self.sections:
            yield from _lines(section)
        yield from self.small

    @property
    def words(self) -> int:
        """Everything that has a letter in it and stands between blanks; headings, facts and the table too."""
        return _words(self.lines())

    @property
    def words_of_text(self) -> int:
        """The same without the table of exercises, which is as long as the plan, and the labels of the bars."""
        bars = (line for week in self.weeks for line in (week.of, week.from_, week.new))
        return self.words - _words(line for row in self.exercises for line in row) - _words(bars)


def _words(lines: Iterable[Line]) -> int:
    return sum(any(c.isalpha() for c in word) for line in lines for word in said(line).split())


def _lines(section: Section) -> Iterator[Line]:
    yield (section.title,)
    yield from section.lines
    yield from section.listed


def short(name: str, most: int = 44) -> str:
    """A name of an exercise without what stands in brackets at its end."""
    bare = name.partition(" (")[0]
    return clip(bare or name, most)
