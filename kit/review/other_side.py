"""Conditions on the other side than the plan: two ailments, or a side that was set wrong. The clinician is asked."""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.exercise import Side
from kit.plan.affected import one_side
from kit.plan.issue import Covered
from kit.review.case import Case
from kit.review.finding import Finding

_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


def other_side(case: Case) -> Iterator[Finding]:
    """A question of a draft for each condition in force of the other side, where the patient's side is said."""
    plan, side = case.plan, one_side(case.plan)
    if side is None or plan.context.side is None or not plan.is_draft:
        return
    for held in plan.context.conditions:
        condition = case.rules.conditions.get(held.condition)
        if condition is None or held.side != _OTHER[side] or not held.holds_on(plan.start):
            continue
        yield Finding(
            level="CAUTION",
            where="plan, conditions",
            what=f"{condition.name} is set on the {held.side}, and the plan is for the {side} side.",
            why=f"Rules of one side look at the {held.side} alone.",
            source="design choice (D)",
            mend=f"If it is the {side} too, set its side. If it is another ailment, confirm by name how it is known.",
            key=f"CAUTION question otherside {held.condition} {held.side} {held.region or '-'} {side}",
            question=True,
            covers=Covered(condition=held),
        )
