"""Each measure on a few sessions, against numbers worked by hand (6.2, 6.3 and 6.5 of the specification)."""

from __future__ import annotations

import pandas as pd
import pytest

from kit.adherence.clock import times_of_day
from kit.adherence.dose import dose
from kit.adherence.entries import entries
from kit.adherence.exercises import by_exercise
from kit.adherence.frames import Frames
from kit.adherence.frequency import frequency
from kit.adherence.measure import measure
from kit.adherence.placed import placed
from kit.adherence.rates import rates, sliding
from kit.adherence.sides import by_side, side_gaps
from kit.adherence.skips import skip_reasons, skips
from kit.diary.rows import Row
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from tests.adherence.conftest import WHOLE, entry, exactly, june, only, rows_of, session
from tests.adherence.test_adherence import AS_OF, plans, rows

WORKED = placed(plans(), rows(), AS_OF)
COUNTS = ["expected", "done", "not_done", "missing"]
RATES = ["a_low", "a_log", "a_high", "completeness"]


def of(plan: Plan, *given: Row | list[Row], as_of: int = 8) -> Frames:
    return placed([plan], rows_of(*given), june(as_of))


def test_rates_of_the_worked_patient() -> None:
    """By version and pooled; the pool is of sums, 0.6818, not the mean of percentages, 0.675."""
    by_version = rates(WORKED.slots, ("plan_code", "plan_version"))
    assert by_version[COUNTS].to_numpy().tolist() == [[12, 9, 1, 2], [10, 6, 2, 2]]
    first, second = by_version[RATES].to_numpy().tolist()
    assert first == pytest.approx([0.75, 0.9, 0.9167, 0.8333], abs=5e-5)
    assert second == pytest.approx([0.6, 0.75, 0.8, 0.8], abs=5e-5)
    (pooled,) = rates(WORKED.slots)[[*COUNTS, *RATES]].to_numpy().tolist()
    assert pooled == pytest.approx([22, 15, 3, 4, 0.6818, 0.8333, 0.8636, 0.8182], abs=5e-5)


def test_a_rate_without_a_denominator_is_none(four: Plan) -> None:
    """Nothing logged: D/(D+X) is missing, and the others are not."""
    (found,) = rates(of(only(four, "i1"), as_of=3).slots)[RATES].to_numpy().tolist()
    assert found[0] == 0
    assert pd.isna(found[1])
    assert found[2:] == [1, 0]
    assert rates(of(four, as_of=1).slots).empty


def test_windows_of_the_worked_patient() -> None:
    """Two weeks at a time, week by week: the middle one holds the pause and the change of the plan."""
    found = sliding(WORKED.slots, WORKED.days, window=14, step=7)
    assert [day.day for day in found["first"]] == [1, 8, 15]
    assert [day.day for day in found["last"]] == [14, 21, 28]
    assert found[COUNTS].to_numpy().tolist() == [[12, 9, 1, 2], [10, 7, 2, 1], [10, 6, 2, 2]]
    assert found["a_low"].tolist() == pytest.approx([0.75, 0.7, 0.6])


def test_windows_overlap_leave_gaps_or_find_no_room() -> None:
    """Single days every other day; and none of 30 days in a plan of 28. A window in a pause expects nothing."""
    single = sliding(WORKED.slots, WORKED.days, window=1, step=9)
    assert [(day.day, n) for day, n in zip(single["first"], single["expected"], strict=True)] == [
        (1, 1),
        (10, 0),
        (19, 1),
        (28, 0),
    ]
    assert single["a_low"].isna().tolist() == [False, True, False, True]
    assert sliding(WORKED.slots, WORKED.days, window=30).empty
    for window, step in ((0, 7), (7, 0)):
        with pytest.raises(ValueError, match=f"^A window of {window} days every {step} days is none"):
            sliding(WORKED.slots, WORKED.days, window, step)


def test_windows_and_periods_from_the_front_door() -> None:
    """The same windows without the code; a period counts its days alone, and tells every sign all the same."""
    found = measure(plans(), rows(), AS_OF)
    assert found.sliding(14, 7)["done"].tolist() == [9, 7, 6]
    assert "plan_code" not in found.sliding()
    assert len(found.sliding()) == 1
    second = measure(plans(), rows(), AS_OF, since=june(15)).pooled
    assert (second.expected, second.done, second.not_done, second.extra) == exactly(10, 6, 2, 1)
    first = measure(plans(), rows(), AS_OF, until=june(14))
    assert (first.pooled.expected, first.pooled.done, first.pooled.extra) == exactly(12, 9, 0)
    assert first.remarks.help_signs == found.remarks.help_signs


def test_weekly_frequency_is_capped(four: Plan) -> None:
    """Expected 3, done 4: 1.00, and 0.3333 over; over 4 days 3 a week are 1.7143."""
    plan = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=3))
    done = [session(june(day), "done") for day in (1, 2, 4, 6)]
    week = frequency(of(plan, *done).weeks).to_dict("records")[0]
    assert (week["share"], week["over_share"], week["is_short"]) == (1, pytest.approx(1 / 3), False)
    (cut,) = frequency(of(plan, as_of=4).weeks).to_dict("records")
    assert (cut["expected"], cut["share"], cut["is_short"]) == (pytest.approx(9 / 7), 0, True)
    (four_days,) = frequency(of(plan, as_of=5).weeks).to_dict("records")
    assert (four_days["expected"], four_days["is_short"]) == (pytest.approx(1.7143, abs=5e-5), False)


