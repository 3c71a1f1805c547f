"""Adherence against the worked numbers of the clinical specification, 6.3 to 6.5."""

from __future__ import annotations

import datetime as dt
import runpy
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.adherence.counts import Counts, pool
from kit.adherence.measure import measure
from kit.adherence.report import report
from kit.adherence.sentences import bounds, percent
from kit.diary.read import frame, read_diary
from kit.errors import ContentError
from kit.places import data_dir
from kit.plan.code import derived_code
from kit.plan.document import read_plan
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.statistics.interval import wilson
from tests.adherence.conftest import START, entry, exactly, june, only, rows_of, session

SAMPLE = data_dir() / "sample"
AS_OF = dt.date(2026, 6, 29)


def plans() -> list[Plan]:
    return [read_plan(path) for path in sorted(SAMPLE.glob("plan-v*.json"))]


def rows() -> pd.DataFrame:
    return pd.concat([read_diary(path).rows for path in sorted(SAMPLE.glob("diary-v*.csv"))])


def test_wilson_refuses() -> None:
    with pytest.raises(ContentError, match=r"^wilson: 3 of 2 is no share\. k runs from 0 to n, and n is over 0\.$"):
        wilson(3, 2)


def test_worked_patient() -> None:
    found = measure(plans(), rows(), AS_OF)
    table: list[tuple[object, ...]] = [
        (c.expected, c.done, c.not_done, c.missing) for c in (v.counts for v in found.versions)
    ]
    assert table == [(12, 9, 1, 2), (10, 6, 2, 2)]
    assert (found.pooled.a_low, found.pooled.a_log) == pytest.approx((0.6818, 0.8333), abs=5e-5)
    assert found.pooled.a_high == pytest.approx(0.8636, abs=5e-5)
    assert found.pooled.completeness == pytest.approx(0.8182, abs=5e-5)
    assert (found.pooled.extra, found.unplaced) == (1, 0)
    told = found.as_dict()["pooled"]
    assert [*told["simple_interval"], *told["interval"]] == pytest.approx([0.4732, 0.8364, 0.4584, 0.8281], abs=5e-5)
    assert report(found)[0] == (
        "P-001, up to 29 June 2026. Part done: 68 % (15 of 22) of the sessions done, could be on either side of 80 %, "
        "between 46 % and 83 %. Full sessions: 64 % (14 of 22)."
    )


def test_order_is_irrelevant() -> None:
    shuffled = rows().sample(frac=1, random_state=1)
    assert measure(plans()[::-1], shuffled, AS_OF) == measure(plans(), rows(), AS_OF)


@given(st.integers(0, 35))
def test_every_expected_session_is_one_of_three(days: int) -> None:
    """E = D + X + M, none of them negative, on any day; the pool is the sum of the weeks."""
    found = measure(plans(), _ROWS, dt.date(2026, 5, 30) + dt.timedelta(days=days))
    for counts in (found.pooled, *(w.counts for w in found.weeks)):
        assert counts.expected == counts.done + counts.not_done + counts.missing
        assert min(counts.done, counts.not_done, counts.missing) >= 0
    assert pool(w.counts for w in found.weeks).expected == found.pooled.expected


_ROWS = rows()


def test_today_counts_only_when_logged(four: Plan) -> None:
    today = dt.date(2026, 6, 2)
    yesterday = entry(dt.date(2026, 6, 1), "done")
    assert measure([four], frame([yesterday]), today).pooled.expected == 1
    assert measure([four], frame([yesterday, entry(today, "not_done")]), today).pooled.expected == 2


def test_free_choice(four: Plan) -> None:
    """3 a week over 4 days expects 1.7143; 4 done of 3 is capped, and told apart."""
    plan = four
    for item in four.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(days_a_week=3))
    found = measure([plan], frame([]), dt.date(2026, 6, 5)).pooled
    assert float(found.expected) == pytest.approx(1.7143, abs=5e-5)
    done = [entry(None, "done", slot=slot) for slot in range(1, 5)]
    week = measure([plan], frame(done), dt.date(2026, 6, 8)).weeks[0].counts
    assert (week.expected, week.done, week.over, week.a_low) == exactly(3, 3, 1, 1.0)


def three_a_week(plan: Plan) -> Plan:
    return only(plan, "i1").adjust("i1", schedule=Schedule(days_a_week=3))


def test_a_session_of_free_choice_in_a_pause_is_extra(four: Plan) -> None:
    """Nothing was due on that day: it stands for no expected session."""
    plan = three_a_week(four).pause(june(3), june(5))
    found = measure([plan], rows_of(entry(june(3), "done"), entry(june(5), "done", slot=2)), june(8)).pooled
    assert (found.expected, found.done, found.extra) == exactly(Fraction(15, 7), 1, 1)


def test_not_done_is_capped_at_what_was_left(four: Plan) -> None:
    """3 a week: beside 2 done, of 3 that were not done 1 counts, and nothing is missing."""
    logged = [entry(None, "done" if slot <= 2 else "not_done", slot=slot) for slot in range(1, 6)]
    found = measure([three_a_week(four)], rows_of(*logged), june(8)).pooled
    assert (found.expected, found.done, found.not_done, found.missing) == exactly(3, 2, 1, 0)


