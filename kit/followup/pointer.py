"""Which sessions and slots stand behind a statement, so that a reader can open them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Pointer:
    """A session that was due, was logged, or both. `session` is its row of SESSIONS, None where nobody logged one."""

    date: dt.date | None
    slot: int | None = None
    session: int | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"date": self.date.isoformat() if self.date else None, "slot": self.slot, "session": self.session}


def pointers(rows: pd.DataFrame) -> tuple[Pointer, ...]:
    """Each row of `rows` (columns date, slot, session) once, in its order."""
    columns = (rows[name] for name in ("date", "slot", "session"))
    found = (Pointer(day_of(date), whole(slot), whole(session)) for date, slot, session in zip(*columns, strict=True))
    return tuple(dict.fromkeys(found))


def pointers_to(rows: Iterable[Mapping[str, Any]]) -> tuple[Pointer, ...]:
    """The same of rows that are plain already."""
    return tuple(dict.fromkeys(Pointer(row["date"], row["slot"], row["session"]) for row in rows))


def whole(value: Any) -> int | None:
    """A number of a frame; None where it is missing."""
    return None if pd.isna(value) else int(value)


def day_of(value: Any) -> dt.date | None:
    """A day of a frame; None where it is missing."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def run_at_end(holds: Iterable[bool]) -> int:
    """How many rows in a row at the end `holds` says yes of.

    >>> run_at_end([True, False, True, True])
    2
    """
    return sum(1 for _ in itertools.takewhile(bool, reversed(list(holds))))