def test_sides(four: Plan) -> None:
    """Right 3 of 3, left 1 of 3: 2/3 apart. An exercise of one side has no gap."""
    plan = only(four, "i1", "i2").adjust("i2", sides="left")
    rows_: list[Row | list[Row]] = [
        session(june(1), "done"),
        *(entry(june(day), "partial", side="right") for day in (2, 3)),
    ]
    found = of(plan, *rows_, as_of=4)
    sides = by_side(found.cells)[["item_id", "side", "done", "expected"]].to_numpy().tolist()
    assert sides == [["i1", "left", 1, 3], ["i1", "right", 3, 3], ["i2", "left", 0, 3]]
    (gap,) = side_gaps(found.cells).to_dict("records")
    assert (gap["item_id"], gap["done_right"], gap["done_left"]) == ("i1", 3, 1)
    assert gap["gap"] == pytest.approx(2 / 3)


def test_dose_is_capped_on_each_side_and_volume_is_not(four: Plan) -> None:
    """Right 4 x 30 s, left none, of 2 x 30 s each: dose 0.5, volume ratio 1."""
    plan = only(four, "i1")
    right = entry(june(1), "done", side="right", sets_done=2, reps_done=2, hold_done_s=30)
    found = of(plan, right, entry(june(1), "not_done"))
    (told,) = dose(found.cells, found.slots).to_dict("records")
    assert (told["told"], told["unit"], told["done"], told["planned"]) == (1, "s", 60, 120)
    assert (told["share"], told["volume_ratio"]) == (0.5, 1.0)
    assert dose(of(plan, session(june(1), "done")).cells, found.slots).empty


def test_skips_and_their_reasons(four: Plan) -> None:
    """i3 was never done, i1 once of two, i2 always; of equals the earlier in the plan stands first."""
    plan = only(four, "i1", "i2", "i3")
    rows_ = [
        *(session(june(1), "done", ("i1", "i2")), session(june(2), "done", ("i2",))),
        *(session(june(1), "not_done", ("i3",), reason="Pain"), session(june(2), "not_done", ("i3",), reason="pain")),
        session(june(2), "not_done", ("i1",), reason="forgot"),
    ]
    found = of(plan, *rows_, as_of=3).cells
    table = skips(found)[["item_id", "place", "skip_rate", "skipped", "expected", "rank"]].to_numpy().tolist()
    assert table == [["i3", 3, 1, 2, 2, 1], ["i1", 1, 0.5, 1, 2, 2], ["i2", 2, 0, 0, 2, 3]]
    reasons = skip_reasons(found)[["item_id", "reason", "sessions"]].to_numpy().tolist()
    assert reasons == [["i1", "forgot", 1], ["i3", "pain", 2]]
    assert by_exercise(found)["share"].tolist() == [0.5, 1, 0]


def test_time_of_day(four: Plan) -> None:
    """The first and last hours of each part; what has no time is a part of its own; what was not done is in none."""
    hours = [("04:59", "night"), ("05:00", "morning"), ("11:59", "morning"), ("12:00", "afternoon")]
    hours += [("16:59", "afternoon"), ("17:00", "evening"), ("21:59", "evening"), ("22:00", "night")]
    rows_ = [
        session(june(day), "done", started_at=f"2026-06-{day:02}T{hour}:00") for day, (hour, _) in enumerate(hours, 1)
    ]
    late = session(june(10), "not_done", started_at="2026-06-10T06:00:00")
    found = times_of_day(of(only(four, "i1"), *rows_, session(june(9), "done"), late, as_of=11).sessions)
    assert dict(zip(found["part"], found["sessions"], strict=True)) == {
        "morning": 2,
        "afternoon": 2,
        "evening": 2,
        "night": 2,
        "unknown": 1,
    }
    assert found["share"].tolist() == pytest.approx([2 / 9] * 4 + [1 / 9])


def test_entry_lag(four: Plan) -> None:
    """Two days are not back-filled, three are; what has no moment is not counted. 1 of 3."""
    logged = {1: "2026-06-01T19:00:00", 2: "2026-06-04T00:10:00", 3: "2026-06-06T12:00:00+02:00", 4: None}
    rows_ = [session(june(day), "done", logged_at=at) for day, at in logged.items()]
    (found,) = entries(of(only(four, "i1"), *rows_).sessions).to_dict("records")
    assert (found["told"], found["median_lag"], found["back_filled"]) == (3, 2, 1)
    assert found["back_filled_share"] == pytest.approx(1 / 3)


def test_each_plan_has_its_own(four: Plan) -> None:
    """Two plans in one call: each has the numbers that it has alone."""
    other = four.model_copy(update={"code": "BCDFGHJF"})
    one = [
        entry(june(1), "done", **WHOLE, plan_code=four.code),
        entry(june(1), "done", side="right", plan_code=four.code),
    ]
    two = [entry(june(day), "done", plan_code=other.code) for day in (1, 2)]
    both = placed([four, other], rows_of(one, two), june(3))
    alone = pd.concat(
        [rates(placed([plan], rows_of(given), june(3)).slots) for plan, given in ((four, one), (other, two))]
    )
    together = rates(both.slots)
    assert together.sort_values("plan_code").to_numpy().tolist() == alone.sort_values("plan_code").to_numpy().tolist()
