"""Two files of one diary that say different things are told, with both answers and how they are settled."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from kit.diary.between import contradictions
from kit.diary.columns import COLUMNS
from kit.diary.read import frame_of

NAMES = {"chin_tuck": "Chin tuck"}
MOST = "The one with the most done counts. Correct the one that is wrong."
HIGHEST = "The highest counts. Correct the one that is wrong."


def rows(first: int = 2, *told: dict[str, Any]) -> pd.DataFrame:
    """Rows from the number `first` on, each of one exercise on 2 June unless it says otherwise."""
    head = {
        "plan_code": "BCDFGHJ",
        "plan_version": 1,
        "item_id": "i1",
        "exercise_id": "chin_tuck",
        "week": 1,
        "date": dt.date(2026, 6, 2),
        "slot": 1,
        "side": "both",
    }
    whole = [head | row for row in told]
    columns = {name: [row.get(name, pd.NA) for row in whole] for name in COLUMNS}
    return frame_of(columns, range(first, first + len(whole)))


def said(*files: pd.DataFrame) -> list[str]:
    named = dict(zip(("a.csv", "b.csv", "c.csv"), files, strict=False))
    return [str(fault) for fault in contradictions(named, NAMES)]


def test_both_answers_are_told_by_file_day_and_exercise() -> None:
    """And how it is settled; a third file that agrees with one of them is named too."""
    done, left_out = rows(2, {"status": "done"}), rows(7, {"status": "not_done"})
    both = "Chin tuck, 2 June 2026, slot 1: status is done in a.csv, row 2; not_done in b.csv, row 7"
    assert said(done, left_out) == [f"{both}. {MOST}"]
    assert said(done, left_out, done) == [f"{both}; done in c.csv, row 2. {MOST}"]


def test_each_side_and_each_column_is_a_thing_of_its_own() -> None:
    """The left is no right, and repetitions that differ are told beside the status."""
    left = rows(2, {"side": "left", "status": "partial", "reps_done": 6})
    other = rows(2, {"side": "left", "status": "done", "reps_done": 8}, {"side": "right", "status": "not_done"})
    assert [line.split(" in a.csv")[0] for line in said(left, other)] == [
        "Chin tuck, left, 2 June 2026, slot 1: status is partial",
        "Chin tuck, left, 2 June 2026, slot 1: reps_done is 6",
    ]


def test_a_rating_is_of_the_session() -> None:
    """Whichever row carries it."""
    one = rows(2, {"status": "done", "pain_worst": 3})
    two = rows(2, {"status": "done"}, {"item_id": "i2", "status": "done", "pain_worst": 5})
    told = "2 June 2026, slot 1: pain_worst is 3 in a.csv, row 2; 5 in b.csv, row 3."
    assert said(one, two) == [f"{told} {HIGHEST}"]


def test_a_day_that_nobody_wrote_is_its_week() -> None:
    one, two = (rows(2, {"date": pd.NaT, "status": status}) for status in ("done", "partial"))
    (line,) = said(one, two)
    assert line.startswith("Chin tuck, week 1, slot 1: ")


def test_what_agrees_or_is_blank_is_no_contradiction() -> None:
    """A later file of the same diary repeats the earlier one and goes on; one file alone contradicts nobody."""
    first = rows(2, {"status": "done"}, {"date": dt.date(2026, 6, 3)})
    later = rows(2, {"status": "done", "pain_worst": 2}, {"date": dt.date(2026, 6, 3), "status": "done"})
    assert said(first, later) == []
    assert said(first, rows(2, {"plan_version": 2, "status": "not_done"})) == []
    assert said(first) == []
