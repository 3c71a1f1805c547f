"""A swap that is offered for a finding clears it: no exercise of the kit under no condition is an exception."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.check import findings
from kit.review.clearing import candidates, swapped_out, swaps_that_clear
from kit.review.finding import LEVELS, Finding

LIBRARY = Library.load()
BESIDE = "heel_raise_double"
CASES = [(exercise.id, condition) for exercise in LIBRARY for condition in rules().conditions]
SOME = CASES if os.environ.get("EVERY_CASE") else CASES[::53]


def reviewed(plan: Plan) -> list[Finding]:
    return list(findings(resolve(plan, LIBRARY)))


def plan_of(exercise: str, condition: str) -> Plan:
    """The exercise on the right, with another one beside it, for a patient with a condition on the right."""
    plan = Plan.begin("P-001", dt.date(2026, 6, 1)).add(LIBRARY[exercise])
    if LIBRARY[exercise].sides != "both":
        plan = plan.adjust("i1", sides="right")
    plan = plan if exercise == BESIDE else plan.add(LIBRARY[BESIDE])
    held = ConditionInForce(condition=condition, side="right")
    return plan.describe(context=plan.context.model_copy(update={"conditions": (held,)}))


def swap_in(plan: Plan, other: Exercise) -> Plan:
    return plan.remove("i1").add(other, at=0)


def worst(plan: Plan) -> Finding | None:
    """What stands highest of the item, if it is more than information."""
    return next((f for f in reviewed(plan) if f.item == "i1" and f.level != "INFO"), None)


@pytest.mark.parametrize(("exercise", "condition"), SOME)
def test_an_offered_swap_clears(exercise: str, condition: str) -> None:
    """The new item has no finding of that level or higher, and nothing else in the plan has one more."""
    plan = plan_of(exercise, condition)
    finding = worst(plan)
    if finding is None:
        return
    high = LEVELS[: LEVELS.index(finding.level) + 1]
    others = [f for f in reviewed(plan) if f.level in high and f.item != "i1"]
    offered = list(swaps_that_clear(finding, plan, LIBRARY, lambda other: swap_in(plan, other), reviewed))
    assert len(offered) <= 3
    for other in offered:
        after = swap_in(plan, other)
        new = after.items[0].item_id
        found = [f for f in reviewed(after) if f.level in high]
        assert not [f for f in found if f.item == new], other.id
        assert len(found) <= len(others)


@pytest.mark.parametrize(("exercise", "condition"), SOME)
def test_none_is_offered_only_where_none_clears(exercise: str, condition: str) -> None:
    """Where nothing is offered, no candidate clears it: looking at the item alone first refuses none that would."""
    plan = plan_of(exercise, condition)
    finding = worst(plan)
    if finding is None or list(swaps_that_clear(finding, plan, LIBRARY, lambda o: swap_in(plan, o), reviewed)):
        return
    for other in candidates(finding, plan, LIBRARY):
        after = swap_in(plan, other)
        new = frozenset({after.items[0].item_id})
        assert not swapped_out(finding, reviewed(plan), reviewed(after), new), other.id
