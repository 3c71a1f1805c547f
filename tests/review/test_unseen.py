"""Exercises that a rule cannot see, or sees less of than there is; sides that an exercise does not have; the floor."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.errors import PlanError
from kit.library.exercise import Arc, Exercise, TagsReviewed
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.answers import answer
from kit.review.check import check, findings
from kit.review.finding import Finding
from kit.review.issue import issue
from tests.review.cases import EMPTY, START, about, has, levels, own, patient, plan_of, tagged

REVIEWED = TagsReviewed(by="A. Physio", on=START)
NWB = has("nwb", side="both")


def topic(plan: Plan, library: Library, name: str) -> Finding | None:
    found = about(check(plan, library), name)
    assert len(found) < 2
    return found[0] if found else None


# No tags


def test_an_exercise_without_tags_says_that_no_precaution_sees_it(library: Library) -> None:
    """AVOID where any condition is in force, else CAUTION; looked through by name, an INFO."""
    shelf, mine = own(library, "step_up", "my_step", tags=())
    for who, level in ((patient(NWB), "AVOID"), (patient(), "CAUTION")):
        found = topic(EMPTY.add(mine).describe(context=who), shelf, "untagged")
        assert found is not None
        assert (found.level, found.what, found.why) == (
            level, "this exercise has no movement tags.", "No precaution can see it."
        )  # fmt: skip
    seen, looked = own(library, "step_up", "my_step", tags=(), tags_reviewed=REVIEWED)
    plan = EMPTY.add(looked).describe(context=patient(NWB))
    assert topic(plan, seen, "untagged") is None
    found = topic(plan, seen, "reviewed")
    assert found is not None
    assert (found.level, found.what) == ("INFO", "has no movement tags, as A. Physio says since 1 June 2026.")


def test_an_over_condition_asks_nothing_of_an_exercise_without_tags(library: Library) -> None:
    """Only what is in force does."""
    shelf, mine = own(library, "step_up", "my_step", tags=())
    first = EMPTY.add(mine).describe(context=patient(has("nwb", side="left", until="06-15")))
    assert (topic(first, shelf, "untagged") or first).level == "AVOID"  # type: ignore[union-attr]


def test_the_kits_own_exercises_without_tags_are_as_they_are(library: Library) -> None:
    """Two of them move nothing that a rule asks for; a version of them that says something else is looked at."""
    bare = [e.id for e in library if not e.tags]
    assert bare == ["ankle_pumps", "quad_set"]
    for name in bare:
        assert topic(plan_of(library, name, who=patient(NWB)), library, "untagged") is None
        shelf, mine = own(library, name, steps=("Stand on one leg.",))
        assert (topic(EMPTY.add(mine).describe(context=patient(NWB)), shelf, "untagged") or mine).level == "AVOID"  # type: ignore[union-attr]


def test_a_tag_that_nobody_knows_is_an_error(library: Library) -> None:
    """With the nearest one; in a snapshot or a made exercise, since a file is refused before."""
    shelf, mine = own(library, "bridge", "my_bridge", tags=tagged("wb_legs"))
    found = topic(EMPTY.add(mine).describe(context=patient()), shelf, "tag")
    assert found is not None
    assert (found.level, found.mend) == ("ERROR", "Did you mean “wb_leg”?")


# Lost against what it was copied from


def test_a_version_that_drops_a_tag_is_judged_with_it(library: Library) -> None:
    """The rule holds as for the kit's own; the loss is named, AVOID where a condition asks for it, else CAUTION."""
    shelf, mine = own(library, "long_arc_quad", tags=())
    who = patient(has("aclr_early", side="left", since="05-18"))
    plan = EMPTY.add(mine).describe(context=who)
    assert levels(shelf, plan, "aclr_early") == [("i1", "AVOID")]
    found = topic(plan, shelf, "drops")
    assert found is not None
    assert found.level == "AVOID"
    assert found.what.startswith("this version of Seated knee straightening drops: open-chain knee extension")
    assert (topic(EMPTY.add(mine).describe(context=patient()), shelf, "drops") or mine).level == "CAUTION"  # type: ignore[union-attr]


