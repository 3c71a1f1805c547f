"""What `placed` finds, of one plan, one session after another: slow, plain, and in exact fractions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kit.adherence.counts import Counts
from kit.adherence.dose import DoseDone
from kit.adherence.exercises import ExerciseCounts
from kit.plan.plan import Plan
from kit.plan.versions import in_force
from tests.adherence.naive.dose import dose_done
from tests.adherence.naive.exercises import exercises
from tests.adherence.naive.expected import weeks
from tests.adherence.naive.sessions import answered, by_session, of_their_version, sessions
from tests.adherence.naive.tally import Tally, counts

Slots = tuple[tuple[dt.date, int, str], ...]


@dataclass(frozen=True)
class Naive:
    """By version and week its counts; the fixed sessions that were due, with what became of them.

    It `is_capped` where more sessions of choice were done in a week than it expects.
    """

    weeks: tuple[tuple[int, int, int, Counts], ...]
    unplaced: int
    exercises: tuple[ExerciseCounts, ...]
    dose: DoseDone
    fixed: Slots
    is_capped: bool


def naive(versions: Sequence[Plan], rows: pd.DataFrame, as_of: dt.date) -> Naive:
    """`versions` are those of one plan; `rows` are right by their columns and their plan."""
    spans = in_force(versions)
    table = of_their_version(spans, by_session(rows, spans))
    logged = {pd.Timestamp(day).date() for day in answered(table)["day"].dropna()}
    calendar = weeks(spans, as_of, logged)
    tally = Tally(calendar, sessions(table, spans), as_of)
    found = list(zip(calendar, tally.places, strict=True))
    placed = [one for places in tally.places for one in places.placed]
    return Naive(
        tuple((week.plan_version, week.number, len(week.active), counts(places)) for week, places in found),
        tally.unplaced,
        exercises(spans, tally.places),
        dose_done(placed),
        tuple(
            (one.slot.date, one.slot.number, one.status)
            for places in tally.places
            for one in places.placed
            if one.slot in places.week.fixed
        ),
        any(sum(one.slot.is_free and one.is_done for one in places.placed) > week.free for week, places in found),
    )
