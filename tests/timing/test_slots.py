"""The sessions of a plan, day by day."""

from __future__ import annotations

import datetime as dt

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.timing.days import weeks
from kit.timing.slots import slots
from tests.adherence.conftest import only


def test_daily_slots(four: Plan) -> None:
    """Four weeks of every day are 28 dated sessions of all items."""
    found = slots(four)
    assert len(found) == 28
    assert [s.date for s in found] == [four.start + dt.timedelta(days=n) for n in range(28)]
    assert all(s.items == four.items and s.number == 1 for s in found)
    assert [s.week for s in found] == [n // 7 + 1 for n in range(28)]


def test_pauses_have_no_slots(four: Plan) -> None:
    """No dated session lies in a pause; its end is not part of it."""
    plan = four.pause(dt.date(2026, 6, 3), dt.date(2026, 6, 5))
    days = {s.date for s in slots(plan)}
    assert len(days) == 26
    assert not days & {dt.date(2026, 6, 3), dt.date(2026, 6, 4)}


def test_a_week_that_is_wholly_paused_has_no_slots(four: Plan) -> None:
    """Neither on fixed days nor of free choice; with one day left, that day has all."""
    plan = four.adjust("i1", schedule=Schedule(days_a_week=3))
    monday = four.start + dt.timedelta(days=7)
    assert {s.week for s in slots(plan.pause(monday, monday + dt.timedelta(days=7)))} == {1, 3, 4}
    cut = [s for s in slots(plan.pause(monday, monday + dt.timedelta(days=6))) if s.week == 2]
    assert [(s.date, s.items) for s in cut] == [(monday + dt.timedelta(days=6), plan.items)]


def test_no_slot_lies_past_the_end_of_the_plan(four: Plan) -> None:
    """A later end adds nothing, an earlier one cuts and moves nothing; the end itself is not part of it."""
    assert slots(four, four.until + dt.timedelta(days=7)) == slots(four)
    assert slots(four, four.start + dt.timedelta(days=3)) == slots(four)[:3]
    plan = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=3))
    assert slots(plan, four.start + dt.timedelta(days=4)) == slots(plan)[:2]


def test_what_is_done_less_often_joins_what_is_done_more_often(four: Plan) -> None:
    """Three days a week beside two of the same days: one session a day, both of free choice."""
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(days_a_week=3))
    plan = plan.adjust("i2", schedule=Schedule(days_a_week=2))
    found = [(s.date.day, [i.item_id for i in s.items], s.is_free) for s in slots(plan) if s.week == 1]
    assert found == [(1, ["i1", "i2"], True), (3, ["i1"], True), (5, ["i1", "i2"], True)]


def test_a_session_with_a_fixed_item_is_not_free(four: Plan) -> None:
    """Three days a week beside every day: seven sessions a week, three of them with both."""
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(days_a_week=3))
    found = [s for s in slots(plan) if s.week == 1]
    assert [len(s.items) for s in found] == [2, 1, 2, 1, 2, 1, 1]
    assert not any(s.is_free for s in found)


def test_twice_a_day_on_days_of_free_choice(four: Plan) -> None:
    """Three days a week, twice a day, are two sessions on each of three days."""
    plan = four
    for item in four.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(days_a_week=3, times_a_day=2))
    found = [(s.date.day, s.number) for s in slots(plan) if s.week == 1]
    assert found == [(1, 1), (1, 2), (3, 1), (3, 2), (5, 1), (5, 2)]
    assert all(s.items == plan.items for s in slots(plan))


def test_times_a_day(four: Plan) -> None:
    """An item twice a day stands alone in the second session of the day."""
    schedule = Schedule(weekdays=("mon",), times_a_day=2)
    found = [s for s in slots(four.adjust("i2", schedule=schedule)) if s.date == four.start]
    assert [[i.item_id for i in s.items] for s in found] == [["i1", "i2", "i3", "i4"], ["i2"]]


def test_a_week_that_has_begun_counts(four: Plan) -> None:
    """8 days are two weeks, 7 are one; a last week of one day has a session, not next to the day before it."""
    plan = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=2))
    for days, found in ((7, [0, 3]), (8, [0, 3, 7]), (1, [0]), (10, [0, 3, 7])):
        short = plan.describe(review_on=plan.start + dt.timedelta(days=days))
        assert [(s.date - plan.start).days for s in slots(short)] == found


def test_a_year_of_thirty_items_is_quick(library: Library) -> None:
    """The days of full weeks are worked out once: all 52 of them are one and the same."""
    plan = Plan.begin("P-001", dt.date(2026, 6, 1), review_on=dt.date(2027, 6, 2))
    for number, exercise in zip(range(30), library, strict=False):
        plan = plan.add(exercise, schedule=Schedule(days_a_week=number % 6 + 1, times_a_day=number % 3 + 1))
    assert len({id(days) for _, days in list(weeks(plan))[:52]}) == 1


def test_a_plan_without_items_has_no_sessions(four: Plan) -> None:
    """And an end on its start leaves none."""
    empty = four.remove("i1").remove("i2").remove("i3").remove("i4")
    assert slots(empty) == slots(four, four.start) == []
