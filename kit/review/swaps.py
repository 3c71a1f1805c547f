"""What could stand in place of an exercise that does not fit. Every suggestion is itself checked."""

from __future__ import annotations

import datetime as dt

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.plan.prescription import prescribe
from kit.review.precautions import reasons


def swaps(plan: Plan, exercise: Exercise, library: Library, rules: Rules, on: dt.date) -> tuple[str, ...]:
    """Ids: what the conditions in force prefer, then easier variants; none that any rule marks AVOID, none twice."""
    held = [c for c in plan.context.conditions if c.condition in rules.conditions]
    wanted = [
        *(p for c in held for p in rules.conditions[c.condition].prefer),
        *(v.id for v in exercise.easier if v.id),
    ]
    planned = {item.exercise_id for item in plan.items}
    return tuple(
        name
        for name in dict.fromkeys(wanted)
        if name in library and name not in planned and _allowed(library[name], held, plan, rules, on)
    )


def _allowed(exercise: Exercise, held: list[ConditionInForce], plan: Plan, rules: Rules, on: dt.date) -> bool:
    if exercise.needs_clinician or any(_stopped(exercise, one, rules, on) for one in held):
        return False
    item = prescribe(exercise, "swap")
    return all(
        reason.level not in {"STOP", "AVOID"}
        for one in held
        for reason in reasons(item, exercise, one, plan.context, rules, on)
    )


def _stopped(exercise: Exercise, held: ConditionInForce, rules: Rules, on: dt.date) -> bool:
    """Whether a condition that holds the plan, or a region that the exercise loads, is in force."""
    in_force = rules.conditions[held.condition].stop and (held.until is None or held.until > on)
    return in_force and (held.region is None or exercise.loads(held.region))
