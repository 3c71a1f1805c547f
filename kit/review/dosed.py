"""An item with what its dose is judged against: its exercise, and the items of that exercise now and before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kit.library.exercise import Exercise, Side
from kit.plan.context import Context
from kit.plan.course import conditions_in_force
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.timing.days import Days, full_week

SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True)
class Dosed:
    """An item and its exercise; `now` are all items of the exercise, `before` those of the version before.

    `week` has the days of each item of the plan in a full week.

    Items are told apart by their exercise alone: an id may have changed, and the work of one patient has not.
    """

    item: Prescription
    exercise: Exercise
    before: tuple[Prescription, ...] | None = None
    now: tuple[Prescription, ...] = ()
    week: Mapping[str, Days] | None = None

    @property
    def where(self) -> str:
        return f"{self.item.item_id}, {self.exercise.patient_name}"

    def where_of(self, items: Sequence[Prescription]) -> str:
        """As `where`, of what is about several items: "Hip lift (i1, i2)"."""
        if len(items) == 1:
            return f"{items[0].item_id}, {self.exercise.patient_name}"
        return f"{self.exercise.patient_name} ({', '.join(item.item_id for item in items)})"

    def days_of(self, item: Prescription) -> Days:
        """The days of a week, counted from the start of the plan, on which the item is due: fixed, or as proposed."""
        return (self.week or full_week(self.together, dt.date.min))[item.item_id]

    @property
    def together(self) -> tuple[Prescription, ...]:
        """All items of the exercise in this version."""
        return self.now or (self.item,)


def dosed_items(
    entries: Iterable[tuple[Prescription, Exercise]], previous: Plan | None = None, start: dt.date = dt.date.min
) -> tuple[Dosed, ...]:
    """Each item with what it is judged against; `previous` is the version that was issued last.

    `start` is that of the plan, from which its weeks are counted.
    """
    pairs = tuple(entries)
    now = [item for item, _ in pairs]
    week = full_week(now, start)
    return tuple(
        Dosed(item, exercise, _of(previous.items, exercise.id) if previous else None, _of(now, exercise.id), week)
        for item, exercise in pairs
    )


def held_conditions(context: Context, on: dt.date) -> frozenset[str]:
    """The conditions that a dose is judged for as of the day `on`."""
    return frozenset(held.condition for held in conditions_in_force(context, on))


def sides_of(item: Prescription) -> tuple[Side, ...]:
    """The sides that do the work."""
    return (item.sides,) if item.sides in ("left", "right") else SIDES


def _of(items: Iterable[Prescription], exercise_id: str) -> tuple[Prescription, ...]:
    return tuple(item for item in items if item.exercise_id == exercise_id)
