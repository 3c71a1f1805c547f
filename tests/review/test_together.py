"""The work of an exercise over all items of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.review.finding import LEVELS, Finding
from kit.timing.slots import slots
from tests.review.cases import EMPTY
from tests.review.conftest import limits_of

COUNTED = {
    name
    for name, limit in rules().limits.items()
    if limit.above is not None and limit.quantity.endswith(("_day", "_week", "_day_s", "_week_s", "_day_min", "_week_min"))
}  # fmt: skip
MON_THU = Schedule(weekdays=("mon", "tue", "wed", "thu"))
FRI_SUN = Schedule(weekdays=("fri", "sat", "sun"))
DAILY = Schedule(weekdays=WEEKDAYS)


def split(library: Library, exercise: str, *items: dict[str, Any]) -> Plan:
    plan = EMPTY
    for changes in items:
        plan = plan.add(library[exercise], **changes)
    return plan


def broken(library: Library, plan: Plan, name: str) -> list[Finding]:
    return [finding for finding in limits_of(plan, library) if finding.key.split()[1] == name]


@pytest.mark.parametrize(
    ("exercise", "items", "limit", "what"),
    [
        ("bridge", [{"sets": 5, "reps": 32}] * 2, "strength_reps_day_impossible", "320 repetitions a day"),
        ("tandem_stance", [{"sets": 2, "reps": 16}] * 2, "balance_reps_day_impossible", "64 repetitions a day"),
        ("knee_rolls", [{"sets": 5, "reps": 50}] * 2, "mobility_reps_day_impossible", "500 repetitions a day"),
        (
            "gastroc_stretch",
            [{"reps": 10, "hold_s": 106, "schedule": days} for days in (MON_THU, FRI_SUN)],
            "stretch_week_impossible",
            "7420 s of stretch a week",
        ),
        ("bridge", [{"schedule": days} for days in (MON_THU, FRI_SUN)], "strength_days_unset", "7 days a week"),
    ],
)
def test_one_item_in_two_is_counted_as_one(
    library: Library, exercise: str, items: list[dict[str, Any]], limit: str, what: str
) -> None:
    """Said once, at the first of the items, with all of them in its place and in its key."""
    found = broken(library, split(library, exercise, *items), limit)
    where, about = f"{library[exercise].patient_name} (i1, i2)", f"{limit} i1+i2 {what.split()[0]}"
    assert [(f.where, f.item, f.what) for f in found] == [(where, "i1", f"{what}, together.")]
    assert [f.key for f in found] == [f"{found[0].level} {about}"]


def test_only_what_falls_on_one_day_and_side_adds_up(library: Library) -> None:
    """Left and right are two works, Monday and Friday two days; both sides once, and days of one's own fall on any."""
    many: dict[str, Any] = {"sets": 5, "reps": 32}
    limit = "strength_reps_day_impossible"
    sides = split(library, "step_up", {**many, "sides": "left"}, {**many, "sides": "right"})
    assert broken(library, sides, limit) == []
    assert len(broken(library, split(library, "step_up", {**many, "sides": "left"}, many), limit)) == 1
    apart = split(library, "bridge", {**many, "schedule": MON_THU}, {**many, "schedule": FRI_SUN})
    assert broken(library, apart, limit) == []
    free = split(library, "bridge", {**many, "schedule": MON_THU}, {**many, "schedule": Schedule(days_a_week=1)})
    assert len(broken(library, free, limit)) == 1


