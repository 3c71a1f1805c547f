"""The quantities that limits are about, worked by hand, and when a limit concerns an exercise."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.check import check
from kit.review.fit import busiest_day_s
from kit.review.dosed import Dosed
from kit.review.quantities import OF_ITEM, OF_PLAN, called, longest_session_s
from kit.review.precautions import reasons

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)


def quantities(library: Library, exercise: str, **dose: Any) -> dict[str, float | None]:
    item = EMPTY.add(library[exercise], **dose).items[0]
    return {name: of(Dosed(item, library[exercise])) for name, of in OF_ITEM.items()}


@pytest.mark.parametrize(
    ("exercise", "dose", "hold"),
    [
        ("standing_itb_stretch", {"hold_s": 30}, 30),
        ("standing_itb_stretch", {"hold_s": 0, "tempo_s": 5}, 0),
        ("gastroc_stretch", {"duration_s": 90, "hold_s": 0, "reps": 1}, 90),
        ("bridge", {"hold_s": 0, "tempo_s": 4}, None),
        ("bridge", {"hold_s": 3, "tempo_s": 4}, 3),
        ("walking", {}, None),
        ("single_leg_stance", {"hold_s": 0, "tempo_s": 2}, None),
        ("single_leg_stance", {"hold_s": 20, "tempo_s": 0}, 20),
    ],
)
def test_a_hold(library: Library, exercise: str, dose: dict[str, Any], hold: int | None) -> None:
    """A stretch always has one, also by the clock; what moves or goes by the clock has none."""
    assert quantities(library, exercise, **dose)["hold_s"] == hold


def test_the_numbers_of_a_dose(library: Library) -> None:
    """Each once; a stretch in seconds of one side, in a session and in a week."""
    dose = {"sets": 2, "reps": 3, "hold_s": 20, "tempo_s": 0, "rest_set_s": 45, "effort_target": 5}
    week = {"schedule": Schedule(days_a_week=4, times_a_day=2)}
    assert quantities(library, "standing_itb_stretch", **dose, **week) == {
        "hold_s": 20,
        "reps": 3,
        "sets": 2,
        "rest_set_s": 45,
        "effort_target": 5,
        "days_a_week": 4,
        "times_a_day": 2,
        "stretch_session_s": 120,
        "stretch_week_s": 960,
        "load_rise_percent": None,
    }
    timed = quantities(library, "gastroc_stretch", duration_s=90, hold_s=0, reps=1, sets=2)
    assert (timed["reps"], timed["stretch_session_s"]) == (None, 180)
    assert quantities(library, "bridge", sets=1, rest_set_s=45)["rest_set_s"] is None


@pytest.mark.parametrize(
    ("old", "new", "rise"),
    [
        (5.0, 5.6, 12),
        (7.0, 7.7, 10),
        (10.0, 5.0, -50),
        (None, 5.0, None),
        (5.0, None, None),
        (0.0, 5.0, None),
        (5.0, 0.0, None),
    ],
)
def test_the_rise_of_a_load(library: Library, old: float | None, new: float | None, rise: float | None) -> None:
    """In percent of the load before; none from nothing or to nothing."""
    one, two = (EMPTY.add(library["long_arc_quad"], load_kg=kg) for kg in (old, new))
    dosed = Dosed(two.items[0], library["long_arc_quad"], earlier_items(one)["i1", "long_arc_quad"])
    assert OF_ITEM["load_rise_percent"](dosed) == rise
    assert earlier_items(None) == {}


def test_the_longest_session_and_the_fullest_day(library: Library) -> None:
    """A session has each item once, a day as often as it is due; days that the patient picks may fall on any."""
    mon, tue = Schedule(weekdays=("mon",), times_a_day=2), Schedule(weekdays=("tue",))
    plan = EMPTY.add(library["bridge"], schedule=mon).add(library["bridge"], schedule=tue)
    assert (longest_session_s(plan), busiest_day_s(plan)) == (195, 390)
    more = plan.add(library["bridge"], schedule=Schedule(days_a_week=2, times_a_day=3))
    assert (longest_session_s(more), busiest_day_s(more)) == (390, 390 + 3 * 195)
    assert (longest_session_s(EMPTY), busiest_day_s(EMPTY)) == (0, 0)
    assert {name: of(more) for name, of in OF_PLAN.items()} == {"age": None, "exercises": 3, "session_min": 6.5}


def test_quantities_in_words() -> None:
    """Whole numbers without a point, seconds and percent with their sign, a session by the clock."""
    said = {
        "hold_s": "hold 2.5 s",
        "reps": "2.5 repetitions",
        "sets": "2.5 sets",
        "rest_set_s": "2.5 s between sets",
        "effort_target": "effort 2.5 of 10",
        "days_a_week": "2.5 days a week",
        "times_a_day": "2.5 times a day",
        "stretch_session_s": "2.5 s of stretch a session",
        "stretch_week_s": "2.5 s of stretch a week",
        "load_rise_percent": "load up by 2.5 %",
        "age": "age 2.5",
        "exercises": "2.5 exercises",
        "session_min": "a session of 2 min 30 s",
    }
    assert {name: called(name, 2.5) for name in (*OF_ITEM, *OF_PLAN)} == said
    assert called("hold_s", 3.0) == "hold 3 s"


def keys(library: Library, plan: Plan, **more: Any) -> set[str]:
    return {f.key.split()[1] for f in check(plan, library, **more)}


def test_a_limit_that_is_for_some_alone(library: Library) -> None:
    """For a kind of exercise, from an age or an effort on, in a condition; a value that is not told meets none."""
    short = EMPTY.add(library["supine_figure4_stretch"], hold_s=20, reps=3)
    ages = [keys(library, short.describe(context=Context(age=age))) for age in (None, 64, 65)]
    assert ["stretch_hold_older" in found for found in ages] == [False, False, True]
    often = Schedule(days_a_week=5)
    efforts = [keys(library, EMPTY.add(library["bridge"], effort_target=e, schedule=often)) for e in (None, 4, 6)]
    assert ["strength_days_many" in found for found in efforts] == [False, False, True]
    long = EMPTY.add(library["side_bridge_knees"], hold_s=11)
    held = ConditionInForce(condition="hypertension")
    other = ConditionInForce(condition="gtps")
    conditions = [(), (other,), (other, held)]
    found = [keys(library, long.describe(context=Context(conditions=one))) for one in conditions]
    assert ["hold_effort_pressure" in one for one in found] == [False, False, True]


def test_the_version_before_is_that_of_the_same_item_and_exercise(library: Library) -> None:
    """A load that rose for another exercise, or under another id, is no rise."""
    old = EMPTY.add(library["long_arc_quad"], load_kg=5.0)
    new = EMPTY.add(library["long_arc_quad"], load_kg=10.0)
    assert "load_rise" in keys(library, new, previous=old)
    moved = EMPTY.add(library["bridge"]).add(library["long_arc_quad"], load_kg=10.0)
    assert "load_rise" not in keys(library, moved, previous=old)
    other = EMPTY.add(library["straight_leg_raise"], load_kg=10.0)
    assert "load_rise" not in keys(library, other, previous=old)


@pytest.mark.parametrize(
    ("weeks", "days", "levels"),
    [
        (0, 0, ["AVOID"]),
        (0, -1, ["AVOID", "AVOID"]),
        (4, 0, ["AVOID", "INFO"]),
        (4, -1, ["AVOID"]),
        (12, -1, ["AVOID", "INFO"]),
        (12, 0, ["INFO", "INFO"]),
    ],
)
def test_a_stage_of_weeks_to_the_day(library: Library, weeks: int, days: int, levels: list[str]) -> None:
    """From its first day up to, but not on, the last; before the onset every stage holds."""
    held = ConditionInForce(condition="aclr_early", since=START - dt.timedelta(weeks=weeks, days=days))
    item = EMPTY.add(library["long_arc_quad"]).items[0]
    found = reasons(item, library["long_arc_quad"], held, Context(), rules(), START)
    assert [reason.level for reason in found] == levels


def test_without_support_it_is_worse(library: Library) -> None:
    """Where it is known that there is none, and as long as the condition holds."""
    plan = EMPTY.add(library["single_leg_stance"])
    for support, until, level in (
        (None, None, "CAUTION"),
        (True, None, "CAUTION"),
        (False, None, "AVOID"),
        (False, START, "INFO"),
    ):
        held = ConditionInForce(condition="falls_risk", until=until)
        found = check(plan.describe(context=Context(conditions=(held,), support=support)), library)
        (one,) = [f for f in found if f.item and "falls_risk" in f.key]
        alone = "the floor. No fixed support is at hand. Window: ongoing."
        assert (one.level, alone in one.why) == (level, level == "AVOID")
