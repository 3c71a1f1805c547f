"""Which side leads a plan: one for all that is done on each side in turn, unless the clinician says otherwise.

It is settled when an item is added or changed, and stands in the item. So an issued version is told as it was issued.
"""

from __future__ import annotations

from collections.abc import Iterable

from kit.library.exercise import Side
from kit.plan.context import Context
from kit.plan.prescription import Prescription

LEADS: Side = "right"  # of a plan that has no reason for one side (D)


def leading_side(context: Context, items: Iterable[Prescription]) -> Side:
    """The affected side; where none is said, or both, the side that leads already; else the right one."""
    if context.side == "left" or context.side == "right":
        return context.side
    return next((item.lead_side for item in items if item.sides == "each"), LEADS)


def led_by(items: Iterable[Prescription], lead: Side) -> tuple[Prescription, ...]:
    """The items when another side has come to lead the plan."""
    return tuple(item.model_copy(update={"lead_side": lead}) if item.sides == "each" else item for item in items)
