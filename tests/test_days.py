"""Days that a person wrote."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.days import likely_year, year_in_bounds


@given(st.dates())
def test_a_year_of_four_digits_passes_and_no_other(day: dt.date) -> None:
    """From 1900 to 2199; else the likely year is named, and it is one that passes."""
    if 1900 <= day.year <= 2199:
        assert year_in_bounds(day) == day
        return
    with pytest.raises(ValueError, match=r"cannot be right\. Did you mean (19|20)\d\d\? Write four digits\.") as told:
        year_in_bounds(day)
    assert str(told.value).startswith(f"the year {day.year:04d} ")


@pytest.mark.parametrize(
    ("year", "meant"), [(26, 2026), (27, 2027), (28, 1928), (99, 1999), (1026, 2026), (2226, 2026), (0, 2000)]
)
def test_the_likely_year(year: int, meant: int) -> None:
    """Of this century up to the next year, else of the last one."""
    assert likely_year(year, 2026) == meant
