"""What may be said of a share against a threshold, in words (clinical specification 6.3, 6.4; corrections 10.3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from numbers import Real
from typing import Literal

from kit.errors import ContentError, Fault
from kit.statistics.interval import Bounds, checked_series, interval
from kit.words.numbers import counted

Words = Literal["clearly at or above", "clearly below", "could be either"]
THRESHOLD = 0.80  # Bailey2020: the usual cut-off of a satisfactory dose
FEW = 3  # expected sessions, below which no percentage is told
LOGGED = 0.70  # of the expected sessions; below it nothing is judged (D)
BADGE = "not enough logs to judge"


@dataclass(frozen=True)
class Certainty:
    """`done` of `expected` sessions; `percent` is whole, None below 3 expected; `badge` empty where enough is logged.

    `words` are None where nothing is judged: below 3 expected, or with the badge, since the interval takes what is
    missing as not done. “Clearly below” is said only where it holds if all that is missing was done.
    """

    done: int
    expected: int
    threshold: float
    bounds: Bounds
    percent: int | None
    words: Words | None
    badge: str


def certainty(done: Sequence[bool], logged: int, threshold: float = THRESHOLD) -> Certainty:
    """What may be said of sessions in order, `done` or not (missing: not), of which `logged` were answered at all.

    Raises `ContentError` for no session, one that is neither True nor False, more logged than expected or fewer than
    done, and a threshold that is not over 0 and at most 1.
    """
    series = checked_series(done, "certainty")
    k, n = sum(series), len(series)
    if not isinstance(logged, Real) or not k <= logged <= n:
        what = f"{logged} of {counted(n, 'session')} are logged, and {k} done."
        raise ContentError(Fault("certainty, logged", what, "Give a number from those done to those expected."))
    bounds = interval(done)
    badge = "" if is_enough(Fraction(int(logged)), Fraction(n)) else BADGE
    judged = words(bounds, threshold) if n >= FEW and not badge else None
    if judged == "clearly below" and (k + n - logged) / n >= threshold:
        judged = "could be either"  # what was not logged may have been done
    return Certainty(k, n, _threshold(threshold), bounds, percent(k, n), judged, badge)


def is_enough(logged: Fraction, expected: Fraction) -> bool:
    """Whether at least 70 % of what was expected was logged, so that its share done may be judged."""
    return expected > 0 and logged >= Fraction(str(LOGGED)) * expected


def words(bounds: tuple[float, float], threshold: float = THRESHOLD) -> Words:
    """“Clearly” where the whole interval lies on one side. Raises `ContentError` for a bad threshold."""
    _threshold(threshold)
    low, high = bounds
    if low >= threshold:
        return "clearly at or above"
    return "clearly below" if high < threshold else "could be either"


def percent(k: int, n: int) -> int | None:
    """Of k in n, whole, half up; None below 3, where "2 of 2" says all. Raises `ContentError` where k/n is no share."""
    if not 0 <= k <= n:
        raise ContentError(Fault("percent", f"{k} of {n} is no share.", "k runs from 0 to n."))
    return None if n < FEW else math.floor((200 * k + n) / (2 * n))


def _threshold(threshold: float) -> float:
    if not isinstance(threshold, Real) or not 0 < threshold <= 1:
        raise ContentError(Fault("threshold", f"{threshold} is no share.", "Give a number such as 0.8."))
    return threshold
