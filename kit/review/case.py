"""A plan as it lies before the review: the day of the check, the days that are judged, its conditions and items read.

Each part of the review takes this and nothing else, so that all of them read a fact in one way.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from kit.library.exercise import Exercise
from kit.library.rules import Rules
from kit.plan.context import Context
from kit.plan.course import conditions_in_force
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.review.judged import Judged, judged
from kit.review.reading import Reader, Reading
from kit.settings import Settings


@dataclass(frozen=True)
class Case:
    """`on` is the day of the check, `previous` the version that the plan replaces, `by` who is to issue it."""

    known: ResolvedPlan
    rules: Rules
    on: dt.date
    previous: Plan | None
    settings: Settings
    by: str = ""

    @property
    def plan(self) -> Plan:
        return self.known.plan

    @property
    def first(self) -> dt.date:
        """The first day that is judged: today, or the start of a plan that runs already."""
        return min(self.on, self.plan.start)

    @property
    def end(self) -> dt.date:
        """The first day that is no longer judged."""
        return max(self.plan.until, self.first + dt.timedelta(days=1))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return Reader(self.plan, self.rules, self.on, self.previous, self.settings).readings()

    @cached_property
    def items(self) -> tuple[Judged, ...]:
        return tuple(judged(entry, self.known, self.rules, self.on, self.previous) for entry in self.known.entries)

    def exercise_of(self, item_id: str | None) -> Exercise | None:
        """The exercise of an item; None where there is none."""
        return next((one.exercise for one in self.items if one.item.item_id == item_id), None)

    @cached_property
    def context(self) -> Context:
        """The patient with the conditions as they are judged, those that hold on a day of the plan or before it."""
        read = self.plan.context.model_copy(update={"conditions": tuple(one.read for one in self.readings)})
        return read.model_copy(update={"conditions": conditions_in_force(read, self.first)})
