"""Pain of a follow-up: a point for each session, what it asks for, and how it moved. It says what was written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kit.adherence.frames import Frames
from kit.adherence.pain_change import (
    PainChange,
    SessionChange,
    Share,
    high_peaks,
    not_settled,
    pain_change,
    session_change,
)
from kit.adherence.pain_rule import SessionPain
from kit.followup.pain_limits import OverLimit, over_limits
from kit.followup.pain_of import verdicts
from kit.followup.pointer import Pointer, day_of, whole
from kit.plan.resolved import ResolvedPlan

GUIDES = (2, 5)  # of 0 to 10: the borders of the pain rule (clinical specification 3.6)
_STRICTEST = ("REDUCE", "BASELINE_HIGH", "HOLD", "CONTINUE", "NO_DATA")


@dataclass(frozen=True)
class PainPoint:
    """Scores of one session, 0 to 10, None where nobody told one; `advice` is the strictest of its kinds of work."""

    at: Pointer
    before: int | None
    worst: int | None
    after: int | None
    morning: int | None
    effort: int | None
    advice: str

    @property
    def scores(self) -> SessionPain:
        return SessionPain(self.before, self.worst, self.after, self.morning)


@dataclass(frozen=True)
class PainStory:
    """All sessions with a score, and what they come to; `change` compares the scores before the exercises.

    `over` are the sessions over the limits of the patient's sheet.
    """

    points: tuple[PainPoint, ...]
    change: PainChange
    within: SessionChange
    high: Share
    unsettled: Share
    high_rows: tuple[Pointer, ...]
    unsettled_rows: tuple[Pointer, ...]
    over: tuple[OverLimit, ...]


def pain_story(plans: Sequence[ResolvedPlan], frames: Frames, as_of: dt.date) -> PainStory:
    """Of one plan's versions and their frames, in order of time; what has no day comes last and draws no line."""
    judged = verdicts(plans, frames)
    advice = _advice(judged)
    told = frames.sessions.sort_values(["date", "slot"], na_position="last", kind="stable")
    points = tuple(point for row in told.to_dict("records") if (point := _point(row, advice)))
    before = [(p.at.date, p.before) for p in points if p.at.date is not None and p.before is not None]
    return PainStory(
        points,
        pain_change([day for day, _ in before], [score for _, score in before], as_of),
        session_change(told),
        high_peaks(told),
        not_settled(told),
        tuple(p.at for p in points if (p.scores.peak or 0) > GUIDES[1]),
        tuple(
            p.at for p in points if p.morning is not None and p.morning > (GUIDES[0] if p.before is None else p.before)
        ),
        over_limits(judged, told),
    )


def _advice(table: pd.DataFrame) -> dict[int, str]:
    by_session: dict[int, list[str]] = {}
    for session, advice in zip(table["session"], table["advice"], strict=True):
        by_session.setdefault(int(session), []).append(str(advice))
    return {session: min(found, key=_STRICTEST.index) for session, found in by_session.items()}


def _point(row: dict[object, object], advice: dict[int, str]) -> PainPoint | None:
    names = ("pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort")
    scores = [whole(row[name]) for name in names]
    if not _told(*scores):
        return None
    session = int(row["session"])  # type: ignore[call-overload]
    at = Pointer(day_of(row["date"]), whole(row["slot"]), session)
    before, worst, after, morning, effort = scores
    return PainPoint(at, before, worst, after, morning, effort, advice.get(session, "NO_DATA"))


def _told(*scores: int | None) -> list[int]:
    return [score for score in scores if score is not None]
