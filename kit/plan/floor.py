"""Who should not simply be sent down to the floor, and where an item is done: on the floor or on a firm bed."""

from __future__ import annotations

from collections.abc import Iterable

from kit.library.exercise import Exercise
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.course import conditions_in_force
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, Surface

_OLD, _OLD_WITHOUT_SUPPORT = 80, 65  # years of age (D)


def needs_floor_care(context: Context, held: Iterable[ConditionInForce]) -> bool:
    """Whether age, or one of the conditions `held`, makes getting down to the floor and up again a matter of care."""
    age = context.age or 0
    if age >= _OLD or (age >= _OLD_WITHOUT_SUPPORT and context.support is False):
        return True
    return any(_asks_for_care(one) for one in held)


def _asks_for_care(held: ConditionInForce) -> bool:
    condition = rules().conditions.get(held.condition)
    if condition is None or not condition.floor_care:
        return False
    return not condition.floor_care_regions or held.region is None or held.region in condition.floor_care_regions


def surface_of(item: Prescription, exercise: Exercise, plan: Plan) -> Surface | None:
    """Where the item is done; None for one that is done neither on the floor nor on a bed.

    A firm bed is what the prescription says, or what this patient needs where it says nothing; an exercise that no
    bed does for stays on the floor, and one that lies down without the tag of the floor is done on a bed.
    """
    if not on_the_floor(exercise):
        return "bed" if (exercise.base or "").startswith("floor") else None
    if not exercise.bed_ok or item.surface == "floor":
        return "floor"
    care = item.surface == "bed" or needs_floor_care(plan.context, conditions_in_force(plan.context, plan.start))
    return "bed" if care else "floor"


def on_the_floor(exercise: Exercise) -> bool:
    """Whether it is made for the floor."""
    return any(tag.name == "floor" for tag in exercise.tags)
