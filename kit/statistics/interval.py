"""How sure a share is: plain, for sessions that hang together, and for the difference of two shares. All 95 %.

The sessions of one person are not independent: whole weeks go well or are missed. `interval` is the one to show,
`wilson` and `effective` stand beside it for comparison (clinical specification 6.4 and its corrections 10.3).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from typing import Any, Literal, NamedTuple

from kit.errors import ContentError, Fault, is_missing

Z = 1.959964  # 95 %
SIDE_GAP = 0.20  # a smaller difference of the sides is not flagged (D)

_DEFAULT_RHO, _WEIGHT, _CAP = 0.3, 20, 0.9  # D
_FEW = 10  # expected sessions, below which nothing is estimated from them
_CLUMPING = [step / 20 for step in range(15)]  # 0 to 0.7, each as likely as the next before anything is logged
_SHARES = [(step + 0.5) / 200 for step in range(200)]  # from 0 to 1, each as likely as the next
_TAIL = 1 / 32  # left off at either end
_PASS = 32  # series, whose numbers fit in a cache


class Bounds(NamedTuple):
    """Lower and upper bound of a share, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True)
class Effective:
    """`n` sessions in order are worth `n_eff` independent ones.

    `r1` is their correlation from one to the next, `own` the same corrected for a short series, `rho` what it is drawn
    to. `r1` and `own` are None where nothing is estimated: fewer than 10, or all alike.
    """

    n: int
    k: int
    r1: float | None
    own: float | None
    rho: float
    deff: float
    n_eff: float
    bounds: Bounds


@dataclass(frozen=True)
class Difference:
    """Of two shares, with its 95 % interval, -1 to 1."""

    value: float
    low: float
    high: float

    @property
    def label(self) -> Literal["up", "down", "unclear"]:
        """Which way, where the interval leaves no doubt."""
        if self.low > 0:
            return "up"
        return "down" if self.high < 0 else "unclear"

    @property
    def is_gap(self) -> bool:
        """Whether two sides differ enough to be told: no doubt about the way, and at least 20 percent points."""
        return self.label != "unclear" and round(abs(self.value), 9) >= SIDE_GAP


def wilson(k: float, n: float) -> Bounds:
    """Wilson's score interval of k/n (Wilson1927, Brown2001), which takes the `n` as independent.

    Raises `ContentError` unless 0 <= k <= n and n > 0.
    """
    if not (isinstance(k, Real) and isinstance(n, Real) and math.isfinite(n) and n > 0 and 0 <= k <= n):
        raise ContentError(Fault("wilson", f"{k} of {n} is no share.", "k runs from 0 to n, and n is over 0."))
    p = k / n
    d = 1 + Z**2 / n
    centre = (p + Z**2 / (2 * n)) / d
    half = Z * math.sqrt(p * (1 - p) / n + Z**2 / (4 * n**2)) / d
    return Bounds(max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half)))  # p lies within, rounded or not


def newcombe(k1: float, n1: float, k2: float, n2: float) -> Difference:
    """k1/n1 - k2/n2 with the hybrid score interval (Newcombe1998). Raises `ContentError` where one is no share."""
    (l1, u1), (l2, u2) = wilson(k1, n1), wilson(k2, n2)
    p1, p2 = k1 / n1, k2 / n2
    value = p1 - p2
    return Difference(value, value - math.hypot(p1 - l1, u2 - p2), value + math.hypot(u1 - p1, p2 - l2))


def difference(later: Sequence[bool], earlier: Sequence[bool]) -> Difference:
    """The share done of `later` sessions less that of `earlier` ones, both in order and of one person.

    Newcombe's way from two intervals to that of their difference (MOVER, Zou & Donner 2008), with `interval` of each
    side in place of Wilson's: sessions that hang together tell less than their number, so that it is mostly wider.

    Raises `ContentError` as `interval`.
    """
    (p1, (l1, u1)), (p2, (l2, u2)) = (_with_bounds(checked_series(one, "difference")) for one in (later, earlier))
    value = p1 - p2
    return Difference(value, value - math.hypot(p1 - l1, u2 - p2), value + math.hypot(u1 - p1, p2 - l2))


def _with_bounds(series: Sequence[int]) -> tuple[float, Bounds]:
    p, (low, high) = sum(series) / len(series), interval([bool(one) for one in series])
    return p, Bounds(min(p, low), max(p, high))


