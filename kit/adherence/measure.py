"""Adherence of one patient: every expected session is done, not done, or missing, and nothing is guessed.

Counts are kept per week and per version of the plan, then summed (clinical specification 6.2 to 6.5).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.counts import Counts, plain, pool
from kit.adherence.expected import Week, expected_slots, weeks
from kit.adherence.sessions import Logged, answered, sessions, span_on
from kit.errors import ContentError, Fault
from kit.plan.plan import Plan
from kit.plan.versions import InForce, in_force

FEW_DAYS = 4  # a week with fewer active days is shown grey (6.2, rule 3)


@dataclass(frozen=True)
class VersionCounts:
    """A version, the days it was in force (`end` excluded), and its counts."""

    plan_version: int
    start: dt.date
    end: dt.date
    counts: Counts

    def as_dict(self) -> dict[str, Any]:
        days = {"start": self.start.isoformat(), "end": self.end.isoformat()}
        return {"plan_version": self.plan_version, **days, **self.counts.as_dict()}


@dataclass(frozen=True)
class WeekCounts:
    """A week of a version, `first` to `last` included, with its `active_days` 0 to 7 and its counts."""

    plan_version: int
    week: int
    first: dt.date
    last: dt.date
    active_days: int
    counts: Counts

    @property
    def is_short(self) -> bool:
        """Too few active days to compare with other weeks."""
        return self.active_days < FEW_DAYS

    def as_dict(self) -> dict[str, Any]:
        days = {"first": self.first.isoformat(), "last": self.last.isoformat(), "active_days": self.active_days}
        return {"plan_version": self.plan_version, "week": self.week, **days, **self.counts.as_dict()}


@dataclass(frozen=True)
class Adherence:
    """What `measure` found. `unplaced` counts logged sessions without a day, or dated after `as_of`."""

    plan_id: str
    as_of: dt.date
    pooled: Counts
    versions: tuple[VersionCounts, ...]
    weeks: tuple[WeekCounts, ...]
    unplaced: int

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; dates as ISO text, rates from 0 to 1 or None."""
        return {
            "plan_id": self.plan_id,
            "as_of": self.as_of.isoformat(),
            "pooled": self.pooled.as_dict(),
            "versions": [version.as_dict() for version in self.versions],
            "weeks": [week.as_dict() for week in self.weeks],
            "unplaced": self.unplaced,
        }

    def weekly(self) -> pd.DataFrame:
        """A row per week: version, week, days, and the counts as numbers of sessions."""
        names = ("expected", "done", "not_done", "missing", "over")
        rows = [
            {
                "version": w.plan_version,
                "week": w.week,
                "first": w.first,
                "last": w.last,
                "active_days": w.active_days,
                **{name: plain(getattr(w.counts, name)) for name in names},
                "extra": w.counts.extra,
            }
            for w in self.weeks
        ]
        columns = ["version", "week", "first", "last", "active_days", *names, "extra"]
        return pd.DataFrame(rows, columns=columns)


def measure(versions: Sequence[Plan], rows: pd.DataFrame, as_of: dt.date) -> Adherence:
    """Count the sessions in `rows`, as `read_diary` gives them (several diaries: `pd.concat`), up to `as_of`.

    `versions` are those of one plan, in any order. Raises `ContentError` when there are none, when they do not
    belong together, or when a row belongs to another plan.
    """
    spans = in_force(versions)
    if not spans:
        raise ContentError(Fault("plan", "no version is given.", "Give at least one plan file."))
    _must_be_of(spans[0].plan, rows)
    logged = {pd.Timestamp(day).date() for day in answered(rows)["date"].dropna()}
    calendar = weeks(spans, as_of, logged)
    tally = _Tally(spans, calendar, expected_slots(spans, as_of, logged))
    for session in sessions(rows, spans):
        tally.add(session, as_of)
    per_week = tuple(
        WeekCounts(w.plan_version, w.number, w.first, w.last, len(w.active), tally.counts(w)) for w in calendar
    )
    per_version = tuple(
        VersionCounts(
            span.plan.version,
            span.start,
            span.end,
            pool(
                [
                    *(w.counts for w in per_week if w.plan_version == span.plan.version),
                    Counts(extra=tally.outside[span.plan.version]),
                ]
            ),
        )
        for span in spans
    )
    pooled = pool(version.counts for version in per_version)
    return Adherence(spans[0].plan.plan_id, as_of, pooled, per_version, per_week, tally.unplaced)


