"""The counts of a period in plain words for the clinician: what was observed first, then how sure it is.

Bounds and words: clinical specification 6.3, 6.4 and corrections 10.2, 10.3. Page, report and command all say it in
these words. No sentence says that somebody got better because they did more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from kit.adherence.counts import Counts
from kit.adherence.judged import Judged, has_enough_logs
from kit.errors import number as plain_number
from kit.statistics.certainty import FEW

RULE = "A session counts as done if at least one exercise was done or partly done."
CAVEAT = "Self-report runs high: in one study diaries told 1.25 times what a hidden sensor counted."  # Nicolson2018a
NOTHING_DUE = "No session was due yet."


def headline(judged: Judged) -> tuple[str, ...]:
    """In one to three sentences, most important first.

    "Part done: 68 % (15 of 22) of the sessions done, could be on either side of 80 %, between 45 % and 85 %." Full
    sessions always stand in the same breath, since a session counts as done with one exercise done in part.
    """
    return tuple(_headline(judged)) if judged.counts.expected else (NOTHING_DUE,)


def _headline(judged: Judged) -> Iterator[str]:
    counts = judged.counts
    if judged.badge:  # what is not known has no percentage
        done = f"{about(counts.done)} of {about(counts.expected)} logged as done"
        yield f"{judged.badge.capitalize()}: {done}, {about(counts.missing)} not logged."
        yield f"Full sessions: {about(counts.full)} of {about(counts.expected)}."
        return
    head = judged.category
    part = ", each in part and none whole" if counts.done and not counts.full else ""
    yield f"{head + ': ' if head else ''}{share(counts)} of the sessions done{part}{_sure(judged)}."
    yield f"Full sessions: {shared(counts.full, counts.expected)}."
    if counts.missing:
        yield f"{_logged(counts)} {if_all_done(counts)}"


def _sure(judged: Judged) -> str:
    if judged.interval is None:
        return ", too few for a percentage"
    low, high = map(percent, judged.interval)
    return f", {judged.sure + ', ' if judged.sure else ''}between {low} and {high}"


def compared(judged: Judged) -> list[str]:
    """The simple interval, said to be what it is; nothing where none is shown, or too little is known."""
    if judged.simple is None or judged.badge:
        return []
    low, high = map(percent, judged.simple)
    return [f"For comparison, as if each session stood alone: between {low} and {high}."]


def share(counts: Counts) -> str:
    """ "68 % (15 of 22)"; without a percentage when fewer than 3 were expected: "2 of 2"."""
    return shared(counts.done, counts.expected)


def shared(part: Fraction, whole: Fraction) -> str:
    """ "86 % (24 of 28)"; without a percentage where fewer than 3 were due."""
    of = f"{about(part)} of {about(whole)}"
    return of if whole < FEW else f"{percent(part / whole)} ({of})"


def percent(rate: Fraction | float) -> str:
    """Whole percent, half up; exact for fractions: 0.125 is "13 %"."""
    return f"{math.floor(Fraction(rate) * 100 + Fraction(1, 2))} %"


def bounds(counts: Counts) -> str:
    """What was done, not done and not logged, and the upper bound."""
    said = f"Done {about(counts.done)}, not done {about(counts.not_done)}, not logged {about(counts.missing)}."
    return f"{said} {if_all_done(counts)}" if counts.missing else said


def if_all_done(counts: Counts) -> str:
    """The upper bound."""
    upper = shared(counts.done + counts.missing, counts.expected)
    return f"If all that was not logged had been done, it would be {upper}."


def logged(counts: Counts) -> str:
    """How much was logged, with a badge where it is too little."""
    return _logged(counts) + ("" if has_enough_logs(counts) else " That is not enough logs to judge.")


def _logged(counts: Counts) -> str:
    return f"Logged: {shared(counts.done + counts.not_done, counts.expected)}."


def refusals(rows: int) -> list[str]:
    """How many rows of a diary were refused; nothing where none was."""
    if rows <= 0:
        return []
    told = "row was refused and is" if rows == 1 else "rows were refused and are"
    return [f"{plain_number(rows)} {told} not counted."]


def about(count: Fraction | float) -> str:
    """Sessions as people say them: weeks that are due in part make fractions, and nobody does 18.6 sessions.

    >>> about(Fraction(18)), about(Fraction(130, 7)), about(Fraction(2, 7))
    ('18', 'about 19', 'less than 1')
    """
    exact = Fraction(count).limit_denominator(1000)
    whole = math.floor(exact + Fraction(1, 2))
    return str(exact) if exact.denominator == 1 else f"about {whole}" if whole else "less than 1"


def number(count: Fraction) -> str:
    """Whole numbers as they are, fractions with one decimal: where a number is traced to the frames."""
    return str(count) if count.denominator == 1 else f"{float(count):.1f}"
