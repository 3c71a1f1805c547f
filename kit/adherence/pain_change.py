"""How pain moved: from the first sessions to the last week, within sessions, and by the next morning.

Clinical specification 3.6, 6.3 and 6.6. Scores run from 0 to 10; what nobody told is missing. It says that pain changed
and never why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from typing import TYPE_CHECKING, Literal, NamedTuple

from kit.adherence.pain_rule import SETTLED_WITHOUT_BEFORE
from kit.errors import ContentError, Fault
from kit.statistics.interval import Bounds, wilson

if TYPE_CHECKING:
    import pandas as pd

Category = Literal[
    "much better",
    "likely better",
    "slightly better",
    "no clear change",
    "slightly worse",
    "likely worse",
    "much worse",
]
Baseline = Literal["first 3", "first 7 days"]
NOT_ENOUGH = "not enough"
_FEWEST = 3  # scores of a mean
_DAYS = 7
_MUCH_POINTS, _MUCH_PERCENT = 2.0, 30.0  # Farrar2001, Salaffi2004: much better
_POINTS, _PERCENT = 1.0, 15.0  # Salaffi2004: the smallest that matters
HIGH_PEAK = 5
_WORST = 10


@dataclass(frozen=True)
class PainChange:
    """Means of the scores before the exercises; `percent` is of the baseline, None where that is 0.

    Without enough scores, numbers and `category` are None; `words` say so.
    """

    baseline: float | None = None
    current: float | None = None
    change: float | None = None
    percent: float | None = None
    category: Category | None = None

    @property
    def words(self) -> str:
        return self.category or NOT_ENOUGH


class Share(NamedTuple):
    """`k` of `n` sessions, with Wilson's interval, None where `n` is 0."""

    k: int
    n: int
    bounds: Bounds | None


class SessionChange(NamedTuple):
    """Pain after less pain before: the `mean` of `n` sessions that tell both, None where none does."""

    mean: float | None
    n: int


def pain_change(
    dates: Sequence[dt.date], scores: Sequence[float], as_of: dt.date, baseline: Baseline = "first 3"
) -> PainChange:
    """From the baseline (the first 3 scores, or those of the first 7 days) to the mean of the 7 days up to `as_of`.

    `scores` are those before the exercises, each told on its date, in order. A score of the baseline is not counted as
    current too, and either mean takes at least 3.

    Raises `ContentError` for dates that are fewer, more or not in order, and scores that are not 0 to 10.
    """
    _check(dates, scores)
    known = [(day, score) for day, score in zip(dates, scores, strict=True) if day <= as_of]
    if baseline == "first 3":
        first = known[:_FEWEST]
    else:
        first = [(day, score) for day, score in known if day < known[0][0] + dt.timedelta(_DAYS)]
    last = [(day, score) for day, score in known[len(first) :] if day > as_of - dt.timedelta(_DAYS)]
    if len(first) < _FEWEST:
        return PainChange()
    was = _mean(first)
    if len(last) < _FEWEST:
        return PainChange(baseline=was)
    now = _mean(last)
    change = now - was
    return PainChange(was, now, change, change / was * 100 if was else None, category(change, was))


def category(change: float, baseline: float) -> Category:
    """What a change of `change` points from `baseline` is called; less pain is better.

    Raises `ContentError` for a baseline outside 0 to 10, and a change that leaves it.
    """
    if not 0 <= baseline <= _WORST or not -1e-9 <= baseline + change <= _WORST + 1e-9:
        what = f"a change of {change} from {baseline} is none of scores from 0 to 10."
        raise ContentError(Fault("category", what, "Correct the scores."))
    points = round(abs(change), 9)
    percent = (
        round(points / baseline * 100, 9) if baseline else -1.0
    )  # of 0 there is no percentage, and none is reached
    much = (points >= _MUCH_POINTS) + (percent >= _MUCH_PERCENT)
    slight = points >= _POINTS or percent >= _PERCENT
    if not much and not slight:
        return "no clear change"
    if change < 0:
        return ("slightly better", "likely better", "much better")[much]
    return ("slightly worse", "likely worse", "much worse")[much]


def high_peaks(sessions: pd.DataFrame) -> Share:
    """Sessions whose pain was over 5, during or after, of those that tell one. `sessions` is SESSIONS of `frames`."""
    return _of(is_high(sessions))


def not_settled(sessions: pd.DataFrame) -> Share:
    """Sessions after which the next morning was above the score before (2 where that is missing), of those told."""
    return _of(is_unsettled(sessions))


def is_high(sessions: pd.DataFrame) -> pd.Series:
    """Of each session that tells its pain during or after, whether it was over 5."""
    peak = sessions[["pain_worst", "pain_after"]].max(axis=1).dropna()
    return (peak > HIGH_PEAK).astype(bool)


def is_unsettled(sessions: pd.DataFrame) -> pd.Series:
    """Of each session that tells the next morning, whether that was above the score before, 2 where none is told."""
    told = sessions[sessions["pain_next_morning"].notna()]
    return (told["pain_next_morning"] > told["pain_before"].fillna(SETTLED_WITHOUT_BEFORE)).astype(bool)


def session_change(sessions: pd.DataFrame) -> SessionChange:
    """Pain after less pain before, over the sessions that tell both. `sessions` is SESSIONS of `frames`."""
    change = (sessions["pain_after"] - sessions["pain_before"]).dropna()
    return SessionChange(float(change.mean()) if len(change) else None, len(change))


def _mean(told: Sequence[tuple[dt.date, float]]) -> float:
    return sum(score for _, score in told) / len(told)


def _of(told: pd.Series) -> Share:
    k, n = int(told.sum()), len(told)
    return Share(k, n, wilson(k, n) if n else None)


def _check(dates: Sequence[dt.date], scores: Sequence[float]) -> None:
    faults = []
    if len(dates) != len(scores):
        what = f"{len(dates)} dates stand beside {len(scores)} scores."
        faults.append(Fault("pain_change", what, "Give one date for each score."))
    if any(one > other for one, other in pairwise(dates)):
        faults.append(Fault("pain_change, dates", "they are not in order.", "Sort the scores by their day."))
    for at, score in enumerate(scores, 1):
        if not isinstance(score, Real) or not 0 <= score <= _WORST:
            mend = "Leave out a score that nobody told."
            faults.append(Fault(f"pain_change, score {at}", f"{score} is not 0 to 10.", mend))
    if faults:
        raise ContentError(faults)
