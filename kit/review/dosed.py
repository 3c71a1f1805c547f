"""An item with what its dose is judged against: its exercise, and the items of that exercise now and before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kit.library.exercise import Exercise, Side
from kit.plan.context import Context
from kit.plan.course import conditions_in_force
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription

SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True)
class Dosed:
    """An item and its exercise; `now` are all items of the exercise, `before` those of the version before.

    Items are told apart by their exercise alone: an id may have changed, and the work of one patient has not.
    """

    item: Prescription
    exercise: Exercise
    before: tuple[Prescription, ...] | None = None
    now: tuple[Prescription, ...] = ()

    @property
    def where(self) -> str:
        return f"{self.item.item_id}, {self.exercise.patient_name}"

    @property
    def together(self) -> tuple[Prescription, ...]:
        """All items of the exercise in this version."""
        return self.now or (self.item,)


def dosed_items(entries: Iterable[tuple[Prescription, Exercise]], previous: Plan | None = None) -> tuple[Dosed, ...]:
    """Each item with what it is judged against; `previous` is the version that was issued last."""
    pairs = tuple(entries)
    now = [item for item, _ in pairs]
    return tuple(
        Dosed(item, exercise, _of(previous.items, exercise.id) if previous else None, _of(now, exercise.id))
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
