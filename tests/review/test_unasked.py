"""Facts of the patient that nobody gave, where the strict answer would raise a level."""

from __future__ import annotations

from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from tests.review.cases import START, has, levels, patient, plan_of

FALLS = has("falls_risk")


def unsaid(plan: Plan, library: Library) -> list[Finding]:
    return [finding for finding in check(plan, library) if finding.where == "plan, patient"]


def test_a_support_that_nobody_asked_about_is_asked_about(library: Library) -> None:
    """At the level that it would have without one; the item keeps the level of the table."""
    plan = plan_of(library, "tandem_stance", "bridge", "single_leg_stance", who=patient(FALLS))
    (found,) = unsaid(plan, library)
    assert (found.level, found.question, found.what, found.why, found.mend) == (
        "AVOID",
        True,
        "it is not said whether a fixed support is at hand.",
        "Without one: AVOID for Heel-to-toe stand; AVOID for One-leg stand.",
        "Say whether there is one.",
    )
    assert levels(library, plan, "falls_risk")[0] == ("i1", "CAUTION")
    with pytest.raises(OpenFindingsError, match="it is not said whether a fixed support is at hand"):
        issue(plan, library, "A. Physio", START)


@pytest.mark.parametrize(
    ("exercise", "facts"),
    [
        ("tandem_stance", {"support": True}),
        ("tandem_stance", {"support": False}),
        ("bridge", {}),
        ("sit_to_stand", {}),
    ],
)
def test_nothing_is_asked_where_it_makes_no_difference(library: Library, exercise: str, facts: dict[str, Any]) -> None:
    """The fact is told, or no rule asks for it."""
    assert unsaid(plan_of(library, exercise, who=patient(FALLS, **facts)), library) == []


def test_an_answer_about_the_support_covers_the_items_as_they_were(library: Library) -> None:
    """A longer stand is asked about again."""
    plan = plan_of(library, "tandem_stance", who=patient(FALLS))
    (found,) = unsaid(plan, library)
    answered = answer(plan, found, "A. Physio", START, "There is a rail.")
    assert issue(answered, library, "A. Physio", START).issued
    assert [f.holds for f in unsaid(answered.adjust("i1", reps=5), library)] == [True]


def test_at_65_a_support_that_is_not_said_is_told(library: Library) -> None:
    """Without one the way down to the floor is a matter of care: a CAUTION, which holds nothing."""
    (found,) = unsaid(plan_of(library, "bird_dog", who=patient(age=66)), library)
    assert (found.level, found.holds, found.why) == (
        "CAUTION",
        False,
        "Without one: CAUTION, Arm and leg reach needs getting down to the floor.",
    )
    assert unsaid(plan_of(library, "bird_dog", who=patient(age=64)), library) == []


@pytest.mark.parametrize(
    ("exercise", "why"),
    [
        (("straight_leg_raise", {"load_kg": 2.0}), "CAUTION for Straight leg lift"),
        ("bird_dog", "CAUTION, Arm and leg reach needs getting down to the floor"),
    ],
)
def test_an_age_that_is_not_given_is_told_where_it_matters(library: Library, exercise: Any, why: str) -> None:
    """A CAUTION that names what an older patient would be told; none where the age is there or all one."""
    (found,) = unsaid(plan_of(library, exercise, who=patient(age=None, support=True)), library)
    assert (found.level, found.holds, found.what, found.why, found.mend) == (
        "CAUTION",
        False,
        "the age is not given.",
        f"At 80, or from 65 years on: {why}.",
        "Add the age.",
    )
    assert unsaid(plan_of(library, exercise, who=patient(age=50, support=True)), library) == []
    assert unsaid(plan_of(library, "bridge", who=patient(age=None, support=True)), library) == []
