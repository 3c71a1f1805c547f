"""The counts of a period with how sure they are: the one rule by which anything is said of them.

Clinical specification 6.3 and 6.4, corrections 10.2 and 10.3: the interval is the one for sessions that hang together,
and where too little is known nothing is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kit.adherence.counts import Counts
from kit.adherence.frames import DONE
from kit.statistics.certainty import BADGE, FEW, certainty, is_enough
from kit.statistics.interval import Bounds

if TYPE_CHECKING:
    import pandas as pd

CATEGORIES = ((Fraction(8, 10), "On track"), (Fraction(5, 10), "Part done"), (Fraction(), "Low"))  # Bailey2020, D
_SURE = {
    "clearly at or above": "clearly at or above 80 %",
    "clearly below": "clearly below 80 %",
    "could be either": "could be on either side of 80 %",
}


@dataclass(frozen=True)
class Judged:
    """`counts`, the `interval` to show, and Wilson's, `simple`, for comparison alone; both None below 3 expected, and
    where too little was logged, since they take what is missing as not done.

    `category` and `sure` are empty where nothing is judged: nothing due, fewer than 3 sessions, or too few logs, which
    `badge` says.
    """

    counts: Counts
    interval: Bounds | None = None
    simple: Bounds | None = None
    category: str = ""
    sure: str = ""
    badge: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the interval leaves open on which side of 80 % it is: the category is what was observed alone."""
        return self.sure == _SURE["could be either"]


def judged(counts: Counts, slots: pd.DataFrame) -> Judged:
    """What may be said of `counts`, which are those of `slots`, SLOTS of `frames` of one plan."""
    if not counts.expected or not len(slots):
        return Judged(counts)
    badge = "" if has_enough_logs(counts) else BADGE
    if counts.expected < FEW:
        return Judged(counts, badge=badge)
    ordered = slots.sort_values(["date", "slot"], kind="stable")["status"]
    sure = certainty(ordered.isin(DONE).tolist(), int((ordered != "missing").sum()))
    if badge or sure.words is None:
        return Judged(counts, badge=badge or sure.badge)
    return Judged(counts, sure.bounds, counts.simple_interval, category(counts), _SURE[sure.words])


def category(counts: Counts) -> str:
    """What was observed, whatever the interval says. The counts expect something."""
    share = counts.done / counts.expected
    return next(name for least, name in CATEGORIES if share >= least)


def has_enough_logs(counts: Counts) -> bool:
    """Whether at least 70 % of the expected sessions were logged."""
    return is_enough(counts.done + counts.not_done, counts.expected)
