"""No step is proposed that the review would hold, or question as too much."""

from __future__ import annotations

from kit.followup.proposals import propose
from kit.library.library import Library
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.cases import PATIENT, START, last_sets, one, proposed
from tests.followup.frames import days, frames_of, june


def test_a_harder_form_that_stands_in_the_plan_gives_way_to_words(library: Library) -> None:
    """Not the same exercise twice."""
    plan = Plan.begin("P-001", START, context=PATIENT).add(library["bridge"], reps=15)
    found = proposed(library, plan.add(library["single_leg_bridge"]), last_sets(*[20] * 3))
    assert (found.kind, found.words) == ("progress", "the same, and: “Cross your arms on your chest.”")


def test_a_harder_form_that_a_rule_marks_avoid_is_not_proposed(library: Library) -> None:
    """Falls risk without a support: standing on one leg is held by the review, and so it is no proposal."""
    held = (ConditionInForce(condition="falls_risk"),)
    who = PATIENT.model_copy(update={"conditions": held, "support": False})
    note = "Let go, and keep your hand just above the counter."
    found = proposed(library, one(library, "tandem_stance", who=who, hold_s=30, note=note), days(1, 14))
    assert (found.kind, found.exercise) == ("hold", None)
    assert "No step passes. Tandem stance → Single-leg stance, 3 × 20 s: the review says AVOID, " in found.why


def test_a_step_that_the_review_questions_is_made_smaller(library: Library) -> None:
    """From 1 × 30 s to 2 × 30 s doubles the week; 2 × 20 s is a third more."""
    found = proposed(library, one(library, "gastroc_stretch", reps=1), days(1, 14))
    assert (found.kind, found.words) == ("progress", "1 × 30 s → 2 × 20 s")


def test_no_step_passes(library: Library) -> None:
    """Four times a day is at the limit of a day: the reason names the finding."""
    found = proposed(
        library,
        one(library, "gastroc_stretch", reps=2, hold_s=60, schedule={"days_a_week": 7, "times_a_day": 4}),
        days(1, 14),
    )
    assert found.kind == "hold"
    assert found.why == (
        "The last 3 sessions were done as planned, and pain leaves room for more. No step passes. "
        "2 × 60 s → 3 × 60 s: the review says CAUTION, 720 s of stretch a day."
    )


def test_a_step_beyond_what_a_plan_holds_is_none(library: Library) -> None:
    """A load has an end: the reason is told, and nobody sees an error."""
    found = proposed(library, one(library, "mini_squat", load_kg=500.0), last_sets(12, 12, 12))
    assert found.kind == "hold"
    assert found.why.startswith("Last sets 12, 12; the goal is 10. No step passes. 2 × 10, 500 kg → 2 × 10, 510 kg: ")


def test_a_draft_is_measured_against_the_version_before_it(library: Library) -> None:
    """2 × 30 s was issued, the draft has 3: a fourth repetition would double the week."""
    before = one(library, "gastroc_stretch")
    draft = before.new_version(june(10)).adjust("i1", reps=3)
    frames = frames_of(draft, [*days(1, 9), *days(10, 17, version=2)], (), before)
    (found,) = propose(resolve(draft, library), frames, june(17), versions=[before, draft])
    assert (found.kind, found.words) == ("hold", "stay at 3 × 30 s")
    assert found.why.endswith(
        "3 × 30 s → 4 × 30 s: the review says CAUTION, "
        "The work of a week rises by 100 %, from 420 to 840 seconds a week."
    )


def test_what_is_too_much_already_does_not_grow(library: Library) -> None:
    """The review questions the dose as it is; more of it is a new question, and no proposal."""
    often = {"days_a_week": 7, "times_a_day": 4}
    found = proposed(library, one(library, "gastroc_stretch", reps=3, hold_s=60, schedule=often), days(1, 14))
    assert found.kind == "hold"
    assert "3 × 60 s → 4 × 60 s: the review says CAUTION, 960 s of stretch a day." in found.why
