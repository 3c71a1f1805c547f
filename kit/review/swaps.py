"""What could stand in place of an exercise that does not fit. Every suggestion is itself checked."""

from __future__ import annotations

import datetime as dt

from kit.library.exercise import Exercise
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.prescription import prescribe
from kit.plan.resolved import ResolvedPlan
from kit.review.precautions import reasons


def swaps(known: ResolvedPlan, exercise: Exercise, rules: Rules, on: dt.date) -> tuple[str, ...]:
    """Ids: what the conditions in force prefer, then easier variants; none that any rule marks AVOID, none twice."""
    context, shelf = known.plan.context, known.shelf
    held = [c for c in context.conditions if c.condition in rules.conditions]
    wanted = [
        *(p for c in held for p in rules.conditions[c.condition].prefer),
        *(v.id for v in exercise.easier if v.id),
    ]
    planned = {item.exercise_id for item in known.plan.items}
    return tuple(
        name
        for name in dict.fromkeys(wanted)
        if name in shelf and name not in planned and _allowed(shelf[name], held, context, rules, on)
    )


def _allowed(exercise: Exercise, held: list[ConditionInForce], context: Context, rules: Rules, on: dt.date) -> bool:
    if exercise.needs_clinician or any(_stopped(exercise, one, rules, on) for one in held):
        return False
    item = prescribe(exercise, "swap")
    return all(reason.level != "AVOID" for one in held for reason in reasons(item, exercise, one, context, rules, on))


def _stopped(exercise: Exercise, held: ConditionInForce, rules: Rules, on: dt.date) -> bool:
    """Whether a condition that holds the plan, or a region that the exercise loads, is in force."""
    stops = rules.conditions[held.condition].stop and held.holds_on(on)
    return stops and (held.region is None or exercise.loads(held.region))