def test_fewer_limbs_are_a_loss_too(library: Library) -> None:
    """Weight through both legs made weight through one."""
    tags = tagged("stand", "wb_leg", "single_leg@both", "knee_flex_loaded")
    shelf, mine = own(library, "step_up", tags=tags)
    for who, level in ((patient(), "CAUTION"), (patient(has("nwb", side="right")), "AVOID")):
        found = topic(EMPTY.add(mine, sides="left").describe(context=who), shelf, "drops")
        assert found is not None
        assert (found.level, "weight-bearing through the leg(s) of both limbs" in found.what) == (level, True)
    plan = EMPTY.add(mine, sides="left").describe(context=patient(has("nwb", side="right")))
    assert levels(shelf, plan, "nwb") == [("i1", "AVOID")]


def test_a_lost_region_is_named_and_still_counts(library: Library) -> None:
    """A stretch of the calf that was filed under the knee is still held by a broken ankle."""
    shelf, mine = own(library, "gastroc_stretch", region="knee", regions=(), tags=tagged("ankle_df_end"))
    plan = EMPTY.add(mine).describe(context=patient(has("acute_fracture", side="left", region="ankle_foot")))
    assert [f.item for f in check(plan, shelf) if f.level == "STOP"] == ["i1"]
    found = topic(plan, shelf, "drops")
    assert found is not None
    assert "the region ankle foot" in found.what


def test_a_loss_is_confirmed_by_name_and_loss_by_loss(library: Library) -> None:
    """Who confirms says what is dropped; a tag more that is gone is not confirmed."""
    for drops, level, told in ((("knee_okc_ext",), [], "INFO"), ((), [("i1", "AVOID")], "AVOID")):
        reviewed = REVIEWED.model_copy(update={"drops": drops})
        shelf, mine = own(library, "long_arc_quad", tags=tagged("neural_slr", "sit_chair"), tags_reviewed=reviewed)
        plan = EMPTY.add(mine).describe(context=patient(has("aclr_early", side="left", since="05-18")))
        assert levels(shelf, plan, "aclr_early") == level
        found = topic(plan, shelf, "drops")
        assert found is not None
        assert found.level == told


def test_the_exercises_of_an_issued_plan_are_held_against_the_library(library: Library) -> None:
    """A version issued by an older kit lacks a tag that the library has by now: it counts."""
    shelf, _ = own(library, "step_up", tags=tagged("stand", "wb_leg", "single_leg", "knee_flex_loaded"))
    old = EMPTY.add(shelf["step_up"], sides="left").describe(context=patient())
    issued = issue(old, shelf, "A. Physio", START)
    found = about(findings(resolve(issued, library)), "drops")
    assert [f.level for f in found] == ["CAUTION"]


def test_a_copy_that_calls_strength_something_else_is_judged_as_strength(library: Library) -> None:
    """After surgery strength is avoided, and a changed category changes nothing about the work."""
    operated = patient(has("recent_surgery", side="both", region="knee", since="05-18"))
    for drops, level in ((None, "AVOID"), ((), "AVOID"), (("strength",), "CAUTION")):
        reviewed = None if drops is None else REVIEWED.model_copy(update={"drops": drops})
        shelf, mine = own(library, "straight_leg_raise", category="mobility", tags_reviewed=reviewed)
        plan = EMPTY.add(mine).describe(context=operated)
        assert levels(shelf, plan, "recent_surgery") == [("i1", level)]
        assert "that it is strength work" in (topic(plan, shelf, "drops") or mine).what  # type: ignore[union-attr]


def test_a_copy_that_calls_held_work_moving_is_judged_as_held(library: Library) -> None:
    """By the clock it is a long hold all the same."""
    shelf, mine = own(library, "side_bridge_knees", work="move")
    timed: dict[str, Any] = {"reps": 1, "hold_s": 0, "tempo_s": 0, "rest_rep_s": 0, "duration_s": 600}
    plan = EMPTY.add(mine, **timed).describe(context=patient())
    limits = [f.key.split()[1] for f in check(plan, shelf) if f.level in ("ERROR", "CAUTION") and f.item]
    assert limits[:2] == ["hold_effort_impossible", "drops"]


