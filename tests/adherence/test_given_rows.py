"""Laws of the rows that adherence is counted from: what is no row of a diary of these plans is told, never counted."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.adherence.given_rows import given_rows
from kit.adherence.measure import Adherence, measure
from kit.adherence.report import report
from kit.diary.columns import COLUMNS
from kit.diary.read import Diary, frame, read_diary
from kit.diary.rows import Reject
from kit.errors import ContentError
from kit.places import data_dir
from kit.plan.document import read_plan

SAMPLE = data_dir() / "sample"
ONE, TWO = (read_plan(SAMPLE / f"plan-v{n}.json") for n in (1, 2))
FIRST, SECOND = (read_diary(SAMPLE / f"diary-v{n}.csv") for n in (1, 2))
AS_OF = dt.date(2026, 6, 15)
OF_ROW = "Correct it, or leave the row out."
OR_LEAVE = "Correct it, or leave it missing."
STATUS, SIDE = "a status: done, partial or not_done", "a side: left, right or both"
WRITE_STATUS = "Write done, partial or not_done, or leave it missing."
A_DAY = "a day without a time, of the years 1900 to 2199"
NOT_ITS_DAY = "is not in version 1 of plan P-001, which has the days 2026-06-01 to 2026-06-14"
TOO_MUCH = "is more than 10 times the dose of item i2 in version 1 of plan P-001"
RATING = "a whole number from 0 to 10"


def counted(rows: pd.DataFrame | list[Diary]) -> Adherence:
    return measure([ONE], rows, AS_OF)


def refused(rows: pd.DataFrame | list[Diary]) -> str:
    with pytest.raises(ContentError) as caught:
        counted(rows)
    return str(caught.value)


def with_one(column: str, value: Any, row: int = 5) -> pd.DataFrame:
    """The sample's rows, `value` in one cell."""
    rows = FIRST.to_frame()
    cells = list(rows[column].astype(object))
    cells[row - 2] = value
    return rows.assign(**{column: pd.Series(cells, index=rows.index, dtype=object)})


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("plan_version", None, f"plan_version: is missing. {OF_ROW}"),
        ("plan_version", 0, f"plan_version: 0 is not a whole number from 1 to 10000. {OF_ROW}"),
        ("plan_code", 7, f"plan_code: 7 is not a plan's code. {OF_ROW}"),
        ("item_id", "", f"item_id: “” is not the name of an item. {OF_ROW}"),
        ("item_id", None, f"item_id: is missing. {OF_ROW}"),
        ("week", 61, f"week: 61 is not a whole number from 1 to 60. {OR_LEAVE}"),
        ("date", "junk", f"date: “junk” is not {A_DAY}. {OR_LEAVE}"),
        ("date", Decimal("sNaN"), f"date: “sNaN” is not {A_DAY}. {OR_LEAVE}"),
        ("date", 45_000, f"date: 45000 is not {A_DAY}. {OR_LEAVE}"),
        ("date", pd.Timestamp(2026, 6, 1, 18), f"date: 2026-06-01 18:00:00 is not {A_DAY}. {OR_LEAVE}"),
        (
            "date",
            pd.Timestamp(2026, 6, 1, tz="UTC"),
            f"date: 2026-06-01 00:00:00+00:00 is not {A_DAY}. {OR_LEAVE}",
        ),
        ("date", dt.date(1899, 12, 31), f"date: 1899-12-31 is not {A_DAY}. {OR_LEAVE}"),
        ("date", dt.date.max, f"date: 9999-12-31 is not {A_DAY}. {OR_LEAVE}"),
        ("slot", 1.5, f"slot: 1.5 is not a whole number from 1 to 70. {OF_ROW}"),
        ("slot", "x", f"slot: “x” is not a whole number from 1 to 70. {OF_ROW}"),
        ("slot", 71, f"slot: 71 is not a whole number from 1 to 70. {OF_ROW}"),
        ("side", "R", f"side: “R” is not {SIDE}. Write right."),
        ("side", "up", f"side: “up” is not {SIDE}. Write left, right or both."),
        ("side", None, "side: is missing. Write left, right or both."),
        ("status", "yes", f"status: “yes” is not {STATUS}. Write done."),
        ("status", "Done", f"status: “Done” is not {STATUS}. Write done."),
        ("status", 1, f"status: 1 is not {STATUS}. {WRITE_STATUS}"),
        ("status", True, f"status: True is not {STATUS}. {WRITE_STATUS}"),
        ("sets_done", -1, f"sets_done: -1 is not a whole number from 0 to 10000. {OR_LEAVE}"),
        ("load_kg", 500.5, f"load_kg: 500.5 is not a load from 0 to 500 kg. {OR_LEAVE}"),
        ("pain_worst", 99, f"pain_worst: 99 is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", "bad", f"pain_worst: “bad” is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", "5", f"pain_worst: “5” is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", True, f"pain_worst: True is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", [5], f"pain_worst: [5] is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", float("inf"), f"pain_worst: inf is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", Decimal("sNaN"), f"pain_worst: “sNaN” is not {RATING}. {OR_LEAVE}"),
        ("pain_worst", 10**400, f"pain_worst: a number of over 60 digits is not {RATING}. {OR_LEAVE}"),
        ("effort", 11, f"effort: 11 is not {RATING}. {OR_LEAVE}"),
        ("reason", 5, f"reason: 5 is not a text. {OR_LEAVE}"),
        ("note", 2.5, f"note: 2.5 is not a text. {OR_LEAVE}"),
    ],
)
def test_a_value_that_its_column_cannot_hold(column: str, value: Any, told: str) -> None:
    """It is told with its column, its row and its rule, whatever the type of the column."""
    assert refused(with_one(column, value)) == f"diary, row 5: {told}"


