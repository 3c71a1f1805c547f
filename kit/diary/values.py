"""One cell as a value. An empty cell is None: nobody wrote anything, which is not 0 and not “not done”."""

from __future__ import annotations

import datetime as dt
import re

from kit.model import did_you_mean

STATUS = {
    **dict.fromkeys(("done", "yes", "y", "x", "✓", "✔", "full", "complete", "completed"), "done"),
    **dict.fromkeys(("partial", "partly", "part", "some"), "partial"),
    **dict.fromkeys(("not done", "no", "n", "none", "skipped"), "not_done"),
}
SIDES = ("left", "right", "both")
_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")  # a spreadsheet may turn 3 into 3.0 or 3,0
_DECIMAL = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")


class CellError(Exception):
    """A cell that cannot be read: `what` is wrong with it and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what, mend)
        self.what, self.mend = what, mend


def status(text: str) -> str | None:
    """ "done", "partial", "not_done", or None for blank. Raises `CellError` for any other word."""
    plain = re.sub(r"[\s_-]+", " ", text.casefold()).strip()
    if not plain:
        return None
    if plain not in STATUS:
        near = did_you_mean(plain, ["done", "partial", "not done"])
        raise CellError(f"“{text}” is not a status.", near or "Write done, partial or not_done, or leave it blank.")
    return STATUS[plain]


def side(text: str) -> str:
    """ "left", "right" or "both". Raises `CellError` for anything else, an empty cell too."""
    plain = {"l": "left", "r": "right"}.get(text.casefold(), text.casefold())
    if plain not in SIDES:
        raise CellError(f"“{text}” is not a side.", "Write left, right or both.")
    return plain


def name(text: str) -> str:
    """A text that must be there. Raises `CellError` when it is not."""
    if not text:
        raise CellError("is empty.", "Copy it from the row above.")
    return text


def whole(text: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, None for blank. Raises `CellError` for anything else."""
    if not text:
        return None
    match = _WHOLE.fullmatch(text)
    if not match or not low <= int(match[1]) <= high:
        raise CellError(f"“{text}” is not a whole number from {low} to {high}.", "Write the number alone.")
    return int(match[1])


def needed(text: str, high: int) -> int:
    """A whole number from 1 to `high` that must be there. Raises `CellError` when it is not."""
    number = whole(name(text), 1, high)
    assert number is not None
    return number


def kilograms(text: str) -> float | None:
    """A load from 0 to 500 kg, with point or comma; None for blank. Raises `CellError` for anything else."""
    if not text:
        return None
    number = float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else -1.0
    if not 0 <= number <= 500:
        raise CellError(f"“{text}” is not a load from 0 to 500 kg.", "Write the number alone.")
    return number


def moment(text: str) -> str | None:
    """ISO 8601 with an offset, in one spelling; None for blank. Raises `CellError` for anything else."""
    if not text:
        return None
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.utcoffset() is None:
        raise CellError(
            f"“{text}” is not a time with its offset.", "Write it as 2026-06-30T18:30+02:00, or leave it blank."
        )
    return time.isoformat()
