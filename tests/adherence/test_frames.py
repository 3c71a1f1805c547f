"""Laws of the frames: their columns, their sums, and what a part of them holds."""

from __future__ import annotations

from random import Random
from typing import Any

import pandas as pd
import pytest

from kit.adherence.frames import CELLS, DAYS, DAYS_ARE, PLACES, SESSIONS, SLOTS, STATUSES, WEEKS, Frames
from kit.adherence.placed import placed
from kit.adherence.weeks import KEY
from kit.diary.read import frame
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from tests.adherence.conftest import entry, june, only, rows_of, session
from tests.adherence.fuzz import case

COUNTS = ["expected", "done", "not_done", "missing", "over", "full", "extra"]
TABLES = {"slots": SLOTS, "cells": CELLS, "sessions": SESSIONS, "days": DAYS, "weeks": WEEKS}


def drawn(seed: int) -> Frames:
    plans, rows, as_of = case(Random(seed))
    return placed(plans, frame(rows), as_of)


@pytest.mark.parametrize("seed", range(12))
def test_columns_types_and_keys(seed: int) -> None:
    """Those of the contract; no session, cell or day stands twice; words are of their lists."""
    found = drawn(seed)
    for name, columns in TABLES.items():
        table = getattr(found, name)
        assert {column: str(kind) for column, kind in table.dtypes.items()} == columns
    at = ["plan_code", "date", "slot"]
    assert not found.slots.duplicated(at).any()
    assert not found.cells.duplicated([*at, "item_id", "side"]).any()
    assert not found.days.duplicated(["plan_code", "date"]).any()
    assert set(found.slots["status"]) | set(found.cells["status"]) <= set(STATUSES)
    assert set(found.days["day_is"]) <= set(DAYS_ARE)
    assert set(found.sessions["how"].dropna()) <= set(PLACES)
    assert found.slots["weight"].gt(0).all()


def test_nothing_gives_the_same_columns() -> None:
    """Without plans, and without rows."""
    for plans in ([], case(Random(1))[0]):
        found = placed(plans, frame([]), june(10))
        for name, columns in TABLES.items():
            assert {column: str(kind) for column, kind in getattr(found, name).dtypes.items()} == columns


@pytest.mark.parametrize("seed", range(12))
def test_periods_add_up(seed: int) -> None:
    """What was due from the first day to a day, and from the next one to the last, is all that was due."""
    found = drawn(seed)
    for day in (june(9), june(14)):
        before, after = found.between(None, day), found.between(day + (june(2) - june(1)))
        for name in ("expected", "done", "not_done", "missing", "full"):
            parts = before.weeks[name].sum() + after.weeks[name].sum()
            assert parts == pytest.approx(found.weeks[name].sum())
        assert before.weeks["active_days"].sum() + after.weeks["active_days"].sum() == found.weeks["active_days"].sum()
        assert len(before.slots) + len(after.slots) == len(found.slots)
    pd.testing.assert_frame_equal(found.between(None, june(30)).weeks, found.weeks)
    assert found.between(june(30)).slots.empty


@pytest.mark.parametrize("seed", range(12))
def test_versions_add_up(seed: int) -> None:
    found = drawn(seed)
    versions = [found.of_version(n) for n in (1, 2)]
    assert sum(len(one.weeks) for one in versions) == len(found.weeks)
    assert sum(one.weeks["done"].sum() for one in versions) == pytest.approx(found.weeks["done"].sum())


def test_a_period_cuts_its_weeks(four: Plan) -> None:
    """From Wednesday to the Tuesday after: five days of the first week and two of the second."""
    done = [session(june(day), "done") for day in (1, 3, 8, 10)]
    found = placed([only(four, "i1")], rows_of(*done), june(15)).between(june(3), june(9))
    table = found.weeks[["first", "last", "active_days", "expected", "done"]].to_numpy().tolist()
    days = [[pd.Timestamp(june(3)), pd.Timestamp(june(7))], [pd.Timestamp(june(8)), pd.Timestamp(june(9))]]
    assert table == [[*days[0], 5, 5.0, 1.0], [*days[1], 2, 2.0, 1.0]]
    assert found.weeks[KEY].to_numpy().tolist() == [[four.code, 1, 1], [four.code, 1, 2]]
    assert len(found.rows) == 4