def test_a_whole_column_of_another_type() -> None:
    """Fractions, numbers and times of a zone are met in columns that have a type of their own too."""
    rows = FIRST.to_frame()
    slots = refused(rows.assign(slot=rows["slot"].astype("float64") + 0.5))
    assert slots == f"diary, row 2: slot: 1.5 is not a whole number from 1 to 70 (in 96 rows). {OF_ROW}"
    assert refused(rows.assign(effort=99)) == f"diary, row 2: effort: 99 is not {RATING} (in 96 rows). {OR_LEAVE}"
    first = f"diary, row 2: date: 2026-06-01 00:00:00+00:00 is not {A_DAY} (in 8 rows). {OR_LEAVE}"
    assert refused(rows.assign(date=rows["date"].dt.tz_localize("UTC"))).splitlines()[0] == first


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("item_id", "i99", "item i99 is not in version 1 of plan P-001. It has i1, i2, i3, i4."),
        ("side", "both", "side both is not prescribed for item i2 in version 1 of plan P-001. Write right or left."),
        ("week", 3, "week 3 is not in version 1 of plan P-001, which has 2. Copy it from the handout."),
        ("date", dt.date(2026, 6, 15), f"date 2026-06-15 {NOT_ITS_DAY}."),
        ("date", dt.date(2026, 5, 31), f"date 2026-05-31 {NOT_ITS_DAY}."),
        ("sets_done", 11, f"sets_done 11 {TOO_MUCH}, 1. Correct the number."),
        ("reps_done", 500, f"reps_done 500 {TOO_MUCH}, 2. Correct the number."),
        ("reps_last_set", 21, f"reps_last_set 21 {TOO_MUCH}, 2. Correct the number."),
        (
            "exercise_id",
            "bridge",
            "exercise bridge is not that of item i2 in version 1 of plan P-001. "
            "Write supine_figure4_stretch, or correct the item.",
        ),
    ],
)
def test_what_the_version_does_not_have(column: str, value: object, told: str) -> None:
    """As when a diary is read with its plans."""
    assert refused(with_one(column, value)) == f"diary, row 5: {told} {OF_ROW}"


