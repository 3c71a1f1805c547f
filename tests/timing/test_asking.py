"""When a patient is asked about her activities: once each two weeks, at the first session."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.plan.template import template
from kit.timing.asking import asking, asking_weeks
from kit.timing.slots import slots

START = dt.date(2026, 6, 1)  # a Monday
FOUR = template("knee-glute-stretches").plan(Library.load(), "P-001", START)
ASKED = FOUR.describe(activities=("Walking to the shop",))


def day(number: int) -> dt.date:
    """The day with this number, from 0."""
    return START + dt.timedelta(days=number)


def test_the_first_session_of_every_second_week() -> None:
    """Weeks 1, 3 and 5 of five weeks; the first of the sessions of a day, too."""
    plan = ASKED.describe(review_on=day(35)).adjust("i1", schedule=Schedule(days_a_week=7, times_a_day=2))
    assert [(slot.week, slot.date, slot.number) for slot in asking(plan)] == [
        (1, day(0), 1),
        (3, day(14), 1),
        (5, day(28), 1),
    ]
    assert asking_weeks(plan) == (1, 3, 5)


def test_nobody_is_asked_about_nothing() -> None:
    assert asking(FOUR) == asking(Plan.begin("P-2", START, activities=("Stairs",))) == ()


@pytest.mark.parametrize(
    ("start", "end", "weeks"),
    [(0, 3, (1, 3)), (0, 7, (2, 3)), (14, 21, (1, 4)), (14, 28, (1,)), (21, 28, (1, 3))],
)
def test_a_pause_moves_the_question_within_its_two_weeks(start: int, end: int, weeks: tuple[int, ...]) -> None:
    assert asking_weeks(ASKED.pause(day(start), day(end))) == weeks


@given(st.integers(1, 120), st.integers(0, 60), st.integers(1, 40), st.integers(1, 7))
def test_once_in_each_two_weeks_that_have_a_session(days: int, pause: int, length: int, often: int) -> None:
    """And no session of the two weeks comes before the one that asks."""
    plan = ASKED.describe(review_on=day(days)).pause(day(pause), day(pause + length))
    plan = plan.adjust("i1", schedule=Schedule(days_a_week=often))
    found = {(slot.week - 1) // 2: slot for slot in asking(plan)}
    assert len(found) == len(asking(plan))
    assert found.keys() == {(slot.week - 1) // 2 for slot in slots(plan)}
    assert all((found[(s.week - 1) // 2].date, 1) <= (s.date, s.number) for s in slots(plan))
