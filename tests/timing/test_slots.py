"""The sessions of a plan, day by day."""

from __future__ import annotations

import datetime as dt

from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.timing.slots import slots


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
    """Neither on fixed days nor of free choice; with one day left it keeps its sessions of free choice."""
    plan = four.adjust("i1", schedule=Schedule(days_a_week=3))
    monday = four.start + dt.timedelta(days=7)
    assert {s.week for s in slots(plan.pause(monday, monday + dt.timedelta(days=7)))} == {1, 3, 4}
    cut = [s for s in slots(plan.pause(monday, monday + dt.timedelta(days=6))) if s.week == 2]
    assert [s.date for s in cut] == [monday + dt.timedelta(days=6), None, None, None]


def test_no_slot_lies_past_the_end_of_the_plan(four: Plan) -> None:
    """A later end adds nothing, an earlier one cuts; the end itself is not part of it."""
    assert slots(four, four.until + dt.timedelta(days=7)) == slots(four)
    assert slots(four, four.start + dt.timedelta(days=3)) == slots(four)[:3]


def test_each_session_of_free_choice_has_the_items_that_are_done_so_often(four: Plan) -> None:
    """3 a week beside 2 a week: both in the first two sessions, one alone in the third."""
    plan = four.remove("i3").remove("i4").adjust("i1", schedule=Schedule(days_a_week=3))
    plan = plan.adjust("i2", schedule=Schedule(days_a_week=2))
    found = [[i.item_id for i in s.items] for s in slots(plan) if s.week == 1]
    assert found == [["i1", "i2"], ["i1", "i2"], ["i1"]]


def test_free_choice_slots_have_no_date(four: Plan) -> None:
    """Three days a week, twice a day, are six sessions without a date each week."""
    plan = four
    for item in four.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(days_a_week=3, times_a_day=2))
    found = slots(plan)
    assert [(s.week, s.number) for s in found] == [(w, n) for w in range(1, 5) for n in range(1, 7)]
    assert all(s.date is None for s in found)


def test_times_a_day(four: Plan) -> None:
    """An item twice a day stands alone in the second session of the day."""
    schedule = Schedule(weekdays=("mon",), times_a_day=2)
    found = [s for s in slots(four.adjust("i2", schedule=schedule)) if s.date == four.start]
    assert [[i.item_id for i in s.items] for s in found] == [["i1", "i2", "i3", "i4"], ["i2"]]


def test_a_week_that_has_begun_counts(four: Plan) -> None:
    """8 days are two weeks, 7 are one; a plan of one week has its sessions of free choice once."""
    plan = four.adjust("i1", schedule=Schedule(days_a_week=2))
    for days, weeks in ((7, [1]), (8, [1, 2]), (1, [1])):
        found = slots(plan.describe(review_on=plan.start + dt.timedelta(days=days)))
        assert [s.week for s in found if s.date is None] == [week for week in weeks for _ in range(2)]
        assert len([s for s in found if s.date]) == days
    assert [(s.date, s.number) for s in slots(plan) if s.week == 2][-3:] == [
        (dt.date(2026, 6, 14), 1),
        (None, 1),
        (None, 2),
    ]


def test_a_plan_without_items_has_no_sessions(four: Plan) -> None:
    """And an end on its start leaves none."""
    empty = four.remove("i1").remove("i2").remove("i3").remove("i4")
    assert slots(empty) == slots(four, four.start) == []
