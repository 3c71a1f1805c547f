"""The days of items whose days the patient picks: the table of the specification, and a naive count of all sets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS, Schedule, Weekday, days_a_week
from kit.timing.days import due_days, full_week
from kit.timing.slots import slots
from tests.timing.naive_days import naive_days, open_weeks

START = dt.date(2026, 6, 1)  # a Monday
DAY = dt.timedelta(days=1)
LIBRARY = Library.load()
EXERCISES = list(LIBRARY)[:6]


def plan_of(schedules: Sequence[Schedule], days: int = 28, start: dt.date = START) -> Plan:
    plan = Plan.begin("P-001", start, review_on=start + days * DAY)
    for exercise, schedule in zip(EXERCISES, schedules, strict=False):
        plan = plan.add(exercise, schedule=schedule)
    return plan


def in_words(days: Sequence[dt.date] | set[dt.date] | frozenset[dt.date]) -> str:
    return " ".join(WEEKDAYS[day.weekday()].capitalize() for day in sorted(days))


DAILY = "Mon Tue Wed Thu Fri Sat Sun"
TABLE: list[tuple[list[int], list[str], str]] = [
    ([7, 3], [DAILY, "Mon Wed Fri"], DAILY),
    ([3], ["Mon Wed Fri"], "Mon Wed Fri"),
    ([2], ["Mon Thu"], "Mon Thu"),
    ([5], ["Mon Tue Wed Fri Sat"], "Mon Tue Wed Fri Sat"),
    ([5, 3], ["Mon Tue Wed Fri Sat", "Mon Wed Fri"], "Mon Tue Wed Fri Sat"),
    ([3, 3, 3, 7, 5], [*["Mon Wed Fri"] * 3, DAILY, "Mon Tue Wed Fri Sat"], DAILY),
    ([4, 3], ["Mon Tue Thu Sat", "Mon Thu Sat"], "Mon Tue Thu Sat"),
    ([3, 2, 5], ["Mon Wed Fri", "Mon Fri", "Mon Tue Wed Fri Sat"], "Mon Tue Wed Fri Sat"),
]


@pytest.mark.parametrize(("counts", "days", "all_days"), TABLE, ids=[str(counts) for counts, *_ in TABLE])
def test_the_table(counts: list[int], days: list[str], all_days: str) -> None:
    """Items of so many days a week, in a plan that starts on Monday: their days, and those that have a session."""
    plan = plan_of([days_a_week(count) for count in counts], 7)
    assert [in_words(its) for its in due_days(plan).values()] == days
    assert in_words([slot.date for slot in slots(plan)]) == all_days


def test_the_table_of_a_cut_week() -> None:
    """Monday, Tuesday, Saturday and Sunday are open: a daily item has all of them, one of 3 a week its share, 2."""
    plan = plan_of([days_a_week(7), days_a_week(3)]).pause(START + 9 * DAY, START + 12 * DAY)
    second = {item_id: [day for day in its if 7 <= (day - START).days < 14] for item_id, its in due_days(plan).items()}
    assert [in_words(its) for its in second.values()] == ["Mon Tue Sat Sun", "Mon Sat"]


@pytest.mark.parametrize(
    ("weekday", "count", "days"),
    [("mon", 3, "Mon Wed Fri"), ("tue", 3, "Tue Thu Sat"), ("tue", 2, "Tue Fri"), ("wed", 1, "Wed")],
)
def test_fixed_days_come_first(weekday: Weekday, count: int, days: str) -> None:
    """A day that a fixed item has is taken before one that nothing has, wherever that item stands in the plan."""
    fixed, free = Schedule(weekdays=(weekday,)), days_a_week(count)
    for order in ((fixed, free), (free, fixed)):
        assert in_words(due_days(plan_of(order, 7))[f"i{order.index(free) + 1}"]) == days


def test_neighbours_weigh_more_than_days_that_are_taken() -> None:
    """Four days beside four fixed ones, two and two: with one pair of neighbours, not two, though that needs a new day."""
    plan = plan_of([Schedule(weekdays=("mon", "tue", "thu", "fri")), days_a_week(4)], 7)
    assert in_words(due_days(plan)["i2"]) == "Mon Tue Thu Sat"


@pytest.mark.parametrize("start", [START + n * DAY for n in range(7)])
def test_day_one_is_the_first_day_of_the_plan(start: dt.date) -> None:
    """Whatever weekday it is: 3 a week are the first, third and fifth day."""
    days = sorted(due_days(plan_of([days_a_week(3)], 7, start))["i1"])
    assert [(day - start).days for day in days] == [0, 2, 4]


def schedules() -> st.SearchStrategy[Schedule]:
    often = st.integers(1, 3)
    fixed = st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True).map(tuple)
    return st.one_of(
        st.builds(Schedule, weekdays=fixed, times_a_day=often),
        *[st.builds(Schedule, days_a_week=st.integers(1, 7), times_a_day=often)] * 3,
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to six items over up to nine weeks, with up to three pauses."""
    start, length = START + draw(st.integers(0, 6)) * DAY, draw(st.integers(1, 60))
    plan = plan_of(draw(st.lists(schedules(), min_size=1, max_size=6)), length, start)
    first = draw(st.integers(0, 15))
    for _ in range(draw(st.integers(0, 3))):
        end = first + draw(st.integers(1, 12))
        plan = plan.pause(start + first * DAY, start + end * DAY)
        first = end + draw(st.integers(0, 12))
    return plan


