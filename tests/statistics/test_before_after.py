"""Before and after a plan change: the worked numbers, and an oracle in fractions."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from itertools import combinations, permutations
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.before_after import before_after

A = ([57, 43, 57, 43], [71, 86, 71, 86])
B = ([86, 80, 71, 57, 43], [43, 57, 57, 71])
C = ([29, 43, 57, 71, 86], [86, 86, 100, 86])


def test_without_a_trend_before() -> None:
    """The first worked row; four weeks before are too few for a trend to be told, and that is said."""
    found = before_after(*A)
    assert (found.nap, found.tau_ab, found.baseline_s, found.corrected) == (1.0, 1.0, -2, False)
    assert (found.slope, found.residuals, found.s, found.can_correct) == (None, None, 16, False)
    assert (found.baseline_p, found.tau_b) == pytest.approx((0.6667, 0.8165), abs=5e-5)
    assert found.words == (
        "Before and after: NAP 1.00 (4 and 4 weeks), tau 0.82. "
        "A trend before cannot be told from 4 weeks, and is not taken off."
    )


def test_falling_before() -> None:
    """The second: lower than before, yet better than the fall would have gone on; both numbers are said."""
    found = before_after(*B)
    assert (found.baseline_s, found.corrected, found.slope, found.s) == (-10, True, -11.125, 20)
    assert found.residuals == (-4.375, 0.75, 2.875, 0.0, -2.875, 8.25, 33.375, 44.5, 69.625)
    assert (found.nap, found.tau_ab, found.baseline_p, found.tau_b) == pytest.approx(
        (0.3, -0.4, 0.0167, 0.7454), abs=5e-5
    )
    assert found.words == (
        "Before and after: NAP 0.30 (5 and 4 weeks), tau 0.75 beside the trend before carried on (-11.1 points a week)."
    )


def test_rising_before() -> None:
    """The third, the reverse; the line carried on leaves 0 to 100, which is said and not clipped."""
    found = before_after(*C)
    assert (found.baseline_s, found.corrected, found.slope, found.s) == (10, True, 14.0, -20)
    assert found.residuals == (0.0, 0.0, 0.0, 0.0, 1.0, -13.0, -27.0, -27.0, -55.0)
    assert (found.nap, found.tau_ab, found.baseline_p, found.tau_b) == pytest.approx(
        (0.925, 0.85, 0.0167, -0.8305), abs=5e-5
    )
    assert found.words == (
        "Before and after: NAP 0.93 (5 and 4 weeks), tau -0.83 beside the trend before carried on "
        "(+14.0 points a week). The line leaves 0 to 100 % and is not clipped."
    )


@pytest.mark.parametrize(("before", "after"), [([50, 60], [70, 80, 90]), ([50, 60, 70], [80, 90]), ([], [])])
def test_too_few(before: list[float], after: list[float]) -> None:
    """Below three full weeks on either side there is no number."""
    found = before_after(before, after)
    assert (found.words, found.nap, found.tau_b, found.s) == ("too few weeks", None, None, None)


def test_three_and_three_are_enough() -> None:
    assert before_after([50, 60, 70], [80, 90, 90]).nap == 1.0


def test_all_alike() -> None:
    """Nothing to tell apart: NAP one half, no tau, and the sentence says why."""
    found = before_after([80] * 5, [80] * 3)
    assert (found.nap, found.s, found.tau_b) == (0.5, 0, None)
    assert found.words == (
        "Before and after: NAP 0.50 (5 and 3 weeks), tau none, all are equal. "
        "No clear trend before, so none is taken off."
    )


def test_weeks_left_out_count_in_the_line() -> None:
    """The line goes by the numbers of the weeks."""
    found = before_after([10, 20, 40, 50, 60], [80, 90, 100], [1, 2, 4, 5, 6, 8, 9, 10])
    assert found.residuals == (0, 0, 0, 0, 0, 0, 0, 0)
    assert found.tau_b is None


def test_sixths_lie_on_their_line() -> None:
    """Weeks that lie on the line tie, though a sixth is no round number."""
    found = before_after([100 * k / 6 for k in (6, 5, 4, 3, 2)], [100 * k / 6 for k in (1, 0, -1)])
    assert (found.corrected, set(found.residuals or ()), found.tau_b) == (True, {0.0}, None)


WEEKS = st.lists(st.sampled_from([0, 14, 29, 43, 57, 71, 86, 100]), min_size=3, max_size=6)


@settings(max_examples=40, deadline=None)
@given(WEEKS, WEEKS)
def test_against_the_oracle(before: list[int], after: list[int]) -> None:
    """The same as all pairs and all orders, one by one, in exact fractions."""
    found = before_after(before, after)
    won = sum(Fraction(1, 2) if b == a else Fraction(int(b > a)) for a in before for b in after)
    assert found.nap == pytest.approx(float(won / (len(before) * len(after))))
    p = _p(before)
    assert found.baseline_p == pytest.approx(float(p))
    assert found.corrected == (p < Fraction(1, 20))
    values = [Fraction(one) for one in before + after]
    if found.corrected:
        slope = median([Fraction(before[j] - before[i], j - i) for i, j in combinations(range(len(before)), 2)])
        start = median([Fraction(value) - slope * week for week, value in enumerate(before, 1)])
        values = [value - start - slope * week for week, value in enumerate(values, 1)]
        assert found.slope == pytest.approx(float(slope))
    side = [0] * len(before) + [1] * len(after)
    s, untied = _tau(side, values)
    assert found.s == s
    assert found.tau_b == (None if untied == 0 else pytest.approx(s / math.sqrt(untied)))


def _p(values: list[int]) -> Fraction:
    orders = list(permutations(values))
    return Fraction(sum(abs(_s(order)) >= abs(_s(values)) for order in orders), len(orders))


def _s(values: list[int] | tuple[int, ...]) -> int:
    return sum((b > a) - (b < a) for a, b in combinations(values, 2))


def _tau(xs: list[int], ys: list[Fraction]) -> tuple[int, int]:
    s = untied_x = untied_y = 0
    for i, j in combinations(range(len(xs)), 2):
        x, y = (xs[j] > xs[i]) - (xs[j] < xs[i]), (ys[j] > ys[i]) - (ys[j] < ys[i])
        s, untied_x, untied_y = s + x * y, untied_x + (x != 0), untied_y + (y != 0)
    return s, untied_x * untied_y


@given(WEEKS, WEEKS)
def test_never_a_cause(before: list[int], after: list[int]) -> None:
    """The sentence says before and after, never because."""
    said = before_after(before, after).words
    assert not re.search(r"because|due to|caus|effect|thanks|led to|result|work(s|ed)", said, re.IGNORECASE)


def test_refused() -> None:
    with pytest.raises(ContentError) as caught:
        before_after([50, 60, 70], [80, float("nan"), 90])
    assert str(caught.value) == "before_after, week 5: nan is no number. Leave a week without one out."
