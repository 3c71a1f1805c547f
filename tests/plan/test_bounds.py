"""How far a value of a plan may go: each limit to the last number that fits, and the first that does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.model import Model, parse
from kit.plan.context import ConditionInForce, Context
from kit.plan.issue import Pause, VersionRef
from kit.plan.plan import MAX_DAYS, Plan
from kit.plan.reporting import Reporting
from kit.plan.schedule import WEEKDAYS, Schedule, days_a_week

START = dt.date(2026, 6, 1)  # a Monday
DAY = dt.timedelta(days=1)
LIBRARY = Library.load()
EMPTY = Plan.begin("P-001", START)


def fault(call: Any, *args: Any, **changes: Any) -> str:
    with pytest.raises(KitError) as caught:
        call(*args, **changes)
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "field", "low", "high", "rest"),
    [
        (Context, "age", 0, 120, {}),
        (Context, "minutes_a_day", 1, 600, {}),
        (Schedule, "days_a_week", 1, 7, {}),
        (Schedule, "times_a_day", 1, 10, {"days_a_week": 1}),
        (Plan, "version", 1, 999, {"code": EMPTY.code, "patient_code": EMPTY.patient_code, "plan_id": "x", "start": START}),
    ],
)  # fmt: skip
def test_numbers_within_their_limits(kind: type[Model], field: str, low: int, high: int, rest: dict[str, Any]) -> None:
    """Lowest and highest fit, one beyond does not, and a text is no number."""
    for value in (low, high):
        assert getattr(parse(kind, {**rest, field: value}, "x"), field) == value
    assert fault(parse, kind, {**rest, field: low - 1}, "x") == (
        f"x, {field}: {low - 1} is refused: it must be {low} or more. Correct the value."
    )
    assert fault(parse, kind, {**rest, field: high + 1}, "x") == (
        f"x, {field}: {high + 1} is refused: it must be {high} or less. Correct the value."
    )
    assert "is not a whole number" in fault(parse, kind, {**rest, field: str(low)}, "x")


def test_a_replaced_version_counts_from_1() -> None:
    """And is older than the one that replaces it."""
    assert VersionRef(version=1).reason == ""
    assert "it must be 1 or more" in fault(parse, VersionRef, {"version": 0}, "x")
    assert "is not a whole number" in fault(parse, VersionRef, {"version": "1"}, "x")
    fields = {**dict(EMPTY), "version": 2}
    assert parse(Plan, {**fields, "replaces": VersionRef(version=1)}, "x").version == 2
    assert fault(parse, Plan, {**fields, "replaces": VersionRef(version=2)}, "x") == (
        "x: version 2 cannot replace version 2."
    )


def test_the_days_of_a_plan() -> None:
    """A day to 366; four weeks where no review is set; from 1900 to 2199."""
    assert MAX_DAYS == 366
    for days in (1, 366):
        assert EMPTY.describe(review_on=START + days * DAY).until == START + days * DAY
    for day in (START, START + 367 * DAY):
        assert fault(EMPTY.describe, review_on=day) == (
            f"plan P-001 version 1: the review on {day} must be later than the start 2026-06-01, by at most 366 days. Change a date."
        )
    assert EMPTY.until == dt.date(2026, 6, 29)
    for start in (dt.date(1900, 1, 1), dt.date(2199, 12, 31)):
        assert EMPTY.describe(start=start).start == start
    for start in (dt.date(1899, 12, 31), dt.date(2200, 1, 1)):
        assert fault(EMPTY.describe, start=start).startswith(
            f"plan P-001 version 1, start: the year {start.year} cannot be right. Did you mean "
        )


def test_pauses_keep_their_order_and_their_distance() -> None:
    """In order whenever they were set; none within another; each a day at least, with its reason."""
    plan = EMPTY.pause(START + 10 * DAY, START + 12 * DAY, "travel").pause(START + 2 * DAY, START + 4 * DAY)
    assert [(p.start, p.reason) for p in plan.pauses] == [(START + 2 * DAY, "other"), (START + 10 * DAY, "travel")]
    assert fault(plan.pause, START + 3 * DAY, START + 5 * DAY) == (
        "plan P-001 version 1: the pauses from 2026-06-03 and from 2026-06-04 overlap. Join them."
    )
    backwards = {**dict(EMPTY), "pauses": tuple(reversed(plan.pauses))}
    assert parse(Plan, backwards, "x").pauses == tuple(reversed(plan.pauses))
    assert fault(EMPTY.pause, START, START) == (
        "pause: the pause ends on 2026-06-01, not after its start 2026-06-01. Move the end."
    )
    assert Pause(start=START, end=START + DAY).covers(START)


def test_a_plan_has_at_most_60_exercises() -> None:
    """In a step and in a file."""
    plan = EMPTY
    for _ in range(60):
        plan = plan.add(LIBRARY["bridge"])
    assert fault(plan.add, LIBRARY["bridge"]) == (
        "plan P-001 version 1: a plan has at most 60 exercises, and it has 60. Take one out before you add another."
    )
    more = {**dict(plan), "items": (*plan.items, plan.items[0].model_copy(update={"item_id": "x"}))}
    assert fault(parse, Plan, more, "x") == "x, items: has 61 entries, and at most 60 fit. Take some out."


def test_an_item_has_an_id_of_its_own() -> None:
    """Above all numbers that are there, whatever else an id may be; none stands twice."""
    plan = EMPTY.add(LIBRARY["bridge"])
    for item_id, following in (("i10", "i11"), ("x9", "i1"), ("i", "i1"), ("i7a", "i1")):
        renamed = parse(Plan, {**dict(plan), "items": (plan.items[0].model_copy(update={"item_id": item_id}),)}, "x")
        assert [item.item_id for item in renamed.add(LIBRARY["bridge"]).items] == [item_id, following]
    twice = {**dict(plan), "items": (*plan.items, *plan.items)}
    assert fault(parse, Plan, twice, "x") == "x: item_id i1 stands twice. Give each item its own."


def test_a_new_item_stands_where_it_is_put() -> None:
    """Last, or at a position counted from 0."""
    plan = (
        EMPTY.add(LIBRARY["bridge"]).add(LIBRARY["clamshell"]).add(LIBRARY["walking"], 0).add(LIBRARY["quad_set"], at=1)
    )
    assert [item.exercise_id for item in plan.items] == ["walking", "quad_set", "bridge", "clamshell"]


def test_an_item_is_the_exercise_as_its_file_has_it() -> None:
    """Sides, dose and days; no note. The side that leads the plan goes first."""
    for exercise in LIBRARY:
        item = EMPTY.add(exercise).items[0]
        assert (item.exercise_id, item.sides, item.dose, item.note) == (exercise.id, exercise.sides, exercise.dose, "")
        assert item.lead_side == "right"
        assert item.schedule == days_a_week(exercise.days_a_week, exercise.times_a_day)


def test_the_sides_of_an_item_in_order() -> None:
    """The first one first; one alone, or both at once."""
    plan = EMPTY.add(LIBRARY["clamshell"])
    orders = {
        (sides, lead): plan.adjust("i1", sides=sides, lead_side=lead).items[0].sides_in_order
        for sides in ("left", "right", "both", "each")
        for lead in ("left", "right")
    }
    assert orders == {
        **dict.fromkeys([("left", "left"), ("left", "right")], ("left",)),
        **dict.fromkeys([("right", "left"), ("right", "right")], ("right",)),
        **dict.fromkeys([("both", "left"), ("both", "right")], (None,)),
        ("each", "left"): ("left", "right"),
        ("each", "right"): ("right", "left"),
    }


def test_the_days_of_a_schedule() -> None:
    """Fixed weekdays count from Monday and are due on them; free days are as many, and due on none."""
    fixed, free = Schedule(weekdays=("mon", "sun")), Schedule(days_a_week=3, times_a_day=2)
    assert (fixed.weekday_numbers, fixed.each_week, fixed.times_a_day) == (frozenset({0, 6}), 2, 1)
    assert [fixed.is_due(START + n * DAY) for n in range(7)] == [True, False, False, False, False, False, True]
    assert (free.weekday_numbers, free.each_week) == (None, 3)
    assert not any(free.is_due(START + n * DAY) for n in range(7))
    assert days_a_week(7, 2) == Schedule(weekdays=WEEKDAYS, times_a_day=2)
    assert days_a_week(6) == Schedule(days_a_week=6, times_a_day=1)
    assert WEEKDAYS == ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({}, "a schedule has either weekdays or days_a_week. Give one of them."),
        ({"weekdays": ["mon"], "days_a_week": 3}, "a schedule has either weekdays or days_a_week. Give one of them."),
        ({"weekdays": []}, "weekdays names each day at most once, and at least one. Correct the list."),
        ({"weekdays": ["mon", "mon"]}, "weekdays names each day at most once, and at least one. Correct the list."),
    ],
)
def test_a_schedule_is_one_or_the_other(wrong: dict[str, Any], why: str) -> None:
    """Weekdays or a number of days, never both or none; no day twice."""
    assert fault(parse, Schedule, wrong, "x") == f"x: {why}"


def test_what_is_not_said_of_a_plan_and_its_patient() -> None:
    """A plan that nobody described is for one at home with a handout, and of its patient nothing is taken as known."""
    about = {"setting": "at home", "group": "alone", "supervision": "not supervised, with a written handout"}
    said = {name: value for name, value in Reporting().model_dump().items() if value not in ("", None)}
    assert said == about
    assert not [value for value in Context().model_dump().values() if value not in (None, (), "")]
    assert (EMPTY.title, EMPTY.patient, EMPTY.items) == ("Your exercise plan", "", ())
    assert ConditionInForce(condition="x").model_dump(exclude={"condition"}) == {
        "side": None, "region": None, "since": None, "until": None, "ends": ()
    }  # fmt: skip
    assert ConditionInForce(condition="x").end_for("any") is None


def test_what_is_no_field_to_describe() -> None:
    """It is told with the nearest that is, where there is one."""
    assert fault(EMPTY.describe, tite="x") == "plan P-001 version 1, tite: is not a known field. Did you mean “title”?"
    assert (
        fault(EMPTY.describe, code="x")
        == "plan P-001 version 1, code: is not a known field. It takes patient, title, told_next, activities, context, reporting, start, "
        "review_on, pain_kind, rest_ex_s."
    )
    described = EMPTY.describe(
        patient="P-2", title="T", told_next="N", context=Context(age=5), reporting=Reporting(provider="A")
    )
    assert (described.patient, described.title, described.told_next) == ("P-2", "T", "N")
    assert described.context.age == 5
    assert described.reporting.provider == "A"


def test_an_item_that_is_not_there() -> None:
    """It is told with the nearest one, else with those that are there."""
    plan = EMPTY.add(LIBRARY["bridge"])
    assert fault(plan.item, "i11") == "plan P-001 version 1: has no item “i11”. Did you mean “i1”?"
    assert fault(plan.remove, "knee") == "plan P-001 version 1: has no item “knee”. It has: i1."
    assert fault(EMPTY.item, "i1") == "plan P-001 version 1: has no item “i1”. It has: none."


def test_an_answer_keeps_who_said_it_and_when() -> None:
    """A reason or a note, by whom, on which day; an empty name is refused at its place."""
    plan = EMPTY.override("AVOID x", "Because.", "A", START).sign_off("STOP x", "B", START + DAY, "Seen.")
    reason = {"finding": "AVOID x", "reason": "Because.", "by": "A", "on": START}
    assert plan.overrides[0].model_dump(exclude_none=True) == reason
    signed = {"finding": "STOP x", "by": "B", "on": START + DAY, "role": "", "note": "Seen.", "covers": None}
    assert plan.sign_offs[0].model_dump() == signed
    assert EMPTY.sign_off("STOP x", "B", START).sign_offs[0].note == ""
    assert fault(EMPTY.override, "AVOID x", " ", "A", START) == "override, reason: “ ”: it is empty. Write a text."
    assert fault(EMPTY.sign_off, "STOP x", "", START) == "sign-off, by: “”: it is empty. Write a text."
