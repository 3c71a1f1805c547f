"""The mean of several patients with its 95 % interval (Student's t), and their spread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from kit.errors import ContentError, Fault
from kit.statistics.interval import Bounds

FEW = 10  # patients, below which each is shown by itself and no interval is told (corrections 10.7, D)
_SURE = 0.95


def mean_interval(values: Sequence[float]) -> Bounds | None:
    """The t interval of the mean; None below `FEW` values. It is not cut at 0 or 1. Raises as `t_quantile`."""
    n = len(values)
    if n < FEW:
        return None
    mean = math.fsum(values) / n
    half = t_quantile(n - 1) * spread(values) / math.sqrt(n)
    return Bounds(mean - half, mean + half)


def spread(values: Sequence[float]) -> float:
    """The standard deviation with n - 1. Raises `ContentError` below two values."""
    n = len(values)
    if n < 2:
        raise ContentError(Fault("spread", f"a spread takes two values, and there is {n}.", "Give two or more."))
    mean = math.fsum(values) / n
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (n - 1))


@cache
def t_quantile(df: int) -> float:
    """The bound below which 97.5 % of Student's t with `df` degrees of freedom lie (Abramowitz & Stegun 26.7.3, 4).

    Raises `ContentError` below 1.
    """
    if df < 1:
        raise ContentError(Fault("t_quantile, df", f"{df} is no number of degrees of freedom.", "Give one from 1."))
    low, high = 0.0, 13.0  # 12.7 at one degree
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, df) < _SURE else (low, middle)
    return (low + high) / 2


def _within(t: float, df: int) -> float:
    """The probability of a value between -t and t: a finite sum for whole degrees of freedom."""
    angle = math.atan(t / math.sqrt(df))
    sine, square = math.sin(angle), math.cos(angle) ** 2
    is_odd = df % 2
    term = math.cos(angle) if is_odd else 1.0
    total = 0.0
    for step in range(3 if is_odd else 2, df + 1, 2):
        total += term
        term *= square * (step - 1) / step
    return 2 / math.pi * (angle + sine * total) if is_odd else sine * total
