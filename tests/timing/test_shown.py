"""A session and the sessions of a plan as an analyst sees them."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.timing.session import Session, session
from kit.timing.slots import slots
from tests.shown import texts


@pytest.fixture
def two(four: Plan) -> Plan:
    plan = four.remove("i3").remove("i4").adjust("i1", schedule=Schedule(weekdays=("mon", "thu"), times_a_day=2))
    return plan.adjust("i2", schedule=Schedule(days_a_week=3))


def test_a_session(two: Plan, library: Library) -> None:
    """In a line, and as a table of its items in order: when each begins, how long it takes, how much of it is work."""
    found = session(two, library)
    assert repr(found) == "Session(5 min 40 s, 2 items, 16 steps)"
    assert texts(found) == [
        "Session of 5 min 40 s",
        *("Item", "Begins at", "Takes", "Of which work"),
        *("i1", "0 s", "2 min 50 s", "2 min"),
        *("i2", "2 min 50 s", "2 min 50 s", "2 min"),
        *("In all", "5 min 40 s", "4 min"),
    ]
    assert repr(Session(())) == "Session(0 s, 0 items, 0 steps)"


def test_a_session_as_a_frame(two: Plan, library: Library) -> None:
    """A row for each step, of the same types with steps and without."""
    found = session(two, library).to_frame()
    columns = ["start_s", "end_s", "duration_s", "kind", "item", "set", "rep", "side"]
    kinds = ["int64", "int64", "int64", "string", "string", "int64", "Int64", "string"]
    for frame in (found, Session(()).to_frame()):
        assert list(frame.columns) == columns
        assert [str(kind) for kind in frame.dtypes] == kinds
    assert found.iloc[1].tolist() == [15, 45, 30, "hold", "i1", 1, 1, "right"]
    assert (len(found), found["rep"].isna().sum(), found["side"].isna().sum()) == (16, 8, 0)


def test_the_sessions_of_a_plan(two: Plan) -> None:
    """In a line, one by one, and as a frame."""
    found = slots(two)
    assert repr(found) == "Slots(20 sessions, 4 weeks)"
    assert repr(found[0]) == "Slot(week 1, 2026-06-01, session 1: i1, i2)"
    frame = found.to_frame()
    assert [str(kind) for kind in frame.dtypes] == ["int64", "datetime64[s]", "int64", "string"]
    assert list(frame.columns) == ["week", "date", "number", "items"]
    assert frame.iloc[1].tolist() == [1, pd.Timestamp(dt.date(2026, 6, 1)), 2, "i1"]
    assert frame["items"][:4].tolist() == ["i1; i2", "i1", "i1; i2", "i1"]