_Key = tuple[int, int]  # plan version, week


class _Tally:
    """Puts each logged session where it belongs."""

    def __init__(self, spans: Sequence[InForce], calendar: Sequence[Week], expected: pd.DataFrame) -> None:
        self._spans, self._calendar = spans, calendar
        self._dated: dict[tuple[dt.date, int], _Key] = {}
        self._dated_a_week: Counter[_Key] = Counter()
        self._free: dict[_Key, int] = {}  # sevenths of a session
        columns = (expected[name].tolist() for name in ("plan_version", "week", "date", "slot", "sevenths"))
        for version, number, day, slot, sevenths in zip(*columns, strict=True):
            if pd.isna(day):
                self._free[version, number] = sevenths
            else:
                self._dated[day.date(), slot] = (version, number)
                self._dated_a_week[version, number] += 1
        self._answers: dict[tuple[_Key, bool, bool], int] = defaultdict(int)  # week, free, done
        self._extra: Counter[_Key] = Counter()
        self.outside: Counter[int] = Counter()  # extra sessions before, between or after the versions
        self.unplaced = 0

    def add(self, session: Logged, as_of: dt.date) -> None:
        """Count one session: for an expected one, as extra, or as not to be placed."""
        if session.date and session.date > as_of:
            self.unplaced += 1
            return
        week = self._week(session)
        key = (week.plan_version, week.number) if week else None
        if session.free and key in self._free and week and (session.date is None or session.date in week.active):
            self._answers[key, True, session.done] += 1
        elif session.date and not session.free and (session.date, session.slot) in self._dated:
            self._answers[self._dated[session.date, session.slot], False, session.done] += 1
        elif session.date is None:
            self.unplaced += 1
        elif session.done and key:
            self._extra[key] += 1
        elif session.done:
            self.outside[self._nearest(session.date)] += 1

    def counts(self, week: Week) -> Counts:
        """The counts of one week; what is done of free choice is capped at what was expected."""
        key = (week.plan_version, week.number)
        free = Fraction(self._free.get(key, 0), 7)
        free_done = min(free, Fraction(self._answers[key, True, True]))
        free_not = min(free - free_done, Fraction(self._answers[key, True, False]))
        return Counts(
            expected=self._dated_a_week[key] + free,
            done=self._answers[key, False, True] + free_done,
            not_done=self._answers[key, False, False] + free_not,
            over=self._answers[key, True, True] - free_done,
            extra=self._extra[key],
        )

    def _week(self, session: Logged) -> Week | None:
        """The week of the session's day, or the printed week where it has none."""
        if session.date is None:
            printed = (session.plan_version, session.week)
            return next((w for w in self._calendar if (w.plan_version, w.number) == printed), None)
        return next((w for w in self._calendar if w.first <= session.date <= w.last), None)

    def _nearest(self, day: dt.date) -> int:
        """The version that a session outside of all of them is told with: the last one begun, else the first."""
        span = span_on(self._spans, day)
        begun = [s for s in self._spans if s.start <= day]
        return (span or (begun or self._spans)[-1 if begun else 0]).plan.version


def _must_be_of(plan: Plan, rows: pd.DataFrame) -> None:
    others = rows.loc[rows["plan_code"].notna() & (rows["plan_code"] != plan.code), "plan_code"]
    uncoded = rows.loc[rows["plan_code"].isna() & (rows["plan_id"] != plan.plan_id), "plan_id"]
    faults = []
    for other, found in uncoded.groupby(uncoded):
        what = f"belongs to plan {other}, not {plan.plan_id}."
        faults.append(Fault(f"diary, row {found.index[0]}", what, "Give the diary of this plan."))
    for other, found in others.groupby(others):
        what = f"belongs to the plan with code {other}, not to {plan.plan_id} ({plan.code})."
        faults.append(Fault(f"diary, row {found.index[0]}", what, "Give the diary of this plan."))
    if faults:
        raise ContentError(faults)
