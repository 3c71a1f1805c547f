"""The sessions that a diary tells of, each on its day, or in its week where the patient picked the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kit.adherence.expected import free_items
from kit.plan.versions import InForce

_RANK = {"not_done": 1, "partial": 2, "done": 2}


@dataclass(frozen=True)
class Logged:
    """A session with an answer. It is `done` when at least one exercise was done, wholly or in part.

    `free` marks a session of free choice; its `week` is the printed one, and its `date` may be missing.
    """

    plan_version: int
    free: bool
    week: int | None
    date: dt.date | None
    slot: int
    done: bool


def answered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a diary in which somebody said done, partial or not done."""
    return rows[rows["status"].notna()]


def span_on(spans: Sequence[InForce], day: dt.date) -> InForce | None:
    """The version in force on `day`."""
    return next((span for span in spans if span.start <= day < span.end), None)


def sessions(rows: pd.DataFrame, spans: Sequence[InForce]) -> list[Logged]:
    """The sessions of `rows` (as `read_diary` gives them), in a stable order.

    A row on a day belongs to the version in force on that day, whichever version's diary it was written in.
    """
    picked = {span.plan.version: free_items(span) for span in spans}
    answers = answered(rows)
    table = pd.DataFrame(
        {
            "version": answers["plan_version"].astype("int64"),
            "item": answers["item_id"],
            "week": answers["week"].fillna(0).astype("int64"),
            "day": answers["date"],
            "slot": answers["slot"].astype("int64"),
            "rank": answers["status"].map(_RANK).astype("int64"),
        }
    )
    dates = [None if pd.isna(day) else pd.Timestamp(day).date() for day in table["day"]]
    in_force = [_version(spans, day, int(v)) for day, v in zip(dates, table["version"], strict=True)]
    table["free"] = [item in picked.get(v, ()) for item, v in zip(table["item"], in_force, strict=True)]
    # A session of free choice is the one that was printed; the patient may have dated its rows differently.
    table["when"] = table["day"].where(~(table["free"] & (table["week"] > 0)))
    table.loc[~table["free"], ["version", "week"]] = 0
    found = table.groupby(["version", "free", "week", "when", "slot"], dropna=False, sort=True)
    merged = found.agg(rank=("rank", "max"), day=("day", "min")).reset_index()
    columns = (merged[name].tolist() for name in ("version", "free", "week", "day", "slot", "rank"))
    return [
        Logged(version, free, week or None, None if pd.isna(day) else day.date(), slot, rank == 2)
        for version, free, week, day, slot, rank in zip(*columns, strict=True)
    ]


def _version(spans: Sequence[InForce], day: dt.date | None, printed: int) -> int:
    span = span_on(spans, day) if day else None
    return span.plan.version if span else printed
