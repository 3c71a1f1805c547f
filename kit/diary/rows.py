"""The rows of a table as values: each is read whole or refused whole, with every reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kit.diary import values
from kit.diary.columns import ANSWERS
from kit.diary.dates import Order, day
from kit.diary.table import RawRow, Table
from kit.diary.values import CellError
from kit.errors import Fault

MAX_WEEK, MAX_SLOT, MAX_NUMBER = 60, 70, 10_000
WORK = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")


@dataclass(frozen=True)
class Row:
    """One row of the diary: `number` as in the spreadsheet, a value or None for each column, the raw cells."""

    number: int
    values: dict[str, Any]
    cells: tuple[str, ...]

    @property
    def answers(self) -> tuple[Any, ...]:
        return tuple(self.values[name] for name in ANSWERS)

    @property
    def is_blank(self) -> bool:
        return all(answer is None for answer in self.answers)

    @property
    def session(self) -> tuple[Any, ...]:
        """Which session it belongs to: a day, or a week where the day is blank, and the slot."""
        v = self.values
        return (v["plan_code"], v["plan_version"], v["date"] or v["week"], v["slot"])

    @property
    def key(self) -> tuple[Any, ...]:
        """What no other row may have too."""
        return (*self.session, self.values["item_id"], self.values["side"])


@dataclass(frozen=True)
class Reject:
    """A row that was not read: `row` as in the spreadsheet, `why` with the mend, and its cells as they stand."""

    row: int
    why: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"


def read_row(table: Table, raw: RawRow, order: Order | None) -> Row | Reject:
    """The row, or why it is refused."""
    reasons: list[str] = []
    found: dict[str, Any] = {}
    for column, read in _readers(order).items():
        try:
            found[column] = read(table.cell(raw, column))
        except CellError as error:
            reasons.append(f"{column}: {error.what} {error.mend}")
    if "date" in found and "week" in found and found["date"] is None and found["week"] is None:
        reasons.append("date: neither a date nor a week is given. Write the day of the session.")
    beyond = [cell for cell in raw.cells[table.width :] if cell.strip()]
    if beyond:
        reasons.append(
            f"it has {len(raw.cells)} cells, and the header has {table.width}. "
            "Put a text that holds the separator in quotation marks."
        )
    return Reject(raw.number, " ".join(reasons), raw.cells) if reasons else Row(raw.number, found, raw.cells)


def _readers(order: Order | None) -> dict[str, Callable[[str], Any]]:
    """How each column is read, in the order of the file."""

    def pain(text: str) -> int | None:
        return values.whole(text, 0, 10)

    def count(text: str) -> int | None:
        return values.whole(text, 0, MAX_NUMBER)

    def text_or_none(text: str) -> str | None:
        return text or None

    return {
        "plan_code": values.name,
        "plan_id": text_or_none,
        "plan_version": lambda text: values.needed(text, MAX_NUMBER),
        "item_id": values.name,
        "week": lambda text: values.whole(text, 1, MAX_WEEK),
        "date": lambda text: day(text, order),
        "slot": lambda text: values.needed(text, MAX_SLOT),
        "exercise_id": text_or_none,
        "exercise": text_or_none,
        "side": values.side,
        "prescribed": text_or_none,
        "status": values.status,
        **dict.fromkeys(WORK, count),
        "load_kg": values.kilograms,
        **dict.fromkeys(("pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort"), pain),
        **dict.fromkeys(("reason", "help_sign"), text_or_none),
        **dict.fromkeys(("started_at", "logged_at"), values.moment),
        "note": text_or_none,
    }


def without_status(row: Row, where: str) -> Fault | None:
    """Work was written down, but no status: the row stays, and counts as not logged until somebody says."""
    if row.values["status"] is None and any(row.values[name] is not None for name in WORK):
        what = "says how much was done, but has no status, and counts as not logged."
        return Fault(f"{where}, row {row.number}", what, "Write done, partial or not_done.")
    return None