@settings(max_examples=200, deadline=None)
@given(plans())
def test_the_days_are_those_of_the_naive_count(plan: Plan) -> None:
    """Of each item, in each week, whatever is paused."""
    assert {item_id: sorted(days) for item_id, days in due_days(plan).items()} == naive_days(plan)


@settings(max_examples=100, deadline=None)
@given(plans())
def test_every_item_has_its_days(plan: Plan) -> None:
    """In a full week as many as it is prescribed, in a cut one its fair share, none outside the plan or in a pause."""
    found = due_days(plan)
    for number, opened in enumerate(open_weeks(plan)):
        for item in plan.items:
            week = {plan.start + (7 * number + n) * DAY for n in range(7)}
            its = found[item.item_id] & week
            assert its <= set(opened)
            count = item.schedule.each_week
            if item.schedule.weekdays is None:
                assert 7 * len(its) >= count * len(opened) > 7 * (len(its) - 1)
            elif len(opened) == 7:
                assert len(its) == count
    assert all(plan.start <= day < plan.until and not plan.is_paused(day) for its in found.values() for day in its)


@settings(max_examples=100, deadline=None)
@given(plans())
def test_a_day_is_one_session(plan: Plan) -> None:
    """With all items that are due, in the order of the plan; later ones of the day hold what is due more often."""
    found, days = slots(plan), due_days(plan)
    order = [item.item_id for item in plan.items]
    assert [(s.date, s.number) for s in found] == sorted({(s.date, s.number) for s in found})
    for slot in found:
        due = [i for i in plan.items if slot.date in days[i.item_id] and i.schedule.times_a_day >= slot.number]
        assert list(slot.items) == due != []
        assert [order.index(item.item_id) for item in slot.items] == sorted(order.index(i.item_id) for i in due)
        assert slot.week == (slot.date - plan.start).days // 7 + 1
    counted = {item.item_id: sum(item in s.items for s in found) for item in plan.items}
    assert counted == {i.item_id: len(days[i.item_id]) * i.schedule.times_a_day for i in plan.items}


@settings(max_examples=50, deadline=None)
@given(plans())
def test_full_weeks_are_alike(plan: Plan) -> None:
    """A pause elsewhere in the plan moves no day of a full week."""
    full = full_week(plan.items, plan.start)
    for number, opened in enumerate(open_weeks(plan)):
        if len(opened) == 7:
            for item_id, days in due_days(plan).items():
                assert {(day - opened[0]).days for day in days & set(opened)} == full[item_id]
                assert opened[0] == plan.start + 7 * number * DAY
