"""Adherence of many patients as one thing: tidy frames, summaries, figures, and the paragraph that defends them.

Everything rests on the frames of the follow-up (`kit.adherence.placed`), made once for all plans: no measure is
counted in another way than on the page of one patient.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pandas as pd

from kit.adherence.placed import placed
from kit.cohorts import episodes as its_episodes
from kit.cohorts import events as its_events
from kit.cohorts import frames
from kit.cohorts.followed import Followed, followed, plan_table
from kit.cohorts.given import by_code, check_day, checked_rows, is_answered
from kit.cohorts.methods import Told, methods
from kit.cohorts.missing import missing
from kit.cohorts.persistence import persistence_curves
from kit.cohorts.reasons import reasons
from kit.cohorts.spread import by_week, summary
from kit.cohorts.tolerance import tolerance, tolerated
from kit.cohorts.trajectories import GROUPS, Trajectories, trajectories
from kit.diary.read import Diary
from kit.diary.read import frame as diary_frame
from kit.errors import ContentError, Fault
from kit.given import checked
from kit.plan.plan import Plan
from kit.show import table
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.cohorts.charts.paper import PaperFigure
    from kit.cohorts.charts.pictures import PaperPicture

_HEADS = ("Share", "Patients", "Mean", "95 % interval", "Median", "Middle half", "Pooled", "Sessions")
_NAMED = {
    "recorded": "Recorded: done of due",
    "logged": "Done of logged",
    "upper": "If all missing was done",
    "full": "Full sessions of due",
    "completeness": "Logged of due",
}


@dataclass(frozen=True)
class Cohort:
    """What `cohort` found, up to `as_of`, of the first `weeks` of each patient or of all.

    `rows` counts those of the diaries that were filled in, `refused` the ones that could not be counted, `later` those
    of days after `as_of`, which do not count either. `frames` are those of the follow-up for all plans, with whose each
    row is.
    """

    as_of: dt.date
    weeks: int | None
    rows: int
    refused: int
    later: int
    frames: Followed = field(compare=False, repr=False)

    @cached_property
    def patients(self) -> pd.DataFrame:
        """A row for each patient: PATIENTS of `kit.cohorts.frames`."""
        return frames.patients(self.frames)

    @cached_property
    def patient_weeks(self) -> pd.DataFrame:
        """A row for each patient and week: PATIENT_WEEKS."""
        return frames.patient_weeks(self.frames)

    @cached_property
    def patient_exercises(self) -> pd.DataFrame:
        """A row for each patient and exercise: PATIENT_EXERCISES."""
        return frames.patient_exercises(self.frames)

    @cached_property
    def summary(self) -> pd.DataFrame:
        """A row for each kind of share, with the mean and median of patients, and the pooled ratio of sessions."""
        return summary(self.patients)

    @cached_property
    def by_week(self) -> pd.DataFrame:
        """The same of recorded adherence for each week since the first day."""
        return by_week(self.patient_weeks)

    @cached_property
    def missing(self) -> pd.DataFrame:
        """What was not logged, week by week."""
        return missing(self.frames.slots, self.patients)

    @cached_property
    def reasons(self) -> pd.DataFrame:
        """Why sessions were left out or cut short."""
        return reasons(self.frames.cells)

    @cached_property
    def tolerance(self) -> pd.DataFrame:
        """How each patient bore her plan: sessions that were missed in a row, lowered, ended early, and the dose."""
        last = self.frames.plans.groupby("patient_code")["last"].max()
        return tolerance(self.frames.slots, self.frames.cells, last < pd.Timestamp(self.as_of))

    @cached_property
    def tolerated(self) -> pd.DataFrame:
        """The same of all: how many patients and sessions."""
        return tolerated(self.tolerance)

    @cached_property
    def persistence(self) -> pd.DataFrame:
        """How many kept going for how long, for each permissible gap."""
        return persistence_curves(self.patients)

    @cached_property
    def events(self) -> pd.DataFrame:
        """What was done as events, in the form that AdhereR reads."""
        return its_events.events(self.frames.days)

    @checked
    def episodes(self, gap: int) -> pd.DataFrame:
        """Episodes as AdhereR defines them, with this maximum permissible gap in days."""
        return its_episodes.episodes(its_events.covered(self.frames.days), gap)

    @cached_property
    def cmas(self) -> pd.DataFrame:
        """AdhereR's measures of how much of a patient's time is covered."""
        return its_episodes.cmas(its_events.covered(self.frames.days))

    @checked
    def trajectories(self, groups: int = GROUPS) -> Trajectories:
        """Groups of patients whose weeks ran alike. Raises `ContentError` below 5 patients for each group."""
        return trajectories(self.patient_weeks, groups)

    def chart(self, of: PaperPicture = "weekly", groups: int | None = None) -> PaperFigure:
        """A figure for a paper, which a notebook shows by itself: weekly, heat, persistence or reasons.

        With `groups` the heat map stands group below group. Raises `ContentError` for another name.
        """
        from kit.cohorts.charts.pictures import drawn  # brings matplotlib

        return drawn(of, self, groups)

    @checked
    def methods(self, groups: int | None = None) -> dict[str, str]:
        """The methods paragraph in parts, each under what EMERGE asks for; with `groups`, of the trajectories too."""
        begun = self.frames.plans["first"]
        return methods(
            Told(
                patients=len(self.patients),
                plans=len(self.frames.plans),
                rows=self.rows,
                refused=self.refused,
                later=self.later,
                first=begun.min().date(),
                last=begun.max().date(),
                as_of=self.as_of,
                weeks=self.weeks,
                groups=groups,
                version=version("homestretch"),
            )
        )

    def to_frame(self) -> pd.DataFrame:
        """The same as `patients`, to be changed at will."""
        return self.patients.copy()

    def __repr__(self) -> str:
        found = self.summary.iloc[0]
        shares = f"mean {_percent(found['mean'])}, pooled {_percent(found['pooled'])}"
        return f"Cohort({counted(len(self.patients), 'patient')}, up to {self.as_of}: {shares})"

    def _repr_html_(self) -> str:
        rows = [summary_cells(row) for row in self.summary.to_dict("records")]
        apart = int(self.summary["apart"].iloc[0])
        notes = [f"{counted(apart, 'patient')} with fewer than 3 sessions due counted apart."] if apart else []
        return table(f"{counted(len(self.patients), 'patient')}, up to {self.as_of}", _HEADS, rows, notes=notes)


def summary_cells(row: Mapping[Any, Any]) -> tuple[str | int, ...]:
    """A row of SUMMARY as people read it."""
    sure = "" if pd.isna(row["low"]) else f"{_percent(row['low'])} to {_percent(row['high'])}"
    half = f"{_percent(row['q1'])} to {_percent(row['q3'])}"
    sessions = f"{row['part']:,.0f} of {row['whole']:,.0f}"
    shown = (_percent(row["mean"]), sure, _percent(row["median"]), half, _percent(row["pooled"]), sessions)
    return (_NAMED[row["share"]], row["patients"], *shown)


def _percent(share: float) -> str:
    return "–" if pd.isna(share) else f"{100 * share:.1f} %"


@checked
def cohort(
    plans: Sequence[Plan],
    rows: Sequence[Diary] | pd.DataFrame,
    as_of: dt.date,
    *,
    weeks: int | None = None,
) -> Cohort:
    """Count the sessions of many patients: `plans` in all their versions, and the rows of their diaries, up to `as_of`.

    A patient is who has one `patient_code`, with all her plans; labels are names for people and tell nobody apart.
    With `weeks`, only the first ones of each patient count. Raises `ContentError` for no plan, a day before every plan
    begins, rows of a plan that is not given, and rows that hold what no row of a diary can.
    """
    if weeks is not None and weeks < 1:
        raise ContentError(Fault("weeks", f"{weeks} is no number of weeks.", "Give one from 1, or leave it out."))
    versions = by_code(plans)
    check_day(as_of, min(plan.start for plan in plans))
    diaries: Sequence[Diary] = () if isinstance(rows, pd.DataFrame) else rows
    if not isinstance(rows, pd.DataFrame):
        rows = pd.concat([diary_frame([]), *(diary.rows for diary in diaries)])
    found = placed(plans, checked_rows(versions, rows), as_of)
    refused = sum(len(diary.rejects) for diary in diaries) + int(found.rows["late"].sum())
    answered = found.rows[is_answered(found.rows)]
    later = int((answered["day"] > pd.Timestamp(as_of)).sum())
    return Cohort(as_of, weeks, len(answered), refused, later, followed(plan_table(versions), found, weeks))
