"""What the patient wrote besides numbers: signs that ask for help, reasons, notes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kit.diary.alarms import is_sign


@dataclass(frozen=True)
class Remark:
    """A text and the day of its session; where the patient wrote no day, the printed week."""

    day: dt.date | None
    week: int | None
    text: str

    def as_dict(self) -> dict[str, Any]:
        return {"day": self.day.isoformat() if self.day else None, "week": self.week, "text": self.text}


@dataclass(frozen=True)
class Reason:
    """A reason why something was left out or cut short, and the number of `sessions` it was given for."""

    text: str
    sessions: int

    def as_dict(self) -> dict[str, Any]:
        return {"text": self.text, "sessions": self.sessions}


@dataclass(frozen=True)
class Remarks:
    """Help signs and notes in the order of their days, reasons with the most frequent first."""

    help_signs: tuple[Remark, ...]
    reasons: tuple[Reason, ...]
    notes: tuple[Remark, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "help_signs": [sign.as_dict() for sign in self.help_signs],
            "reasons": [reason.as_dict() for reason in self.reasons],
            "notes": [note.as_dict() for note in self.notes],
        }


def remarks(table: pd.DataFrame, as_of: dt.date) -> Remarks:
    """The remarks of all sessions up to `as_of` in `table`, the `rows` of the frames, each once a session.

    A help sign is told whatever its day: a slip in a date hides none.
    """
    known = table[table["day"].isna() | (table["day"] <= pd.Timestamp(as_of))]
    signs = table[table["help_sign"].fillna("").map(is_sign).astype("bool")]
    return Remarks(_told(signs, "help_sign"), _reasons(known), _told(known, "note"))


def _told(table: pd.DataFrame, column: str) -> tuple[Remark, ...]:
    rows = table[table[column].notna()].drop_duplicates(["session", column])
    found = [
        Remark(None if pd.isna(day) else pd.Timestamp(day).date(), None if pd.isna(week) else int(week), text)
        for day, week, text in zip(rows["day"], rows["week"], rows[column], strict=True)
    ]
    return tuple(sorted(found, key=lambda r: (r.day or dt.date.max, r.week or 0, r.text)))


def _reasons(table: pd.DataFrame) -> tuple[Reason, ...]:
    """Told without regard to capitals; each is shown in its most frequent spelling."""
    rows = table[table["reason"].notna()].sort_values("reason")
    spellings = Counter(rows["reason"])
    plain = rows["reason"].str.casefold()
    found = []
    for _, group in rows.groupby(plain):
        text = max(sorted(set(group["reason"])), key=lambda spelling: spellings[spelling])
        found.append(Reason(text, int(group["session"].nunique())))
    return tuple(sorted(found, key=lambda r: (-r.sessions, r.text.casefold())))
