"""The quantities that limits are about, worked by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.dosed import Dosed
from kit.review.quantities import OF_ITEM, OF_PLAN, called, longest_session_s, plain
from kit.timing.week import fullest_day_s

EMPTY = Plan.begin("P-001", dt.date(2026, 6, 1))


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
        ("single_leg_stance", {"duration_s": 90, "hold_s": 0, "tempo_s": 0, "reps": 1}, 90),
        ("side_bridge_knees", {"duration_s": 90, "hold_s": 0, "tempo_s": 0, "reps": 1}, 90),
        ("bridge", {"duration_s": 90, "hold_s": 0, "tempo_s": 0, "reps": 1}, None),
    ],
)
def test_a_hold(library: Library, exercise: str, dose: dict[str, Any], hold: int | None) -> None:
    """A stretch always has one; by the clock whatever is held still has one; what moves has none."""
    assert quantities(library, exercise, **dose)["held_s"] == hold


def test_the_numbers_of_a_dose(library: Library) -> None:
    """Each once; a stretch in seconds of one side, in a session and in a week."""
    dose = {"sets": 2, "reps": 3, "hold_s": 20, "tempo_s": 0, "rest_set_s": 45, "effort_target": 5}
    week = {"schedule": Schedule(days_a_week=4, times_a_day=2)}
    assert quantities(library, "standing_itb_stretch", **dose, **week) == {
        "held_s": 20,
        "moving_s": None,
        "reps": 3,
        "sets": 2,
        "rest_set_s": 45,
        "effort_target": 5,
        "days_a_week": 4,
        "times_a_day": 2,
        "reps_day": 12,
        "reps_week": 48,
        "stretch_session_s": 120,
        "stretch_day_s": 240,
        "stretch_week_s": 960,
        "held_day_s": 240,
        "item_day_min": pytest.approx(2 * (15 + 4 * (3 * 20 + 2 * 15) + 2 * 5 + 45) / 60),
        "walk_day_min": pytest.approx(2 * 4 * 60 / 60),
        "walk_week_min": pytest.approx(4 * 2 * 4 * 60 / 60),
    }
    timed = quantities(library, "gastroc_stretch", duration_s=90, hold_s=0, reps=1, sets=2)
    assert (timed["reps"], timed["reps_day"], timed["reps_week"]) == (None, None, None)
    assert (timed["stretch_session_s"], timed["moving_s"]) == (180, None)
    assert quantities(library, "bridge", sets=1, rest_set_s=45)["rest_set_s"] is None


def test_by_the_clock(library: Library) -> None:
    """What moves has seconds of moving; whatever does not say that it moves is held; a walk is minutes of work alone."""
    timed: dict[str, Any] = {"duration_s": 120, "hold_s": 0, "tempo_s": 0, "reps": 1, "sets": 1}
    moved = quantities(library, "bridge", **timed)
    assert (moved["moving_s"], moved["held_day_s"]) == (120, None)
    unsaid = library["bridge"].model_copy(update={"work": None})
    dosed = Dosed(EMPTY.add(library["bridge"], **timed).items[0], unsaid)
    assert [OF_ITEM[name](dosed) for name in ("held_s", "moving_s", "held_day_s")] == [120, None, 120]
    walk = quantities(library, "walking", duration_s=1800, sets=2, schedule=Schedule(days_a_week=5, times_a_day=3))
    assert (walk["walk_day_min"], walk["walk_week_min"]) == (180, 900)


def test_a_movement_that_is_held_long_counts_as_holding(library: Library) -> None:
    """From 10 s on; shorter pauses of a movement do not add up."""
    seconds = [quantities(library, "bridge", sets=2, reps=10, hold_s=held)["held_day_s"] for held in (2, 9, 10, 45)]
    assert seconds == [None, None, 200, 900]


def test_the_longest_session_and_the_fullest_day(library: Library) -> None:
    """A session has each item once, a day as often as it is due; days that the patient picks may fall on any."""
    mon, tue = Schedule(weekdays=("mon",), times_a_day=2), Schedule(weekdays=("tue",))
    plan = EMPTY.add(library["bridge"], schedule=mon).add(library["bridge"], schedule=tue)
    assert (longest_session_s(plan), fullest_day_s(plan)) == (195, 390)
    more = plan.add(library["bridge"], schedule=Schedule(days_a_week=2, times_a_day=3))
    assert (longest_session_s(more), fullest_day_s(more)) == (390, 390 + 3 * 195)
    assert (longest_session_s(EMPTY), fullest_day_s(EMPTY)) == (0, 0)
    assert {name: of(more) for name, of in OF_PLAN.items()} == {
        "age": None,
        "exercises": 3,
        "session_min": 6.5,
        "day_min": fullest_day_s(more) / 60,
        "week_min": (2 * 195 + 195 + 6 * 195) / 60,
    }


def test_quantities_in_words() -> None:
    """Whole numbers without a point, seconds and percent with their sign, a session by the clock."""
    said = {
        "held_s": "2.5 s in one hold",
        "moving_s": "2.5 s of movement without a pause",
        "reps_day": "2.5 repetitions a day",
        "reps_week": "2.5 repetitions a week",
        "stretch_day_s": "2.5 s of stretch a day",
        "held_day_s": "2.5 s of holding a day",
        "item_day_min": "2 min 30 s a day",
        "walk_day_min": "2 min 30 s of aerobic work a day",
        "walk_week_min": "2 min 30 s of aerobic work a week",
        "day_min": "2 min 30 s on the fullest day",
        "week_min": "2 min 30 s in a week",
        "reps": "2.5 repetitions",
        "sets": "2.5 sets",
        "rest_set_s": "2.5 s between sets",
        "effort_target": "effort 2.5 of 10",
        "days_a_week": "2.5 days a week",
        "times_a_day": "2.5 times a day",
        "stretch_session_s": "2.5 s of stretch a session",
        "stretch_week_s": "2.5 s of stretch a week",
        "age": "age 2.5",
        "exercises": "2.5 exercises",
        "session_min": "a session of 2 min 30 s",
    }
    assert {name: called(name, 2.5) for name in (*OF_ITEM, *OF_PLAN)} == said
    assert called("held_s", 3.0) == "3 s in one hold"
    assert called("stretch_week_s", 21_000_001) == "21000001 s of stretch a week"
    assert called("reps_week", 1_234_567) == "1234567 repetitions a week"
    assert [plain(n) for n in (0, 10, 2.50, 1 / 3)] == ["0", "10", "2.5", "0.333333"]
