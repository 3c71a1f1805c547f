"""Which planned session a logged one stands for, worked by hand: fixed days stand, free ones count within the week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.adherence.counts import Counts
from kit.adherence.measure import Adherence, measure
from kit.diary.rows import Row
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.plan.template import template
from kit.timing.slots import slots
from tests.adherence.conftest import START, WHOLE, exactly, june, only, rows_of, session

LIBRARY = Library.load()
DAY = dt.timedelta(days=1)
Sittings = Mapping[int, tuple[str, ...]]  # day of June, what was done on it


def plan_of(**schedules: Schedule) -> Plan:
    plan = only(template("knee-glute-stretches").plan(LIBRARY, "P-001", START), *schedules)
    for item_id, schedule in schedules.items():
        plan = plan.adjust(item_id, schedule=schedule)
    return plan


def week_of(plan: Plan, sittings: Sittings, *rows: Row | list[Row], as_of: int = 8) -> Adherence:
    """What is counted of one week in which `sittings` were done wholly."""
    done = [session(june(day), "done", items, **WHOLE) for day, items in sittings.items()]
    return measure([plan], rows_of(*done, *rows), june(as_of))


def said(found: Adherence) -> tuple[list[Fraction | int], dict[str, tuple[Fraction, Fraction]]]:
    """Expected, done, full, beyond and extra sessions; by item what was done and expected."""
    p = found.pooled
    return [p.expected, p.done, p.full, p.over, p.extra], {e.item_id: (e.done, e.expected) for e in found.exercises}


DAILY = Schedule(weekdays=WEEKDAYS)
ALL_WEEK: dict[int, tuple[str, ...]] = dict.fromkeys(range(1, 8), ("i1",))


def test_daily_and_three_a_week_are_seven_sessions() -> None:
    """As planned: seven sessions a week, not ten, all full; each exercise has its own number."""
    plan = plan_of(i1=DAILY, i2=Schedule(days_a_week=3))
    done: Sittings = ALL_WEEK | dict.fromkeys((1, 3, 5), ("i1", "i2"))
    assert said(week_of(plan, done)) == ([7, 7, 7, 0, 0], {"i1": exactly(7, 7), "i2": exactly(3, 3)})
    assert week_of(plan, done).dose.told == 7


def test_on_another_day_of_the_week_it_counts() -> None:
    """Thursday for Wednesday, beside what is daily: nothing is missing, nothing is beyond, and Wednesday is full."""
    plan = plan_of(i1=DAILY, i2=Schedule(days_a_week=3))
    done: Sittings = ALL_WEEK | dict.fromkeys((1, 4, 5), ("i1", "i2"))
    assert said(week_of(plan, done)) == ([7, 7, 7, 0, 0], {"i1": exactly(7, 7), "i2": exactly(3, 3)})
    assert (week_of(plan, done).dose.told, week_of(plan, done).dose.share) == exactly(7, 1)


def test_days_of_choice_alone() -> None:
    """Tuesday, Thursday and Saturday in place of Monday, Wednesday and Friday; a fourth one is beyond."""
    plan = plan_of(i1=Schedule(days_a_week=3), i2=Schedule(days_a_week=2))
    done: dict[int, tuple[str, ...]] = {2: ("i1", "i2"), 4: ("i1",), 6: ("i1", "i2")}
    both = {"i1": exactly(3, 3), "i2": exactly(2, 2)}
    assert said(week_of(plan, done)) == ([3, 3, 3, 0, 0], both)
    assert said(week_of(plan, done | {7: ("i1",)})) == ([3, 3, 3, 1, 0], both)


def test_one_sitting_is_one_session() -> None:
    """Both on Tuesday and nothing else: one of seven, though what was done stands for Monday's exercise as well."""
    plan = plan_of(i1=DAILY, i2=Schedule(days_a_week=3))
    numbers, items = said(week_of(plan, {2: ("i1", "i2")}))
    assert (numbers, items) == ([7, 1, 1, 0, 0], {"i1": exactly(1, 7), "i2": exactly(1, 3)})


def test_parts_on_two_days_make_no_full_session() -> None:
    """One exercise on Tuesday and the other on Thursday: two sessions of three, none full."""
    plan = plan_of(i1=Schedule(days_a_week=3), i2=Schedule(days_a_week=3))
    numbers, items = said(week_of(plan, {2: ("i1",), 4: ("i2",)}))
    assert (numbers, items) == ([3, 2, 0, 0, 0], {"i1": exactly(1, 3), "i2": exactly(1, 3)})


