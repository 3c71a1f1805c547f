"""The numbers of a dose as a clinician sets them; what does not fit is told with its limits, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kit.errors import Fault, PlanError, number
from kit.library.dose import Dose
from kit.plan.plan import Plan
from kit.ui.planner.row_wishes import WriteDose

_WITHIN = "Write a number in between."
# Around the limits, as in "A hold lasts 0 to 300 seconds".
_SAID: Mapping[str, tuple[str, str]] = {
    "sets": ("An exercise has", "sets"),
    "reps": ("A set has", "repetitions"),
    "hold_s": ("A hold lasts", "seconds"),
    "tempo_s": ("To move once takes", "seconds"),
    "duration_s": ("It goes on for", "seconds"),
    "rest_rep_s": ("A rest lasts", "seconds"),
    "rest_set_s": ("A rest lasts", "seconds"),
    "load_kg": ("A load has", "kilograms"),
    "effort_target": ("Effort goes from", "on a scale of ten"),
}
_COUNTED = {"reps": "repetitions", "hold_s": "hold", "tempo_s": "moving time"}


def dosed(plan: Plan, item_id: str, changes: Mapping[str, Any]) -> Plan:
    """The plan with numbers of one dose changed. Raises `PlanError` with all that does not fit."""
    where = f"item {item_id}"
    faults = [fault for name, value in changes.items() if (fault := _out_of_range(name, value, where))]
    faults = faults or list(_senseless({**dict(plan.item(item_id).dose), **changes}, changes, where))
    if faults:
        raise PlanError(faults)
    return plan.adjust(item_id, **changes)


def as_written(dose: Dose, sets: float | None, reps: float, hold_s: float | None) -> dict[str, Any]:
    """The numbers that a written dose means: "2x30s" is two holds in one set, and of a timed dose two times 30 s."""
    if dose.duration_s is None:
        kept = {} if hold_s is None else {"hold_s": hold_s}
        return {"sets": 1 if sets is None else sets, "reps": reps, **kept}
    if sets is None:
        return {"sets": reps, "duration_s": hold_s}
    return {"sets": sets, "reps": reps}


def written_dose(plan: Plan, wish: WriteDose) -> Plan:
    """The plan with a dose as it was written. Raises `PlanError`."""
    dose = plan.item(wish["item_id"]).dose
    return dosed(plan, wish["item_id"], as_written(dose, wish["sets"], wish["reps"], wish["hold_s"]))


@cache
def limits(name: str) -> tuple[float, float]:
    """The lowest and the highest that a number of a dose can be."""
    field = Dose.model_json_schema()["properties"][name]
    bounds = next(one for one in field.get("anyOf", [field]) if "minimum" in one)
    return bounds["minimum"], bounds["maximum"]


def _out_of_range(name: str, value: object, where: str) -> Fault | None:
    if name not in _SAID or isinstance(value, bool) or not isinstance(value, int | float):
        return None  # for the plan to say
    low, high = limits(name)
    if low <= value <= high:
        return None
    begin, end = _SAID[name]
    return Fault(f"{where}, {name}", f"{begin} {low:g} to {high:g} {end}, and not {number(value)}.", _WITHIN)


def _senseless(dose: Mapping[str, Any], changes: Mapping[str, Any], where: str) -> Iterator[Fault]:
    """What does not go together."""
    if dose["duration_s"] is None:
        if not dose["hold_s"] and not dose["tempo_s"]:
            what = "Without a hold and without time to move, it takes no time."
            yield Fault(f"{where}, hold_s", what, "Write one of them.")
        return
    for name in changes.keys() & _COUNTED.keys():
        what = f"It is done for a time, and has no {_COUNTED[name]}."
        yield Fault(f"{where}, {name}", what, "Set for how long, such as 2x30s.")
