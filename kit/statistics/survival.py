"""How many are still going after so many days, where some are only followed for a time (Kaplan & Meier 1958)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kit.errors import ContentError, Fault
from kit.statistics.interval import Bounds, Z


@dataclass(frozen=True)
class Step:
    """After `day`, `share` are still going: of `at_risk` who reached it, `stopped` stopped there. `bounds` are 95 %.

    `bounds` are None where the curve stands at 1 or at 0: no log-log interval is defined there.
    """

    day: int
    at_risk: int
    stopped: int
    share: float
    bounds: Bounds | None


def going_on(days: Sequence[int], stopped: Sequence[bool]) -> list[Step]:
    """A step for each day on which anybody stopped, in order.

    `days` is how long each was seen to go on, `stopped` whether they stopped then, or were only followed so far; who
    was followed to a day counts among those at risk on it. The interval is Greenwood's on the log-log scale
    (Kalbfleisch & Prentice 1980). Raises `ContentError` for nobody, for other counts, and for days below 0.
    """
    if not days or len(days) != len(stopped):
        what = f"{len(days)} durations and {len(stopped)} ends are given."
        raise ContentError(Fault("going_on", what, "Give one of each for every patient, and at least one patient."))
    if min(days) < 0:
        raise ContentError(Fault("going_on, days", f"{min(days)} is no duration.", "Give a number from 0."))
    pairs = list(zip((int(day) for day in days), stopped, strict=True))
    steps, share, variance = [], 1.0, 0.0
    for day in sorted({day for day, ended in pairs if ended}):
        at_risk = sum(other >= day for other, _ in pairs)
        ended = sum(one == day and is_end for one, is_end in pairs)
        share *= 1 - ended / at_risk
        variance += ended / (at_risk * (at_risk - ended)) if at_risk > ended else 0.0
        steps.append(Step(day, at_risk, ended, share, _bounds(share, variance)))
    return steps


def median_days(steps: Sequence[Step]) -> int | None:
    """The first day after which at most half are still going; None where more than half went on to the end."""
    return next((step.day for step in steps if step.share <= 0.5), None)


def _bounds(share: float, variance: float) -> Bounds | None:
    if not 0 < share < 1:
        return None
    width = Z * math.sqrt(variance) / abs(math.log(share))
    return Bounds(share ** math.exp(width), share ** math.exp(-width))
