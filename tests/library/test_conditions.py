"""The list of conditions says of each what the review does with it."""

from __future__ import annotations

import datetime as dt

import pytest

import kit
from kit.library.conditions import Conditions, KnownCondition, conditions
from kit.library.exercise import REGIONS
from kit.library.library import Library
from kit.library.rules import rules
from tests.shown import texts

DAY = dt.date(2026, 6, 1)


def by_key(key: str) -> KnownCondition:
    return next(condition for condition in conditions() if condition.key == key)


def flagged(library: Library, **held: object) -> set[str]:
    """Ids of the kit's exercises for which a patient with the condition has a finding of their own, after its level and before its words."""
    found = set()
    for exercise in library:
        plan = kit.Plan.begin("P-001", DAY, context=kit.Context(conditions=(held,), red_flags_screened=DAY))
        plan = plan.add(exercise, sides="right") if exercise.sides == "each" else plan.add(exercise)
        found |= {
            f"{f.level} {exercise.id} {f.what}"
            for f in kit.check(plan, library)
            if f.item and f" {held['condition']} " in f.key
        }
    return found


def test_all_that_the_review_knows_in_its_order() -> None:
    """The keys are those that a context may name, with the names, the advice and the stops of the rules."""
    known = rules().conditions
    assert [c.key for c in conditions()] == list(known)
    assert [(c.name, c.message, c.window, c.stop) for c in conditions()] == [
        (c.name, c.message, c.window, c.stop) for c in known.values()
    ]


@pytest.mark.parametrize("key", ["gtps", "achilles_insertional", "cervical_radic", "wrist_pain", "anticoagulant"])
def test_regions_are_those_of_the_exercises_that_it_flags(key: str, library: Library) -> None:
    """Neither one more nor one less than the review finds among the kit's exercises."""
    regions = {library[found.split()[1]].region for found in flagged(library, condition=key)}
    assert set(by_key(key).flags_in) == regions


def test_a_stop_is_about_every_region() -> None:
    assert {c.flags_in for c in conditions() if c.stop} == {REGIONS}


def test_movements_are_told_in_words() -> None:
    """What the rules name by tag, each once; a condition that flags none has none."""
    assert by_key("fai").movements == (
        *("hip flexion of about 90 degrees or more relative to the trunk", "thigh crosses the midline of the body"),
        "hip internal rotation toward end range",
        "hip flexors lift the leg",
    )
    assert by_key("anticoagulant").movements == ()


def test_what_makes_a_difference_to_tell() -> None:
    """Fixed courses ask for the day, regional ones for the region, one-sided ones for the side."""
    assert [c.key for c in conditions() if c.since] == ["aclr_early", "recent_surgery"]
    assert [c.key for c in conditions() if c.region] == ["acute_fracture", "recent_surgery", "acute_strain"]
    assert by_key("recent_surgery").told_by == ("side", "region", "since")
    assert by_key("gtps").told_by == ("side",)
    assert by_key("osteoporosis").told_by == ()


@pytest.mark.parametrize("key", [c.key for c in conditions() if not c.stop])
def test_the_side_makes_a_difference_where_it_says_so(key: str, library: Library) -> None:
    """Of exercises for the right side, others are flagged for a left one than for both, or for other reasons: then, and only then."""
    held = {"condition": key, "region": "hip"} if by_key(key).region else {"condition": key}
    left = flagged(library, **held, side="left")
    assert (left != flagged(library, **held)) is by_key(key).side


def test_how_the_list_shows_itself() -> None:
    """A line, a table with the words that a plan is told by, a frame of plain types."""
    listed = conditions()
    assert str(listed) == repr(listed) == f"Conditions({len(listed)})"
    said = texts(Conditions(c for c in listed if c.key in ("hot_joint", "recent_surgery", "fai")))
    assert said[:8] == [
        "Conditions: 3",
        "Key",
        "Name",
        "Stop",
        "Flags exercises of",
        "Tell it",
        "What it asks",
        "Window",
    ]
    assert {"hot_joint", "yes", "all", "side, region, since", "hip, knee, low back, shoulder"} <= set(said)
    row = listed.to_frame().set_index("key").loc[["fai"]].iloc[0]
    assert row[["stop", "flags_in", "side", "region", "since"]].tolist() == [
        *(False, "hip; knee; low_back; shoulder"),
        *(True, False, False),
    ]


def test_a_problem_without_rules_is_not_taken_for_a_condition_that_sounds_like_it() -> None:
    """Osteoarthritis finds no condition of the wrist, as long as the wrist is not named."""
    for words in ("OA", "osteoarthritis", "Knee osteoarthritis"):
        assert len(conditions().search(words)) == 0
    assert conditions().search("carpal tunnel")[0].key == "wrist_pain"
