"""Adherence of one patient: every expected session is done, not done, or missing, and nothing is guessed.

Counts are kept per week and per version of the plan, then summed (clinical specification 6.2 to 6.5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.adherence import rates
from kit.adherence.asked_period import check_period
from kit.adherence.counts import Counts, plain, pool, sevenths
from kit.adherence.dose import DoseDone, dose_done
from kit.adherence.exercises import ExerciseCounts, exercise_frame, exercises
from kit.adherence.frames import Frames
from kit.adherence.given_rows import given_rows
from kit.adherence.judged import Judged, judged
from kit.adherence.periods import VersionCounts, WeekCounts
from kit.adherence.placed import placed
from kit.adherence.ratings import Rating, rating_frame, ratings
from kit.adherence.remarks import Remarks, remarks
from kit.adherence.sentences import headline, refusals, share
from kit.diary.alarms import CALL, sign_shown
from kit.diary.aside import Aside
from kit.diary.read import Diary, Reject
from kit.diary.read import frame as diary_frame
from kit.errors import ContentError, Fault
from kit.given import checked
from kit.plan.plan import Plan
from kit.plan.versions import InForce, in_force
from kit.show import frame, table

if TYPE_CHECKING:
    from kit.adherence.charts.chart import Chart
    from kit.adherence.charts.pictures import Picture

_COUNTS = ("expected", "done", "not_done", "missing", "over")
_DTYPES = {
    **dict.fromkeys(("version", "week"), "int64"),
    **dict.fromkeys(("first", "last"), "datetime64[s]"),
    "active_days": "int64",
    **dict.fromkeys(_COUNTS, "float64"),
    "extra": "int64",
}
_HEADS = ("Week", "Version", "Days", "Expected", "Done", "Not done", "Not logged", "Beyond", "Extra")


@dataclass(frozen=True)
class Adherence:
    """What `measure` found. `unplaced` counts logged sessions without a day, or dated after `as_of`.

    `refused` counts the rows that were refused, and so are in no other count: those of the diaries, of which a frame
    tells nothing, and those on a day on which a later version was in force. `alarms` are the signs for help and the
    much pain that rows of the diaries tell which were refused, each as a sentence. `frames` are the tables behind it.
    """

    plan_id: str
    as_of: dt.date
    pooled: Counts
    versions: tuple[VersionCounts, ...]
    weeks: tuple[WeekCounts, ...]
    unplaced: int
    exercises: tuple[ExerciseCounts, ...]
    dose: DoseDone
    ratings: tuple[Rating, ...]
    remarks: Remarks
    refused: int = 0
    alarms: tuple[str, ...] = ()
    frames: Frames = field(kw_only=True, compare=False, repr=False)

    @cached_property
    def judged(self) -> Judged:
        """The pooled counts with the interval to show, and what may be said of them."""
        return judged(self.pooled, self.frames.slots)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; dates as ISO text, rates from 0 to 1 or None.

        `interval` is the one to show; `simple_interval`, which takes sessions as independent, is for comparison.
        """
        sure = self.judged.interval
        return {
            "plan_id": self.plan_id,
            "as_of": self.as_of.isoformat(),
            "pooled": {**self.pooled.as_dict(), "interval": list(sure) if sure else None},
            "versions": [version.as_dict() for version in self.versions],
            "weeks": [week.as_dict() for week in self.weeks],
            "unplaced": self.unplaced,
            "refused": self.refused,
            "exercises": [exercise.as_dict() for exercise in self.exercises],
            "dose": self.dose.as_dict(),
            "ratings": {rating.name: rating.as_dict() for rating in self.ratings},
            **self.remarks.as_dict(),
            "alarms": list(self.alarms),
        }

    def __repr__(self) -> str:
        told = "".join(f"; {line.removesuffix('.')}" for line in refusals(self.refused))
        return f"Adherence({self.plan_id!r}, up to {self.as_of}: {share(self.pooled)}{told})"

    def _repr_html_(self) -> str:
        rows = [(w.week, w.plan_version, f"{w.first} to {w.last}", *_cells(w.counts)) for w in self.weeks]
        caption, said = f"Adherence, {self.plan_id}, up to {self.as_of}", " ".join(headline(self.judged)[:2])
        total, notes = ("In all", "", "", *_cells(self.pooled)), [said, *refusals(self.refused)]
        return table(caption, _HEADS, rows, total=total, notes=notes)

    def to_frame(self) -> pd.DataFrame:
        """The same as `weekly`."""
        return self.weekly()

    def weekly(self) -> pd.DataFrame:
        """A row per week: version, week, days, and the counts as numbers of sessions."""
        rows = (
            (*(w.plan_version, w.week, w.first, w.last, w.active_days), *map(float, _numbers(w.counts)), w.counts.extra)
            for w in self.weeks
        )
        return frame(_DTYPES, rows)

    def chart(self, of: Picture = "weeks") -> Chart:
        """A picture with its words, which a notebook shows by itself.

        Of the weeks, the pain of each session, the exercises, the days, or the weeks before and after the plan's last
        change. Raises `ContentError` for another name.
        """
        from kit.adherence.charts.pictures import drawn  # brings matplotlib

        return drawn(of, self.frames, self.weeks, self.exercises)

    def by_exercise(self) -> pd.DataFrame:
        """A row per exercise: sessions it was due in, done in, done wholly and partly."""
        return exercise_frame(self.exercises)

    def sliding(self, window: int = 28, step: int = 7) -> pd.DataFrame:
        """A row for each window of `window` days, every `step` days from the start: counts, and rates from 0 to 1.

        Whole windows alone. Raises `ValueError` unless both are at least 1.
        """
        return rates.sliding(self.frames.slots, self.frames.days, window, step).drop(columns="plan_code")

    def rated(self) -> pd.DataFrame:
        """A row for each kind of pain and for effort: sessions that told it, median, highest."""
        return rating_frame(self.ratings)


