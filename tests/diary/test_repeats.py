"""Rows that say the same thing twice, or two things about one session."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.diary.columns import COLUMNS, RATED
from kit.diary.repeats import conflicts, session_conflicts, single
from kit.diary.rows import Reject, Row


def row(number: int, **values: Any) -> Row:
    given = {
        "plan_code": "X",
        "plan_version": 1,
        "item_id": "i1",
        "week": 1,
        "date": dt.date(2026, 6, 1),
        "slot": 1,
        "side": "left",
    }
    return Row(number, {**dict.fromkeys(COLUMNS), **given, **values}, (str(number),))


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        (2, "row 2: row 3 answers", "row 3: row 2 answers"),
        (3, "row 2: rows 3, 4 answer", "row 4: rows 2, 3 answer"),
        (4, "row 2: rows 3, 4, 5 answer", "row 5: rows 2, 3, 4 answer"),
        (5, "row 2: rows 3, 4, 5 and 1 more answer", "row 6: rows 2, 3, 4 and 1 more answer"),
    ],
)
def test_who_contradicts_whom(count: int, first: str, last: str) -> None:
    """Up to three others by number, the rest counted."""
    found = conflicts([row(n + 2) for n in range(count)], "d.csv")
    rest = " differently for the same exercise, session and side. Keep the right one."
    assert (str(found[0]), str(found[-1])) == (first + rest, last + rest)
    assert [(reject.row, reject.cells) for reject in found] == [(n + 2, (str(n + 2),)) for n in range(count)]


def test_each_thing_is_said_once() -> None:
    """The first of equal answers stays, a blank row gives way to an answered one, and contradictions go, in order."""
    rows = [
        row(9, status="done"),
        row(2, status="done"),
        row(3),
        row(4, side="right"),
        row(5, side="right"),
        row(7, item_id="i2", status="done"),
        row(6, item_id="i2", status="partial"),
        row(8, item_id="i2"),
    ]
    kept, rejects, faults = single(rows, "d.csv")
    assert [one.number for one in kept] == [4, 9]
    assert [reject.row for reject in rejects] == [6, 7]
    told = "is the same entry as row {}. It is counted once; delete one of them."
    assert [str(fault) for fault in faults] == [
        f"d.csv, row 2: {told.format(9)}",
        f"d.csv, row 3: {told.format(9)}",
        f"d.csv, row 5: {told.format(4)}",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"plan_code": "Y"},
        {"plan_version": 2},
        {"item_id": "i2"},
        {"date": dt.date(2026, 6, 2)},
        {"slot": 2},
        {"side": "right"},
    ],
)
def test_rows_of_different_things_are_two(change: dict[str, Any]) -> None:
    """By plan, version, item, day, session or side; the label is no part of it where there is a code."""
    kept, rejects, faults = single([row(2, status="done"), row(3, status="partial", **change)], "d.csv")
    assert ([one.number for one in kept], rejects, faults) == ([2, 3], [], [])
    assert single([row(2), row(3, plan_id="other")], "d.csv")[2] != []
    assert single([row(2, plan_code=None, plan_id="a"), row(3, plan_code=None, plan_id="b")], "d.csv")[2] == []


def test_a_day_stands_for_its_week() -> None:
    """Where a row has no day, its week tells the session."""
    assert single([row(2), row(3, week=2)], "d.csv")[2] != []
    assert single([row(2, date=None), row(3, date=None, week=2)], "d.csv")[2] == []


@pytest.mark.parametrize("name", RATED)
def test_a_session_that_is_rated_twice_is_told(name: str) -> None:
    """With the first row of each value; 0 is one, and an empty cell is none."""
    rows = [row(2, **{name: 0}), row(3, **{name: 5}), row(4, **{name: 5}), row(5)]
    assert [str(fault) for fault in session_conflicts(rows, "d.csv")] == [
        f"d.csv: {name} is 0 (row 2) and 5 (row 3) in one session: 2026-06-01, slot 1. Keep one of them."
    ]
    free = [row(2, date=None, week=3, slot=2, **{name: 1}), row(3, date=None, week=3, slot=2, **{name: 2})]
    assert [str(fault) for fault in session_conflicts(free, "d.csv")] == [
        f"d.csv: {name} is 1 (row 2) and 2 (row 3) in one session: week 3, slot 2. Keep one of them."
    ]
    assert session_conflicts([row(2, **{name: 4}), row(3, slot=2, **{name: 5})], "d.csv") == []


def test_a_refused_row_shows_what_a_terminal_obeys() -> None:
    assert str(Reject(3, "a\x1bb", ())) == "row 3: a␛b"
    assert Reject(3, "a", ()).stranger == ""
