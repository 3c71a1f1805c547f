"""The follow-up of one patient as one document: page, report and command read the same numbers from it.

Clinical specification 6.7, all points. It says what was observed and never what caused it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from kit.adherence.asked_period import check_period
from kit.adherence.frames import Frames
from kit.adherence.given_rows import given_rows
from kit.adherence.placed import placed
from kit.diary.aside import Aside
from kit.errors import ContentError, Fault
from kit.followup.alerts import Alert, alerts
from kit.followup.exercise_table import ExerciseLine, exercise_table
from kit.followup.habits import Habits, habits
from kit.followup.headline import Headline, headline
from kit.followup.pain_story import PainStory, pain_story
from kit.followup.proposal import Proposal
from kit.followup.proposals import propose
from kit.followup.reasons import OwnWords, ReasonCount, own_words, reasons
from kit.followup.signs import Dealt, Sign, open_signs
from kit.followup.talking_points import TalkingPoint, talking_points
from kit.followup.unread import PatientNote, Read, patient_notes, unread
from kit.followup.weekly import Weeks, weekly
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.plan.versions import in_force
from kit.settings import SETTINGS, Settings


@dataclass(frozen=True)
class Asked:
    """What a clinician looks at: up to the day `as_of`, from `since` on, one `version` alone; None for all.

    `today` is the door's day, after which nothing can be looked at.
    """

    as_of: dt.date
    since: dt.date | None = None
    version: int | None = None
    today: dt.date | None = None


@dataclass(frozen=True)
class Summary:
    """One plan's follow-up. `whole` are the frames of all of it, `frames` those of the period that was asked for.

    Alerts and proposals read all of it, whatever the period: a sign for help does not end where somebody looks away.
    """

    plans: tuple[Plan, ...]
    asked: Asked
    first: dt.date
    headline: Headline
    weeks: Weeks
    exercises: tuple[ExerciseLine, ...]
    pain: PainStory
    habits: Habits
    reasons: tuple[ReasonCount, ...]
    own_words: tuple[OwnWords, ...]
    talking_points: tuple[TalkingPoint, ...]
    alerts: tuple[Alert, ...]
    signs: tuple[Sign, ...]
    unread: tuple[PatientNote, ...]
    read: tuple[PatientNote, ...]
    proposals: tuple[Proposal, ...]
    late: int
    whole: Frames
    frames: Frames

    @property
    def plan(self) -> Plan:
        """The version in force on the day, or the last one that was; the first where none has begun."""
        return self.plans[_newest(self.plans, self.asked.as_of)]

    @property
    def is_past(self) -> bool:
        """Whether something else is known by now than on the day: it is earlier, or a later version is issued."""
        today = self.asked.today
        return (today is not None and self.asked.as_of < today) or self.plan is not self.plans[-1]


def summarise(
    versions: Sequence[Plan],
    rows: pd.DataFrame,
    library: Library,
    asked: Asked,
    *,
    dealt: Iterable[Dealt] = (),
    read: Iterable[Read] = (),
    settings: Settings = SETTINGS,
    asides: Iterable[Aside] = (),
) -> Summary:
    """The follow-up of one plan from its `versions` and its diary's `rows`, as `read_diary` gives them.

    `dealt` are the signs for help that somebody has dealt with, `read` the notes that somebody has read, `asides` the
    signs and notes of rows that count for nothing. Raises `ContentError` as `kit.measure` does, and where the version
    asked for is none of them.
    """
    spans = in_force(versions)
    if not spans:
        raise ContentError(Fault("plan", "no version is given.", "Give at least one plan file."))
    plans = tuple(span.plan for span in spans)
    starts, until = [plan.start for plan in plans], plans[-1].until
    check_period(starts, until, asked.as_of, since=asked.since, today=asked.today)
    now = _newest(plans, asked.as_of)
    dealt, read = tuple(dealt), tuple(read)
    whole = placed(plans, given_rows(plans, rows), asked.as_of, asides)
    found = _of_version(whole, plans, asked.version).between(asked.since, asked.as_of)
    signs, notes = open_signs(whole, dealt), unread(whole, read)
    known: list[ResolvedPlan] = [resolve(plan, library) for plan in plans]
    return Summary(
        plans,
        asked,
        asked.since or plans[0].start,
        headline(found.slots, found.weeks),
        weekly(found.slots, found.weeks),
        exercise_table(found.cells, found.slots, found.sessions),
        pain_story(known, found, asked.as_of),
        habits(found),
        reasons(found, asked.as_of),
        own_words(found, asked.as_of),
        talking_points(found, asked.as_of, signs),
        alerts(whole, asked.as_of, dealt),
        signs,
        notes,
        tuple(note for note in patient_notes(whole) if note not in notes),
        propose(known[now], whole, asked.as_of, versions=plans[: now + 1], dealt=dealt, settings=settings),
        int(whole.rows["late"].sum()),
        whole,
        found,
    )


def _newest(plans: Sequence[Plan], as_of: dt.date) -> int:
    """The place of the last version that had begun by the day, 0 where none had."""
    return max((n for n, plan in enumerate(plans) if plan.start <= as_of), default=0)


def _of_version(frames: Frames, plans: Sequence[Plan], version: int | None) -> Frames:
    if version is None:
        return frames
    if version not in {plan.version for plan in plans}:
        there = ", ".join(str(plan.version) for plan in plans)
        raise ContentError(Fault("version", f"{version} is none of this plan.", f"Choose one of {there}."))
    return frames.of_version(version)