@checked
def measure(
    versions: Sequence[Plan],
    rows: Sequence[Diary] | pd.DataFrame,
    as_of: dt.date,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    asides: Sequence[Aside] = (),
    today: dt.date | None = None,
) -> Adherence:
    """Count the sessions in `rows`, as `read_diary` gives them: diaries, or the rows of some in a frame; up to `as_of`.

    `versions` are those of one plan, in any order: all of which there are rows. `since` and `until` are the first and
    the last day of the period to count, both included; signs for help are told whatever their day. `asides` are those
    of refused rows of a store, which a frame does not tell. With `today`, `as_of` may not be after it. Raises
    `ContentError` for a period that runs backwards or lies outside of the plan, when there are no versions, when they
    do not belong together, when a row belongs to another plan or to a version that is not given, or holds what no row
    of a diary can.

    >>> sample = kit.Workspace.sample()
    >>> plan = kit.read_plan(sample / "plan-v1.json")
    >>> measure([plan], [kit.read_diary(sample / "diary-v1.csv")], dt.date(2026, 6, 15))
    Adherence('P-001', up to 2026-06-15: 75 % (9 of 12))
    """
    diaries: Sequence[Diary] = () if isinstance(rows, pd.DataFrame) else rows
    if not isinstance(rows, pd.DataFrame):
        rows = pd.concat([diary_frame([]), *(diary.rows for diary in diaries)])
    spans = in_force(versions)
    if not spans:
        raise ContentError(Fault("plan", "no version is given.", "Give at least one plan file."))
    plans = [span.plan for span in spans]
    starts, end = [plan.start for plan in plans], plans[-1].until
    # Of a cohort some plans begin later: nothing is due yet, which is no fault. A door asks of one, and knows today.
    on = as_of if today is not None else max(as_of, min(starts))
    check_period(starts, end, on, since=since, last=until, today=today)
    everything = placed(plans, given_rows(plans, rows), as_of, [*_asides(diaries), *asides])
    rejects = [reject for diary in diaries for reject in diary.rejects]
    found = _counted(spans, everything.between(since, until) if since or until else everything, as_of)
    return replace(
        found,
        remarks=replace(found.remarks, help_signs=remarks(everything.rows, as_of).help_signs),
        refused=len(rejects) + int(everything.rows["late"].sum()),
        alarms=(*(_alarm(reject) for reject in rejects if reject.alarm), *alarms_of(asides)),
    )


def _asides(diaries: Iterable[Diary]) -> list[Aside]:
    return [reject.aside for diary in diaries for reject in diary.rejects if reject.aside]


def alarms_of(asides: Iterable[Aside]) -> list[str]:
    """The signs for help of rows that count for nothing, each as a sentence."""
    told = (f"{a.where}, {a.fate}, says: {sign_shown(a.help_sign)}. {CALL}" for a in asides if a.help_sign)
    return [f"{line[0].upper()}{line[1:]}" for line in told]


def _counted(spans: Sequence[InForce], found: Frames, as_of: dt.date) -> Adherence:
    """What the frames of one plan say."""
    per_week = _weeks(found.weeks)
    per_version = tuple(_version(span, per_week) for span in spans)
    return Adherence(
        plan_id=spans[0].plan.plan_id,
        as_of=as_of,
        pooled=pool(version.counts for version in per_version),
        versions=per_version,
        weeks=per_week,
        unplaced=int((found.sessions["how"] == "unplaced").sum()),
        exercises=exercises(spans, found.cells),
        dose=dose_done(found.cells, found.slots),
        ratings=ratings(found.sessions, as_of),
        remarks=remarks(found.rows, as_of),
        frames=found,
    )


def _weeks(table: pd.DataFrame) -> tuple[WeekCounts, ...]:
    names = ("expected", "done", "not_done", "over", "full")
    return tuple(
        WeekCounts(
            row["plan_version"],
            row["week"],
            row["first"].date(),
            row["last"].date(),
            row["active_days"],
            Counts(**{name: sevenths(row[name]) for name in names}, extra=row["extra"]),
        )
        for row in table.to_dict("records")
    )


def _alarm(reject: Reject) -> str:
    return f"Row {reject.row} is refused, and it says: {reject.alarm}. {CALL}"


def _numbers(counts: Counts) -> tuple[Fraction, ...]:
    return tuple(getattr(counts, name) for name in _COUNTS)


def _cells(counts: Counts) -> tuple[int | float, ...]:
    """The numbers of sessions with at most one decimal."""
    return (*(plain(round(count, 1)) for count in _numbers(counts)), counts.extra)


def _version(span: InForce, per_week: Sequence[WeekCounts]) -> VersionCounts:
    its = [week.counts for week in per_week if week.plan_version == span.plan.version]
    return VersionCounts(span.plan.version, span.start, span.end, pool(its))
