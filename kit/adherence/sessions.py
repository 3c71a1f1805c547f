"""The sessions that a diary tells of, each on its day, or in its week where the patient picked the day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kit.adherence.cell import Cell
from kit.adherence.expected import free_items
from kit.plan.versions import InForce

_NO_DAY = pd.Timestamp(dt.date.max)  # no diary has it; with missing days, groups lose their order
_AMOUNTS = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")
_Record = Mapping[Hashable, Any]  # a row by column
_KEY = ["version", "free", "week", "when", "slot"]


@dataclass(frozen=True)
class Logged:
    """A session with an answer, and the answers as `cells`.

    It is `done` when at least one exercise was done, wholly or in part. `free` marks a session of free choice; its
    `week` is the printed one, and its `date` may be missing.
    """

    plan_version: int
    free: bool
    week: int | None
    date: dt.date | None
    slot: int
    cells: tuple[Cell, ...]

    @property
    def done(self) -> bool:
        return any(cell.is_done for cell in self.cells)


def answered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a diary in which somebody said done, partial or not done."""
    return rows[rows["status"].notna()]


def span_on(spans: Sequence[InForce], day: dt.date) -> InForce | None:
    """The version in force on `day`."""
    return next((span for span in spans if span.start <= day < span.end), None)


def by_session(rows: pd.DataFrame, spans: Sequence[InForce]) -> pd.DataFrame:
    """`rows`, as `read_diary` gives them, indexed anew, with three columns more.

    `session` (int64) numbers the sessions in a stable order, `free` (bool) marks those of free choice, and `day`
    (datetime64[s]) is the day of the session, missing where none of its rows has one. A row on a day belongs to the
    version in force on that day, whichever version's diary it was written in.
    """
    table = rows.reset_index(drop=True)
    picked = {span.plan.version: free_items(span) for span in spans}
    versions = table["plan_version"].astype("int64")
    in_force = [_version(spans, day, v) for day, v in zip(map(_date, table["date"]), versions, strict=True)]
    free = pd.Series(
        [item in picked.get(v, ()) for item, v in zip(table["item_id"], in_force, strict=True)], dtype="bool"
    )
    week = table["week"].fillna(0).astype("int64")
    # A session of free choice is the one that was printed; the patient may have dated its rows differently.
    when = table["date"].where(~(free & (week > 0)))
    printed = free | when.isna()
    key = {"version": versions.where(printed, 0), "free": free, "week": week.where(printed, 0)}
    keys = pd.DataFrame({**key, "when": when.fillna(_NO_DAY), "slot": table["slot"].astype("int64")})
    table["session"] = keys.groupby(_KEY, sort=True).ngroup().astype("int64")
    table["free"] = free
    table["day"] = table.groupby("session")["date"].transform("min").astype("datetime64[s]")
    return table


def sessions(table: pd.DataFrame, spans: Sequence[InForce]) -> list[Logged]:
    """The sessions with an answer in `table`, as `by_session` gives it, in order."""
    exercises = {(span.plan.version, item.item_id): item.exercise_id for span in spans for item in span.plan.items}
    groups: dict[int, list[_Record]] = defaultdict(list)
    for row in answered(table).to_dict("records"):
        groups[row["session"]].append(row)
    found = []
    for _, group in sorted(groups.items()):
        first = group[0]
        week = None if not first["free"] and not pd.isna(first["day"]) else _whole(first["week"])
        cells = sorted((_cell(row, exercises) for row in group), key=repr)
        at = (int(first["plan_version"]), bool(first["free"]), week, _date(first["day"]), int(first["slot"]))
        found.append(Logged(*at, tuple(cells)))
    return found


def _cell(row: _Record, exercises: dict[tuple[int, str], str]) -> Cell:
    """The exercise is the one that was printed, else the one that the row names."""
    named: str | None = None if pd.isna(row["exercise_id"]) else row["exercise_id"]
    exercise = exercises.get((int(row["plan_version"]), row["item_id"]), named)
    return Cell(row["item_id"], exercise, row["side"], row["status"], *(_whole(row[name]) for name in _AMOUNTS))


def _version(spans: Sequence[InForce], day: dt.date | None, printed: int) -> int:
    span = span_on(spans, day) if day else None
    return span.plan.version if span else printed


def _date(day: Any) -> dt.date | None:
    return None if pd.isna(day) else pd.Timestamp(day).date()


def _whole(number: Any) -> int | None:
    return None if pd.isna(number) else int(number)
