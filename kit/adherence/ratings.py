"""Pain and effort of the sessions, 0 to 10, as the patient rated them. A 0 is a rating; an empty cell is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kit.diary.columns import OF_SESSION
from kit.show import frame

_DTYPES = {"rating": "string", "sessions": "int64", "median": "Float64", "highest": "Int64"}


@dataclass(frozen=True)
class Rating:
    """One column of the diary: the number of `sessions` that told it, their median and highest; None without any."""

    name: str
    sessions: int
    median: float | None
    highest: int | None

    def as_dict(self) -> dict[str, Any]:
        return {"sessions": self.sessions, "median": self.median, "highest": self.highest}


def ratings(sessions: pd.DataFrame, as_of: dt.date) -> tuple[Rating, ...]:
    """Pain before, worst, after and next morning, and effort, of all sessions up to `as_of` in the frame SESSIONS.

    Any row of a session may carry them; where its rows differ, the highest counts.
    """
    known = sessions[sessions["date"].isna() | (sessions["date"] <= pd.Timestamp(as_of))]
    found = []
    for name in OF_SESSION:
        values = known[name].dropna()
        empty = values.empty
        median, highest = (None, None) if empty else (float(values.median()), int(values.max()))
        found.append(Rating(name, len(values), median, highest))
    return tuple(found)


def rating_frame(found: Iterable[Rating]) -> pd.DataFrame:
    """A row per rating: sessions that told it, median and highest, missing where none did."""
    return frame(_DTYPES, ((r.name, r.sessions, r.median, r.highest) for r in found))
