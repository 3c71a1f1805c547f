"""A side that was wrong: what goes along when it is set right, what is asked, and what is not."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.ui.planner.desk import Desk
from kit.ui.planner.shown import FindingShown
from tests.ui.conftest import TODAY, asked, work_of

PFP = "pfp_irritable"


def issued_on(desk: Desk, side: str, *conditions: str) -> Desk:
    """The founding four for one side with conditions of that side, issued today."""
    asked(desk, {"do": "patient", "field": "side", "value": side})
    for at, condition in enumerate(conditions):
        asked(desk, {"do": "add_condition", "condition": condition})
        asked(desk, {"do": "change_condition", "at": at, "field": "side", "value": side})
    asked(desk, {"do": "screened", "done": True})
    for finding in work_of(desk)["review"]["findings"]:
        if finding["holds"]:
            answer = {"by": "A. Physio", "role": "physiotherapist", "reason": "Right for this patient."}
            asked(desk, {"do": "answer", "key": finding["key"], **answer})
    asked(desk, {"do": "issue", "by": "A. Physio"})
    return desk


def corrected(desk: Desk, reason: str, start: dt.date = TODAY) -> Desk:
    asked(desk, {"do": "new_version", "start": start.isoformat(), "reason": reason})
    return desk


def sides(desk: Desk) -> list[str]:
    return [condition["side"] for condition in work_of(desk)["patient"]["conditions"]]


def told(desk: Desk, kind: str) -> list[FindingShown]:
    """The questions of one kind: "left" out of the list, or on the "otherside"."""
    return [f for f in work_of(desk)["review"]["findings"] if f["key"].split()[1:3] == ["question", kind]]


def test_a_wrong_side_takes_the_conditions_along(four_on: Desk) -> None:
    """Those of the old side, in one step that can be undone; it is said, and stands on the list of changes."""
    corrected(issued_on(four_on, "right", PFP), "Wrong side")
    said = asked(four_on, {"do": "patient", "field": "side", "value": "left"})
    assert said == "4 exercises and 1 condition now on the left."
    assert sides(four_on) == ["left"]
    changes = [change["text"] for change in work_of(four_on)["to_issue"]["changes"]]
    assert [text for text in changes if text.startswith("Conditions:")] == [
        "Conditions: pfp irritable (left), was pfp irritable (right)."
    ]
    assert (told(four_on, "left"), told(four_on, "otherside")) == ([], [])
    asked(four_on, {"do": "undo"})
    assert sides(four_on) == ["right"]


@pytest.mark.parametrize("kept", ["left", "both", ""])
def test_what_was_not_on_the_wrong_side_stays(four_on: Desk, kept: str) -> None:
    """An ailment of the other side, of both, or of a side that nobody said is moved by no correction."""
    corrected(issued_on(four_on, "right", PFP), "Wrong side")
    asked(four_on, {"do": "change_condition", "at": 0, "field": "side", "value": kept})
    asked(four_on, {"do": "patient", "field": "side", "value": "left"})
    assert sides(four_on) == [kept]


@pytest.mark.parametrize("reason", ["Wrong dose", "As she asked."])
def test_any_other_draft_asks_and_moves_nothing(four_on: Desk, reason: str) -> None:
    """A condition of the side that the plan is not for holds the plan, until its side is set or confirmed by name."""
    corrected(issued_on(four_on, "right", PFP), reason)
    assert told(four_on, "otherside") == []
    asked(four_on, {"do": "patient", "field": "side", "value": "left"})
    assert sides(four_on) == ["right"]
    (question,) = told(four_on, "otherside")
    assert (question["what"], question["holds"], question["opens"], question["asks"]) == (
        "Irritable patellofemoral pain is set on the right, and the plan is for the left side.",
        True,
        "patient",
        "confirmation",
    )
    asked(four_on, {"do": "answer", "key": question["key"], "by": "A. Physio", "reason": "Two ailments."})
    assert [one["holds"] for one in told(four_on, "otherside")] == [False]


def test_the_exercises_tell_the_side_of_a_plan_too(four_on: Desk) -> None:
    """Set on the other side row by row, the condition is asked about as if the patient's side had been set."""
    corrected(issued_on(four_on, "right", PFP), "Wrong side")
    for item in four_on.held().items:
        assert told(four_on, "otherside") == []
        asked(four_on, {"do": "adjust", "item_id": item.item_id, "field": "sides", "value": "left"})
    assert len(told(four_on, "otherside")) == 1


def test_a_condition_set_right_by_hand_is_not_asked_about_as_if_gone(four_on: Desk) -> None:
    """In a correction the same condition on the other side is named; without it, it is asked whether it is over."""
    corrected(issued_on(four_on, "right", PFP), "Wrong dose")
    asked(four_on, {"do": "change_condition", "at": 0, "field": "side", "value": "left"})
    assert told(four_on, "left") == []
    asked(four_on, {"do": "remove_condition", "at": 0})
    assert len(told(four_on, "left")) == 1


def test_a_later_version_asks_and_says_what_stands_there(four_on: Desk) -> None:
    """It corrects nothing: the ailment of the right side may be over, or be forgotten."""
    corrected(issued_on(four_on, "right", PFP), "", TODAY + dt.timedelta(days=7))
    asked(four_on, {"do": "change_condition", "at": 0, "field": "side", "value": "left"})
    (question,) = told(four_on, "left")
    assert question["what"].endswith(
        "(right): in force in version 1, and in this one named for left alone. Is it over?"
    )
