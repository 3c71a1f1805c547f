"""Streaks and intervals of many plans at once."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.adherence.by_plan import intervals_by_plan, streaks_by_plan
from kit.adherence.frames import SLOTS
from kit.statistics.interval import interval
from kit.statistics.streaks import streaks

DAY = dt.date(2026, 6, 1)


def slots(*plans: tuple[str, list[str]]) -> pd.DataFrame:
    """SLOTS by hand, a session a day."""
    rows = [
        (code, 1, at // 7 + 1, pd.Timestamp(2026, 6, 1) + pd.Timedelta(days=at), 1, False, 1.0, status, None)
        for code, statuses in plans
        for at, status in enumerate(statuses)
    ]
    return pd.DataFrame(rows, columns=list(SLOTS)).astype(SLOTS)


STATUSES = st.lists(st.sampled_from(["done", "partial", "not_done", "missing"]), min_size=1, max_size=20)


@settings(max_examples=25, deadline=None)
@given(st.lists(STATUSES, min_size=1, max_size=4))
def test_intervals_of_many_plans(plans: list[list[str]]) -> None:
    """As each alone, partly done as done, missing as not, whatever the order of the rows."""
    table = slots(*((f"P{at}", statuses) for at, statuses in enumerate(plans)))
    found = intervals_by_plan(table.sample(frac=1, random_state=1))
    wanted = [
        (
            f"P{at}",
            sum(one in ("done", "partial") for one in plan),
            len(plan),
            *interval([one in ("done", "partial") for one in plan]),
        )
        for at, plan in enumerate(plans)
    ]
    assert [tuple(row) for row in found.itertuples(index=False)] == [
        (code, k, n, pytest.approx(low), pytest.approx(high)) for code, k, n, low, high in wanted
    ]


def test_no_plan_at_all() -> None:
    """An empty frame gives an empty one, with its columns and types."""
    found = intervals_by_plan(slots())
    assert found.empty
    assert dict(found.dtypes.astype(str)) == {
        "plan_code": "string", "k": "int64", "n": "int64", "low": "float64", "high": "float64",
    }  # fmt: skip


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
def test_streaks_of_many_plans(plans: list[list[tuple[int, str]]]) -> None:
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
