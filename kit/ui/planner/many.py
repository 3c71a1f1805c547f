"""Several items set at once. Each takes what it can; what one cannot take is told under its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import Fault, KitError, PlanError
from kit.library.library import Library
from kit.model import parse
from kit.plan.both_sides import fault_of_sides
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import Schedule
from kit.ui.planner.dosing import as_written, dosed
from kit.ui.planner.row_wishes import AdjustAll, Changes, RemoveAll
from kit.words.numbers import counted

_DAYS = ("weekdays", "days_a_week")


@dataclass(frozen=True)
class Many:
    """The plan with what was taken, how many items took it of how many, and why the others could not."""

    plan: Plan
    took: int
    asked: int
    faults: tuple[Fault, ...]

    @property
    def said(self) -> str:
        if not self.faults:
            return f"Set on {counted(self.took, 'exercise')}."
        return f"Set on {self.took} of {counted(self.asked, 'exercise')}; the others stay as they are."


def adjusted_all(plan: Plan, library: Library, wish: AdjustAll) -> Many:
    """Raises `PlanError` with every reason where no item can take it; nothing is changed then."""
    faults: list[Fault] = []
    refused = 0
    ids = [item.item_id for item in plan.items if item.item_id in wish["item_ids"]]
    for item_id in ids:
        try:
            plan = _adjusted(plan, library, item_id, wish["changes"])
        except KitError as error:
            faults += (Fault(_name(plan.item(item_id), library), one.what, one.mend) for one in error.faults)
            refused += 1
    if not ids:
        raise PlanError(Fault("selection", "has no exercise that is still in the plan.", "Select them again."))
    if refused == len(ids):
        raise PlanError(_together(faults))
    return Many(plan, len(ids) - refused, len(ids), _together(faults))


def _together(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """What is wrong alike with several exercises is told once, under all their names."""
    names: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        names.setdefault((fault.what, fault.mend), []).append(fault.where)
    return tuple(Fault(", ".join(where), what, mend) for (what, mend), where in names.items())


def removed_all(plan: Plan, wish: RemoveAll) -> Plan:
    """The plan without several items; those that are gone already stay gone."""
    for item in plan.items:
        if item.item_id in wish["item_ids"]:
            plan = plan.remove(item.item_id)
    return plan


def _adjusted(plan: Plan, library: Library, item_id: str, changes: Changes) -> Plan:
    item = plan.item(item_id)
    exercise = library[item.exercise_id] if item.exercise_id in library else None  # noqa: SIM401
    dose = _dose(item, changes)
    rest: dict[str, Any] = {}
    if "sides" in changes:
        rest["sides"] = changes["sides"]
        if exercise and fault_of_sides(changes["sides"], exercise, "sides"):
            raise PlanError(Fault("sides", "Both sides work at once here.", "For one side alone, swap the exercise."))
    if any(name in changes for name in _DAYS):
        days = {name: changes.get(name) for name in _DAYS}
        rest["schedule"] = parse(Schedule, {**days, "times_a_day": item.schedule.times_a_day}, "days")
    plan = dosed(plan, item_id, dose) if dose else plan
    return plan.adjust(item_id, **rest) if rest else plan


def _dose(item: Prescription, changes: Changes) -> dict[str, Any]:
    dose: dict[str, Any] = {name: changes[name] for name in ("sets", "reps", "hold_s") if name in changes}
    if "dose" in changes:
        dose |= as_written(item.dose, **changes["dose"])
    if "rest_s" in changes:
        dose[_rest_of(item)] = changes["rest_s"]
    return dose


def _rest_of(item: Prescription) -> str:
    """The rest that it has. Raises `PlanError` where it is done once."""
    if item.dose.sets > 1:
        return "rest_set_s"
    if item.dose.reps > 1:
        return "rest_rep_s"
    raise PlanError(Fault("rest", "It is done once, and has no rest.", "Give it more sets first."))


def _name(item: Prescription, library: Library) -> str:
    return library[item.exercise_id].name if item.exercise_id in library else item.exercise_id