def test_a_copy_that_says_a_bed_will_do_stays_on_the_floor(library: Library) -> None:
    """Where the kit's own does not say so; and who confirms a loss has a name, on a day that has come."""
    shelf, mine = own(library, "cat_cow", bed_ok=True)
    plan = EMPTY.add(mine, surface="bed").describe(context=patient(age=82, gets_off_floor="no"))
    assert [f.level for f in about(check(plan, shelf), "bed")] == ["ERROR"]
    assert [f.level for f in about(check(plan, shelf), "floor")] == ["AVOID"]
    for by, on in (("-", START), ("A. Physio", START + dt.timedelta(days=1))):
        reviewed = TagsReviewed(by=by, on=on, drops=("knee_okc_ext",))
        shelf, mine = own(library, "long_arc_quad", tags=tagged("neural_slr", "sit_chair"), tags_reviewed=reviewed)
        plan = EMPTY.add(mine).describe(context=patient(has("aclr_early", side="left", since="05-18")))
        assert levels(shelf, plan, "aclr_early") == [("i1", "AVOID")]


def test_a_copy_without_an_arc_cannot_be_kept_inside_one(library: Library) -> None:
    """No reason stands, since no limit can be told to the patient."""
    shelf, mine = own(library, "long_arc_quad", arc=None, arc_joint=None, arc_step=None)
    limit = Arc(from_deg=90, to_deg=45)
    who = patient(has("aclr_early", side="left", since="04-27"))
    plan = EMPTY.add(mine, sides="left", rom_limit=limit).describe(context=who)
    (avoid,) = [f for f in check(plan, shelf) if f.level == "AVOID" and f.item]
    assert avoid.mend == "Swap it, or take it out; or add its arc to the file of the exercise."
    with pytest.raises(PlanError, match="names no arc, so that no limit can be told"):
        answer(plan, avoid, "A. Physio", START, "Keeps inside it.")


def test_work_of_one_side_is_not_done_on_both(library: Library) -> None:
    """Steps and pictures tell one side, so that nobody knows which is meant."""
    found = topic(plan_of(library, ("single_leg_stance", {"sides": "both"})), library, "side")
    assert found is not None
    assert (found.level, found.mend) == ("ERROR", "Prescribe each side, left or right.")


# Open fields


def test_what_an_exercise_does_not_say_is_read_the_strict_way(library: Library) -> None:
    """No category: strength. No region: every one. No kind of work: held."""
    shelf, mine = own(
        library, "chin_tuck", "from_elsewhere", needs_clinician=("category", "region", "sides"), work=None
    )
    item = EMPTY.add(library["chin_tuck"]).items[0].model_copy(update={"exercise_id": "from_elsewhere"})
    plan = EMPTY.describe(context=patient(has("recent_surgery", side="both", region="knee", since="05-18")))
    plan = plan.model_copy(update={"items": (item,)})
    assert mine.category == "mobility"
    assert levels(shelf, plan, "recent_surgery") == [("i1", "AVOID")]
    found = topic(plan, shelf, "open")
    assert found is not None
    assert found.level == "CAUTION"
    assert found.what == (
        "the exercise does not say its category, read as strength; its region, read as every region; its sides, read as "
        "each side; whether the effort is held or moving (work), read as held."
    )


# Sides


@pytest.mark.parametrize(
    ("exercise", "sides", "condition", "other"),
    [
        ("bridge", "left", has("nwb", side="right"), "Bridge"),
        ("doorway_pec_stretch", "left", has("sh_instability", side="right"), None),
        ("heel_raise_double", "right", has("achilles_rupture", side="left", since="05-18"), "heel_raise_single"),
        ("sit_to_stand", "each", has("nwb", side="left"), None),
        ("mini_squat", "left", has("nwb", side="right"), "split_squat"),
    ],
)
def test_work_of_both_sides_cannot_be_done_with_one(
    library: Library, exercise: str, sides: Any, condition: Any, other: str | None
) -> None:
    """An ERROR that offers what can; until it is mended it is judged as done with both."""
    plan = plan_of(library, exercise, who=patient(condition)).adjust("i1", sides=sides)
    found = topic(plan, library, "side")
    assert found is not None
    done = "on each side in turn" if sides == "each" else f"on the {sides} only"
    assert (found.level, found.what) == ("ERROR", f"it works both sides at once. It cannot be done {done}.")
    name = {"Bridge": "single_leg_bridge"}.get(other or "", other)
    swap = f", or take “{library[name].patient_name}”" if name else ""
    assert found.mend == f"Prescribe both{swap}."
    assert levels(library, plan, condition.condition) == [("i1", "AVOID")]


