"""What a synthetic patient does from day to day."""

from __future__ import annotations

import itertools
from collections import defaultdict
from random import Random
from statistics import mean

import pytest

from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.samples.lived import Lived, lived
from kit.samples.traits import TRAJECTORIES, Habit, Traits, Trajectory

EVEN = Trajectory("even", 1, 0.4, 0, 0.4)


def days(plan: Plan, seed: int, *habits: Habit, trajectory: Trajectory = EVEN) -> list[Lived]:
    """Of a daily plan of four weeks, written to its end."""
    return lived((plan,), Traits(trajectory, "on_time", frozenset(habits)), plan.until, plan.until, Random(seed))


def test_days_hang_together(issued: Plan) -> None:
    """A day after a kept one is kept more often than a day after one that was not, at the same mean."""
    after: dict[bool, list[bool]] = defaultdict(list)
    for seed in range(120):
        for before, now in itertools.pairwise([one.did for one in days(issued, seed)][1:]):
            after[before].append(now)
    assert mean(after[True]) - mean(after[False]) == pytest.approx(0.35, abs=0.05)
    assert mean(after[True] + after[False]) == pytest.approx(0.4, abs=0.05)


@pytest.mark.parametrize("trajectory", TRAJECTORIES, ids=lambda one: one.name)
def test_the_first_session_is_done_and_told(issued: Plan, trajectory: Trajectory) -> None:
    """It was practised at the clinic, so that nobody who sends a diary sends an empty one."""
    for seed in range(50):
        first = days(issued, seed, trajectory=trajectory)[0]
        assert (first.did, first.told) == (True, "did")


def test_after_a_flare_two_due_days_are_off(issued: Plan) -> None:
    """The next two, or what is left of them; no other."""
    for seed in range(50):
        found = days(issued, seed, "flare")
        flare = next(one.day for one in found if one.mark == "flare")
        off = [one.day for one in found if one.mark == "off"]
        assert off == [one.day for one in found if one.day > flare][:2]
        assert {(one.did, one.told) for one in found if one.mark == "off"} <= {(False, "did_not")}


def test_nothing_is_told_of_days_that_are_not_written(issued: Plan) -> None:
    """Whatever the habits: flare and sign fall on the days that are."""
    traits = Traits(EVEN, "overdue", frozenset({"flare", "red_flag", "over_reports"}))
    written = issued.start.replace(day=4)
    for seed in range(50):
        found = lived((issued,), traits, issued.until, written, Random(seed))
        assert {one.told for one in found if one.day >= written} == {"nothing"}
        assert {one.mark for one in found if one.day >= written} == {""}


def test_a_session_moves_only_where_the_patient_picks_the_day(four: Plan) -> None:
    """A day later, into no pause; what is due on its weekday stays there."""
    fixed = on_days(four, Schedule(weekdays=("mon", "wed", "fri")))
    free = on_days(four, Schedule(days_a_week=3)).pause(four.start.replace(day=11), four.start.replace(day=14))
    moved = set()
    for seed in range(50):
        assert all(one.day == one.slot.date for one in days(fixed, seed))
        found = days(free, seed)
        assert not any(free.is_paused(one.day) for one in found)
        moved |= {(one.day - one.slot.date).days for one in found}
    assert moved == {0, 1}


def on_days(plan: Plan, schedule: Schedule) -> Plan:
    for item in plan.items:
        plan = plan.adjust(item.item_id, schedule=schedule)
    return plan
