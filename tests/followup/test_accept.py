"""A proposal is taken into a draft as one edit; nothing else of the plan changes."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from kit.errors import PlanError
from kit.followup.accept import accept
from kit.followup.proposals import propose
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.frames import days, frames_of, june

START = dt.date(2026, 6, 1)


@pytest.fixture
def issued(library: Library) -> Plan:
    """i1 a stretch that may grow, i2 a bridge that is to become harder, i3 mobility without a rule."""
    plan = Plan.begin("P-001", START, random=Random(1), context=Context(age=50, red_flags_screened=START))
    plan = plan.add(library["gastroc_stretch"]).add(library["bridge"], reps=15).add(library["cat_cow"])
    return finalised(resolve(plan, library), "A. Physio", START)


def test_a_dose_is_taken_into_the_next_version(library: Library, issued: Plan) -> None:
    """One field of one item; the issued version stays as it was."""
    found = propose(resolve(issued, library), frames_of(issued, days(1, 14, last=20)), june(14))
    draft = issued.new_version(june(15))
    assert accept(draft, found[0]) == draft.adjust("i1", reps=3)
    assert issued.item("i1").dose.reps == 2


def test_another_exercise_takes_the_place_of_the_item(library: Library, issued: Plan) -> None:
    """A new item with an id of its own, in the same place and on the same days."""
    found = propose(resolve(issued, library), frames_of(issued, days(1, 14, last=20)), june(14))
    taken = accept(issued.new_version(june(15)), found[1])
    assert [(item.item_id, item.exercise_id) for item in taken.items] == [
        ("i1", "gastroc_stretch"),
        ("i4", "single_leg_bridge"),
        ("i3", "cat_cow"),
    ]
    assert taken.item("i4").schedule == issued.item("i2").schedule
    assert (taken.item("i4").sides, taken.item("i4").dose) == ("each", library["single_leg_bridge"].dose)


def test_all_of_a_plan_can_be_taken_one_after_the_other(library: Library, issued: Plan) -> None:
    """Taking one leaves the others as they were made."""
    draft = issued.new_version(june(15))
    for one in propose(resolve(issued, library), frames_of(issued, days(1, 14, last=20)), june(14)):
        draft = accept(draft, one) if one.changes_something else draft
    assert [item.exercise_id for item in draft.items] == ["gastroc_stretch", "single_leg_bridge", "cat_cow"]
    assert draft.items[0].dose.reps == 3


def test_what_changes_nothing_an_issued_plan_and_an_edited_item_are_refused(library: Library, issued: Plan) -> None:
    """Each with what to do in its place."""
    grow, _, keep = propose(resolve(issued, library), frames_of(issued, days(1, 14, last=20)), june(14))
    draft = issued.new_version(june(15))
    for plan, proposal, told in (
        (draft, keep, "what is proposed, stay at 1 × 10: changes nothing: stay at 1 × 10. Edit the plan by hand."),
        (
            draft.adjust("i1", reps=4),
            grow,
            f"what is proposed, {grow.words}: was made for the item as it was before an edit. Make the proposals again.",
        ),
        (
            issued,
            grow,
            "plan P-001 version 1: is issued, and an issued version is never edited. Make a new version first.",
        ),
        (
            draft.remove("i1"),
            grow,
            f"what is proposed, {grow.words}: was made for the item as it was before an edit. Make the proposals again.",
        ),
    ):
        with pytest.raises(PlanError) as caught:
            accept(plan, proposal)
        assert str(caught.value) == told
