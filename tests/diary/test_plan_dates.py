"""Dates: where the plan's days, the week and the schedule leave one day it is that day, else none."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.diary.dates import days, order_of
from kit.diary.values import CellError
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule, Weekday
from tests.diary.conftest import Read

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-06-01",
            "2026/06/01",
            "2026.6.1",
            "01.06.26",
            "1.6.2026",
            "1. 6. 2026",
            "01/06/26",
            "6/1/2026",
            "1/6/2026",
        ),
        *("26-06-01", "01-06-26", "6/1/26", "46174", "46174.0", "44712"),
        *(
            "1 June",
            "June 1",
            "June 1, 2026",
            "1-Jun-26",
            "Monday, 1 June",
            "2026-06-01 18:30:00",
            "2026-05-31T23:00:00Z",
        ),
        *("2026-06-01 00:00:00", "2026-06-01T00:00", "01.06.2026 00:00", "6/1/2026 12:00:00 AM"),
    ],
)
def test_one_day_of_the_plan(read: Read, text: str) -> None:
    """Each way of writing 1 June 2026 is that day for a plan of June; 44712 is it in a workbook that begins in 1904."""
    diary = read({"date": text, "status": "done"})
    assert (diary.rejects, diary.faults) == ((), ())
    assert diary.rows["date"].tolist() == [dt.datetime(2026, 6, 1)]


def test_a_week_of_days_below_13(read: Read, four: Plan) -> None:
    """A plan of 1 to 7 June, saved day first: the plan decides all of them."""
    week = four.describe(review_on=dt.date(2026, 6, 8))
    diary = read(*({"date": f"{n:02}/06/2026", "status": "done"} for n in range(1, 8)), plans=(week,))
    assert diary.rejects == ()
    assert [day.date() for day in diary.rows["date"]] == [dt.date(2026, 6, n) for n in range(1, 8)]


@pytest.mark.parametrize(
    ("text", "week", "weekdays", "day"),
    [
        ("06/07/2026", "1", None, dt.date(2026, 6, 7)),  # the week: 7 June is in week 1, 6 July in week 6
        ("06/07/2026", "6", None, dt.date(2026, 7, 6)),
        ("06/07/2026", "", ("mon",), dt.date(2026, 7, 6)),  # the schedule: 6 July is a Monday, 7 June a Sunday
        ("06/07/2026", "", ("mon", "sun"), None),
        ("06/07/2026", "3", None, None),  # the week is that of neither
        ("06/07/26", "", None, None),
    ],
)
def test_two_days_of_the_plan(
    read: Read, four: Plan, text: str, week: str, weekdays: tuple[Weekday, ...] | None, day: dt.date | None
) -> None:
    """Two days within the plan: the week decides, then the days on which the item is due; nothing is guessed."""
    plan = four.describe(review_on=dt.date(2026, 8, 24))
    plan = plan.adjust("i1", schedule=Schedule(weekdays=weekdays)) if weekdays else plan
    diary = read({"date": text, "week": week, "status": "done"}, plans=(plan,))
    if day:
        assert [found.date() for found in diary.rows["date"]] == [day]
    else:
        what = f"row 2: date: “{text}” could be two different days of version 1 of plan P-001."
        assert list(map(str, diary.rejects)) == [f"{what} Write it as 2026-06-07."]


def test_the_rest_of_the_file_tells_the_order(read: Read, four: Plan) -> None:
    """One date with a number over 12 tells the order of all dates with slashes, before the plan is asked."""
    plan = four.describe(review_on=dt.date(2026, 8, 24))
    diary = read({"date": "06/07/2026", "week": ""}, {"date": "13/07/2026", "week": ""}, plans=(plan,))
    assert [day.date() for day in diary.rows["date"]] == [dt.date(2026, 7, 6), dt.date(2026, 7, 13)]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("01/02/2026", "12/02/2026", "12/12/2026"), None),
        (("01/02/2026", "13/12/2026"), "day first"),
        (("01/02/2026", "12-13-2026"), "month first"),
        (("13/01/2026", "01/13/2026"), None),
        (("13.01.2026", "13/13/2026", "2026-01-13"), None),
    ],
)
def test_what_tells_the_order(texts: tuple[str, ...], order: str | None) -> None:
    """A number over 12, for 12 can be a month; never one against another, a date with dots, or one that is none."""
    assert order_of(texts) == order


@pytest.mark.parametrize("text", ["1/6/26", "01.06.26", "46174", "30.06.45"])
def test_without_a_plan_nothing_is_guessed(read: Read, text: str) -> None:
    """Two-digit years and a spreadsheet's numbers could be several days."""
    assert list(map(str, read({"date": text}, plans=()).rejects)) == [
        f"row 2: date: “{text}” could be two different days. Write it as 2026-06-30."
    ]


def test_candidates() -> None:
    """Every day that a text can mean, each once."""
    assert days("01/02/03", None) == (dt.date(2003, 2, 1), dt.date(2003, 1, 2), dt.date(2001, 2, 3))
    assert days("06.07.2026", "month first") == dt.date(2026, 7, 6)
    assert days("6/6/2026", None) == dt.date(2026, 6, 6)
    assert days("46174", None) == (DAY, dt.date(2030, 6, 2))


@pytest.mark.parametrize(("first", "last"), [("1900-01-01", "2199-12-31"), ("1.1.1900", "31.12.2199")])
def test_years_that_can_be_right(first: str, last: str) -> None:
    """From 1900 to 2199; a year of two digits among four is mended."""
    assert (days(first, None), days(last, None)) == (dt.date(1900, 1, 1), dt.date(2199, 12, 31))
    for text, told in (
        ("1899-12-31", "“1899-12-31”: the year 1899 cannot be right. Write the year with its four digits."),
        ("1.1.2200", "“1.1.2200”: the year 2200 cannot be right. Write the year with its four digits."),
        ("0026-06-01", "“0026-06-01”: the year 0026 cannot be right. Did you mean 2026?"),
    ):
        with pytest.raises(CellError) as caught:
            days(text, None)
        assert f"{caught.value.what} {caught.value.mend}" == told
