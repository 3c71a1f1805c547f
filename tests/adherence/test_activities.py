"""How well her activities go, over time: a row a day, the last against the first, the band by which it matters."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from kit.adherence.activities import (
    DAYS,
    activity_changes,
    activity_days,
    activity_lines,
    mean_change,
    times_asked,
)
from kit.diary.columns import ACTIVITIES
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

LATE = dt.date(2026, 12, 31)
START = dt.date(2026, 6, 1)


def rows(*told: dict[str, Any]) -> pd.DataFrame:
    """A toy diary: day 1 June 2026, slot 1, version 1, unless said otherwise."""
    plain = {"plan_version": 1, "week": 1, "date": "2026-06-01", "slot": 1, **dict.fromkeys(ACTIVITIES)}
    whole = dict.fromkeys(("plan_version", "week", "slot", *ACTIVITIES), "Int64")
    made = pd.DataFrame([{**plain, **one} for one in told], columns=list(plain)).astype(whole)
    return made.astype({"date": "datetime64[s]"})


@pytest.fixture(scope="module")
def two(four: Plan, library: Library) -> list[Plan]:
    """Two versions: the second, from 29 June, asks about one activity in other words."""
    first = finalised(resolve(four.describe(activities=("Walking", "Stairs")), library), "A. Physio", START)
    second = first.new_version(dt.date(2026, 6, 29)).describe(activities=("Stairs with bags", "walking"))
    return [first, second]


def plain(days: pd.DataFrame) -> list[tuple[str, str, int]]:
    return list(zip(days["activity"], days["date"].dt.strftime("%m-%d"), days["value"], strict=True))


def test_a_row_for_each_activity_and_day(two: list[Plan]) -> None:
    """By its words, wherever it stands in a version; in the newest spelling; a 0 is told, a blank is not."""
    days = activity_days(
        rows(
            {"activity_1": 3, "activity_2": 0},
            {"date": "2026-06-15", "week": 3, "activity_1": 5},
            {"plan_version": 2, "date": "2026-06-29", "activity_1": 2, "activity_2": 7, "activity_3": 9},
            {"plan_version": 3, "date": "2026-06-30", "activity_1": 9},
            {},
        ),
        two,
        LATE,
    )
    assert plain(days) == [
        ("walking", "06-01", 3),
        ("walking", "06-15", 5),
        ("walking", "06-29", 7),
        ("Stairs", "06-01", 0),
        ("Stairs with bags", "06-29", 2),
    ]
    assert {name: str(kind) for name, kind in days.dtypes.items()} == DAYS


def test_what_counts_on_a_day(two: list[Plan]) -> None:
    """The later session; not what a session tells in two ways; not a day to come; a week for a day nobody wrote."""
    found = rows(
        {"activity_1": 3},
        {"slot": 2, "activity_1": 4},
        {"date": "2026-06-02", "activity_1": 5},
        {"date": "2026-06-02", "activity_1": 6, "activity_2": 1},
        {"date": "2026-06-02", "activity_2": 1},
        {"date": None, "week": 3, "activity_1": 8},
        {"date": "2026-06-20", "week": 3, "activity_1": 10},
    )
    assert plain(activity_days(found, two, dt.date(2026, 6, 15))) == [
        ("walking", "06-01", 4),
        ("walking", "06-15", 8),
        ("Stairs", "06-02", 1),
    ]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (6, "3 better; change that matters (3 points): reached."),
        (5, "2 better; change that matters (3 points): not reached."),
        (0, "3 worse; change that matters (3 points): reached."),
        (3, "the same."),
    ],
)
def test_one_activity_changes_by_three_points(two: list[Plan], last: int, words: str) -> None:
    days = activity_days(rows({"activity_1": 3}, {"date": "2026-06-15", "activity_1": last}), two[:1], LATE)
    (change,) = activity_changes(days)
    assert change.words == f"Walking: {last} on 15 June 2026, 3 on 1 June 2026: {words}"


def test_the_mean_changes_by_two_points(two: list[Plan]) -> None:
    """Over the days on which all were told."""
    days = activity_days(
        rows(
            {"activity_1": 3, "activity_2": 2},
            {"date": "2026-06-15", "activity_1": 4, "activity_2": 5},
            {"date": "2026-06-20", "activity_1": 10},
        ),
        two[:1],
        LATE,
    )
    mean = mean_change(days, two[0].activities)
    assert mean is not None
    assert (mean.first, mean.last, mean.times) == (2.5, 4.5, 2)
    assert mean.words == (
        "Mean of these activities: 4.5 on 15 June 2026, 2.5 on 1 June 2026: 2 better; "
        "change that matters (2 points): reached."
    )
    assert mean_change(days, ("Walking",)) is None
    assert mean_change(days, ("Walking", "Running")) is None


def test_how_often_the_plan_asked(two: list[Plan]) -> None:
    """Weeks 1 and 3 of the first version, then of the second, from the day on which each was in force."""
    days = [dt.date(2026, 5, 31), START, dt.date(2026, 6, 14), dt.date(2026, 6, 15), dt.date(2026, 6, 29), LATE]
    assert [times_asked(two, day) for day in days] == [0, 1, 1, 2, 3, 4]
    early = two[0].new_version(dt.date(2026, 6, 10))
    assert times_asked([two[0], early], dt.date(2026, 6, 20)) == 2  # the 15th is no longer the first version's


def test_the_lines_of_a_report(two: list[Plan], four: Plan) -> None:
    """What was asked and told, each activity, their mean; nothing where nothing was to be asked."""
    found = rows({"activity_1": 3, "activity_2": 2}, {"date": "2026-06-15", "activity_1": 6})
    assert activity_lines(found, two[:1], dt.date(2026, 6, 20)) == [
        "Activities in the patient's own words, 0 to 10: asked 2 times, told on 2 days.",
        "Walking: 6 on 15 June 2026, 3 on 1 June 2026: 3 better; change that matters (3 points): reached.",
        "Stairs: 2 on 1 June 2026, the only one.",
        "Mean of these activities: 2.5 on 1 June 2026, the only one.",
    ]
    assert activity_lines(rows(), two[:1], START) == [
        "Activities in the patient's own words, 0 to 10: asked 1 time, told on 0 days."
    ]
    assert activity_lines(found, [four], LATE) == []
