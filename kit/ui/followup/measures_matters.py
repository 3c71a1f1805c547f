"""What matters to the patient, as data: her activities over the days, and totals of other scores in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pandas as pd

from kit.adherence.activities import ONE, activity_changes, activity_days, mean_change, times_asked
from kit.adherence.totals import Noted, band_of, changes, total_days
from kit.diary.columns import ACTIVITIES
from kit.followup.pointer import pointers
from kit.followup.summary import Summary
from kit.plan.activities import HIGH, LOW
from kit.ui.followup.measures_code import code_of_activities
from kit.ui.followup.measures_figures import Figures
from kit.ui.followup.measures_shown import ActivityShown, MattersShown
from kit.ui.followup.words import short
from kit.words.numbers import counted


def matters_shown(summary: Summary, scores: Iterable[Noted], figures: Figures) -> MattersShown:
    """All of it up to the day that is looked at, whatever the period: a change is told from the first number on."""
    plans, as_of, rows = summary.plans, summary.asked.as_of, summary.whole.rows
    days = activity_days(rows, plans, as_of)
    told = rows[rows[[*ACTIVITIES]].notna().any(axis="columns")]
    figure = figures.add("activities", pointers(told.assign(date=told["day"])))
    first = min([plans[0].start, *(day.date() for day in days["date"])])
    last = max([as_of, *(day.date() for day in days["date"])])
    mean = mean_change(days, summary.plan.activities)
    asked = times_asked(plans, as_of)
    return {
        "activities": [
            _activity(str(name), part, first, days, figure) for name, part in days.groupby("activity", sort=False)
        ],
        "days": (last - first).days + 1,
        "ends": (short(first), short(last)),
        "mean": mean.words if mean else "",
        "asked": f"Asked {counted(asked, 'time')}, told on {counted(days['date'].nunique(), 'day')}." if asked else "",
        "scores": [change.words for change in changes(total_days(scores, as_of))],
        "code": code_of_activities(summary.plan.code, summary.asked),
    }


def _activity(name: str, part: pd.DataFrame, first: dt.date, days: pd.DataFrame, figure: str) -> ActivityShown:
    (change,) = activity_changes(days[days["activity"] == name])
    points = band_of(ONE).points
    return {
        "name": name,
        "points": [
            ((day.date() - first).days, int(value), short(day.date()))
            for day, value in zip(part["date"], part["value"], strict=True)
        ],
        "band": (max(LOW, change.first - points), min(HIGH, change.first + points)),
        "said": change.words.removeprefix(f"{name}: "),
        "figure": figure,
    }
