"""The sessions of a plan, day by day: what calendar, diary, page and adherence know of its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kit.given import checked
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.show import Rows, frame
from kit.timing.days import DAY, WEEK, weeks
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

_Sessions = tuple[tuple[Prescription, ...], ...]  # of one day, in their order


@dataclass(frozen=True)
class Slot:
    """One session: the items that are due on `date`, in the order of the plan.

    `week` counts from 1 at the start of the plan; `number` counts the sessions of a day from 1. Items whose days the
    patient picks stand on the days that are proposed.
    """

    week: int
    date: dt.date
    number: int
    items: tuple[Prescription, ...]

    @property
    def is_free(self) -> bool:
        """Whether the patient may move all of it to another day of the week."""
        return all(item.schedule.weekdays is None for item in self.items)

    def __repr__(self) -> str:
        items = ", ".join(i.item_id for i in self.items)
        return f"Slot(week {self.week}, {self.date}, session {self.number}: {items})"


class Slots(Rows[Slot]):
    """The sessions of a plan in order."""

    def __repr__(self) -> str:
        weeks = len({slot.week for slot in self})
        return f"Slots({counted(len(self), 'session')}, {counted(weeks, 'week')})"

    def to_frame(self) -> pd.DataFrame:
        """A row for each session: week from 1, date, its number in the day, its items in one text."""
        rows = ((s.week, s.date, s.number, "; ".join(i.item_id for i in s.items)) for s in self)
        return frame({"week": "int64", "date": "datetime64[s]", "number": "int64", "items": "string"}, rows)


@checked
def slots(plan: Plan, end: dt.date | None = None) -> Slots:
    """All sessions from the start of the plan up to, but not on, `end` (its review date if not given).

    All that is due on a day is one session; later ones of the day hold what is due more times. Days that the patient
    picks are proposed by the spacing rule, fewer of them in a week that a pause or the review date cuts. An earlier
    `end` leaves sessions out and moves none.

    >>> plan = kit.template("knee-glute-stretches").plan(kit.Library.load(), "P-001", dt.date(2026, 6, 1))
    >>> slots(plan)[0]
    Slot(week 1, 2026-06-01, session 1: i1, i2, i3, i4)
    """
    last = min(end, plan.until) if end else plan.until
    return Slots(slot for slot in _all(plan) if slot.date < last)


def _all(plan: Plan) -> Iterator[Slot]:
    @cache
    def sessions(places: tuple[int, ...]) -> _Sessions:
        return sessions_of([plan.items[place] for place in places])

    for number, (first, days) in enumerate(weeks(plan), 1):
        for day in range(WEEK):
            due = tuple(place for place, item in enumerate(plan.items) if day in days[item.item_id])
            for count, items in enumerate(sessions(due), 1):
                yield Slot(number, first + day * DAY, count, items)


def sessions_of(due: Sequence[Prescription]) -> _Sessions:
    """The sessions of a day on which these items are due: later ones hold what is due more times."""
    most = max((item.schedule.times_a_day for item in due), default=0)
    return tuple(tuple(i for i in due if i.schedule.times_a_day >= number) for number in range(1, most + 1))
