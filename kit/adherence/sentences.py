"""The counts of a period in plain words for the clinician: what was observed first, then how sure it is.

Bounds and words: clinical specification 6.3, 6.4 and correction 22. The thresholds are marked D there (80 %
after Bailey2020). No sentence says that somebody got better because they did more.
"""

from __future__ import annotations

import math
from fractions import Fraction

from kit.adherence.counts import Counts
from kit.errors import number as plain_number

ON_TRACK, PART = Fraction(8, 10), Fraction(5, 10)
ENOUGH_LOGS = Fraction(7, 10)
FEWEST = 3  # expected sessions below which no percentage is given


def headline(counts: Counts) -> str:
    """ "Part done: 68 % (15 of 22), between 47 % and 84 %; could be on track or not; full sessions 64 % (14 of 22)".

    A session counts as done with one exercise done in part, so the full ones always stand in the same line.
    """
    if not counts.expected:
        return "No session was due yet"
    full = f"full sessions {_share(counts.full, counts.expected)}"
    if counts.expected < FEWEST or counts.interval is None:
        return f"{share(counts)}; too few sessions for a percentage; {full}"
    low, high = counts.interval
    range_ = f"{share(counts)}, between {percent(low)} and {percent(high)}"
    if not has_enough_logs(counts):
        return f"Not enough logs to judge: {range_}; {full}"
    return f"{category(counts)}: {range_}; {certainty(counts)}; {full}"


def share(counts: Counts) -> str:
    """ "68 % (15 of 22)"; without a percentage when fewer than 3 were expected: "2 of 2"."""
    return _share(counts.done, counts.expected)


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


def bounds(counts: Counts) -> str:
    """What was done, not done and not logged, and the upper bound."""
    said = f"Done {number(counts.done)}, not done {number(counts.not_done)}, not logged {number(counts.missing)}"
    if not counts.missing or counts.expected < FEWEST:
        return said + "."
    upper = percent(1 - counts.not_done / counts.expected)
    return f"{said}. If all that was not logged had been done, it would be {upper}."


def logged(counts: Counts) -> str:
    """How much was logged, with a badge where it is too little."""
    said = _share(counts.done + counts.not_done, counts.expected)
    badge = "" if has_enough_logs(counts) else " That is not enough logs to judge."
    return f"Logged: {said}.{badge}"


def refusals(rows: int) -> list[str]:
    """How many rows of a diary were refused; nothing where none was."""
    if rows <= 0:
        return []
    told = "row was refused and is" if rows == 1 else "rows were refused and are"
    return [f"{plain_number(rows)} {told} not counted."]


def number(count: Fraction) -> str:
    """Whole numbers as they are, fractions with one decimal."""
    return str(count) if count.denominator == 1 else f"{float(count):.1f}"


def _share(part: Fraction, whole: Fraction) -> str:
    of = f"{number(part)} of {number(whole)}"
    return of if whole < FEWEST else f"{percent(part / whole)} ({of})"