def test_more_often_than_agreed_is_beyond() -> None:
    """The fourth time of three a week, beside what is daily; it is in no share."""
    plan = plan_of(i1=DAILY, i2=Schedule(days_a_week=3))
    done: Sittings = ALL_WEEK | dict.fromkeys((1, 2, 3, 5), ("i1", "i2"))
    assert said(week_of(plan, done)) == ([7, 7, 7, 1, 0], {"i1": exactly(7, 7), "i2": exactly(3, 3)})


def test_three_times_on_a_day_are_not_three_days() -> None:
    """What is done again on a day on which it is due once stands for no other day; twice a day it may."""
    for often, done in ((1, 1), (2, 2)):
        plan = plan_of(i1=Schedule(days_a_week=3, times_a_day=often))
        again = [session(june(2), "done", slot=slot, **WHOLE) for slot in (1, 2, 3)]
        found = week_of(plan, {}, *again)
        numbers, items = said(found)
        assert (numbers, items["i1"]) == ([3 * often, done, done, 3 - done, 0], exactly(done, 3 * often))


def test_what_was_not_done_stands_for_nothing() -> None:
    """Friday's session did not do what Saturday's has, so that one stays missing; the other part of it counts."""
    plan = plan_of(i1=Schedule(days_a_week=1), i2=Schedule(weekdays=("wed",)), i3=Schedule(days_a_week=2))
    wanted = [(s.date.day, [i.item_id for i in s.items]) for s in slots(plan) if s.week == 1]
    assert wanted == [(3, ["i1", "i2", "i3"]), (6, ["i3"])]
    found = week_of(plan, {3: ("i2",), 5: ("i1",)}, session(june(5), "not_done", ("i3",)))
    numbers, items = said(found)
    assert (numbers, items) == ([2, 1, 0, 0, 0], {"i1": exactly(1, 1), "i2": exactly(1, 1), "i3": exactly(0, 2)})


def test_another_week_is_another_week() -> None:
    """Four in the first week and two in the second are three and two of three."""
    plan = plan_of(i1=Schedule(days_a_week=3))
    found = week_of(plan, dict.fromkeys((1, 3, 5, 7, 8, 10), ("i1",)), as_of=15)
    assert said(found) == ([6, 5, 5, 1, 0], {"i1": exactly(5, 6)})


def test_a_fixed_day_stands() -> None:
    """On Tuesday in place of Monday it is extra, and Monday is missing."""
    plan = plan_of(i1=Schedule(weekdays=("mon",)), i2=Schedule(weekdays=("wed",)))
    assert said(week_of(plan, {2: ("i1",)})) == ([2, 0, 0, 0, 1], {"i1": exactly(0, 1), "i2": exactly(0, 1)})


def test_not_done_on_the_proposed_day_and_done_on_another() -> None:
    """It is done; what is said of the proposed day is that of a day which was not needed."""
    plan = plan_of(i1=Schedule(days_a_week=1))
    found = week_of(plan, {4: ("i1",)}, session(june(1), "not_done"))
    assert (found.pooled.done, found.pooled.not_done, found.pooled.over) == exactly(1, 0, 0)
    alone = week_of(plan, {}, session(june(1), "not_done"), session(june(4), "not_done"))
    assert (alone.pooled.done, alone.pooled.not_done) == exactly(0, 1)


def test_of_choice_on_a_day_of_its_own_beside_sessions_of_several() -> None:
    """Monday's session was missed, and its exercise of choice done on Thursday, when nothing is due: it is a session."""
    plan = plan_of(i1=Schedule(weekdays=("mon",)), i2=Schedule(days_a_week=1))
    assert [s.items for s in slots(plan)[:2]] == [plan.items] * 2
    found = week_of(plan, {4: ("i2",)})
    assert said(found) == ([1, 1, 0, 0, 0], {"i1": exactly(0, 1), "i2": exactly(1, 1)})
    said_no = week_of(plan, {4: ("i2",)}, session(june(1), "not_done", ("i1", "i2")))
    assert (said_no.pooled.done, said_no.pooled.not_done) == exactly(0, 1)
    assert said(said_no)[1]["i2"] == exactly(1, 1)


def test_a_second_sitting_of_a_day_stands_for_no_missed_day() -> None:
    """Daily done on Tuesday alone, and apart from it what is due three times a week: one session of seven."""
    plan = plan_of(i1=DAILY, i2=Schedule(days_a_week=3))
    numbers, items = said(week_of(plan, {2: ("i1",)}, session(june(2), "done", ("i2",), slot=2)))
    assert (numbers, items["i2"]) == ([7, 1, 1, 0, 0], exactly(1, 3))


