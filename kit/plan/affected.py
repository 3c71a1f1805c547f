"""The affected side of the patient, said once: which exercises it sets, and to what, and which conditions go along."""

from __future__ import annotations

from kit.library.exercise import Exercise, Side
from kit.library.library import Library
from kit.plan.context import Affected, ConditionInForce
from kit.plan.correction import promised
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.words.dose import Sides

_SIDES: dict[Affected, Sides] = {"left": "left", "right": "right", "both": "each"}


def sides_on(exercise: Exercise, side: Affected | None) -> ItemChanges:
    """What an exercise takes of the affected side; nothing where that is not said, or where it works both at once."""
    return {} if side is None or exercise.sides == "both" else {"sides": _SIDES[side]}


def follows(plan: Plan, library: Library, side: Affected) -> list[str]:
    """The ids of the items whose side would change with the affected side."""
    return [
        item.item_id
        for item in plan.items
        if item.exercise_id in library
        and sides_on(library[item.exercise_id], side).get("sides", item.sides) != item.sides
    ]


def affected(plan: Plan, library: Library, side: Affected | None) -> Plan:
    """The plan with this affected side, and every item that is done on one side at a time on it.

    Without a side the items stay as they are. Where the side was the mistake, the conditions of the old side go along.
    """
    conditions = _taken_along(plan, side)
    if side is not None:
        for item_id in follows(plan, library, side):
            item = plan.item(item_id)
            changes = sides_on(library[item.exercise_id], side)
            if changes["sides"] != "each" and item.side_order is not None:
                changes = {**changes, "side_order": None}  # nothing is left to take turns
            plan = plan.adjust(item_id, **changes)
    return plan.describe(context=plan.context.model_copy(update={"side": side, "conditions": conditions}))


def one_side(plan: Plan) -> Side | None:
    """The one side that a plan is for: that of all its work of one side, else the affected one; None of any other."""
    sides = {item.sides for item in plan.items if item.sides != "both"}
    alone = sides.pop() if len(sides) == 1 else plan.context.side
    return alone if alone == "left" or alone == "right" else None


def _taken_along(plan: Plan, side: Affected | None) -> tuple[ConditionInForce, ...]:
    """The conditions, those of the old side on the new one where a correction says that the side was wrong.

    In any other draft a condition of the other side may be another ailment: that is asked, and nothing is moved.
    """
    old, held = one_side(plan), plan.context.conditions
    if promised(plan) != "side" or old is None or side not in ("left", "right"):
        return held
    return tuple(one.model_copy(update={"side": side}) if one.side == old else one for one in held)