def test_supporting_limbs_count(library: Library) -> None:
    """The other leg catches the step; the other arm carries; a set-up can be helped with."""
    step = plan_of(library, ("step_up", {"sides": "left"}), who=patient(has("nwb", side="right")))
    assert levels(library, step, "nwb") == [("i1", "AVOID")]
    repaired = patient(has("rc_repair", side="right", since="05-18"))
    assert levels(library, plan_of(library, ("pendulum", {"sides": "right"}), who=repaired), "rc_repair") == []
    assert levels(library, plan_of(library, "pendulum", who=repaired), "rc_repair") == [("i1", "AVOID")]
    band = plan_of(library, "banded_side_step", who=patient(has("tha_posterior", side="left", since="05-18")))
    (found,) = [f for f in about(check(band, library), "tha_posterior") if f.item]
    assert (found.level, found.mend) == ("CAUTION", "Let someone help to get ready, or use another aid.")
    assert found.why.endswith("Window: surgeon-set; often 6-12 weeks.")
    assert " In the set-up." in found.why


def test_feet_in_line_without_support(library: Library) -> None:
    """CAUTION for a patient who may fall, AVOID with nothing to hold on to."""
    for support, level in ((None, "CAUTION"), (True, "CAUTION"), (False, "AVOID")):
        plan = plan_of(library, "tandem_stance", who=patient(has("falls_risk"), support=support))
        assert levels(library, plan, "falls_risk") == [("i1", level)]


@pytest.mark.parametrize(
    ("exercise", "dose", "condition", "level"),
    [
        ("bridge", {"hold_s": 45}, "pregnancy", "CAUTION"),
        ("bridge", {"hold_s": 10}, "pregnancy", "CAUTION"),
        ("bridge", {"hold_s": 9}, "pregnancy", None),
        ("quad_set", {"hold_s": 10}, "hypertension", "CAUTION"),
        ("quad_set", {"reps": 1, "hold_s": 0, "tempo_s": 0, "rest_rep_s": 0, "duration_s": 30}, "hypertension", "CAUTION"),
        ("sit_to_stand", {"reps": 1, "hold_s": 0, "tempo_s": 0, "duration_s": 30}, "hypertension", None),
        ("gastroc_stretch", {"hold_s": 30}, "hypertension", None),
    ],
)  # fmt: skip
def test_a_long_hold_is_an_isometric_effort(
    library: Library, exercise: str, dose: dict[str, Any], condition: str, level: str | None
) -> None:
    """Of strength, from 10 seconds on, whatever the exercise's own tags say."""
    plan = plan_of(library, (exercise, dose), who=patient(has(condition)))
    assert levels(library, plan, condition) == ([("i1", level)] if level else [])


# The floor


def test_who_should_not_be_sent_to_the_floor_is_given_a_bed(library: Library) -> None:
    """Where the exercise allows it; what stays on the floor is a CAUTION that names it, until somebody asked."""
    old = patient(age=82)
    assert about(check(plan_of(library, "bridge", who=old), library), "floor") == []
    plan = plan_of(library, "bridge", "bird_dog", "cat_cow", who=old)
    found = topic(plan, library, "floor")
    assert found is not None
    names = f"{library['bird_dog'].patient_name} and {library['cat_cow'].patient_name}"
    assert (found.level, found.what, found.why) == (
        "CAUTION", f"{names} need getting down to the floor.", "Can the patient get up again?"
    )  # fmt: skip
    for answered, told in (("yes", []), ("unknown", ["CAUTION"]), ("with_help", ["CAUTION"]), ("no", ["AVOID"] * 2)):
        asked = plan.describe(context=patient(age=82, gets_off_floor=answered))
        assert [f.level for f in about(check(asked, library), "floor")] == told
    on_floor = plan_of(library, ("bridge", {"surface": "floor"}), who=old)
    assert [f.level for f in about(check(on_floor, library), "floor")] == ["CAUTION"]
    assert about(check(plan_of(library, "bridge", who=patient(age=40)), library), "floor") == []


