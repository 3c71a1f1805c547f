"""What an edit did is told in a few words, and a usual dose says whose it is."""

from __future__ import annotations

from kit.ui.planner.desk import Desk
from tests.ui.conftest import asked, work_of


def test_what_no_field_shows_is_told(four_on: Desk) -> None:
    """What came in and where, what a swap kept; an edit that its own field shows says nothing."""
    assert asked(four_on, {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 45}) == ""
    assert asked(four_on, {"do": "add", "exercise_id": "bridge", "at": 0}) == "Bridge added as No. 1."
    assert asked(four_on, {"do": "add_all", "exercise_ids": ["clamshell", "bird_dog"]}) == "2 exercises added."
    asked(four_on, {"do": "adjust", "item_id": "i1", "field": "sides", "value": "left"})
    asked(four_on, {"do": "adjust", "item_id": "i1", "field": "note", "value": "Slowly"})
    said = asked(four_on, {"do": "swap", "item_id": "i1", "exercise_id": "clamshell"})
    assert (
        said
        == "Swapped for Clamshell. It keeps the left side and the note. It has its own days: strength, not stretch."
    )
    assert asked(four_on, {"do": "order"}).startswith("In the order of positions: it saves ")


def test_a_dose_of_hers_is_told_as_hers(four_on: Desk) -> None:
    """Where it comes from is said when it comes in; its exercise in full shows it above the library's."""
    assert four_on.shelf.detail("bridge")["own_dose"] == ""
    asked(four_on, {"do": "add", "exercise_id": "bridge"})
    asked(four_on, {"do": "adjust", "item_id": "i5", "field": "reps", "value": 7})
    asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": True})
    assert (
        asked(four_on, {"do": "add", "exercise_id": "bridge", "again": True})
        == "Bridge added as No. 6, at your usual dose."
    )
    said = asked(four_on, {"do": "add_all", "exercise_ids": ["bridge", "clamshell"]})
    assert said == "2 exercises added, 1 of them at your usual dose."
    said = asked(four_on, {"do": "swap", "item_id": "i1", "exercise_id": "bridge"})
    assert said == "Swapped for Bridge, at your usual dose. It has its own days: strength, not stretch."
    assert "Do it 7 times" in four_on.shelf.detail("bridge")["own_dose"]
    assert "Do it 7 times" not in four_on.shelf.detail("bridge")["dose"]


def test_undo_takes_a_usual_dose_back_first(four_on: Desk) -> None:
    """As the last step that it was, to the one before it or to none; the plan stays, and after an edit it is past."""
    gone, there = "No usual dose of yours from now on: Bridge.", "Your usual dose from now on: Bridge."
    asked(four_on, {"do": "add", "exercise_id": "bridge"})
    before = four_on.held()
    assert asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": True}) == there
    assert asked(four_on, {"do": "undo"}) == f"Undone. {gone}"
    assert (four_on.held(), work_of(four_on)["usual"]) == (before, [])
    asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": True})
    assert asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": False}) == gone
    assert asked(four_on, {"do": "undo"}) == f"Undone. {there}"
    asked(four_on, {"do": "adjust", "item_id": "i5", "field": "reps", "value": 7})
    asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": True})
    assert work_of(four_on)["usual"] == ["i5"]
    asked(four_on, {"do": "undo"})
    asked(four_on, {"do": "undo"})
    assert (four_on.held().items[4].dose, work_of(four_on)["usual"]) == (before.items[4].dose, ["i5"])
    asked(four_on, {"do": "usual_dose", "item_id": "i5", "on": False})
    asked(four_on, {"do": "describe", "field": "title", "value": "Other"})
    asked(four_on, {"do": "undo"})
    assert (four_on.held().title, work_of(four_on)["usual"]) == (before.title, [])
