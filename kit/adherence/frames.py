"""The frames that every measure of adherence reads: their columns, types and units.

They are made once, by placing what was logged at what was due, and hold any number of plans: a measure groups by
`plan_code`. A number that nobody told is missing, never 0.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

import numpy as np

from kit.adherence.asides import asides_frame
from kit.adherence.weeks import KEY, counted

if TYPE_CHECKING:
    import pandas as pd

# What became of a session that was due, and of one exercise on one side in it. `partial`: something was done, not all.
STATUSES = ("done", "partial", "not_done", "missing")
DONE = STATUSES[:2]  # a session of which anything was done is done; the dose tells how much
# What a day was. `ahead` is not over yet, or after the last day that counts; `rest` had nothing due.
DAYS_ARE = (*STATUSES, "rest", "pause", "ahead")
# How a logged session stands to what was due: at its own place, in place of another one of its week, more often than
# agreed, on a day when nothing was due, or without a day that counts.
PLACES = ("due", "moved", "beyond", "extra", "unplaced")
REASONS = ("forgot", "pain", "no_time", "unsure_how", "felt_better", "ill", "other")

_SLOT = {
    "plan_code": "string",
    "plan_version": "int64",
    "week": "int64",  # of the version, from 1
    "date": "datetime64[s]",  # the day on which it was due, or which is proposed
    "slot": "int64",  # of the day, from 1
}

# A row for each session that was due by the day of the report, in order of time. `weight` is how many expected
# sessions it stands for: 1, or less where a pause or the end cut a week whose days the patient picks.
SLOTS = {
    **_SLOT,
    "free": "bool",  # the patient picks the day
    "weight": "float64",
    "status": "string",  # one of STATUSES
    "session": "Int64",  # the row of SESSIONS that stands for it
}
# A row for each exercise and side that was due in a session that was due.
CELLS = {
    **_SLOT,
    "item_id": "string",
    "exercise_id": "string",
    "name": "string",  # the clinician's
    "place": "int64",  # in the plan, from 1
    "side": "string",  # left, right, both
    "weight": "float64",
    "status": "string",  # one of STATUSES
    "unit": "string",  # of the dose: s (held, or by the clock) or reps
    "planned": "int64",
    "done": "Int64",  # not capped; missing where it is not told
    "reps_last_set": "Int64",
    "load_kg": "Float64",
    "reason": "string",
    "session": "Int64",
}
# A row for each logged session that has an answer, a score, a sign or a note, in order of time.
SESSIONS = {
    "session": "int64",
    **_SLOT,  # `week` and `slot` as logged; `date` is the day on which it was done, missing where nobody gave one
    "how": "string",  # one of PLACES; missing where nothing was answered, only a score, a sign or a note given
    "done": "bool",  # at least one exercise done or partly done
    "over": "float64",  # of it, beyond what was agreed for the day or the week; it may be due all the same
    "full": "bool",  # every item that was due, wholly, on every side
    "pain_before": "Int64",
    "pain_worst": "Int64",
    "pain_after": "Int64",
    "pain_next_morning": "Int64",
    "effort": "Int64",
    "hour": "Int64",  # local, in which it began
    "lag_days": "Int64",  # from the session to the entry
    "help_sign": "string",
    "note": "string",
}
# A row for each day from the start of the plan to its last day, or the day of the report where that is later.
DAYS = {"plan_code": "string", "plan_version": "int64", "date": "datetime64[s]", "day_is": "string"}
# A row for each week of each version that has begun. Sessions; the counts may be fractions (3 a week over 4 days).
WEEKS = {
    "plan_code": "string",
    "plan_version": "int64",
    "week": "int64",
    "first": "datetime64[s]",
    "last": "datetime64[s]",
    "active_days": "int64",
    **dict.fromkeys(("expected", "done", "not_done", "missing", "over", "full"), "float64"),
    "extra": "int64",
}


@dataclass(frozen=True)
class Frames:
    """Everything that was due and logged, of one plan or of many.

    `rows` are the diary's own, with three columns more: `session`, the row of SESSIONS, missing where a row tells
    nothing; `day`, also of a row that leaves it out beside others of its session; and `late`, whether it answers for a
    day on which a later version was in force, which counts for nothing. `asides` are the signs and notes of rows that
    were refused or replaced (`kit.adherence.asides`): no period hides them.
    """

    slots: pd.DataFrame
    cells: pd.DataFrame
    sessions: pd.DataFrame
    days: pd.DataFrame
    weeks: pd.DataFrame
    rows: pd.DataFrame
    asides: pd.DataFrame = field(default_factory=asides_frame)

    def between(self, first: dt.date | None = None, last: dt.date | None = None) -> Frames:
        """What was due and logged from `first` to `last`, both included; without one of them, from or up to the end.

        What has no day is kept where its week lies in the period. Weeks hold what is left of them.
        """
        low, high = _bound(first, dt.date.min), _bound(last, dt.date.max)

        def within(days: pd.Series) -> pd.Series:
            return (days >= low) & (days <= high)

        days = self.days[within(self.days["date"])]
        whole = self.weeks[(self.weeks["first"] >= low) & (self.weeks["last"] <= high)]
        of_whole = self.sessions.merge(whole[KEY].assign(is_whole=True), on=KEY, how="left")["is_whole"].notna()
        undated = self.sessions["date"].isna() & (of_whole.to_numpy() | (first is None and last is None))
        sessions = self.sessions[within(self.sessions["date"]) | undated]
        slots = self.slots[within(self.slots["date"])]
        known = self.rows["session"].isin(sessions["session"])
        return Frames(
            slots,
            self.cells[within(self.cells["date"])],
            sessions,
            days,
            _cut(self.weeks, days, low, high).pipe(counted, slots, sessions)[list(WEEKS)].astype(WEEKS),
            self.rows[known.fillna(value=False) | within(self.rows["day"]).fillna(value=False)],
            self.asides,
        )

    def of_version(self, version: int) -> Frames:
        """What was due and logged while this version was in force; asides are kept whole."""
        return replace(self._where("plan_version", version), asides=self.asides)

    def of_plan(self, code: str) -> Frames:
        """What was due and logged of one plan."""
        return self._where("plan_code", code)

    def _where(self, column: str, value: object) -> Frames:
        frames = (getattr(self, one.name) for one in fields(self))
        return Frames(*(frame[(frame[column] == value).fillna(value=False)] for frame in frames))


def _bound(day: dt.date | None, otherwise: dt.date) -> np.datetime64:
    return np.datetime64(day or otherwise, "s")


def _cut(weeks: pd.DataFrame, days: pd.DataFrame, low: np.datetime64, high: np.datetime64) -> pd.DataFrame:
    """The weeks that a period touches, with their days in it."""
    its = weeks[(weeks["last"] >= low) & (weeks["first"] <= high)]
    active = days[~days["day_is"].isin(("pause", "ahead"))][[*KEY[:2], "date"]]
    found = active.merge(its[[*KEY, "first", "last"]], on=KEY[:2])
    found = found[(found["date"] >= found["first"]) & (found["date"] <= found["last"])]
    count = found.groupby(KEY).size().rename("active_days")
    first, last = its["first"].where(its["first"] >= low, low), its["last"].where(its["last"] <= high, high)
    kept = its[KEY].assign(first=first, last=last).join(count, on=KEY)
    return kept.assign(active_days=kept["active_days"].fillna(0).astype("int64"))
