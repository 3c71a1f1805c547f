"""Every day of the plan, as plain data."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

DayIs = Literal["done", "partial", "not_done", "missing", "rest", "pause", "ahead"]


class CalendarDay(TypedDict):
    """A day: what it was, its number in the month, and the same in words. `begins` is the version that does.

    `extra`: something was done though nothing was due.
    """

    day: str
    number: str
    day_is: DayIs
    extra: bool
    spoken: str
    begins: int | None
    figure: str


class CalendarWeek(TypedDict):
    """Monday to Sunday; None for days outside the plan and the period."""

    title: str
    days: list[CalendarDay | None]


class CalendarShown(TypedDict):
    weeks: list[CalendarWeek]
    code: str
