"""How many still go on: the product-limit curve by hand, against counting, and its bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.survival import going_on, median_days

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40)


def test_a_curve_by_hand() -> None:
    """Stopped on day 2 and 5, followed to 2, 4 and 6: 1 of 5 stops, then 1 of 2 (who is followed to 2 is at risk on 2)."""
    steps = going_on([2, 2, 4, 5, 6], [True, False, False, True, False])
    assert [(s.day, s.at_risk, s.stopped) for s in steps] == [(2, 5, 1), (5, 2, 1)]
    assert [s.share for s in steps] == pytest.approx([0.8, 0.4])
    assert median_days(steps) == 5
    # Greenwood by hand: 1/(5*4) at the first step, log-log: 0.8 ** exp(-+ 1.96 * sqrt(0.05) / |log 0.8|).
    assert steps[0].bounds == pytest.approx((0.2038, 0.9692), abs=0.0001)


@given(PAIRS)
def test_the_curve_is_the_product_of_those_who_passed_each_day(pairs: list[tuple[int, bool]]) -> None:
    """Day by day, with exact fractions: of who reached the day, those who did not stop on it."""
    days, stopped = [day for day, _ in pairs], [end for _, end in pairs]
    share, expected = Fraction(1), {}
    for day in range(13):
        reached = [end for other, end in pairs if other >= day]
        ended = sum(end for other, end in pairs if other == day)
        if ended:
            share *= 1 - Fraction(ended, len(reached))
            expected[day] = share
    steps = going_on(days, stopped)
    assert {step.day: step.share for step in steps} == pytest.approx({day: float(one) for day, one in expected.items()})
    for step in steps:
        assert step.bounds is None or step.bounds.low <= step.share <= step.bounds.high


@given(st.lists(st.integers(0, 12), min_size=1, max_size=30))
def test_where_everybody_stops_it_is_the_share_who_went_on(days: list[int]) -> None:
    for step in going_on(days, [True] * len(days)):
        assert step.share == pytest.approx(sum(day > step.day for day in days) / len(days))
    assert going_on(days, [False] * len(days)) == []
    assert median_days([]) is None


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(ContentError, match=r"^going_on: 0 durations and 0 ends are given."):
        going_on([], [])
    with pytest.raises(ContentError, match=r"^going_on: 2 durations and 1 ends are given."):
        going_on([1, 2], [True])
    with pytest.raises(ContentError, match=r"^going_on, days: -1 is no duration. Give a number from 0.$"):
        going_on([-1], [True])
