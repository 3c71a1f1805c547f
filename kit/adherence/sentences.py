"""Adherence in plain words for the clinician: what was observed first, then how sure it is.

Bounds and words: clinical specification 6.3, 6.4 and correction 22. The thresholds are marked D there (80 %
after Bailey2020). No sentence says that somebody got better because they did more.
"""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction

from kit.adherence.counts import Counts
from kit.adherence.measure import Adherence

ON_TRACK, PART = Fraction(8, 10), Fraction(5, 10)
ENOUGH_LOGS = Fraction(7, 10)
FEWEST = 3  # expected sessions below which no percentage is given
CAVEAT = "Self-report runs high, and the sessions of one person are not independent: the true range is wider."


def report(adherence: Adherence) -> list[str]:
    """The sentences of one report, the headline first, the caveat last."""
    pooled = adherence.pooled
    lines = [f"{adherence.plan_id}, up to {_day(adherence.as_of)}. {headline(pooled)}."]
    if pooled.expected:
        lines += [_bounds(pooled), _logged(pooled)]
    if len(adherence.versions) > 1:
        lines += [
            f"Version {v.plan_version}, {_day(v.start)} to {_day(v.end - dt.timedelta(days=1))}: {share(v.counts)}."
            for v in adherence.versions
        ]
    if pooled.over:
        lines.append(f"Done beyond the number agreed for a week: {_number(pooled.over)}. It is not in the percentage.")
    if pooled.extra:
        lines.append(f"Done on days when nothing was due: {pooled.extra}. It is not in the percentage.")
    if adherence.unplaced:
        lines.append(f"Logged, but without a day up to the date of this report: {adherence.unplaced}. Not counted.")
    return [*lines, CAVEAT]


def headline(counts: Counts) -> str:
    """ "Part done: 68 % (15 of 22), between 47 % and 84 %; could be on track or not"."""
    if not counts.expected:
        return "No session was due yet"
    if counts.expected < FEWEST or counts.interval is None:
        return f"{share(counts)}; too few sessions for a percentage"
    low, high = counts.interval
    range_ = f"{share(counts)}, between {percent(low)} and {percent(high)}"
    if not has_enough_logs(counts):
        return f"Not enough logs to judge: {range_}"
    return f"{category(counts)}: {range_}; {certainty(counts)}"


def share(counts: Counts) -> str:
    """ "68 % (15 of 22)"; without a percentage when fewer than 3 were expected: "2 of 2"."""
    of = f"{_number(counts.done)} of {_number(counts.expected)}"
    return of if counts.expected < FEWEST else f"{percent(counts.done / counts.expected)} ({of})"


def category(counts: Counts) -> str:
    """What was observed, whatever the interval says: "On track", "Part done" or "Low"."""
    observed = counts.done / counts.expected
    return "On track" if observed >= ON_TRACK else "Part done" if observed >= PART else "Low"


def certainty(counts: Counts) -> str:
    """Where the interval lies to the threshold of 80 %; the counts expect something."""
    low, high = counts.interval or (0.0, 1.0)
    if low >= ON_TRACK:
        return "clearly on track"
    if high < ON_TRACK:
        return "clearly not on track"
    few = "few sessions, " if counts.done / counts.expected >= ON_TRACK else ""
    return f"{few}could be on track or not"


def has_enough_logs(counts: Counts) -> bool:
    """Whether at least 70 % of the expected sessions were logged."""
    return counts.done + counts.not_done >= ENOUGH_LOGS * counts.expected


def percent(rate: Fraction | float) -> str:
    """Whole percent, half up; exact for fractions: 0.125 is "13 %"."""
    return f"{math.floor(Fraction(rate) * 100 + Fraction(1, 2))} %"


def _bounds(counts: Counts) -> str:
    said = f"Done {_number(counts.done)}, not done {_number(counts.not_done)}, not logged {_number(counts.missing)}"
    if not counts.missing or counts.expected < FEWEST:
        return said + "."
    upper = percent(1 - counts.not_done / counts.expected)
    return f"{said}. If all that was not logged had been done, it would be {upper}."


def _logged(counts: Counts) -> str:
    logged = counts.done + counts.not_done
    said = f"{_number(logged)} of {_number(counts.expected)}"
    if counts.expected >= FEWEST:
        said = f"{percent(logged / counts.expected)} ({said})"
    badge = "" if has_enough_logs(counts) else " That is not enough logs to judge."
    return f"Logged: {said}.{badge}"


def _number(count: Fraction) -> str:
    """Whole numbers as they are, fractions with one decimal."""
    return str(count) if count.denominator == 1 else f"{float(count):.1f}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
