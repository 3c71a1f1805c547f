"""The table of limits: each row speaks at the first value beyond it, and where it is meant."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.check import check
from kit.review.dosed import Dosed
from kit.review.limits import Limits

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)


def keys(library: Library, plan: Plan, *, on: dt.date | None = None, previous: Plan | None = None) -> set[str]:
    """Limit and level of each finding: "stretch_hold_long CAUTION"."""
    return {f"{f.key.split()[1]} {f.level}" for f in check(plan, library, on=on, previous=previous)}


@pytest.mark.parametrize(
    ("exercise", "changes", "expected"),
    [
        ("supine_figure4_stretch", {"hold_s": 0, "tempo_s": 5}, "stretch_hold_missing ERROR"),
        ("supine_figure4_stretch", {"hold_s": 9}, "stretch_hold_short CAUTION"),
        ("supine_figure4_stretch", {"hold_s": 61}, "stretch_hold_long CAUTION"),
        ("supine_figure4_stretch", {"hold_s": 45}, "stretch_hold_over_30 INFO"),
        ("supine_figure4_stretch", {"reps": 21}, "stretch_reps_impossible ERROR"),
        ("supine_figure4_stretch", {"reps": 6}, "stretch_reps_many CAUTION"),
        ("supine_figure4_stretch", {"reps": 1}, "stretch_reps_one INFO"),
        ("supine_figure4_stretch", {"reps": 1}, "stretch_session_short CAUTION"),
        ("supine_figure4_stretch", {"reps": 5, "hold_s": 50}, "stretch_session_long CAUTION"),
        ("supine_figure4_stretch", {"reps": 3}, "stretch_week_long INFO"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=1)}, "stretch_days_one CAUTION"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=4)}, "stretch_days_few INFO"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=7, times_a_day=4)}, "times_many CAUTION"),
        ("bridge", {"sets": 5}, "strength_sets_many CAUTION"),
        ("bridge", {"sets": 1}, "strength_sets_one INFO"),
        ("bridge", {"reps": 4}, "strength_reps_few CAUTION"),
        ("bridge", {"reps": 16}, "strength_reps_many INFO"),
        ("bridge", {"reps": 31}, "strength_reps_very_many CAUTION"),
        ("side_bridge_knees", {"hold_s": 181}, "hold_effort_impossible ERROR"),
        ("side_bridge_knees", {"hold_s": 46}, "hold_effort_long CAUTION"),
        ("bridge", {"rest_set_s": 29}, "rest_set_short CAUTION"),
        ("bridge", {"rest_set_s": 301}, "rest_set_long CAUTION"),
        ("bridge", {"rest_set_s": 90, "effort_target": 8}, "rest_set_effort INFO"),
        ("bridge", {"effort_target": 6, "schedule": Schedule(days_a_week=5)}, "strength_days_many CAUTION"),
        ("bridge", {"effort_target": 9}, "effort_very_high CAUTION"),
        ("bridge", {"effort_target": 4}, "effort_low INFO"),
        ("single_leg_stance", {"hold_s": 121}, "balance_hold_impossible ERROR"),
        ("single_leg_stance", {"hold_s": 61}, "balance_hold_long CAUTION"),
    ],
)
def test_each_limit_speaks_just_beyond_its_value(
    library: Library, exercise: str, changes: ItemChanges, expected: str
) -> None:
    """Each row of the table of limits is found at the first value beyond it, and not at the default dose."""
    assert expected not in keys(library, EMPTY.add(library[exercise]))
    assert expected in keys(library, EMPTY.add(library[exercise], **changes))


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (17, "age_young CAUTION"),
        (18, None),
        (64, None),
        (65, "age_old INFO"),
        (79, "age_old INFO"),
        (80, "age_very_old CAUTION"),
    ],
)
def test_ages_at_their_limits(library: Library, age: int, expected: str | None) -> None:
    """Under 18 and from 80: check the protocol; from 65 a hint."""
    found = keys(library, EMPTY.add(library["bridge"]).describe(context=Context(age=age)))
    assert {k for k in found if k.startswith("age_")} == ({expected} if expected else set())


def test_limits_that_need_a_circumstance(library: Library) -> None:
    """Short holds matter from 65 on; long efforts with hypertension; a steep load only against the version before."""
    short = EMPTY.add(library["supine_figure4_stretch"], hold_s=20, reps=3)
    assert "stretch_hold_older CAUTION" not in keys(library, short)
    assert "stretch_hold_older CAUTION" in keys(library, short.describe(context=Context(age=65)))
    long = EMPTY.add(library["side_bridge_knees"], hold_s=11)
    held = Context(conditions=(ConditionInForce(condition="hypertension"),))
    assert "hold_effort_pressure CAUTION" not in keys(library, long)
    assert "hold_effort_pressure CAUTION" in keys(library, long.describe(context=held))
    old, new = (EMPTY.add(library["long_arc_quad"], load_kg=kg) for kg in (5.0, 5.6))
    assert "load_rise CAUTION" in keys(library, new, previous=old)
    assert "load_rise CAUTION" not in keys(library, EMPTY.add(library["long_arc_quad"], load_kg=5.5), previous=old)


def test_a_limit_holds_up_to_the_last_day_of_its_condition(library: Library) -> None:
    """`until` is the first day without it, and the day that is judged decides."""
    end = START + dt.timedelta(days=10)
    held = Context(conditions=(ConditionInForce(condition="hypertension", until=end),))
    side = library["side_bridge_knees"]
    dosed = Dosed(EMPTY.add(side, hold_s=11).items[0], side)

    def keys_on(day: dt.date) -> set[str]:
        return {f.key.split()[1] for f in Limits(rules()).of_item(dosed, held, day)}

    assert "hold_effort_pressure" in keys_on(end - dt.timedelta(days=1))
    assert "hold_effort_pressure" not in keys_on(end)


def test_one_set_has_no_rest_between_sets(library: Library) -> None:
    """A rest that is never taken breaks no limit."""
    assert "rest_set_short CAUTION" in keys(library, EMPTY.add(library["bridge"], sets=2, rest_set_s=29))
    assert "rest_set_short CAUTION" not in keys(library, EMPTY.add(library["bridge"], sets=1, rest_set_s=29))


def test_low_load_strength_may_be_done_daily(library: Library) -> None:
    """Quad sets and the three trunk exercises are exempt from the 48-hour rule."""
    every_day = Schedule(days_a_week=7)
    for exempt in ("quad_set", "bird_dog", "side_bridge_knees", "curl_up"):
        assert "strength_days_many CAUTION" not in keys(
            library, EMPTY.add(library[exempt], effort_target=7, schedule=every_day)
        )


@pytest.mark.parametrize(
    ("count", "expected"),
    [(3, None), (4, "exercises_some INFO"), (6, "exercises_some INFO"), (7, "exercises_many CAUTION")],
)
def test_many_exercises_are_never_an_error(library: Library, count: int, expected: str | None) -> None:
    """INFO from 4, CAUTION above 6: the evidence is small and mixed."""
    plan = EMPTY
    for exercise in list(library)[:count]:
        plan = plan.add(exercise)
    assert {k for k in keys(library, plan) if k.startswith("exercises_")} == ({expected} if expected else set())


def test_every_default_dose_is_within_the_limits(library: Library) -> None:
    """No exercise of the library, planned as it comes, breaks a limit of level ERROR or CAUTION."""
    for exercise in library:
        found = [
            str(f)
            for f in check(EMPTY.add(exercise).describe(context=Context(age=50, red_flags_screened=START)), library)
            if f.level != "INFO"
        ]
        assert found == []


def test_the_literal_dose_of_the_article_is_questioned(library: Library) -> None:
    """One hold of 30 s is less than 60 s in a session."""
    assert "stretch_session_short CAUTION" in keys(library, EMPTY.add(library["standing_itb_stretch"], reps=1))


def test_timed_stretches_and_split_weeks_are_counted_as_they_are(library: Library) -> None:
    """A stretch of 20 minutes is an ERROR as any hold is; two long days are no long session; 7.0 to 7.7 kg is 10 %."""
    timed = EMPTY.add(library["gastroc_stretch"], duration_s=1200, hold_s=0, reps=1)
    assert {"stretch_hold_impossible ERROR", "stretch_session_long CAUTION"} <= keys(library, timed)
    week = EMPTY
    for day in ("mon", "tue"):
        week = week.add(library["walking"], duration_s=6000, schedule=Schedule(weekdays=(day,)))
    assert "session_impossible ERROR" not in keys(library, week)
    old, new = (EMPTY.add(library["long_arc_quad"], load_kg=kg) for kg in (7.0, 7.7))
    assert "load_rise CAUTION" not in keys(library, new, previous=old)
