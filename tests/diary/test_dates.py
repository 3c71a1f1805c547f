"""Dates as people and spreadsheets write them: the days that a text can mean, and no other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diary.dates import Order, certain, day, days
from kit.diary.values import CellError

DAY = dt.date(2026, 6, 30)
ORDERS: list[Order | None] = [None, "day first", "month first"]


def refused(text: str, order: Order | None = None) -> str:
    with pytest.raises(CellError) as caught:
        days(text, order)
    return f"{caught.value.what} {caught.value.mend}"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(ORDERS))
def test_a_date_with_its_year_first_is_one_day(one: dt.date, order: Order | None) -> None:
    """With one of three signs, with zeros or without; with dots and the year last, the day comes first."""
    for sign in "-/.":
        assert (
            days(f"{one:%Y{sign}%m{sign}%d}", order)
            == days(f"{one.year}{sign}{one.month}{sign}{one.day}", order)
            == one
        )
    assert days(f"{one.day}.{one.month}.{one.year}", order) == days(f"{one:%d. %m. %Y}", order) == one


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from("/-"))
def test_a_date_with_slashes_is_what_it_can_be(one: dt.date, sign: str) -> None:
    """Both ways round where both are days and nothing says which; else one."""
    text = f"{one.day}{sign}{one.month}{sign}{one.year}"
    assert days(text, "day first") == one
    if one.day > 12 or one.day == one.month:
        assert days(text, None) == days(text, "month first") == one
    else:
        other = dt.date(one.year, one.day, one.month)
        assert (days(text, None), days(text, "month first")) == ((one, other), other)


@pytest.mark.parametrize(
    "end",
    [
        *("T00:00:00", " 0:00", " 00:00", "T00:00:00.000", " 12:00 AM", " 12:00:00 am", "  0:00:00"),
        *(" 18:30:00", "T18:30", " 6:30 PM", "T18:30:00+02:00", "T00:00:00Z"),
    ],
)
def test_a_time_is_no_part_of_a_day(end: str) -> None:
    """A spreadsheet adds it; an hour that no clock shows is told."""
    assert day(f"2026-06-30{end}", None) == DAY
    assert refused("2026-06-30T25:00:00") == "“2026-06-30T25:00:00” is not a date. Write it as 2026-06-30."


def test_a_time_in_utc_may_be_of_the_day_beside() -> None:
    """Late it may be the next day where the patient is, early the day before: the plan decides, and nobody guesses."""
    assert days("2026-06-30T23:00:00Z", None) == (DAY, dt.date(2026, 7, 1))
    assert days("2026-06-30T03:00Z", None) == (dt.date(2026, 6, 29), DAY)


@pytest.mark.parametrize(
    "text",
    ["30 June 2026", "June 30, 2026", "30-Jun-2026", "30th of June 2026", "Tuesday, June 30, 2026", "tue 30 jun 2026"],
)
def test_a_month_may_have_its_name(text: str) -> None:
    """In either order; a weekday beside it has to be that of the day."""
    assert days(text, None) == DAY
    what = "“Monday, June 30, 2026”: that day is of another weekday. Write it as 2026-06-30."
    assert refused("Monday, June 30, 2026") == what


def test_a_named_day_without_its_year_is_of_any() -> None:
    """Which one it is, its plan says; one with a short year may have it at either end."""
    found = days("30 June", None)
    assert isinstance(found, tuple)
    assert DAY in found
    assert {(one.month, one.day) for one in found} == {(6, 30)}
    assert days("30-Jun-26", None) == (DAY, dt.date(2030, 6, 26))


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("30.06.26", None, (DAY, dt.date(2030, 6, 26))),
        ("31/12/26", None, (dt.date(2026, 12, 31), dt.date(2031, 12, 26))),
        ("1/6/26", "day first", (dt.date(2026, 6, 1), dt.date(2001, 6, 26))),
        ("13. 1. 99", None, (dt.date(2099, 1, 13),)),
        ("46203", None, (DAY, dt.date(2030, 7, 1))),
        ("46203,0", None, (DAY, dt.date(2030, 7, 1))),
        ("46203.00", None, (DAY, dt.date(2030, 7, 1))),
    ],
)
def test_what_a_short_date_or_a_serial_number_can_be(
    text: str, order: Order | None, found: tuple[dt.date, ...]
) -> None:
    """Years of two digits at either end, and the two beginnings from which spreadsheets count; none is certain."""
    assert days(text, order) == found
    with pytest.raises(CellError) as caught:
        certain(text, found)
    assert (caught.value.what, caught.value.mend) == (
        f"“{text}” could be two different days.",
        "Write it as 2026-06-30.",
    )


@pytest.mark.parametrize(
    "text", ["2026-06/30", "30-06.2026", "4620", "462033", "30 Juin 2026", "2026-6", "x2026-06-30", "30.6.026"]
)
def test_what_is_no_date(text: str) -> None:
    """Mixed signs, words that name no month, numbers of other lengths."""
    assert refused(text) == f"“{text}” is not a date. Write it as 2026-06-30."


@pytest.mark.parametrize("text", ["2026-02-30", "31.6.2026", "13/13/2026", "2026-13-01", "32.13.99"])
def test_no_day_of_the_calendar(text: str) -> None:
    """It is told as that."""
    assert refused(text) == f"“{text}” is no day of the calendar. Write it as 2026-06-30."


@pytest.mark.parametrize(
    ("text", "year", "mend"),
    [
        ("0099-01-01", "0099", "Did you mean 2099?"),
        ("0100-01-01", "0100", "Write the year with its four digits."),
        ("1.1.0026", "0026", "Did you mean 2026?"),
    ],
)
def test_a_year_of_two_digits_among_four(text: str, year: str, mend: str) -> None:
    """It is mended where it can be."""
    assert refused(text) == f"“{text}”: the year {year} cannot be right. {mend}"
