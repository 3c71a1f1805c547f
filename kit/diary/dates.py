"""Dates as people and spreadsheets write them; what could be two days is refused, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from kit.diary.values import CellError

Order = Literal["day first", "month first"]

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_MEND = "Write it as 2026-06-30."


def order_of(texts: Iterable[str]) -> Order | None:
    """Which comes first in the dates with slashes of one file: told by those that have a number over 12.

    None where no date tells, or where they contradict each other.
    """
    told: set[Order] = set()
    for text in texts:
        match = _SLASHES.fullmatch(text)
        if match:
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                told.add("day first")
            elif second > 12 >= first:
                told.add("month first")
    return told.pop() if len(told) == 1 else None


def day(text: str, order: Order | None) -> dt.date | None:
    """The day, None for an empty cell. Raises `CellError` for no date, no such day, or one that could be two."""
    if not text:
        return None
    if match := _ISO.fullmatch(text):
        return _date(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTS.fullmatch(text):
        return _date(text, int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHES.fullmatch(text):
        return _slashed(text, int(match[1]), int(match[2]), int(match[3]), order)
    raise CellError(f"“{text}” is not a date.", _MEND)


def _slashed(text: str, first: int, second: int, year: int, order: Order | None) -> dt.date:
    if first != second and max(first, second) <= 12 and order is None:
        raise CellError(f"“{text}” could be two different days.", _MEND)
    month_first = second > 12 or (first <= 12 and order == "month first")
    return _date(text, year, first, second) if month_first else _date(text, year, second, first)


def _date(text: str, year: int, month: int, day_of_month: int) -> dt.date:
    try:
        return dt.date(year, month, day_of_month)
    except ValueError:
        raise CellError(f"“{text}” is no day of the calendar.", _MEND) from None
