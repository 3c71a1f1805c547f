"""Laws of the rows: a dose as it is written, several rows at once, a swap, and what does not fit in plain words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.library.dose import Dose
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.ui.planner.desk import Desk
from kit.ui.planner.dosing import as_written, dosed, limits
from kit.ui.planner.panel import Query
from tests.ui.conftest import TODAY, asked, work_of

LIBRARY = Library.load()
ALL = ["i1", "i2", "i3", "i4"]
NAMES = ("sets", "reps", "hold_s", "tempo_s", "duration_s", "rest_rep_s", "rest_set_s", "load_kg", "effort_target")
Wish = dict[str, Any]


def all_of(changes: dict[str, Any], ids: list[str] = ALL) -> Wish:
    return {"do": "adjust_all", "item_ids": ids, "changes": changes}


def told(desk: Desk, wish: Wish) -> list[str]:
    """What is refused, each under its name."""
    with pytest.raises(KitError) as refused:
        asked(desk, wish)
    return [str(fault) for fault in refused.value.faults]


@given(st.integers(1, 10), st.integers(1, 100), st.integers(1, 300))
def test_a_written_dose_is_the_whole_dose(sets: int, reps: int, hold: int) -> None:
    """ "3x8 h5" is sets, times and hold; "2x30s" is so many holds in one set; without a hold the hold stays."""
    plan = Plan.begin("P-001", TODAY).add(LIBRARY["clamshell"])
    before = plan.items[0].dose
    whole = dosed(plan, "i1", as_written(before, sets, reps, hold)).items[0].dose
    assert (whole.sets, whole.reps, whole.hold_s) == (sets, reps, hold)
    holds = dosed(plan, "i1", as_written(before, None, reps, hold)).items[0].dose
    assert (holds.sets, holds.reps, holds.hold_s) == (1, reps, hold)
    kept = dosed(plan, "i1", as_written(before, sets, reps, None)).items[0].dose
    assert (kept.sets, kept.reps, kept.hold_s) == (sets, reps, before.hold_s)


def test_a_written_dose_of_what_goes_on_for_a_time(desk: Desk) -> None:
    """ "2x30s" is two times 30 seconds; times are refused, since nothing is counted."""
    asked(desk, {"do": "add", "exercise_id": "walking"})
    asked(desk, {"do": "dose", "item_id": "i1", "sets": None, "reps": 2, "hold_s": 30})
    assert (desk.held().items[0].dose.sets, desk.held().items[0].dose.duration_s) == (2, 30)
    assert told(desk, {"do": "dose", "item_id": "i1", "sets": 3, "reps": 10, "hold_s": None}) == [
        "item i1, reps: It is done for a time, and has no repetitions. Set for how long, such as 2x30s."
    ]


@pytest.mark.parametrize("name", NAMES)
def test_limits_are_those_of_a_dose_and_told_in_plain_words(name: str, four_on: Desk) -> None:
    """Both ends are taken by the dose itself, and one beyond is told with both, without a word of code."""
    low, high = limits(name)
    work = {"hold_s": 3} if name in ("tempo_s", "reps") else {"tempo_s": 3} if name == "hold_s" else {"duration_s": 60}
    for end in (low, high):
        assert getattr(Dose.model_validate({**work, name: int(end)}), name) == end
    for beyond in (int(low) - 1, int(high) + 1):
        [fault] = told(four_on, {"do": "adjust", "item_id": "i1", "field": name, "value": beyond})
        assert fault.startswith(f"item i1, {name}: ")
        said = fault.split(": ", 1)[1]
        assert f"{low:g} to {high:g} " in said
        assert said.endswith(f", and not {beyond}. Write a number in between.")
        assert "_" not in said


def test_a_dose_without_work_is_told_in_plain_words(four_on: Desk) -> None:
    """A stretch is its hold."""
    assert told(four_on, {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 0}) == [
        "item i1, hold_s: Without a hold and without time to move, it takes no time. Write one of them."
    ]


def test_several_rows_are_one_step(four_on: Desk) -> None:
    """Side, days and dose of all that are selected, and of no other; one step back undoes all of it."""
    before = four_on.held()
    changes = {"sides": "right", "sets": 2, "rest_s": 45, "days_a_week": 3, "weekdays": None}
    assert asked(four_on, all_of(changes, ["i1", "i3"])) == "Set on 2 exercises."
    now = {item.item_id: item for item in four_on.held().items}
    for one in ("i1", "i3"):
        assert (now[one].sides, now[one].dose.sets, now[one].schedule.each_week) == ("right", 2, 3)
        assert now[one].dose.rest_set_s or now[one].dose.rest_rep_s == 45
    assert [now["i2"], now["i4"]] == [before.items[1], before.items[3]]
    four_on.do({"do": "undo"})
    assert four_on.held() == before


def test_what_one_cannot_take_leaves_it_as_it_was_and_is_told(four_on: Desk) -> None:
    """The others are set; alike faults are told once, under all their names; where none can, nothing changes."""
    for exercise in ("bridge", "sit_to_stand"):
        asked(four_on, {"do": "add", "exercise_id": exercise})
    six = [*ALL, "i5", "i6"]
    assert asked(four_on, all_of({"sides": "left"}, six)) == "Set on 4 of 6 exercises; the others stay as they are."
    assert [item.sides for item in four_on.held().items] == ["left"] * 4 + ["both"] * 2
    both = "Bridge, Sit to stand: Both sides work at once here. For one side alone, swap the exercise."
    assert [str(fault) for fault in four_on.untold()] == [both]
    before = four_on.held()
    assert told(four_on, all_of({"sides": "left"}, ["i5", "i6"])) == [both]
    assert told(four_on, all_of({"sets": 1}, ["gone"])) == [
        "selection: has no exercise that is still in the plan. Select them again."
    ]
    assert four_on.held() == before


def test_removed_together_is_one_step(four_on: Desk) -> None:
    """Those that are gone already are no fault."""
    before = four_on.held()
    asked(four_on, {"do": "remove_all", "item_ids": ["i2", "gone", "i4"]})
    assert [item.item_id for item in four_on.held().items] == ["i1", "i3"]
    four_on.do({"do": "undo"})
    assert four_on.held() == before


def test_a_swap_keeps_side_and_note(four_on: Desk) -> None:
    """Where the other one works both sides at once, its own holds; and another kind of work has its own days."""
    for field, value in (("sides", "left"), ("note", "Slowly")):
        asked(four_on, {"do": "adjust", "item_id": "i2", "field": field, "value": value})
    asked(four_on, {"do": "swap", "item_id": "i2", "exercise_id": "clamshell"})
    swapped = four_on.held().items[1]
    assert (swapped.exercise_id, swapped.sides, swapped.note) == ("clamshell", "left", "Slowly")
    assert swapped.schedule.days_a_week == four_on.library["clamshell"].days_a_week == 3
    asked(four_on, {"do": "swap", "item_id": swapped.item_id, "exercise_id": "bridge"})
    assert (four_on.held().items[1].sides, four_on.held().items[1].note) == ("both", "Slowly")


def test_a_visit_that_comes_back_is_no_step(four_on: Desk) -> None:
    """What was typed and taken back within one visit to a field leaves no step that undoes nothing."""
    asked(four_on, {"do": "adjust", "item_id": "i2", "field": "note", "value": "Slowly", "typing": 1})
    before = four_on.held()
    for reps in (4, 40, before.items[0].dose.reps):
        asked(four_on, {"do": "adjust", "item_id": "i1", "field": "reps", "value": reps, "typing": 2})
    assert four_on.held() == before
    four_on.do({"do": "undo"})
    assert four_on.held().items[1].note == ""


def test_load_band_and_effort_have_a_field(four_on: Desk) -> None:
    """They stand in the dose, and None takes each away."""
    given: dict[str, Any] = {"load_kg": 2.5, "band": "red", "effort_target": 6}
    for values in (given, dict.fromkeys(given)):
        for field, value in values.items():
            asked(four_on, {"do": "adjust", "item_id": "i1", "field": field, "value": value})
        shown = work_of(four_on)["plan"]["items"][0]
        held = {name: shown["dose"][name] for name in given}  # type: ignore[literal-required]
        assert held == {name: "" if name == "band" and value is None else value for name, value in values.items()}


def test_the_open_row_reads_as_the_patient_does(four_on: Desk) -> None:
    """Steps and mistakes name the side that is prescribed, and no token is left in them."""
    told_of = []
    for side in ("left", "right"):
        asked(four_on, {"do": "adjust", "item_id": "i1", "field": "sides", "value": side})
        shown = four_on.unfolded("i1")
        assert f"your {side} " in " ".join(shown["steps"])
        assert not any("{" in line for line in (*shown["steps"], *shown["mistakes"]))
        assert shown["pictures"]
        told_of.append(shown["steps"])
    assert told_of[0] != told_of[1]
    assert four_on.held().items[0].exercise_id not in {one["id"] for one in shown["others"]}
    with pytest.raises(KitError):
        four_on.unfolded("gone")


def test_one_day_has_to_stay(four_on: Desk) -> None:
    """The last weekday is not taken away."""
    wish: Wish = {"do": "schedule", "item_id": "i1", "weekdays": [], "days_a_week": None, "times_a_day": 1}
    assert told(four_on, wish) == ["days: One day at least has to stay. Choose another day first."]


def test_no_swap_puts_an_exercise_in_twice(four_on: Desk) -> None:
    """What is in the plan already is offered neither as easier or harder nor as another of its kind."""
    asked(four_on, {"do": "add", "exercise_id": "bird_dog"})
    item_id = four_on.held().items[-1].item_id

    def offered() -> set[str]:
        shown = four_on.unfolded(item_id)
        return {one["id"] for one in (*shown["easier"], *shown["harder"], *shown["others"])} - {""}

    for name in sorted(offered()):
        asked(four_on, {"do": "add", "exercise_id": name})
        assert name not in offered()


def test_what_is_offered_in_place_has_the_mark_of_this_patient(desk: Desk) -> None:
    """Every exercise that the rules caution for what the patient has says so wherever it is offered, as its card does;
    among others of its kind it comes after those that bring nothing."""
    asked(desk, {"do": "blank"})
    for name in ("clamshell", "bridge", "mini_squat", "standing_quad_stretch"):
        asked(desk, {"do": "add", "exercise_id": name})
    marked = 0
    for condition in ("tha_posterior", "tha_anterior", "tha_lateral"):
        asked(desk, {"do": "add_condition", "condition": condition})
        cards = {card["id"]: card for card in desk.shelf.found(Query())["cards"]}
        for item in desk.held().items:
            shown = desk.unfolded(item.item_id)
            detail = desk.shelf.detail(item.exercise_id)
            offered = [*shown["easier"], *shown["harder"], *shown["others"], *detail["easier"], *detail["harder"]]
            for one in offered:
                if one["id"] in cards:
                    card = cards[one["id"]]
                    assert (one["brings"], one["warns"]) == (card["brings"], card["why"]), one["id"]
                    marked += one["brings"] is not None
            last = [one["brings"] is not None for one in shown["others"]]
            assert last == sorted(last)
    assert marked > 5
