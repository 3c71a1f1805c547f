"""A week in one table: the days of `slots`, and their minutes."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.timing.allow import to_allow_s
from kit.timing.slots import slots
from kit.timing.warm_up import warm_up
from kit.timing.week import fullest_day_s, fullest_day_to_allow_s, week_of

LIBRARY = Library.load()
NAMES = [exercise.id for exercise in LIBRARY]
SCHEDULES = st.one_of(
    st.builds(
        Schedule, weekdays=st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(tuple), times_a_day=st.integers(1, 3)
    ),
    st.builds(Schedule, days_a_week=st.integers(1, 6), times_a_day=st.integers(1, 3)),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    plan = Plan.begin("P-001", dt.date(2026, 6, 1) + dt.timedelta(days=draw(st.integers(0, 6))))
    plan = plan.describe(rest_ex_s=draw(st.sampled_from([None, 0, 20])))
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5)):
        plan = plan.add(LIBRARY[name], schedule=draw(SCHEDULES))
    return plan


@given(plans())
def test_a_week_is_what_the_slots_say(plan: Plan) -> None:
    """Each weekday has the items of the slots of a full week on that day, and the time to allow for each of them."""
    first = [slot for slot in slots(plan) if slot.week == 1]
    known = resolve(plan, LIBRARY)
    warm_up_s = warm_up(known).seconds
    for day in week_of(known):
        own = [slot for slot in first if WEEKDAYS[slot.date.weekday()] == day.weekday]
        assert day.items == (own[0].items if own else ())
        assert day.seconds == sum(to_allow_s(known, slot.items, warm_up_s) for slot in own)


@given(plans())
def test_no_day_is_fuller_than_the_fullest(plan: Plan) -> None:
    """Wherever the patient puts the days that are hers to pick, no day takes longer."""
    known = resolve(plan, LIBRARY)
    assert max(day.seconds for day in week_of(known)) <= fullest_day_to_allow_s(known)


@given(plans())
def test_the_fullest_day_is_what_the_handout_tells_to_allow(plan: Plan) -> None:
    """Once a day on every day, it is the time to allow of the handout; more than exercise and rest by the warm-up and
    the ways."""
    for item in plan.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(weekdays=WEEKDAYS))
    known = resolve(plan, LIBRARY)
    assert fullest_day_to_allow_s(known) == to_allow_s(known, warm_up_s=warm_up(known).seconds)
    assert fullest_day_to_allow_s(known) >= fullest_day_s(plan) + warm_up(known).seconds
