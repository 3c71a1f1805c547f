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
        self._before: tuple[str, Any] | None = None  # what the usual dose that was kept last has replaced
        self.look()

    def look(self) -> None:
        """Read them again: another window may have changed them."""
        self.favourites = frozenset(self._store.preferences.all("favourite"))
        doses = self._store.preferences.all("dose")
        self.usual = {name: known for name, data in doses.items() if (known := _read(data))}

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
        name = item.exercise_id
        self._before = name, self._store.preferences.all("dose").get(name)
        days = item.schedule.model_dump(mode="json", exclude_none=True)
        self._keep_dose(name, {"dose": item.dose.model_dump(mode="json"), "schedule": days} if on else None)

    @property
    def can_undo(self) -> bool:
        """Whether the last thing that she did was to keep a usual dose, or to keep none."""
        return self._before is not None

    def undo(self) -> tuple[str, bool]:
        """Back to the usual dose that was there before, or to none; the exercise, and whether it has one now."""
        assert self._before
        name, data = self._before
        self._keep_dose(name, data)
        self.settle()
        return name, data is not None

    def settle(self) -> None:
        """She has done something else since: that is the last step now."""
        self._before = None

    def _keep_dose(self, name: str, data: Any) -> None:
        preferences = self._store.preferences
        preferences.keep("dose", name, data) if data is not None else preferences.drop("dose", name)
        self.look()

    def has_dose(self, item: Prescription) -> bool:
        """Whether it has her usual dose, on whatever days."""
        known = self.usual.get(item.exercise_id)
        return known is not None and known == changes_of(item.dose, known["schedule"])

    def is_usual(self, item: Prescription) -> bool:
        """Whether it has her usual dose and days."""
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
