"""Dates as people and spreadsheets write them: which days a text can mean. Which of them it is, its plan says.

What could be two days is never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from kit.diary.values import CellError
from kit.errors import quoted

Order = Literal["day first", "month first"]
# The days that a text can mean when it does not say which: none of them is certain without a plan, not even one.
Days = tuple[dt.date, ...]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_NOON = 12
# A time of day behind a date changes nothing of its day, unless it is told in UTC: then the day there is another one.
_TIME = re.compile(
    r"(?:[T ]+(?P<hour>[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[AP]M|[+-]\d\d:?\d\d|(?P<utc> ?Z))?)$",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"[T ]+0?0:00(?::00(?:[.,]0+)?)? ?Z$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})")
_SHORT = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]0+)?")
# Day 0 of a spreadsheet, which counts the 29 February 1900 that never was; and of one that begins in 1904.
_SERIAL_ZEROS = (dt.date(1899, 12, 30), dt.date(1904, 1, 1))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_MONTH = rf"(?P<month>{_LONG}|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?", r"(?:[\s,-]+(?P<year>\d{4}|\d{2}))?"
_NAMED = tuple(
    re.compile(f"{_WEEKDAY}{order}{_YEAR}", re.IGNORECASE)
    for order in (rf"{_DAY}[\s-]*(?:of\s+)?{_MONTH}", rf"{_MONTH}[\s-]*{_DAY}")
)
_YEARS = range(2000, 2100)  # that a date without one can be of: its plan says which
MEND = "Write it as 2026-06-30."


def order_of(texts: Iterable[str]) -> Order | None:
    """Which comes first in the dates with slashes of one file: told by those that have a number over 12.

    None where no date tells, or where they contradict each other.
    """
    told: set[Order] = set()
    for text in texts:
        match = _YEAR_LAST.fullmatch(text)
        if match and match[2] != ".":
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                told.add("day first")
            elif second > 12 >= first:
                told.add("month first")
    return told.pop() if len(told) == 1 else None


def days(text: str, order: Order | None) -> dt.date | Days | None:
    """The day, or the days that it could be where the text does not say; None for an empty cell.

    Raises `CellError` for no date, no such day, or a year before 1900 or after 2199.
    """
    time = None if _MIDNIGHT.search(text) else _TIME.search(text)
    found = _day_alone(text, _MIDNIGHT.sub("", _TIME.sub("", text)), order)
    if not (time and time["utc"] and isinstance(found, dt.date)):
        return found
    beside = found + dt.timedelta(days=1 if int(time["hour"]) >= _NOON else -1)
    return tuple(sorted((found, beside)))


def _day_alone(text: str, plain: str, order: Order | None) -> dt.date | Days | None:
    if not plain:
        return None
    if match := _YEAR_FIRST.fullmatch(plain):
        return _all(text, [(int(match[1]), int(match[3]), int(match[4]))])[0]
    if match := _YEAR_LAST.fullmatch(plain):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        found = _all(text, [(year, *pair) for pair in _month_and_day(first, second, match[2], order)])
        return found[0] if len(found) == 1 else found
    if match := _SHORT.fullmatch(plain):
        first, second, last = int(match[1]), int(match[3]), int(match[4])
        parts = [(2000 + last, *pair) for pair in _month_and_day(first, second, match[2], order)]
        return _all(text, [*parts, (2000 + first, second, last)])
    if match := _SERIAL.fullmatch(plain):
        return tuple(zero + dt.timedelta(days=int(match[1])) for zero in _SERIAL_ZEROS)
    if match := _NAMED[0].fullmatch(plain) or _NAMED[1].fullmatch(plain):
        return _named(text, match)
    raise CellError(f"{quoted(text)} is not a date.", MEND)


def _named(text: str, match: re.Match[str]) -> dt.date | Days:
    """The days that a date with the name of its month can be: without a year of any, or with a short one."""
    month, number, year = _MONTHS.index(match["month"][:3].casefold()) + 1, int(match["day"]), match["year"]
    if year is None:
        parts = [(one, month, number) for one in _YEARS]
    elif len(year) == len("2026"):
        parts = [(int(year), month, number)]
    else:
        parts = [(2000 + int(year), month, number), (2000 + number, month, int(year))]
    found = _all(text, parts)
    if match["weekday"]:
        weekday = _WEEKDAYS.index(match["weekday"].casefold())
        found = tuple(day for day in found if day.weekday() == weekday)
        if not found:
            raise CellError(f"{quoted(text)}: that day is of another weekday.", MEND)
    return found[0] if year and len(found) == 1 else found


def day(text: str, order: Order | None) -> dt.date | None:
    """The day, None for an empty cell. Raises `CellError` as `days` does, and for what could be two days."""
    return certain(text, days(text, order))


def certain(text: str, found: dt.date | Days | None) -> dt.date | None:
    """What `days` found, where no plan says which day it is. Raises `CellError` for what could be two days."""
    if isinstance(found, tuple):
        raise CellError(f"{quoted(text)} could be two different days.", MEND)
    return found


def _month_and_day(first: int, second: int, sign: str, order: Order | None) -> list[tuple[int, int]]:
    """The pairs of month and day that two numbers can be; dots mean day first."""
    if sign == ".":
        return [(second, first)]
    if max(first, second) > 12:
        return [(first, second)] if second > 12 else [(second, first)]
    both = {"day first": (second, first), "month first": (first, second)}
    return [both[order]] if order else list(both.values())


def _all(text: str, parts: Iterable[tuple[int, int, int]]) -> Days:
    """The days of the calendar among `parts`, each once. Raises `CellError` where there is none."""
    found: dict[dt.date, None] = {}
    for year, month, number in parts:
        try:
            found[dt.date(year, month, number)] = None
        except ValueError:
            continue
    if not found:
        raise CellError(f"{quoted(text)} is no day of the calendar.", MEND)
    kept = tuple(one for one in found if FIRST_YEAR <= one.year <= LAST_YEAR)
    if not kept:
        year = next(iter(found)).year
        mend = f"Did you mean {2000 + year}?" if year < 100 else "Write the year with its four digits."
        raise CellError(f"{quoted(text)}: the year {year:04} cannot be right.", mend)
    return kept
