"""What a version of a plan asks for, in days from its start: the same for all plans of the same items and length.

Clinics prescribe few patterns to many patients. Each is worked out once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from kit.adherence.arrays import NONE, Bools, Ints
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.timing.days import DAY, WEEK
from kit.timing.slots import Slots, slots

Unit = Literal["s", "reps"]
UNITS: tuple[Unit, ...] = ("s", "reps")
SIDES = ("left", "right", "both")
Items = tuple[Prescription, ...]
Key = tuple[int, int, int, tuple[tuple[int, int], ...]]


class Keys:
    """Plans with the same key have the same pattern: items, weekday of the start, days, and pauses.

    Of items that many plans hold as one object, as those of a registry do, the values are looked at once.
    """

    def __init__(self) -> None:
        self._values: dict[Items, int] = {}
        self._seen: dict[int, tuple[Items, int]] = {}  # by identity, and held, so that no other object has it

    def of(self, plan: Plan) -> Key:
        seen = self._seen.get(id(plan.items))
        if seen is None:
            number = self._values.setdefault(plan.items, len(self._values))
            seen = self._seen[id(plan.items)] = plan.items, number
        pauses = tuple((_from(plan, pause.start), _from(plan, pause.end)) for pause in plan.pauses)
        return seen[1], plan.start.weekday(), (plan.until - plan.start).days, pauses


@dataclass(frozen=True)
class Pattern:
    """The items of a version, and each session that it has, also those that a later version takes away."""

    plan: Plan

    @cached_property
    def paused(self) -> Bools:
        """Whether each day is in a pause."""
        days = (self.plan.until - self.plan.start).days
        return np.array([self.plan.is_paused(self.plan.start + n * DAY) for n in range(days)], dtype=bool)

    @cached_property
    def slots(self) -> Ints:
        """A row for each session: day from the start, week and number in the day from 1, whether it is of choice."""
        rows = [(_from(self.plan, s.date), s.week, s.number, s.is_free) for s in self._slots]
        return np.array(rows, dtype=np.int64).reshape(-1, 4)

    @cached_property
    def parts(self) -> Ints:
        """A row for each item of each session: its row in `slots`, the place of the item from 0."""
        place = {item.item_id: n for n, item in enumerate(self.plan.items)}
        rows = [(n, place[item.item_id]) for n, slot in enumerate(self._slots) for item in slot.items]
        return np.array(rows, dtype=np.int64).reshape(-1, 2)

    @cached_property
    def items(self) -> Ints:
        """A row for each item: of choice, sessions a week, times a day, the two sides, unit, planned on a side, timed.

        Sides and units are numbers of `SIDES` and `UNITS`; an item of one side has NONE for the other.
        """
        return np.array([_item(item) for item in self.plan.items], dtype=np.int64).reshape(-1, 8)

    @cached_property
    def free_a_week(self) -> int:
        """Sessions of a full week in which every item is one whose days the patient picks."""
        if all(item.schedule.weekdays is not None for item in self.plan.items):
            return 0
        full = self.plan.model_copy(update={"pauses": (), "review_on": self.plan.start + WEEK * DAY})
        return sum(slot.is_free for slot in slots(full))

    @cached_property
    def _slots(self) -> Slots:
        return slots(self.plan)


def planned(item: Prescription) -> tuple[Unit, int]:
    """Of one side: seconds for what goes by the clock or is mostly held, else repetitions."""
    dose = item.dose
    if dose.duration_s is not None:
        return "s", dose.sets * dose.duration_s
    reps = dose.sets * dose.reps
    return ("s", reps * dose.hold_s) if dose.hold_s > dose.tempo_s else ("reps", reps)


def _item(item: Prescription) -> tuple[int, ...]:
    sides = [SIDES.index(side or "both") for side in item.sides_in_order]
    unit, amount = planned(item)
    schedule = item.schedule
    often = (schedule.weekdays is None, schedule.each_week * schedule.times_a_day, schedule.times_a_day)
    return (*often, *sides, *[NONE] * (2 - len(sides)), UNITS.index(unit), amount, item.dose.duration_s is not None)


def _from(plan: Plan, day: dt.date) -> int:
    return (day - plan.start).days
