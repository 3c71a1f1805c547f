"""The follow-up of one patient in plain words for the clinician: signs that ask for help, counts, what was told.

It says what was observed and never what caused it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kit.adherence.dose import DoseDone
from kit.adherence.exercises import ExerciseCounts
from kit.adherence.measure import Adherence
from kit.adherence.ratings import Rating
from kit.adherence.remarks import Reason, Remark
from kit.adherence.sentences import (
    CAVEAT,
    RULE,
    about,
    bounds,
    compared,
    headline,
    logged,
    percent,
    refusals,
    share,
)
from kit.errors import visible
from kit.given import checked
from kit.statistics.certainty import FEW
from kit.words.numbers import counted

_RATINGS = {
    "pain_before": "Pain before",
    "pain_worst": "Worst pain",
    "pain_after": "Pain after",
    "pain_next_morning": "Pain the next morning",
    "effort": "Effort",
}


@checked
def report(adherence: Adherence, refused: int | None = None) -> list[str]:
    """The sentences of one report; help signs come first, of refused rows too, the caveat and the rows `refused` last.

    How many were refused is known from the diaries that `measure` was given; of a frame, say it here.
    """
    told = adherence.remarks
    return [
        *(f"HELP SIGN, {_when(sign)}: {_line(sign.text)}" for sign in told.help_signs),
        *adherence.alarms,
        f"{adherence.plan_id}, up to {_day(adherence.as_of)}. {' '.join(headline(adherence.judged)[:2])}",
        RULE,
        *_counts(adherence),
        *(_exercise(exercise) for exercise in adherence.exercises if exercise.expected),
        *([_dose(adherence.dose)] if adherence.pooled.expected else []),
        *(_rating(rating) for rating in adherence.ratings if rating.sessions),
        *_reasons(told.reasons),
        *(f"Note, {_when(note)}: {_line(note.text)}" for note in told.notes),
        CAVEAT,
        *refusals(adherence.refused if refused is None else refused),
    ]


def _counts(adherence: Adherence) -> Iterator[str]:
    pooled, versions = adherence.pooled, [v for v in adherence.versions if v.was_in_force]
    if pooled.expected:
        yield from (bounds(pooled), logged(pooled), *compared(adherence.judged))
    for v in versions if len(versions) > 1 else ():
        yield f"Version {v.plan_version}, {_day(v.start)} to {_day(v.end - dt.timedelta(days=1))}: {share(v.counts)}."
    if pooled.over:
        yield f"Done beyond the number agreed for a week: {about(pooled.over)}. It is not in the percentage."
    if pooled.extra:
        yield f"Done on days when nothing was due: {pooled.extra}. It is not in the percentage."
    if adherence.unplaced:
        yield f"Logged, but without a day up to the date of this report: {adherence.unplaced}. Not counted."


def _exercise(counts: ExerciseCounts) -> str:
    """ "Seated hip stretch (i1): done 9 of 12 (2 partly)."; where all of it was partly done, "(partly)"."""
    partly = (
        ""
        if not counts.partly
        else " (partly)"
        if counts.partly == counts.done
        else f" ({about(counts.partly)} partly)"
    )
    return f"{_line(counts.name)} ({counts.item_id}): done {about(counts.done)} of {about(counts.expected)}{partly}."


def _dose(dose: DoseDone) -> str:
    """Of the sessions done alone: how often something was done stands in the lines above."""
    if dose.share is None:
        return "Dose done against planned: not recorded."
    amount = f"{dose.done:,} of {dose.planned:,} {dose.unit}" if dose.planned is not None else ""
    told = f"told in {dose.told} of {dose.sessions}"
    if dose.told < FEW:
        return f"Dose in the sessions done: {amount or 'too few sessions for a percentage'}; {told}."
    shown = f"{percent(dose.share)} of what was planned for them"
    return f"Dose in the sessions done: {shown}{f' ({amount})' if amount else ''}; {told}."


def _rating(rating: Rating) -> str:
    sessions = counted(rating.sessions, "session")
    return f"{_RATINGS[rating.name]}, 0 to 10: median {rating.median:g}, highest {rating.highest}, told in {sessions}."


def _reasons(reasons: tuple[Reason, ...]) -> list[str]:
    told = ", ".join(f"{_line(reason.text)} ({counted(reason.sessions, 'session')})" for reason in reasons)
    return [f"Reasons given: {told}."] if told else []


def _when(remark: Remark) -> str:
    if remark.day:
        return _day(remark.day)
    return f"week {remark.week}, no day given" if remark.week else "no day given"


def _line(text: str) -> str:
    """A text of somebody else's in one line."""
    return visible(" ".join(text.split()))


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