def effective(done: Sequence[bool]) -> Effective:
    """Wilson's interval with the number of independent sessions that those in order, `done` or not, are worth.

    Raises `ContentError` for no session, or for anything but True and False (1 and 0).
    """
    series = checked_series(done, "effective")
    n, k = len(series), sum(series)
    r1 = own = None
    rho = _DEFAULT_RHO
    if n >= _FEW and 0 < k < n:
        p = k / n
        pairs = sum((x - p) * (y - p) for x, y in pairwise(series))
        r1 = pairs / sum((x - p) ** 2 for x in series)
        own = min(max((r1 + 1 / n) / (1 - 3 / n), 0.0), _CAP)
        rho = (n * own + _WEIGHT * _DEFAULT_RHO) / (n + _WEIGHT)
    deff = 1 + 2 * sum((1 - lag / n) * rho**lag for lag in range(1, n))
    n_eff = n / deff
    return Effective(n, k, r1, own, rho, deff, n_eff, wilson(k / n * n_eff, n_eff))


def interval(done: Sequence[bool]) -> Bounds:
    """The interval of the share done, for sessions in order that hang together: the one that the kit shows.

    A session depends on the one before it: with probability `r` it goes as that one went, else by the true share `p`.
    Before the log every `p` from 0 to 1 and every `r` from 0 to 0.7 counts as equally likely; of what the log leaves of
    `p`, 1/32 is left off at either end. If all sessions went alike, the log cannot tell `p` from `r`, and the bounds
    are those of `effective`.

    Why not `effective` alone: over 18 cells (28 and 56 sessions, share 0.5, 0.7, 0.85, `r` 0, 0.3, 0.5) that covers the
    true share in 89.5 to 98.4 %, this one in 93.2 to 98.0 %, at the same mean width (0.343 against 0.344); plain Wilson
    falls to 72.7 %. `benchmarks/intervals.py` works that out. The tail of 1/32 is a design value, chosen there for this
    width. Beyond those cells (a share of 0.95, `r` over 0.5, fewer sessions) either covers less.

    Raises `ContentError` for no session, or for anything but True and False (1 and 0).
    """
    return intervals([steps_of(checked_series(done, "interval"))])[0]


def checked_series(done: Sequence[Any], where: str) -> list[int]:
    """The sessions in order as 0 and 1. Raises `ContentError` for none, or for anything else in it."""
    series = list(done)
    if not series:
        raise ContentError(Fault(where, "no session was expected.", "Give at least one."))
    for at, one in enumerate(series, 1):
        if one is None or is_missing(one) or one not in (0, 1):
            raise ContentError(
                Fault(f"{where}, session {at}", f"{one} is neither done nor not.", "Give True or False.")
            )
    return [int(one) for one in series]


class Steps(NamedTuple):
    """All of a series that its interval hangs on: how the first session went, and how often one followed the other."""

    first: int
    both: int  # done after done
    lapsed: int  # not done after done
    resumed: int  # done after not done
    neither: int

    @property
    def n(self) -> int:
        return 1 + self.both + self.lapsed + self.resumed + self.neither

    @property
    def k(self) -> int:
        return self.first + self.both + self.resumed


def steps_of(series: Sequence[int]) -> Steps:
    pairs = list(pairwise(series))
    return Steps(series[0], *(pairs.count(step) for step in ((1, 1), (1, 0), (0, 1), (0, 0))))


def intervals(many: Iterable[Steps]) -> list[Bounds]:
    """`interval` of each of many series; those that went alike are worked out once."""
    every = list(many)
    new = list(dict.fromkeys(every))
    mixed = [one for one in new if 0 < one.k < one.n]
    known = {one: effective([bool(one.first)] * one.n).bounds for one in new if one.k in (0, one.n)}
    for at in range(0, len(mixed), _PASS):
        known |= zip(mixed[at : at + _PASS], _credible(mixed[at : at + _PASS]), strict=True)
    return [known[one] for one in every]


def _credible(steps: Sequence[Steps]) -> list[Bounds]:
    """The middle of what the log leaves of the share, over all clumpings."""
    import numpy as np

    shares, r = np.array(_SHARES), np.array(_CLUMPING)[:, None, None]
    first, *followed = np.array(steps, dtype=float).T[:, :, None]
    again, anew = shares + r * (1 - shares), shares * (1 - r)  # done after done, after not done
    log = np.where(first, np.log(shares), np.log(1 - shares))
    for count, way in zip(followed, (again, 1 - again, anew, 1 - anew), strict=True):
        log = log + count * np.log(way)
    weight = np.exp(log - log.max(axis=(0, 2), keepdims=True)).sum(axis=0)
    below = np.pad(weight.cumsum(axis=1) / weight.sum(axis=1, keepdims=True), ((0, 0), (1, 0)))
    edges = np.linspace(0, 1, len(shares) + 1)
    return [Bounds(*map(float, np.interp((_TAIL, 1 - _TAIL), row, edges))) for row in below]
