"""What the clinician likes and does as a rule: favourites, her usual doses, and what she used last."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any, cast

from kit.errors import KitError
from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.model import parse
from kit.plan.affected import sides_on
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import Schedule
from kit.store.store import Store

RECENT = 24  # exercises that count as used recently


class Mine:
    """The preferences of a store, as they were when this was made or last changed by it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.look()

    def look(self) -> None:
        """Read them again: another window may have changed them."""
        self.favourites = frozenset(self._store.preferences.all("favourite"))
        self.usual = {
            name: known for name, data in self._store.preferences.all("dose").items() if (known := _read(data))
        }

    def recent(self) -> list[str]:
        """The exercises of her plans, those of the plan changed last first."""
        used = (exercise for row in self._store.roster.rows() for exercise, _ in row.now.exercises)
        return list(dict.fromkeys(used))[:RECENT]

    def like(self, exercise_id: str, on: bool) -> None:
        preferences = self._store.preferences
        preferences.keep("favourite", exercise_id, True) if on else preferences.drop("favourite", exercise_id)
        self.look()

    def use(self, item: Prescription, on: bool) -> None:
        """Keep the dose and the days of an item as the usual ones of its exercise, or keep none."""
        preferences, name = self._store.preferences, item.exercise_id
        if on:
            days = item.schedule.model_dump(mode="json", exclude_none=True)
            preferences.keep("dose", name, {"dose": item.dose.model_dump(mode="json"), "schedule": days})
        else:
            preferences.drop("dose", name)
        self.look()

    def is_usual(self, item: Prescription) -> bool:
        known = self.usual.get(item.exercise_id)
        return known is not None and known == changes_of(item.dose, item.schedule)


def changes_of(dose: Dose, schedule: Schedule) -> ItemChanges:
    """A dose and its days, as `Plan.add` takes them."""
    return cast(ItemChanges, {**dict(dose), "schedule": schedule})


def added(plan: Plan, exercise: Exercise, usual: Mapping[str, ItemChanges], at: int | None = None, **own: Any) -> Plan:
    """With the exercise at her usual dose, or else at its own, and on the affected side; `own` stands above all.

    Raises `KitError`.
    """
    own = {**sides_on(exercise, plan.context.side), **own}
    if known := usual.get(exercise.id):
        with contextlib.suppress(KitError):  # the exercise may have changed since; if it is not that, it is told below
            return plan.add(exercise, at, **cast(ItemChanges, {**known, **own}))
    return plan.add(exercise, at, **cast(ItemChanges, own))


def _read(data: Any) -> ItemChanges | None:
    """What was kept; nothing where it is no dose any more."""
    try:
        return changes_of(parse(Dose, data["dose"], "usual dose"), parse(Schedule, data["schedule"], "usual dose"))
    except (KitError, KeyError, TypeError):
        return None
