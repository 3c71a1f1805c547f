"""One cell as a value. An empty cell is None: nobody wrote anything, which is not 0 and not “not done”.

A cell that places its row, or its status, refuses the row when it cannot be read. Any other cell is read where it has
one meaning, units and all, and is left out where it has none or two; its row stays.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from kit.errors import quoted, visible

SIDES = ("left", "right", "both")
POUND_KG = 0.45359237
MAX_KG = 500
_NUMBER = r"(\d{1,9}(?:[.,]\d{1,6})?)"  # a spreadsheet may turn 3 into 3.0 or 3,0
_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_PAIN = re.compile(r"(\d{1,9})(?:[.,]0+)?\s*(?:/|of|out of)\s*10")
_COUNT = re.compile(r"(\d{1,9})(?:[.,]0+)?\s*(?:x|×|reps?|times|sets?)?", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,9})(?:[.,]0+)?\s*(?:s|secs?\.?|seconds?|″|\"|'')?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:min\.?|mins|minutes?)", re.IGNORECASE)
_LOAD = re.compile(rf"{_NUMBER}\s*(kgs?|kilos?|lbs?|pounds?)?", re.IGNORECASE)
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|–|—|to|or)\s*{_NUMBER}\s*[a-z]*", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_SHARE = re.compile(r"0?[.,](?=\d*[1-9])\d{1,17}")  # of a day: a time of day as a spreadsheet keeps it, 0.75 for 18:00
_DAY_MINUTES = 24 * 60
# What a text may hold: line breaks, and the marks of scripts that run from right to left.
_OF_TEXT = "\n\t\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ALONE = "Write the number alone."


class CellError(Exception):
    """A cell that cannot be read: `what` is wrong with it and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what, mend)
        self.what, self.mend = what, mend


@dataclass(frozen=True)
class Told:
    """A `value` that was read from something else than is asked for, which has to be told."""

    value: Any
    text: str


# What places a row


def side(text: str) -> str:
    """ "left", "right" or "both". Raises `CellError` for anything else, an empty cell too."""
    plain = {"l": "left", "r": "right"}.get(text.casefold(), text.casefold())
    if plain not in SIDES:
        raise CellError(f"{quoted(text)} is not a side.", "Write left, right or both.")
    return plain


def name(text: str) -> str:
    """A text that must be there. Raises `CellError` when it is not."""
    if not text:
        raise CellError("is empty.", "Copy it from the row above.")
    return visible(text)


def whole(text: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, None for blank. Raises `CellError` for anything else."""
    return _bounded(_WHOLE.fullmatch(text), text, low, high) if text else None


def needed(text: str, high: int) -> int:
    """A whole number from 1 to `high` that must be there. Raises `CellError` when it is not."""
    number = whole(name(text), 1, high)
    assert number is not None
    return number


# What may be left out


def plain_text(text: str) -> str | None:
    """A text with its line breaks, signs in place of control characters; None for blank."""
    return visible(text.replace("\r\n", "\n"), keep=_OF_TEXT) or None


def rating(text: str) -> int | Told | None:
    """Pain, effort or how well an activity goes, 0 to 10: 5 and "5/10". Raises `CellError`."""
    if match := _PAIN.fullmatch(text.casefold()):
        number = _bounded(match, text, 0, 10)
        return Told(number, f"{quoted(text)} is read as {number}.")
    return whole(text, 0, 10) if not _RANGE.fullmatch(text) else _two(text)


def count(text: str, high: int) -> int | None:
    """Sets or repetitions up to `high`: 10, "10x", "10 reps". Raises `CellError`."""
    return _units(text, _COUNT, 0, high)


def seconds(text: str, high: int) -> int | None:
    """Seconds up to `high`: 30, "30s", "1 min". Raises `CellError`."""
    if match := _MINUTES.fullmatch(text):
        return min(int(match[1]) * 60, high)
    return _units(text, _SECONDS, 0, high)


def kilograms(text: str) -> float | Told | None:
    """A load from 0 to 500 kg, pounds turned into kilograms to 0.01: 2.5, "2,5 kg", "10 lb". Raises `CellError`."""
    if not text:
        return None
    match = _LOAD.fullmatch(text)
    if not match:
        if _RANGE.fullmatch(text):
            _two(text)
        raise CellError(f"{quoted(text)} is not a load from 0 to {MAX_KG} kg.", _ALONE)
    number = float(match[1].replace(",", "."))
    in_pounds = (match[2] or "").casefold().startswith(("lb", "pound"))
    kg = round(number * POUND_KG, 2) if in_pounds else number
    if kg > MAX_KG:
        raise CellError(f"{quoted(text)} is not a load from 0 to {MAX_KG} kg.", _ALONE)
    return Told(kg, f"{quoted(text)} is read as {kg:g} kg.") if in_pounds else kg


def moment(text: str) -> str | None:
    """A time as ISO 8601 in one spelling, with its offset where one is given, else local time. Raises `CellError`."""
    if not text:
        return None
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or len(text) < len("2026-06-30T18"):  # a day alone is no time
        mend = "Write it as 2026-06-30T18:30, or leave it blank."
        raise CellError(f"{quoted(text)} is not a time with its day.", mend)
    return time.isoformat()


def start(text: str) -> str | dt.time | None:
    """A moment, or a time of day alone ("18:30", "6:30 pm", 0.75), which gets the day of its row.

    Raises `CellError`.
    """
    match = _CLOCK.fullmatch(text)
    if _SHARE.fullmatch(text):
        if match and int(match[2]) < 60:
            raise CellError(f"{quoted(text)} could be two times of day.", "Write it as 18:30, or leave it blank.")
        return dt.time(*divmod(min(round(float(text.replace(",", ".")) * _DAY_MINUTES), _DAY_MINUTES - 1), 60))
    if not match:
        return moment(text)
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").casefold()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half:
        hour = 24
    if hour > 23 or minute > 59:
        raise CellError(f"{quoted(text)} is not a time of day.", "Write it as 18:30, or leave it blank.")
    return dt.time(hour, minute)


def _units(text: str, form: re.Pattern[str], low: int, high: int) -> int | None:
    if not text:
        return None
    return _bounded(form.fullmatch(text), text, low, high) if not _RANGE.fullmatch(text) else _two(text)


def _bounded(match: re.Match[str] | None, text: str, low: int, high: int) -> int:
    if not match or not low <= int(match[1]) <= high:
        raise CellError(f"{quoted(text)} is not a whole number from {low} to {high}.", _ALONE)
    return int(match[1])


def _two(text: str) -> NoReturn:
    raise CellError(f"{quoted(text)} could be two numbers.", "Write one of them.")