def test_a_day_that_no_version_has_is_refused(issued: Plan) -> None:
    """Before its version, in a gap after it, after all: each day once, by name, with its first row and how many."""
    first = issued.model_copy(update={"start": june(2), "review_on": june(8)})
    second = issued.new_version(june(15)).describe(review_on=june(22))
    logged = rows_of(*(entry(day, "done") for day in (june(1), june(10), june(10), june(24))))
    with pytest.raises(ContentError) as caught:
        measure([first, second], logged, june(29))
    has = "is not in version 1 of plan P-001, which has the days 2026-06-02 to 2026-06-07"
    mend = "Correct it, or leave the row out."
    assert str(caught.value).splitlines() == [
        f"diary, row 2: date 2026-06-01 {has}. {mend}",
        f"diary, row 2: date 2026-06-10 {has} (in 2 rows). {mend}",
        f"diary, row 2: date 2026-06-24 {has}. {mend}",
    ]


def test_a_day_of_a_later_version_is_none_of_the_one_before(issued: Plan) -> None:
    """Its answers count for neither, the report says how many rows, and what else they tell is told."""
    second = issued.new_version(june(4))
    old = [session(june(3), "done"), session(june(4), "done"), [entry(june(5), "done", help_sign="You faint.")]]
    found = measure([issued, second], rows_of(*old, session(june(5), "done", plan_version=2)), june(6))
    assert tuple(v.counts.done for v in found.versions) == exactly(1, 1)
    assert (found.refused, found.pooled.extra, [sign.text for sign in found.remarks.help_signs]) == (
        3,
        0,
        ["You faint."],
    )
    assert report(found)[-1] == "3 rows were refused and are not counted."


def test_a_week_of_fewer_than_4_days_is_short(four: Plan) -> None:
    """4 active days are enough to compare, 3 are not."""
    for days, is_short in ((4, False), (3, True)):
        (week,) = measure([four], frame([]), START + dt.timedelta(days=days)).weeks
        assert (week.active_days, week.is_short) == (days, is_short)


def test_a_version_corrected_on_its_day_disturbs_nothing(issued: Plan) -> None:
    """It was in force on no day: the same counts as without it, no line of its own, nothing told with it."""
    second = only(issued.new_version(START, "One too many."), "i1", "i2", "i3")
    done = [session(june(day), "done", ("i1", "i2", "i3"), plan_version=2) for day in (1, 2, 3)]
    found, alone = (measure(versions, rows_of(*done), june(5)) for versions in ([issued, second], [second]))
    assert (found.pooled, found.weeks, found.exercises) == (alone.pooled, alone.weeks, alone.exercises)
    assert [(v.start, v.end, v.was_in_force, v.counts.extra) for v in found.versions] == [
        (START, START, False, 0),
        (START, june(29), True, 0),
    ]
    assert report(found) == report(alone)
    assert not [line for line in report(found) if line.startswith("Version")]
    assert (found.pooled.expected, found.pooled.done, found.pooled.full, found.pooled.extra) == exactly(4, 3, 3, 0)


def test_what_has_no_day_is_counted_by_its_week(four: Plan) -> None:
    """Two weeks are two sessions that nobody can place."""
    logged = [entry(None, "done", week=week, slot=1) for week in (1, 2)]
    assert measure([four], frame(logged), AS_OF).unplaced == 2
    ahead = [entry(day, "done") for day in (AS_OF + dt.timedelta(days=n) for n in (1, 2))]
    four = four.describe(review_on=AS_OF + dt.timedelta(days=7))
    assert measure([four], frame([*logged, *ahead]), AS_OF).unplaced == 4


def test_rows_of_two_days_are_two_sessions(four: Plan) -> None:
    """Of the patient's choice as well: on Wednesday that of Tuesday counts, and that of Thursday is still to come."""
    plan = only(four, "i1", "i2")
    for item in plan.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(days_a_week=3))
    rows = rows_of(entry(june(2), "done"), entry(june(4), "done", item_id="i2"))
    found = measure([plan], rows, june(3))
    assert (found.pooled.done, found.unplaced) == (Fraction(6, 7), 1)


def test_another_plan_is_refused(four: Plan) -> None:
    with pytest.raises(ContentError) as caught:
        measure([four], frame([entry(dt.date(2026, 6, 1), "done", plan_code=derived_code("P-002"))]), AS_OF)
    assert str(caught.value) == (
        f"diary, row 2: belongs to the plan with code {derived_code('P-002')}, not to P-001 ({four.code}). "
        "Give the diary of this plan."
    )


def test_no_version_is_refused() -> None:
    with pytest.raises(ContentError) as caught:
        measure([], frame([]), AS_OF)
    assert str(caught.value) == "plan: no version is given. Give at least one plan file."


def test_the_upper_bound_takes_what_is_missing_as_done() -> None:
    """Of 22, all but the 3 that were not done."""
    assert bounds(Counts(Fraction(22), Fraction(15), Fraction(3))) == (
        "Done 15, not done 3, not logged 4. If all that was not logged had been done, it would be 86 % (19 of 22)."
    )
    assert bounds(Counts(Fraction(22), Fraction(19), Fraction(3))) == "Done 19, not done 3, not logged 0."


def test_percent_is_half_up() -> None:
    assert [percent(Fraction(1, 8)), percent(Fraction(1, 200))] == ["13 %", "1 %"]


def test_sample_is_current() -> None:
    """`data/sample` is what its maker writes, byte for byte."""
    made = runpy.run_path(str(Path(__file__).parents[1] / "make_sample.py"))["files"]()
    assert {path.name: path.read_bytes() for path in SAMPLE.iterdir()} == made
