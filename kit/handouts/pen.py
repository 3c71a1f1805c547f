"""The parts of the diary for a pen, free of any format; `pen_sheet` makes them and `diary.typ` paints them.

Each box knows to which cells of `diary.csv` its mark belongs: its row names the item and the time of day, its column
the date, its part the side; a number names its column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.diary.columns import Answer

# A box; a box that may be used in place of a due one; nothing planned; nothing planned for anybody.
Day = Literal["due", "open", "rest", "break"]


@dataclass(frozen=True)
class PenMark:
    """What a box may look like, and what it means: "tick" and "grey" are drawn, every other sign is written.

    `part` is how much was done by it, where that is known.
    """

    sign: str
    meaning: str
    part: float | None = None


@dataclass(frozen=True)
class PenRow:
    """The boxes of an item in a week, under the `number` of its exercise.

    `time` counts the times of a day from 1, 0 is all of them in one mark. `parts` are the halves of each box, one a
    side; without any the box is one.
    """

    item_id: str
    number: int
    time: int
    label: str
    hint: str
    parts: tuple[str, ...]
    days: tuple[Day, ...]


@dataclass(frozen=True)
class PenNumbers:
    """A row to write numbers in, one in each half of a box where there are several `columns`, said in words each."""

    label: str
    columns: tuple[Answer, ...]
    said: tuple[str, ...]


@dataclass(frozen=True)
class PenWeek:
    """A column a day, a row an exercise; `days` name weekday and date, `numbered` are the days that ask for numbers."""

    title: str
    days: tuple[tuple[str, str], ...]
    rows: tuple[PenRow, ...]
    numbered: tuple[Day, ...]


@dataclass(frozen=True)
class PenAsked:
    """What is asked once in some weeks: a line an activity, a box a week to write a number in."""

    title: str
    how: str
    lines: tuple[str, ...]
    weeks: tuple[str, ...]


@dataclass(frozen=True)
class PenDiary:
    """The whole sheet: whose it is, how to mark, the weeks. The last words are told to who cannot see the boxes."""

    title: str
    about: tuple[tuple[str, str], ...]
    marks: tuple[PenMark, ...]
    how: tuple[str, ...]
    weeks: tuple[PenWeek, ...]
    numbers: tuple[PenNumbers, ...]
    note: str
    asked: PenAsked | None
    choice: str  # printed in a box that may be used in place of another
    pause: str  # printed where there is a break
    due: str
    rest: str


def marks(diary: PenDiary) -> int:
    """What the fullest week asks to be written: a mark for each box that is due, or half of one, and each number."""
    numbers = sum(len(row.columns) for row in diary.numbers)
    return max((_marks(week, numbers) for week in diary.weeks), default=0)


def _marks(week: PenWeek, numbers: int) -> int:
    boxes = sum(row.days.count("due") * max(1, len(row.parts)) for row in week.rows)
    return boxes + week.numbered.count("due") * numbers
