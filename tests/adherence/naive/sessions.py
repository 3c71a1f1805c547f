"""The sessions that a diary tells of, each on its day, or in its week where no day is given."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from tests.adherence.naive.cell import Cell

_NO_DAY = pd.Timestamp(dt.date.max)  # no diary has it; with missing days, groups lose their order
_AMOUNTS = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")
_Record = Mapping[Hashable, Any]  # a row by column
_KEY = ["version", "free", "week", "when", "slot"]


@dataclass(frozen=True)
class Logged:
    """A session with an answer, and the answers as `cells`.

    It is `done` when at least one exercise was done, wholly or in part. Without a `date`, `free` says whether its
    items are of free choice, and `week` is the printed one.
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


def of_their_version(spans: Sequence[InForce], table: pd.DataFrame) -> pd.DataFrame:
    """Without the answers of rows on a day on which a later version was in force: that plan had ended."""
    ends = {span.plan.version: pd.Timestamp(span.end) for span in spans}
    rows = zip(table["status"], table["day"], table["plan_version"], strict=True)
    kept = [None if pd.notna(day) and day >= ends[version] else status for status, day, version in rows]
    return table.assign(status=pd.array(kept, dtype="string"))


def by_session(rows: pd.DataFrame, spans: Sequence[InForce]) -> pd.DataFrame:
    """`rows`, as `read_diary` gives them, indexed anew, with three columns more.

    `session` (int64) numbers the sessions in a stable order, `free` (bool) marks rows without a day of an item whose
    days the patient picks, and `day` (datetime64[s]) is the day of the session, missing where it has none. Rows on a
    day are one session by their number in the day, whichever version's diary they were written in.
    """
    table = rows.reset_index(drop=True)
    picked = {(span.plan.version, item.item_id) for span in spans for item in span.plan.items if _is_free(item)}
    versions = table["plan_version"].astype("int64")
    is_free = [pair in picked for pair in zip(versions, table["item_id"], strict=True)]
    free = pd.Series(is_free, dtype="bool")
    week = table["week"].fillna(0).astype("int64")
    table["date"] = _dated(table["date"], [versions, week, table["slot"]], free & (week > 0))
    undated = table["date"].isna()
    free &= undated
    key = {"version": versions.where(undated, 0), "free": free, "week": week.where(undated, 0)}
    keys = pd.DataFrame({**key, "when": table["date"].fillna(_NO_DAY), "slot": table["slot"].astype("int64")})
    table["session"] = keys.groupby(_KEY, sort=True).ngroup().astype("int64")
    table["free"] = free
    table["day"] = table["date"].astype("datetime64[s]")
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
        week: int | None = _whole(first["week"]) if pd.isna(first["day"]) else None
        cells = sorted((_cell(row, exercises) for row in group), key=repr)
        at = (int(first["plan_version"]), bool(first["free"]), week, _date(first["day"]), int(first["slot"]))
        found.append(Logged(*at, tuple(cells)))
    return found


def _cell(row: _Record, exercises: dict[tuple[int, str], str]) -> Cell:
    """The exercise is the one that was printed, else the one that the row names."""
    named: str | None = None if pd.isna(row["exercise_id"]) else row["exercise_id"]
    exercise = exercises.get((int(row["plan_version"]), row["item_id"]), named)
    return Cell(row["item_id"], exercise, row["side"], row["status"], *(_whole(row[name]) for name in _AMOUNTS))


def _dated(date: pd.Series, printed: list[pd.Series], free: pd.Series) -> pd.Series:
    """The days of rows, also of those that leave it out beside one day that others of the `printed` session give."""
    days = date.where(free).groupby(printed)
    return date.where(~free | date.notna() | (days.transform("nunique") != 1), days.transform("min"))


def _is_free(item: Prescription) -> bool:
    return item.schedule.weekdays is None


def _date(day: Any) -> dt.date | None:
    return None if pd.isna(day) else pd.Timestamp(day).date()


def _whole(number: Any) -> int | None:
    return None if pd.isna(number) else int(number)
