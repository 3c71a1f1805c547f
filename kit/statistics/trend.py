"""Whether weekly adherence rises or falls: Theil-Sen's slope, exact Mann-Kendall test (clinical specification 6.4).

It says what the weeks look like and gives no reason for it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from numbers import Real
from statistics import median
from typing import Literal

from kit.errors import ContentError, Fault
from kit.words.numbers import counted

Label = Literal["rising", "falling", "may be rising", "may be falling", "steady", "no clear trend", "too few weeks"]
FEW = 5  # full weeks; with 4 the smallest possible p is 0.083
CLEAR, HINT = 0.05, 0.10  # p
_POINTS = 5  # percent points: a slope a week that counts, and how far steady weeks may lie apart (D)
_DIGITS = 9  # of a value, so that 5/7 of one week ties with 5/7 of another


@dataclass(frozen=True)
class Trend:
    """`slope`: percent points a week; `s`: pairs of weeks that rise less those that fall; `p`: two-sided, exact.

    `slope` is None below two weeks.
    """

    weeks: int
    slope: float | None
    s: int
    p: float
    label: Label


def trend(values: Sequence[float], weeks: Sequence[int] | None = None) -> Trend:
    """Of weekly adherence in percent, full weeks in order; `weeks` are their numbers where some are left out.

    Raises `ContentError` for a value that is no number, another count of weeks, or weeks that do not rise.
    """
    numbers, at = checked_weeks(values, weeks, "trend")
    slope = theil_sen(numbers, at) if len(numbers) > 1 else None
    s, p = kendall_s(numbers), mann_kendall_p(numbers)
    return Trend(len(numbers), slope, s, p, _label(numbers, slope, s, p))


def checked_weeks(values: Sequence[float], weeks: Sequence[int] | None, where: str) -> tuple[list[float], list[int]]:
    """The values and the weeks' numbers, from 1 where none are given. Raises `ContentError` with all that is wrong."""
    faults = []
    for at, value in enumerate(values, 1):
        if not isinstance(value, Real) or not math.isfinite(value):
            faults.append(Fault(f"{where}, week {at}", f"{value} is no number.", "Leave a week without one out."))
    at_weeks = list(range(1, len(values) + 1)) if weeks is None else [int(week) for week in weeks]
    if len(at_weeks) != len(values):
        what = f"{counted(len(values), 'value')} and {counted(len(at_weeks), 'week')} are given."
        faults.append(Fault(where, what, "Give one number for each week."))
    if any(one >= other for one, other in pairwise(at_weeks)):
        faults.append(Fault(where, "its weeks do not rise.", "Give them in order, each once."))
    if faults:
        raise ContentError(faults)
    return [round(float(value), _DIGITS) for value in values], at_weeks


def theil_sen(values: Sequence[float], weeks: Sequence[int]) -> float:
    """The median of the slopes of all pairs of weeks. Raises `ContentError` below two."""
    if len(values) < 2:
        raise ContentError(
            Fault("theil_sen", f"a slope takes two weeks, and there is {len(values)}.", "Give two or more.")
        )
    pairs = combinations(zip(weeks, values, strict=True), 2)
    return median((later - value) / (then - week) for (week, value), (then, later) in pairs)


def kendall_s(values: Sequence[float]) -> int:
    """Pairs that rise less pairs that fall, in order."""
    return sum((later > value) - (later < value) for value, later in combinations(values, 2))


def mann_kendall_p(values: Sequence[float]) -> float:
    """The share of all orders of the same values, ties included, whose S is at least as far from 0: exact, two-sided.

    The orders are counted by their falling pairs, not made: a year of weeks takes milliseconds, so that no
    approximation is needed at any length that a plan has.
    """
    ways = _orders_by_falls(values)
    pairs = len(ways) - 1  # that are not tied
    far = abs(kendall_s(values))
    return float(Fraction(sum(count for falls, count in enumerate(ways) if abs(pairs - 2 * falls) >= far), sum(ways)))


def _orders_by_falls(values: Sequence[float]) -> list[int]:
    """How many orders of the values have 0, 1, 2, … falling pairs.

    These are the coefficients of Gauss' multinomial: the product of (1 - q^i) for i to n, over the same product for
    each group of tied values.
    """
    groups = Counter(values).values()
    over: Counter[int] = Counter(range(1, len(values) + 1))
    under = Counter(step for size in groups for step in range(1, size + 1))
    tied = sum(math.comb(size, 2) for size in groups)
    ways = [1] + [0] * (math.comb(len(values), 2) - tied)
    for step in (over - under).elements():
        for at in range(len(ways) - 1, step - 1, -1):
            ways[at] -= ways[at - step]
    for step in (under - over).elements():
        for at in range(step, len(ways)):
            ways[at] += ways[at - step]
    return ways


def _label(values: Sequence[float], slope: float | None, s: int, p: float) -> Label:
    if slope is None or len(values) < FEW:
        return "too few weeks"
    if p < CLEAR and round(abs(slope), _DIGITS) >= _POINTS:
        return "rising" if slope > 0 else "falling"
    if p < HINT:
        return "may be rising" if s > 0 else "may be falling"
    return "steady" if round(max(values) - min(values), _DIGITS) <= _POINTS else "no clear trend"
