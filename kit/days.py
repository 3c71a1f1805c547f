"""A day that a person wrote: it has a year that can be right, else it is refused before any rule reads it.

A browser turns a typed 093026 into the year 26; a rule that read such a day would take an operation for long over.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator

from kit.errors import ContentError, Fault

FIRST_YEAR, LAST_YEAR = 1900, 2199  # D


def likely_year(year: int, now: int) -> int:
    """The year that was meant: of this century, unless that is after the next year, else of the last one."""
    short = year % 100
    return 2000 + short if 2000 + short <= now + 1 else 1900 + short


def year_in_bounds(day: dt.date) -> dt.date:
    """The day. Raises `ValueError` with the likely year where its own cannot be right."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    meant = likely_year(day.year, dt.datetime.now(tz=dt.UTC).year)  # for the words alone; no rule hangs on it
    raise ValueError(f"the year {day.year:04d} cannot be right. Did you mean {meant}? Write four digits.")


def checked_day(day: dt.date, where: str) -> dt.date:
    """The day. Raises `ContentError` where its year cannot be right."""
    try:
        return year_in_bounds(day)
    except ValueError as error:
        raise ContentError(Fault(where, str(error), "")) from None


Day = Annotated[dt.date, AfterValidator(year_in_bounds)]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: dt.date) -> str:
    """The day as clinicians read it: "1 June 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_short(day: dt.date, today: dt.date) -> str:
    """The day in a narrow column: "1 Jun", with its year where that is not this one."""
    short = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return short if day.year == today.year else f"{short} {day.year}"