def test_what_days_are(four: Plan) -> None:
    """Whole, in part, not done, missing, rest, pause, ahead; Friday's was done on Saturday, so Friday is a rest day.

    i1 is due on Monday, Tuesday, Wednesday, Thursday and Sunday; i2 once a week, for which Friday is proposed.
    """
    fixed = Schedule(weekdays=("mon", "tue", "wed", "thu", "sun"))
    plan = only(four, "i1").adjust("i1", schedule=fixed).pause(june(7), june(8)).describe(review_on=june(12))
    rows = rows_of(
        session(june(1), "done"),
        entry(june(2), "done"),
        session(june(3), "not_done"),
        session(june(5), "done"),
    )
    found = placed([plan], rows, june(9)).days
    assert [day.day for day in found["date"]] == list(range(1, 12))
    assert found["day_is"].tolist() == [
        *("done", "partial", "not_done", "missing", "rest", "rest", "pause"),
        *("missing", "ahead", "ahead", "ahead"),
    ]
    choice = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=1))
    moved = placed([choice], rows_of(session(june(4), "done")), june(8))
    assert [str(day) for day in moved.days["day_is"][:7]] == ["rest", "rest", "rest", "done", "rest", "rest", "rest"]
    assert (moved.slots["date"][0].day, moved.sessions["how"][0]) == (1, "moved")


def test_after_its_last_day_a_plan_rests(four: Plan) -> None:
    """Up to the day of the report, and between two versions."""
    short = only(four, "i1").describe(review_on=june(3))
    later = short.model_copy(update={"version": 2, "start": june(5), "review_on": june(6)})
    found = placed([later, short], rows_of(), june(8)).days
    assert found["day_is"].tolist() == ["missing", "missing", "rest", "rest", "missing", "rest", "rest", "rest"]
    assert found["plan_version"].tolist() == [1, 1, 1, 1, 2, 2, 2, 2]


def test_what_no_day_is_proposed_for_is_expected_all_the_same(four: Plan) -> None:
    """i2, once a week, is proposed for Sunday, where i1 is due; the second version begins on Thursday: 3/7 were due.

    It stands on the last of the three days, and no session does: all of them would have had i1 as well.
    """
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(weekdays=("sun",)))
    plan = plan.adjust("i2", schedule=Schedule(days_a_week=1))
    later = plan.model_copy(update={"version": 2, "start": june(4)})
    found = placed([plan, later], rows_of(), june(4))
    assert found.slots.empty
    cells = found.cells[["date", "item_id", "side", "weight", "status"]].to_numpy().tolist()
    assert cells == [[pd.Timestamp(june(3)), "i2", side, pytest.approx(3 / 7), "missing"] for side in ("right", "left")]


def test_a_session_as_it_was_told(four: Plan) -> None:
    """Once, from whichever of its rows; the highest score, the first hour, the shortest way from session to entry."""
    right, left = session(june(1), "done", pain_worst=0, note="Stiff.")
    more: dict[str, Any] = {
        "pain_worst": 4,
        "started_at": "2026-06-01T18:30:00+01:00",
        "logged_at": "2026-06-04T07:00:00",
    }
    found = placed([only(four, "i1")], rows_of(right, left, entry(june(1), "done", **more)), june(3)).sessions
    (told,) = found.to_dict("records")
    assert (told["pain_worst"], told["hour"], told["lag_days"], told["note"], told["how"]) == (
        4,
        18,
        3,
        "Stiff.",
        "due",
    )
    assert pd.isna(told["effort"])


def test_the_rows_behind_a_session(four: Plan) -> None:
    """Each row says which session it is of; one that tells nothing is of none."""
    rows = rows_of(session(june(1), "done"), entry(june(2), None), entry(june(3), None, effort=0))
    found = placed([only(four, "i1")], rows, june(5))
    assert found.rows["session"].tolist()[:2] == [0, 0]
    assert pd.isna(found.rows["session"].iloc[2])
    assert found.rows["session"].iloc[3] == 1
    assert found.sessions["how"].isna().tolist() == [False, True]