_ANYTHING = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.dates(), st.datetimes()),
    *(st.complex_numbers(), st.decimals(), st.fractions(), st.binary(max_size=3), st.timedeltas()),
    *(st.tuples(st.integers()), st.lists(st.none(), max_size=2), st.just(pd.NA), st.just(pd.NaT)),
)


@given(st.sampled_from(COLUMNS), _ANYTHING)
def test_anything_in_a_cell_is_counted_or_told(column: str, value: object) -> None:
    """By its row and column where it is refused; nothing else is ever raised."""
    rows = with_one(column, value)
    try:
        held = given_rows([ONE], rows)
    except ContentError as error:
        told = [str(fault) for fault in error.faults]
    else:
        told = []
        pd.testing.assert_series_equal(held.dtypes, FIRST.rows.dtypes)
    assert [line[:16] for line in told if not line.startswith("diary, row 5: ")] == []


def test_a_row_of_no_plan() -> None:
    """It has neither a code nor a label; the label alone is that of a diary printed before plans had codes."""
    rows = with_one("plan_code", None)
    assert counted(rows) == counted([FIRST])
    rows.loc[5, "plan_id"] = None
    mend = "Write PTVZTXBV, the code of P-001, or leave the row out."
    assert refused(rows) == f"diary, row 5: plan_code: is missing, and plan_id too. {mend}"


def test_a_row_of_no_day() -> None:
    """Without a date and a week nobody can place it."""
    rows = FIRST.to_frame()
    rows.loc[[5, 6], ["date", "week"]] = pd.NA
    told = "neither a date nor a week is given (in 2 rows). Give the day of the session."
    assert refused(rows) == f"diary, row 5: {told}"


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%Y-%m-%d"])
def test_dates_as_text(form: str) -> None:
    """Nobody knows whether the days or the months come first: the file is to be read by the kit."""
    rows = FIRST.to_frame()
    day = dt.date(2026, 6, 1).strftime(form)
    told = f"the dates are text such as “{day}”: these are not the rows of read_diary. Use kit.read_diary(path)."
    assert refused(rows.assign(date=rows["date"].dt.strftime(form))) == f"rows: {told}"


@pytest.mark.parametrize("kind", [None, str])
def test_a_file_that_pandas_read(kind: type[str] | None) -> None:
    """One sentence, not one for each cell."""
    told = "the dates are text such as “2026-06-01”: these are not the rows of read_diary. Use kit.read_diary(path)."
    assert refused(pd.read_csv(SAMPLE / "diary-v1.csv", dtype=kind)) == f"rows: {told}"


def test_a_column_that_stands_twice() -> None:
    rows = pd.concat([FIRST.rows, FIRST.rows[["date", "slot"]]], axis=1)
    assert refused(rows) == "rows: there is more than one column date, slot. Keep one of them."


def test_all_faults_at_once() -> None:
    """One for each different value, with its first row and in how many; at most ten, and how many more."""
    rows = FIRST.to_frame().assign(side="R", status=[f"s{n}" for n in range(len(FIRST.rows))])
    lines = refused(rows).splitlines()
    assert lines[0] == f"diary, row 2: side: “R” is not {SIDE} (in 96 rows). Write right."
    assert lines[1].startswith(f"diary, row 2: status: “s0” is not {STATUS}. ")
    assert (len(lines), lines[10]) == (11, "diary: 87 more things are wrong. Correct these first.")


def test_ten_faults_are_all_told() -> None:
    rows = FIRST.to_frame()
    rows["effort"] = rows["effort"].astype(object)
    for row in range(2, 12):
        rows.loc[row, "effort"] = 100 + row
    assert [line[:32] for line in refused(rows).splitlines()] == [
        f"diary, row {row}: effort: {100 + row} is not"[:32] for row in range(2, 12)
    ]