def test_each_side_says_its_own_once(library: Library) -> None:
    """Of the left and the right of three items, each finding names the two that it is of; none says it twice."""
    many: dict[str, Any] = {"sets": 5, "reps": 32}
    sides = ({"sides": "left"}, {"sides": "right"}, {"sides": "each"})
    plan = split(library, "step_up", *({**many, **one} for one in sides))
    found = broken(library, plan, "strength_reps_day_impossible")
    assert [(f.where, f.item) for f in found] == [("Step-up (i1, i3)", "i1"), ("Step-up (i2, i3)", "i2")]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"days_a_week": 3}, {"days_a_week": 3}, None),
        ({"days_a_week": 5}, {"days_a_week": 5}, "5 days a week, together."),
        ({"weekdays": ("mon", "wed", "fri")}, {"days_a_week": 3}, None),
        ({"weekdays": ("mon", "tue", "wed")}, {"weekdays": ("thu", "fri")}, "5 days a week, together."),
        ({"weekdays": ("sat", "sun")}, {"days_a_week": 5}, "5 days a week, together."),
    ],
)
def test_a_day_is_counted_once(library: Library, first: dict[str, Any], second: dict[str, Any], told: str) -> None:
    """As the plan lays them: fixed days, and those that are proposed for what the patient picks."""
    plan = split(library, "bridge", *({"schedule": Schedule(**days)} for days in (first, second)))
    assert [f.what for f in broken(library, plan, "strength_days_unset")] == ([told] if told else [])
    laid = {slot.date.weekday() for slot in slots(plan) if slot.week == 1}
    assert told is None or told.startswith(f"{len(laid)} days")


def test_another_exercise_does_not_add_up(library: Library) -> None:
    """Limits are of one exercise."""
    plan = split(library, "bridge", {"sets": 5, "reps": 32}).add(library["mini_squat"], sets=5, reps=32)
    assert broken(library, plan, "strength_reps_day_impossible") == []


def test_an_easy_day_is_no_day_of_hard_work(library: Library) -> None:
    """Of an effort below 6, beside one that is hard."""
    hard, easy = {"schedule": MON_THU, "effort_target": 7}, {"schedule": FRI_SUN, "effort_target": 3}
    assert broken(library, split(library, "bridge", hard, easy), "strength_days_many") == []
    both = split(library, "bridge", hard, {**easy, "effort_target": 6})
    assert [f.what for f in broken(library, both, "strength_days_many")] == ["7 days a week, together."]


@given(
    exercise=st.sampled_from(("bridge", "step_up", "gastroc_stretch", "knee_rolls", "tandem_stance", "quad_set")),
    sets=st.integers(1, 5),
    reps=st.integers(1, 60),
    times=st.integers(1, 4),
    by=st.sampled_from(("sets", "days")),
)
def test_to_split_an_item_lowers_no_limit_of_a_day_or_a_week(
    library: Library, exercise: str, sets: int, reps: int, times: int, by: str
) -> None:
    """Its sets or its days told in two items: each limit is broken at the level that it was for one.

    But for the minutes, where sets are split: two items have no rest between them.
    """
    week = Schedule(weekdays=WEEKDAYS, times_a_day=times)
    whole = split(library, exercise, {"sets": 2 * sets, "reps": reps, "schedule": week})
    halves: list[dict[str, Any]] = [{"sets": sets, "reps": reps, "schedule": week}] * 2
    if by == "days":
        parts = [Schedule(weekdays=part, times_a_day=times) for part in (WEEKDAYS[:3], WEEKDAYS[3:])]
        halves = [{"sets": 2 * sets, "reps": reps, "schedule": part} for part in parts]
    before, after = (_levels(library, plan) for plan in (whole, split(library, exercise, *halves)))
    for quantity, rank in before.items():
        if by == "sets" and quantity == "item_day_min":
            continue
        assert after.get(quantity, len(LEVELS)) <= rank, quantity


def _levels(library: Library, plan: Plan) -> dict[str, int]:
    """The highest rank that was found of each quantity of a day or a week."""
    found: dict[str, int] = {}
    for finding in limits_of(plan, library):
        name = finding.key.split()[1]
        if name in COUNTED and finding.item:
            quantity = rules().limits[name].quantity
            found[quantity] = min(found.get(quantity, len(LEVELS)), LEVELS.index(finding.level))
    return found
