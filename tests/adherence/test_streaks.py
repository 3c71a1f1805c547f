"""Streaks and gaps, one plan and many."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.adherence.frames import SLOTS
from kit.adherence.streaks import streaks, streaks_by_plan
from kit.errors import ContentError

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "longest", "current", "gap"),
    [
        ("1101110", 3, 0, 1),
        ("0011101100011", 3, 2, 3),
        ("1", 1, 1, 0),
        ("0", 0, 0, 1),
        ("111", 3, 3, 0),
        ("000", 0, 0, 3),
        ("10010001", 1, 1, 3),
    ],
)
def test_runs(text: str, longest: int, current: int, gap: int) -> None:
    """Longest and current run of done sessions, and longest of those not done."""
    found = streaks([sign == "1" for sign in text])
    assert (found.longest, found.current, found.longest_gap) == (longest, current, gap)
    assert (found.gap_first, found.gap_last, found.gap_days) == (None, None, None)


def test_the_gap_has_days() -> None:
    """The earliest of equal gaps, from the day of its first session to that of its last; a pause within counts as days."""
    dates = [DAY + dt.timedelta(days) for days in (0, 2, 9, 10, 11, 12)]
    found = streaks([True, False, False, True, False, False], dates)
    assert (found.gap_first, found.gap_last, found.gap_days) == (DAY + dt.timedelta(2), DAY + dt.timedelta(9), 8)
    assert streaks([True, True], dates[:2]).gap_days is None


PLANS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["done", "partial", "not_done", "missing"])),
        min_size=1,
        max_size=20,
    ),
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(PLANS)
def test_many_plans_at_once(plans: list[list[tuple[int, str]]]) -> None:
    """As each alone, whatever the order of the rows; two sessions of a day stand in order."""
    rows, wanted = [], []
    for at, plan in enumerate(plans):
        day, slot, dates = DAY, 0, []
        for wait, status in plan:
            day, slot = day + dt.timedelta(wait), 1 if wait else slot + 1
            dates.append(day)
            rows.append((f"P{at}", 1, 1, pd.Timestamp(day), slot, False, 1.0, status, None))
        one = streaks([status in ("done", "partial") for _, status in plan], dates)
        wanted.append((f"P{at}", one.longest, one.current, one.longest_gap, one.gap_first, one.gap_last, one.gap_days))
    table = pd.DataFrame(rows, columns=list(SLOTS)).astype(SLOTS).sample(frac=1, random_state=2)
    found = streaks_by_plan(table)
    got = [
        (*row[:4], *(None if pd.isna(day) else day.date() for day in row[4:6]), None if pd.isna(row[6]) else row[6])
        for row in found.itertuples(index=False)
    ]
    assert got == wanted
    assert list(found.columns) == [
        *("plan_code", "longest", "current", "longest_gap", "gap_first", "gap_last", "gap_days"),
    ]


@pytest.mark.parametrize(
    ("done", "dates", "told"),
    [
        ([], None, "streaks: no session was expected. Give at least one."),
        ([True], [], "streaks, dates: 0 dates and 1 session are given. Give one for each session."),
        (
            [True, False],
            [DAY, DAY - dt.timedelta(1)],
            "streaks, dates: they are not in order. Sort the sessions by their day.",
        ),
    ],
)
def test_refused(done: list[bool], dates: list[dt.date] | None, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        streaks(done, dates)
    assert str(caught.value) == told
