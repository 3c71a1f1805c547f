"""The sessions of a plan, day by day: what the diary has rows for and adherence counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.given import checked
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.show import Rows, frame
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Slot:
    """One session. `date` is None where the patient picks the day; then `number` counts within the week.

    `week` counts from 1 at the start of the plan; `number` counts the sessions of a day from 1.
    """

    week: int
    date: dt.date | None
    number: int
    items: tuple[Prescription, ...]

    def __repr__(self) -> str:
        day = self.date or "any day"
        return f"Slot(week {self.week}, {day}, session {self.number}: {', '.join(i.item_id for i in self.items)})"


class Slots(Rows[Slot]):
    """The sessions of a plan in order."""

    def __repr__(self) -> str:
        weeks = len({slot.week for slot in self})
        return f"Slots({counted(len(self), 'session')}, {counted(weeks, 'week')})"

    def to_frame(self) -> pd.DataFrame:
        """A row for each session: week from 1, date (missing where the patient picks), its items in one text."""
        rows = ((s.week, s.date, s.number, "; ".join(i.item_id for i in s.items)) for s in self)
        return frame({"week": "int64", "date": "datetime64[s]", "number": "int64", "items": "string"}, rows)


@checked
def slots(plan: Plan, end: dt.date | None = None) -> Slots:
    """All sessions from the start of the plan up to, but not on, `end` (its review date if not given).

    Sessions with a date come first within a week. A week that is cut short by a pause or the end keeps its
    sessions of free choice: how many of them may be expected is a question for adherence.

    >>> plan = kit.template("knee-glute-stretches").plan(kit.Library.load(), "P-001", dt.date(2026, 6, 1))
    >>> slots(plan)[0]
    Slot(week 1, 2026-06-01, session 1: i1, i2, i3, i4)
    """
    last = min(end, plan.until) if end else plan.until
    days = (last - plan.start).days
    found: list[Slot] = []
    for week in range(1, -(-days // 7) + 1):
        first = plan.start + dt.timedelta(days=7 * (week - 1))
        dates = [d for n in range(7) if (d := first + dt.timedelta(days=n)) < last and not plan.is_paused(d)]
        for date in dates:
            found += _dated(plan, week, date)
        if dates:
            found += _undated(plan, week)
    return Slots(found)


def _dated(plan: Plan, week: int, date: dt.date) -> Iterator[Slot]:
    due = [item for item in plan.items if item.schedule.is_due(date)]
    for number in range(1, max((i.schedule.times_a_day for i in due), default=0) + 1):
        yield Slot(week, date, number, tuple(i for i in due if i.schedule.times_a_day >= number))


def _undated(plan: Plan, week: int) -> Iterator[Slot]:
    free = [item for item in plan.items if item.schedule.weekdays is None]
    for number in range(1, max(map(_a_week, free), default=0) + 1):
        yield Slot(week, None, number, tuple(i for i in free if _a_week(i) >= number))


def _a_week(item: Prescription) -> int:
    return item.schedule.each_week * item.schedule.times_a_day
