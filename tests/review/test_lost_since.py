"""What an exercise lost since the version before was issued with it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.exercise import TagsReviewed
from kit.library.library import Library
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from tests.review.cases import EMPTY, START, about, has, own, patient, plan_of, tagged

REVIEWED = TagsReviewed(by="A. Physio", on=START)
NWB = has("nwb", side="both")
NEXT = START + dt.timedelta(days=9)
WHOLE = "wb_leg@both single_leg@both knee_flex_loaded stand"


def given_out(
    library: Library, exercise: str = "step_up", *held: ConditionInForce, **changes: Any
) -> tuple[Plan, Plan]:
    """A version issued with an exercise of the clinic's own, every finding answered, and the draft that follows it."""
    shelf, mine = own(library, exercise, "mine", **changes)
    plan = EMPTY.add(mine).describe(context=patient(*held, support=True))
    for finding in check(plan, shelf):
        if finding.holds:
            plan = answer(plan, finding, "B. Doc", START, "Right for this patient.")
    first = issue(plan, shelf, "A. Physio", START)
    return first, first.new_version(NEXT, on=NEXT)


def found_of(draft: Plan, shelf: Library, first: Plan, name: str) -> Finding | None:
    found = about(check(draft, shelf, on=NEXT, previous=first), name)
    return found[0] if found else None


@pytest.mark.parametrize(
    "changes",
    [
        {"tags": tagged("stand")},
        {"tags": tagged("stand", "wb_leg", "single_leg@both", "knee_flex_loaded")},
        {"tags": (), "tags_reviewed": REVIEWED},
        {"tags": tagged("stand"), "tags_reviewed": REVIEWED.model_copy(update={"drops": ("wb_leg@both",)})},
        {"tags": tagged("stand"), "setup_tags": tagged("wb_leg@both", "single_leg@both", "knee_flex_loaded")},
    ],
)
def test_tags_that_an_own_exercise_lost_since_it_was_given_out_still_count(
    library: Library, changes: dict[str, Any]
) -> None:
    """Fewer tags, fewer limbs, or none as somebody says who does not name each loss: the rule holds as it did."""
    first, draft = given_out(library, "step_up", NWB)
    shelf, _ = own(library, "step_up", "mine", **changes)
    found = check(draft, shelf, on=NEXT, previous=first)
    assert [f.level for f in about(found, "nwb") if f.item] == ["AVOID"]
    drops = found_of(draft, shelf, first, "drops")
    assert drops is not None
    assert (drops.level, drops.question, drops.holds) == ("AVOID", True, True)
    assert drops.why == (
        "Version 1 was issued with it. The precautions still count it, until the loss is confirmed by name."
    )


def test_what_an_exercise_lost_is_asked_about_whatever_is_in_force(library: Library) -> None:
    """The version after this one would have forgotten it: a CAUTION that is answered by name."""
    first, draft = given_out(library)
    shelf, _ = own(library, "step_up", "mine", tags=tagged("stand"))
    with pytest.raises(OpenFindingsError, match="this version of Step-up drops"):
        issue(draft, shelf, "A. Physio", NEXT, first)
    drops = found_of(draft, shelf, first, "drops")
    assert drops is not None
    assert (drops.level, drops.question) == ("CAUTION", True)
    assert issue(answer(draft, drops, "A. Physio", NEXT, "A low step."), shelf, "A. Physio", NEXT, first).issued


def test_each_loss_since_the_version_before_is_confirmed_by_name(library: Library) -> None:
    """In the file of the exercise, as for a copy of the kit's own."""
    first, draft = given_out(library, "step_up", NWB)
    reviewed = REVIEWED.model_copy(update={"drops": tuple(WHOLE.split())})
    shelf, _ = own(library, "step_up", "mine", tags=(), tags_reviewed=reviewed)
    found = found_of(draft, shelf, first, "drops")
    assert found is not None
    assert (found.level, found.why) == ("INFO", "The version before has it.")
    assert [f.level for f in about(check(draft, shelf, on=NEXT, previous=first), "nwb") if f.item] == []


def test_another_name_makes_no_other_exercise(library: Library) -> None:
    """An own exercise that tells the same steps is the one that was given out; one with other steps is not."""
    first, draft = given_out(library, "step_up", NWB)
    changed = draft.model_copy(
        update={"items": tuple(i.model_copy(update={"exercise_id": "other"}) for i in draft.items)}
    )
    for steps, held in (({}, True), ({"steps": ("Sit down.",)}, False)):
        shelf, _ = own(library, "step_up", "other", tags=tagged("stand"), **steps)
        assert (found_of(changed, shelf, first, "drops") is not None) == held


@pytest.mark.parametrize(
    ("exercise", "changes", "told"),
    [
        ("side_bridge_knees", {"work": "move"}, "that the effort is held"),
        ("step_up", {"category": "mobility"}, "that it is strength work"),
        ("step_up", {"region": "hip", "regions": ()}, "the region knee, the region ankle foot"),
        ("band_external_rotation", {"load_class": "standing_hips"}, "the stricter class of its load"),
        ("ankle_eversion_band", {"setup_tags": ()}, "hip flexion of about 90 degrees or more relative to the trunk"),
    ],
)
def test_other_facts_of_an_own_exercise_are_lost_as_its_tags_are(
    library: Library, exercise: str, changes: dict[str, Any], told: str
) -> None:
    """The kind of work, its regions, the class of a load, what is needed to get ready: each is named, and asked about."""
    first, draft = given_out(library, exercise)
    shelf, _ = own(library, exercise, "mine", **changes)
    found = found_of(draft, shelf, first, "drops")
    assert found is not None
    assert told in found.what
    assert found.question


def test_a_load_is_judged_by_the_stricter_class_of_the_two(library: Library) -> None:
    """6 kg are too much for a small muscle of the shoulder, whatever the file has come to say."""
    told: dict[str, Any] = {
        "steps": ("Turn your {lead} arm out.",),
        "phases": (),
        "card": None,
        "careful": (),
        "arc_step": None,
    }
    first, draft = given_out(library, "band_external_rotation", **told)
    shelf, _ = own(library, "band_external_rotation", "mine", load_class="standing_hips", **told)
    loaded = draft.adjust("i1", load_kg=6.0)
    found = found_of(loaded, shelf, first, "first_load")
    assert found is not None
    assert found.level == "ERROR"
    assert [f.level for f in about(check(loaded, shelf, on=NEXT), "first_load")] == ["CAUTION"]
    retold, _ = own(library, "band_external_rotation", "mine", load_class="standing_hips")
    assert [f.level for f in about(check(loaded, retold, on=NEXT), "first_load")] == ["ERROR"]


def test_a_bed_that_did_not_do_does_not_do_now(library: Library) -> None:
    """For an own exercise; the patient who does not get up from the floor is not sent to a bed that gives way."""
    first, draft = given_out(library, "cat_cow")
    shelf, _ = own(library, "cat_cow", "mine", bed_ok=True)
    draft = draft.describe(context=draft.context.model_copy(update={"gets_off_floor": "no", "age": 82}))
    found = found_of(draft, shelf, first, "floor")
    assert found is not None
    assert found.level == "AVOID"


def test_the_kits_own_exercise_is_as_it_is_in_a_later_version(library: Library) -> None:
    """Nothing is asked where nothing is lost."""
    plan = plan_of(library, "step_up", "cat_cow", who=patient(support=True))
    first = issue(plan, library, "A. Physio", START)
    assert found_of(first.new_version(NEXT, on=NEXT), library, first, "drops") is None
