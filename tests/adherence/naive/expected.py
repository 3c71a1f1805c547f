"""Which sessions were to be expected by a given day (clinical specification 6.2, rules 1 to 3)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from fractions import Fraction

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from kit.timing.days import DAY, WEEK
from kit.timing.slots import Slot, slots


@dataclass(frozen=True)
class Week:
    """A week of a version, counted from 1 at its start: its days `first` to `last`, both included.

    `active` are the days that count: in force, not paused, over by the day of the report. `slots` are all sessions
    that the plan has in the week, also those to come; `free_a_week` is how many of a full week hold nothing but items
    whose days the patient picks, and so may be done on any day.
    """

    plan: Plan
    number: int
    first: dt.date
    last: dt.date
    active: frozenset[dt.date]
    slots: tuple[Slot, ...]
    free_a_week: int

    @property
    def plan_version(self) -> int:
        return self.plan.version

    @property
    def fixed(self) -> tuple[Slot, ...]:
        """The sessions that were due on their days."""
        return tuple(slot for slot in self.slots if not slot.is_free and slot.date in self.active)

    @property
    def free(self) -> Fraction:
        """Sessions of free choice to be expected: their n a week over the active days."""
        return Fraction(self.free_a_week * len(self.active), WEEK)

    def expected_of(self, item: Prescription) -> Fraction:
        """Sessions of one item to be expected: on its fixed days, or its n a week over the active days."""
        if item.schedule.weekdays is None:
            return Fraction(item.schedule.each_week * item.schedule.times_a_day * len(self.active), WEEK)
        return Fraction(sum(item in slot.items for slot in self.fixed))


def weeks(spans: Iterable[InForce], as_of: dt.date, logged: Set[dt.date]) -> list[Week]:
    """The weeks that have begun by `as_of`. The day itself is over only when something is logged on it."""
    return [week for span in spans for week in _weeks(span, as_of, logged)]


def _weeks(span: InForce, as_of: dt.date, logged: Set[dt.date]) -> Iterator[Week]:
    planned = {n: tuple(its) for n, its in itertools.groupby(slots(span.plan, span.end), key=lambda slot: slot.week)}
    free = free_a_week(span.plan)
    first, number = span.start, 1
    while first < span.end and first <= as_of:
        after = min(first + WEEK * DAY, span.end)
        days = (first + n * DAY for n in range((after - first).days))
        active = frozenset(
            d for d in days if not span.plan.is_paused(d) and (d < as_of or (d == as_of and d in logged))
        )
        yield Week(span.plan, number, first, after - DAY, active, planned.get(number, ()), free)
        first, number = after, number + 1


def free_a_week(plan: Plan) -> int:
    """Sessions of a full week in which every item is one whose days the patient picks."""
    full = plan.model_copy(update={"pauses": (), "review_on": plan.start + WEEK * DAY})
    return sum(slot.is_free for slot in slots(full))