@pytest.mark.parametrize("day", [3, 4])
def test_in_a_pause_nothing_of_choice_is_due(day: int) -> None:
    """What is done in it is extra."""
    plan = plan_of(i1=Schedule(days_a_week=3)).pause(june(3), june(5))
    numbers, items = said(week_of(plan, {day: ("i1",)}))
    assert (numbers[1:], items) == ([0, 0, 0, 1], {"i1": (Fraction(0), Fraction(15, 7))})


def test_a_cut_week_keeps_its_fraction() -> None:
    """3 a week over 4 days are 12/7, although the plan proposes 2 days; done on both, it is capped there."""
    plan = plan_of(i1=Schedule(days_a_week=3)).pause(june(3), june(6))
    assert [s.date for s in slots(plan) if s.week == 1] == [june(1), june(6)]
    found = week_of(plan, {2: ("i1",), 7: ("i1",)})
    assert found.pooled == Counts(Fraction(12, 7), Fraction(12, 7), over=Fraction(2, 7), full=Fraction(12, 7))


def schedules() -> st.SearchStrategy[Schedule]:
    days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True).map(tuple)
    return st.one_of(st.builds(Schedule, weekdays=days), *[st.builds(Schedule, days_a_week=st.integers(1, 7))] * 2)


@st.composite
def weeks_done(draw: st.DrawFn) -> tuple[Plan, Sittings]:
    """A week in which each item is done as often as it is prescribed: on its days, or on days of the patient's own."""
    plan = plan_of(**{f"i{n}": draw(schedules()) for n in range(1, draw(st.integers(1, 4)) + 1)})
    sittings: dict[int, list[str]] = {}
    for item in plan.items:
        schedule = item.schedule
        if schedule.weekdays is None:
            days = draw(st.permutations(range(7)))[: schedule.each_week]
        else:
            days = [WEEKDAYS.index(day) for day in schedule.weekdays]
        for day in days:
            sittings.setdefault(day + 1, []).append(item.item_id)
    return plan, {day: tuple(items) for day, items in sittings.items()}


@settings(max_examples=30, deadline=None)
@given(weeks_done())
def test_whoever_does_all_on_days_of_their_own_has_done_all(case: tuple[Plan, Sittings]) -> None:
    """Each exercise is done as often as it was due, nothing is beyond or extra, and no count exceeds what it is of."""
    plan, sittings = case
    found = week_of(plan, sittings)
    assert all(e.done == e.wholly == e.expected for e in found.exercises)
    p = found.pooled
    assert (p.over, p.extra, found.unplaced) == exactly(0, 0, 0)
    assert p.full <= p.done <= p.expected == len([s for s in slots(plan) if s.week == 1])
    assert p.done <= len(sittings)


@settings(max_examples=30, deadline=None)
@given(weeks_done(), st.data())
def test_what_is_left_out_never_counts(case: tuple[Plan, Sittings], data: st.DataObject) -> None:
    """Of what was done, leave some out: no share rises, and no more sessions are done than there were sittings."""
    plan, sittings = case
    fewer = {day: tuple(i for i in items if data.draw(st.booleans())) for day, items in sittings.items()}
    less, more = week_of(plan, fewer), week_of(plan, sittings)
    assert less.pooled.done <= len([items for items in fewer.values() if items])
    assert less.pooled.full <= less.pooled.done
    assert all(a.done <= b.done and a.wholly <= b.wholly for a, b in zip(less.exercises, more.exercises, strict=True))
    counted = {item.item_id: sum(item.item_id in items for items in fewer.values()) for item in plan.items}
    assert {e.item_id: e.done for e in less.exercises} == counted


@settings(max_examples=20, deadline=None)
@given(st.lists(schedules(), min_size=1, max_size=4))
def test_as_planned_is_full(chosen: list[Schedule]) -> None:
    """Every session on its proposed day: all done, all full."""
    plan = plan_of(**{f"i{n}": schedule for n, schedule in enumerate(chosen, 1)})
    rows = [session(s.date, "done", [i.item_id for i in s.items], week=s.week, slot=s.number) for s in slots(plan)]
    p = measure([plan], rows_of(*rows), plan.until).pooled
    assert p == Counts(Fraction(len(rows)), Fraction(len(rows)), full=Fraction(len(rows)))
