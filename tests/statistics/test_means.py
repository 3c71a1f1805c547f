"""The mean of several patients: Student's bounds as printed in tables, and no interval of too few."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.means import FEW, mean_interval, spread, t_quantile

# Two-sided 95 % points of Student's t, as every printed table has them.
TABLE = {1: 12.706, 2: 4.303, 3: 3.182, 9: 2.262, 10: 2.228, 29: 2.045, 30: 2.042, 119: 1.980, 120: 1.980, 1000: 1.962}


@pytest.mark.parametrize(("df", "bound"), TABLE.items())
def test_students_bounds_are_those_of_the_table(df: int, bound: float) -> None:
    assert t_quantile(df) == pytest.approx(bound, abs=0.0006)


@given(st.lists(st.floats(0, 1), min_size=FEW, max_size=60))
def test_the_interval_lies_evenly_around_the_mean(values: list[float]) -> None:
    """Around the mean, as wide as the standard error allows; of equal values it has no width."""
    found = mean_interval(values)
    assert found is not None
    mean = math.fsum(values) / len(values)
    assert found.high - mean == pytest.approx(mean - found.low)
    assert found.high - found.low == pytest.approx(
        2 * t_quantile(len(values) - 1) * spread(values) / len(values) ** 0.5
    )


def test_below_ten_values_there_is_no_interval() -> None:
    assert mean_interval([0.5, 0.7] * 4 + [0.6]) is None
    assert mean_interval([0.5, 0.7] * 5) is not None


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(ContentError, match=r"^t_quantile, df: 0 is no number of degrees of freedom. Give one from 1.$"):
        t_quantile(0)
    with pytest.raises(ContentError, match=r"^spread: a spread takes two values, and there is 1. Give two or more.$"):
        spread([0.5])
