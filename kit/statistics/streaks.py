"""Runs of expected sessions done, and runs of those that were not (clinical specification 6.3).

Extra sessions do not count, and a pause breaks no run: only what was expected is looked at, in order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kit.errors import ContentError, Fault
from kit.statistics.interval import checked_series
from kit.words.numbers import counted


@dataclass(frozen=True)
class Streaks:
    """Sessions in a row: the `longest` run done, the `current` one at the end, the `longest_gap` of those not done.

    `gap_first` and `gap_last` are the days on which the gap's first and last session were due, the earliest of equal
    gaps; `gap_days` counts from one to the other, both included. None without days, or without a gap.
    """

    longest: int
    current: int
    longest_gap: int
    gap_first: dt.date | None = None
    gap_last: dt.date | None = None

    @property
    def gap_days(self) -> int | None:
        if self.gap_first is None or self.gap_last is None:
            return None
        return (self.gap_last - self.gap_first).days + 1


def streaks(done: Sequence[bool], dates: Sequence[dt.date] | None = None) -> Streaks:
    """Of expected sessions in order, `done` or not, with the `dates` on which they were due.

    Raises `ContentError` for no session, one that is neither True nor False, and dates that are not as many or not in
    order.
    """
    series = checked_series(done, "streaks")
    if dates is not None:
        _check_dates(dates, len(series))
    runs, at = [], 0
    for value, group in groupby(series):
        length = len(list(group))
        runs.append((value, at, length))
        at += length
    gap = max((run for run in runs if not run[0]), key=lambda run: run[2], default=None)
    found = (max((length for value, _, length in runs if value), default=0), runs[-1][0] * runs[-1][2])
    if gap is None or dates is None:
        return Streaks(*found, gap[2] if gap else 0)
    return Streaks(*found, gap[2], dates[gap[1]], dates[gap[1] + gap[2] - 1])


def _check_dates(dates: Sequence[dt.date], sessions: int) -> None:
    if len(dates) != sessions:
        what = f"{counted(len(dates), 'date')} and {counted(sessions, 'session')} are given."
        raise ContentError(Fault("streaks, dates", what, "Give one for each session."))
    if any(one > other for one, other in pairwise(dates)):
        raise ContentError(Fault("streaks, dates", "they are not in order.", "Sort the sessions by their day."))
