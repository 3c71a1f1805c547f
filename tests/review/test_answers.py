"""An answer covers what was answered, and nothing that changed since."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding, Level
from kit.review.issue import issue

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)


@pytest.fixture
def avoided(library: Library) -> Plan:
    """A plan with one AVOID: the standing stretch in gluteal tendinopathy."""
    held = (ConditionInForce(condition="gtps"),)
    return EMPTY.add(library["standing_itb_stretch"]).describe(
        context=Context(conditions=held, red_flags_screened=START)
    )


def the(level: Level, plan: Plan, library: Library) -> Finding:
    return next(f for f in check(plan, library) if f.level == level)


def test_an_avoid_holds_until_a_reason_is_written(library: Library, avoided: Plan) -> None:
    """Issuing says what holds it; with a reason it goes, and the reason stays in the version."""
    with pytest.raises(PlanError, match="Gluteal tendinopathy"):
        issue(avoided, library, "A. Physio", START)
    with pytest.raises(PlanError, match="Write why this exercise is right"):
        answer(avoided, the("AVOID", avoided, library), "A. Physio", START)
    plan = answer(avoided, the("AVOID", avoided, library), "A. Physio", START, "Pain-free and improving.")
    issued = issue(plan, library, "A. Physio", START)
    assert issued.overrides[0].reason == "Pain-free and improving."
    assert "Pain-free and improving. (A. Physio, 2026-06-01)" in the("AVOID", issued, library).answered


def test_an_answer_covers_only_what_was_answered(library: Library, avoided: Plan) -> None:
    """Another exercise in the same place, or a new level, asks again; the old answer is told as no longer needed."""
    plan = answer(avoided, the("AVOID", avoided, library), "A. Physio", START, "Improving.")
    other = plan.remove("i1").add(library["supine_leg_crossover"])
    assert the("AVOID", other, library).holds
    assert any("no longer needed" in f.what for f in check(other, library))


def test_a_stop_needs_a_name_a_role_and_a_reason(library: Library) -> None:
    """Whatever is missing is told; a flag that is ticked later is not covered."""
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags=("Hip",), red_flags_screened=START))
    stop = the("STOP", plan, library)
    with pytest.raises(PlanError, match="Write the name of the clinician"):
        answer(plan, stop, " ", START)
    with pytest.raises(PlanError, match="not signed off: it has no role or registration; its reason has 4 letters"):
        answer(plan, stop, "B. Physio", START, "Okay")
    signed = answer(plan, stop, "B. Physio", START, "X-ray clear, team agrees", "Physiotherapist")
    kept = issue(signed, library, "A. Physio", START).sign_offs[0]
    assert (kept.by, kept.role, kept.note) == ("B. Physio", "Physiotherapist", "X-ray clear, team agrees")
    more = signed.describe(context=Context(red_flags=("Hip", "Cauda equina"), red_flags_screened=START))
    assert the("STOP", more, library).holds


def test_an_error_has_no_answer(library: Library) -> None:
    """An ERROR is mended, never overridden."""
    plan = EMPTY.add(library["supine_figure4_stretch"], reps=30)
    with pytest.raises(PlanError, match="ERROR has no answer"):
        answer(plan, the("ERROR", plan, library), "A. Physio", START, "I want it.")


def test_a_sign_off_covers_no_flag_that_was_ticked_later(library: Library) -> None:
    """Also with so many flags that their names fill a line: one more asks again."""
    flags = tuple(f"A sign of serious disease, number {n}" for n in range(20))
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags=flags, red_flags_screened=START))
    signed = answer(plan, the("STOP", plan, library), "B. Physio", START, "Seen by the team", "Physiotherapist")
    assert not the("STOP", signed, library).holds
    more = signed.describe(context=Context(red_flags=(*flags, "One more"), red_flags_screened=START))
    assert the("STOP", more, library).holds


def test_one_answer_for_one_side_and_region(library: Library) -> None:
    """The same condition on both sides, entered twice, is two findings with two answers."""
    held = tuple(ConditionInForce(condition="gtps", side=side) for side in ("left", "right"))
    plan = EMPTY.add(library["standing_itb_stretch"]).describe(
        context=Context(conditions=held, red_flags_screened=START)
    )
    first, second = (f for f in check(plan, library) if f.level == "AVOID")
    assert first.key != second.key
    plan = answer(plan, first, "A. Physio", START, "Improving.")
    assert [f.holds for f in check(plan, library) if f.level == "AVOID"] == [False, True]


def test_an_answer_ends_where_what_was_judged_changes(library: Library) -> None:
    """The other side, or a second fracture asks for an answer of its own."""
    right = EMPTY.add(library["standing_itb_stretch"], sides="right").describe(
        context=Context(
            conditions=(ConditionInForce(condition="abductor_repair", side="left"),), red_flags_screened=START
        )
    )
    plan = answer(right, the("AVOID", right, library), "A. Physio", START, "Weight is allowed.")
    assert the("AVOID", plan.adjust("i1", sides="left"), library).holds
    for first, second in [
        ("acute_fracture", {"side": "right", "region": "hip"}),
        ("hot_joint", {"side": "right", "region": "hip"}),
    ]:
        one = ConditionInForce(condition=first, side="left", region="knee")
        plan = EMPTY.add(library["sit_to_stand"]).describe(context=Context(conditions=(one,), red_flags_screened=START))
        plan = answer(plan, the("STOP", plan, library), "B. Physio", START, "Seen by the team", "Physiotherapist")
        other = ConditionInForce(condition=first, **second)
        more = plan.describe(context=Context(conditions=(one, other), red_flags_screened=START))
        assert any(f.holds for f in check(more, library) if f.level == "STOP")
