"""The trend of weeks against the worked table, and against brute force."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.trend import kendall_s, mann_kendall_p, theil_sen, trend

WORKED: list[tuple[list[float], float, int, float, str]] = [
    ([100, 85.7, 71.4, 57.1, 57.1, 28.6], -14.28, -14, 0.0056, "falling"),
    ([100, 86, 71, 57, 43], -14.29, -10, 0.0167, "falling"),
    ([86, 71, 86, 71, 86, 71], 0.0, -3, 0.7000, "no clear trend"),
    ([57, 71, 86, 100], 14.42, 6, 0.0833, "too few weeks"),
    ([80] * 5, 0.0, 0, 1.0, "steady"),
]


@pytest.mark.parametrize(("values", "slope", "s", "p", "label"), WORKED)
def test_worked_table(values: list[float], slope: float, s: int, p: float, label: str) -> None:
    """Slope, S, p and label of each row."""
    found = trend(values)
    assert found.slope == pytest.approx(slope, abs=0.0051)  # two places of the table, -14.25 and 14.4167 among them
    assert (found.weeks, found.s, found.label) == (len(values), s, label)
    assert found.p == pytest.approx(p, abs=5e-5)


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ([43, 57, 71, 86, 100], "rising"),
        ([40, 45, 50, 55, 60], "rising"),
        ([50, 54, 58, 62, 66], "may be rising"),  # clear, but less than 5 points a week
        ([66, 62, 58, 54, 50], "may be falling"),
        ([20, 10, 30, 40, 50], "may be rising"),  # p 0.083
        ([50, 40, 30, 10, 20], "may be falling"),
        ([80, 85, 80, 82, 81], "steady"),
        ([80, 86, 80, 82, 81], "no clear trend"),
        ([50, 60, 70, 80], "too few weeks"),
        ([50], "too few weeks"),
        ([], "too few weeks"),
    ],
)
def test_labels(values: list[float], label: str) -> None:
    """Each label at its border."""
    assert trend(values).label == label


def test_weeks_left_out_count_in_the_slope() -> None:
    """Over weeks 1, 2, 5 the slope is by week, not by place."""
    assert trend([10, 20, 50], [1, 2, 5]).slope == 10
    assert trend([10, 20, 50]).slope == 20
    assert trend([50]).slope is None


def test_numbers_of_a_frame() -> None:
    """Whole numbers of numpy are numbers."""
    assert trend(list(np.array([10, 20, 30])), list(np.array([1, 2, 3]))).slope == 10


def test_thirds_tie() -> None:
    """The same share worked out in two ways is a tie."""
    assert trend([100 / 3, 100 - 200 / 3]).s == 0


def _brute_p(values: list[int]) -> float:
    """Every order made and counted."""
    far = abs(_brute_s(values))
    orders = list(permutations(values))
    return sum(abs(_brute_s(order)) >= far for order in orders) / len(orders)


def _brute_s(values: list[int] | tuple[int, ...]) -> int:
    s = 0
    for at, value in enumerate(values):
        for later in values[at + 1 :]:
            s += 1 if later > value else -1 if later < value else 0
    return s


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 4) | st.integers(0, 100), max_size=7))
def test_against_every_order(values: list[int]) -> None:
    """S and p are those of all orders made one by one, with ties."""
    assert kendall_s(values) == _brute_s(values)
    assert mann_kendall_p(values) == pytest.approx(_brute_p(values))


@given(st.lists(st.integers(0, 20), min_size=2, max_size=60))
def test_mirror(values: list[int]) -> None:
    """Backwards, slope and S turn their sign, and p stays; it is a share, also for a year of weeks."""
    found, back = trend(values), trend(values[::-1])
    assert found.slope is not None
    assert (back.s, back.p) == (-found.s, found.p)
    assert back.slope == pytest.approx(-found.slope)
    assert 0 < found.p <= 1


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8))
def test_slope_of_all_pairs(values: list[int]) -> None:
    """As many pairwise slopes lie above the slope as below."""
    slopes = [(values[b] - values[a]) / (b - a) for a, b in combinations(range(len(values)), 2)]
    found = theil_sen(values, range(1, len(values) + 1))
    over, under = sum(one > found + 1e-9 for one in slopes), sum(one < found - 1e-9 for one in slopes)
    assert max(over, under) <= len(slopes) / 2


@pytest.mark.parametrize(
    ("values", "weeks", "told"),
    [
        ([50, float("nan")], None, "trend, week 2: nan is no number. Leave a week without one out."),
        ([None, 50], None, "trend, week 1: None is no number. Leave a week without one out."),
        ([50, 60], [1], "trend: 2 values and 1 week are given. Give one number for each week."),
        ([50, 60], [2, 2], "trend: its weeks do not rise. Give them in order, each once."),
    ],
)
def test_refused(values: list[float], weeks: list[int] | None, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        trend(values, weeks)
    assert str(caught.value) == told


def test_one_week_has_no_slope() -> None:
    with pytest.raises(ContentError) as caught:
        theil_sen([50], [1])
    assert str(caught.value) == "theil_sen: a slope takes two weeks, and there is 1. Give two or more."