def test_a_row_by_whatever_label() -> None:
    """Plainly, where an analyst has given the rows labels of two parts."""
    rows = with_one("effort", 11)
    rows.index = pd.MultiIndex.from_arrays([["P-001"] * len(rows), rows.index.to_numpy()])
    assert refused(rows) == f"diary, row P-001, 5: effort: 11 is not {RATING}. {OR_LEAVE}"


@pytest.mark.parametrize("diaries", [[SECOND], [FIRST, SECOND]])
def test_rows_of_a_version_that_is_not_given(diaries: list[Diary]) -> None:
    """They are told, not measured against another version, nor left out in silence."""
    told = "plan_version: version 2 of plan P-001 is not given, only 1 (in 88 rows)."
    assert refused(diaries) == f"diary, row 2: {told} Give version 2 too, or leave its rows out."


def test_a_version_that_nobody_has() -> None:
    told = "plan_version: version 7 of plan P-001 is not given, only 1, 2."
    with pytest.raises(ContentError) as caught:
        measure([TWO, ONE], with_one("plan_version", 7), AS_OF)
    assert str(caught.value) == f"diary, row 5: {told} Give version 7 too, or leave its rows out."


@pytest.mark.parametrize(
    "made",
    [
        lambda rows: rows.astype(object),
        lambda rows: rows.convert_dtypes(),
        lambda rows: rows.astype({"slot": "float64", "pain_worst": "float64", "plan_version": "int8"}),
        lambda rows: rows.astype({"side": "category", "status": "category", "item_id": "category"}),
        lambda rows: rows.astype({"date": "datetime64[ns]"}),
        lambda rows: rows.assign(date=rows["date"].dt.date),
        lambda rows: rows.assign(mine=1),
        lambda rows: rows[list(rows.columns[::-1])],
        lambda rows: rows.sample(frac=1, random_state=1),
        lambda rows: pd.concat([rows[:40], rows[40:]], ignore_index=True),
        lambda rows: rows.assign(effort=rows["effort"].astype(object).where(rows["effort"].notna(), float("nan"))),
    ],
)
def test_right_values_in_whatever_types(made: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    """What pandas makes of the rows of `read_diary` on the way is counted as they are."""
    assert counted(made(FIRST.to_frame())) == counted([FIRST])


def test_the_rows_of_read_diary_stay_as_they_are() -> None:
    """Some, and none: the same values, types and labels."""
    for rows in (FIRST.rows, FIRST.rows[:0], frame([])):
        pd.testing.assert_frame_equal(given_rows([ONE], rows), rows)


def test_many_rows_are_looked_through_fast() -> None:
    """In a fraction of what it takes to meet the cells one by one."""
    rows = pd.concat([FIRST.rows] * 210)
    began = time.process_time()
    given_rows([ONE], rows)
    looked = time.process_time()
    rows.to_dict("records")
    assert (looked - began) * 4 < time.process_time() - looked


def with_refused(count: int) -> Diary:
    return Diary(FIRST.rows, tuple(Reject(n, "why", ()) for n in range(count)), ())


def test_rows_that_were_refused_are_told() -> None:
    """Of all diaries, wherever an adherence is shown; of a frame none are known."""
    found = measure([ONE], [with_refused(2), with_refused(1)], AS_OF)
    told = "3 rows were refused and are not counted"
    assert (found.refused, found.as_dict()["refused"], counted(FIRST.rows).refused) == (3, 3, 0)
    assert repr(found) == f"Adherence('P-001', up to 2026-06-15: 75 % (9 of 12); {told})"
    assert f"{told}." in found._repr_html_()
    assert report(found)[-1] == f"{told}."
    none = counted([FIRST])
    assert "refused" not in repr(none) + none._repr_html_() + "".join(report(none))


def test_a_number_of_refused_rows_that_is_given_is_the_one_that_is_told() -> None:
    """None too."""
    found = counted([with_refused(2)])
    assert report(found, refused=5)[-1] == "5 rows were refused and are not counted."
    assert report(found, 0) == report(counted([FIRST]))