@pytest.mark.parametrize(
    ("who", "care"),
    [
        (patient(age=79), False),
        (patient(age=80), True),
        (patient(age=65, support=False), True),
        (patient(age=64, support=False), False),
        (patient(age=70, support=True), False),
        *(
            (patient(has(name, side="left", since="05-18")), True)
            for name in ("falls_risk", "nwb", "tha_posterior", "tha_anterior", "tha_lateral", "tka", "abductor_repair",
                         "achilles_rupture", "recent_surgery")
        ),
        (patient(has("recent_surgery", region="shoulder", side="left", since="05-18")), False),
        (patient(has("recent_surgery", region="low_back", side="left", since="05-18")), True),
        (patient(has("gtps", side="left")), False),
        (patient(has("nwb", side="left", until="2025-05-18")), True),
    ],
)  # fmt: skip
def test_for_whom_the_floor_is_a_matter_of_care(library: Library, who: Any, care: bool) -> None:
    """Age, no support at 65, and the conditions of a leg that must not give way; a mistyped end changes nothing."""
    plan = plan_of(library, "bird_dog", who=who)
    assert bool(about(check(plan, library), "floor")) is care


def test_a_bed_is_no_place_for_what_needs_the_floor(library: Library) -> None:
    """Kneeling and leaning on hands is refused on a bed."""
    plan = plan_of(library, ("cat_cow", {"surface": "bed"}), who=patient())
    found = topic(plan, library, "bed")
    assert found is not None
    assert (found.level, found.what) == ("ERROR", "it is prescribed on a bed, and a bed does not do for it.")


def test_nobody_who_cannot_get_up_is_sent_down(library: Library) -> None:
    """AVOID, answered with a reason like any other."""
    plan = plan_of(library, "cat_cow", who=patient(age=40, gets_off_floor="no"))
    found = topic(plan, library, "floor")
    assert found is not None
    assert (found.level, found.holds) == ("AVOID", True)
    with pytest.raises(PlanError):
        issue(plan, library, "A. Physio", START)
    answered = answer(plan, found, "A. Physio", START, "A nurse is always there.")
    assert issue(answered, library, "A. Physio", START).issued


def test_a_limit_that_leaves_nothing_of_the_exercise(library: Library) -> None:
    """The last 40 degrees to straight have no part between 90 and 45."""
    for limit, told in ((Arc(from_deg=90, to_deg=45), True), (Arc(from_deg=90, to_deg=20), False)):
        plan = plan_of(library, ("short_arc_quad", {"rom_limit": limit}))
        found = topic(plan, library, "arc")
        assert bool(found) is told
        if found:
            assert (found.level, found.what) == (
                "ERROR", "its range is limited to 90 to 45 degrees, and it runs from 40 to 0."
            )  # fmt: skip


def test_tags_that_nobody_wrote_are_not_reviewed(library: Library) -> None:
    """Without the key in the file a review says nothing: AVOID where a condition is in force, as without one."""
    table = own(library, "step_up", "mine", tags_reviewed=REVIEWED)[1].model_dump(exclude_none=True)
    del table["tags"]
    written: list[tuple[dict[str, Any], str]] = [({}, "AVOID"), ({"tags": []}, "INFO")]
    for tags, level in written:
        mine = Exercise.model_validate({**table, **tags})
        shelf = Library([*library, mine])
        plan = EMPTY.add(mine).describe(context=patient(NWB))
        found = [f for name in ("untagged", "reviewed") for f in about(check(plan, shelf), name)]
        assert [f.level for f in found] == [level]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"name": "Mine", "patient_name": "My own", "article_name": ""}, True),
        ({"steps": ("Now begin.",), "keep": 6}, True),
        ({"steps": ("Sit on a chair and look at the wall.",), "keep": 0}, False),
    ],
)
def test_an_exercise_of_the_kit_under_a_new_name_loses_no_tag(
    library: Library, changes: dict[str, Any], told: bool
) -> None:
    """By its steps, or by its name and most of its words, in the first version too; what tells another thing is new."""
    quad, changes = library["long_arc_quad"], dict(changes)
    if "keep" in changes:
        changes["steps"] = (*changes["steps"], *quad.steps[: changes.pop("keep")])
        changes |= {"arc_step": None, "careful": ()} if "careful" in type(quad).model_fields else {"arc_step": None}
    shelf, mine = own(library, "long_arc_quad", "mine", tags=tagged("sit_chair"), **changes)
    plan = EMPTY.add(mine).describe(context=patient(has("aclr_early", side="left", since=START)))
    found = check(plan, shelf)
    assert bool(about(found, "drops")) is told
    assert bool([f for f in about(found, "aclr_early") if f.level == "AVOID"]) is told
    assert not about(check(EMPTY.add(quad).describe(context=plan.context), library), "drops")
