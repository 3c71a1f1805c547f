"""Puts each logged session where it belongs: to an expected one, to the extra ones, or nowhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.cell import is_wholly_done
from kit.adherence.counts import Counts
from kit.adherence.due import Due, Items
from kit.adherence.expected import Week
from kit.adherence.sessions import Logged
from kit.plan.versions import InForce

WeekKey = tuple[int, int]  # plan version, week


@dataclass(frozen=True)
class Placed:
    """A logged session that stands for an expected one of `week`, in which `items` were due."""

    session: Logged
    week: WeekKey
    items: Items

    @property
    def is_full(self) -> bool:
        """Every exercise that was due was wholly done, on every side."""
        return bool(self.items) and all(is_wholly_done(self.session.cells, item) for item in self.items)


class Tally:
    """The sessions of a calendar, counted one by one."""

    def __init__(self, spans: Sequence[InForce], calendar: Sequence[Week], expected: pd.DataFrame, due: Due) -> None:
        self._spans, self._calendar, self._due = spans, calendar, due
        self.dated: dict[tuple[dt.date, int], WeekKey] = {}  # the expected ones on fixed days
        self._dated_a_week: Counter[WeekKey] = Counter()
        self._free: dict[WeekKey, int] = {}  # sevenths of a session
        columns = (expected[name].tolist() for name in ("plan_version", "week", "date", "slot", "sevenths"))
        for version, number, day, slot, sevenths in zip(*columns, strict=True):
            if pd.isna(day):
                self._free[version, number] = sevenths
            else:
                self.dated[day.date(), slot] = (version, number)
                self._dated_a_week[version, number] += 1
        self._answers: dict[tuple[WeekKey, bool, bool], int] = defaultdict(int)  # week, free, done
        self._full: Counter[tuple[WeekKey, bool]] = Counter()  # week, free
        self._extra: Counter[WeekKey] = Counter()
        self.outside: Counter[int] = Counter()  # extra sessions before, between or after the versions
        self.unplaced = 0

    def add(self, session: Logged, as_of: dt.date) -> Placed | None:
        """Count one session: for an expected one, which is given back, as extra, or as not to be placed."""
        if session.date and session.date > as_of:
            self.unplaced += 1
            return None
        week = self._week(session)
        key = (week.plan_version, week.number) if week else None
        if session.free and key in self._free and week and (session.date is None or session.date in week.active):
            return self._place(session, (week.plan_version, week.number))
        if session.date and not session.free and (session.date, session.slot) in self.dated:
            return self._place(session, self.dated[session.date, session.slot])
        if session.date is None:
            self.unplaced += 1
        elif session.done and key:
            self._extra[key] += 1
        elif session.done:
            self.outside[self._nearest(session.date)] += 1
        return None

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
            full=self._full[key, False] + min(free, Fraction(self._full[key, True])),
        )

    def _place(self, session: Logged, key: WeekKey) -> Placed:
        """A session beyond those that were printed has no items of its own, and is never a full one."""
        if session.free:
            items = self._due.free.get((key[0], session.slot), ())
        else:
            items = self._due.dated[session.date, session.slot] if session.date else ()
        placed = Placed(session, key, items)
        self._answers[key, session.free, session.done] += 1
        self._full[key, session.free] += placed.is_full
        return placed

    def _week(self, session: Logged) -> Week | None:
        """The week of the session's day, or the printed week where it has none."""
        if session.date is None:
            printed = (session.plan_version, session.week)
            return next((w for w in self._calendar if (w.plan_version, w.number) == printed), None)
        return next((w for w in self._calendar if w.first <= session.date <= w.last), None)

    def _nearest(self, day: dt.date) -> int:
        """The version that a session outside of all of them is told with: the last one begun, else the first.

        One that was never in force has no day, and no session is told with it.
        """
        spans = [s for s in self._spans if s.start < s.end]
        begun = [s for s in spans if s.start <= day]
        return (begun or spans)[-1 if begun else 0].plan.version
