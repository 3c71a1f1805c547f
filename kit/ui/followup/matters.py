"""What matters to the patient: her activities with their scores over time, those of today, and other scores."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from kit.adherence.activities import MEAN, ONE, SEVERAL, activity_days, mean_days, times_asked
from kit.adherence.totals import change_of
from kit.days import in_words
from kit.diary.columns import ACTIVITIES
from kit.diary.read import frame
from kit.errors import KitError
from kit.plan.plan import Plan
from kit.statistics.outcome_bands import instruments
from kit.store.listing import Listed
from kit.store.store import Store
from kit.store.typed import of_day
from kit.ui.followup.matters_shown import NO_MATTERS, NO_VISIT, Line, Matters, Point, Visit
from kit.ui.followup.matters_totals import offered, totals
from kit.ui.followup.matters_words import about, said
from kit.words.numbers import counted

NONE_NAMED = "No activity is named in this plan. Name one to three in the planner, under “This patient”."
_DAY = dt.timedelta(days=1)


def matters(store: Store, listed: Listed, today: dt.date, by: str) -> Matters:
    """All of it for the patient of a plan. What cannot be counted is told in its place, and the totals still stand."""
    shown: Matters = {
        **NO_MATTERS,
        "code": listed.code,
        "by": by,
        "today": today.isoformat(),
        "totals": totals(store.scores, listed.patient_code),
        "offered": offered(),
    }
    try:
        plans = store.versions.all(listed.code)
        if not any(plan.activities for plan in plans):
            return {**shown, "told": NONE_NAMED if plans else "Nothing is issued yet, so nothing was asked."}
        return {**shown, "activities": _lines(store, plans, today), "visit": _visit(store, plans, today)}
    except KitError as error:
        return {**shown, "told": str(error)}


def _lines(store: Store, plans: Sequence[Plan], today: dt.date) -> list[Line]:
    """The activities that are asked about now, the mean of them, and those of earlier versions."""
    days = activity_days(frame(store.diaries.rows(plans[0].code)), plans, today)
    now = plans[-1].activities
    before = {name.casefold(): name for plan in plans for name in plan.activities}
    for name in now:
        before.pop(name.casefold(), None)
    lines = [_activity(name, days, plans, today) for name in now]
    mean = mean_days(days, now)
    if len(mean):
        lines.append(_line(MEAN, SEVERAL, "", mean))
    return lines + [_activity(name, days, plans, today, "; not asked any more") for name in before.values()]


def _activity(name: str, days: pd.DataFrame, plans: Sequence[Plan], today: dt.date, more: str = "") -> Line:
    own = days[days["activity"].str.casefold() == name.casefold()]
    asked = times_asked(plans, today, name)
    none = f"Asked {counted(asked, 'time')}, not told yet." if asked else "Not asked yet."
    return _line(name, ONE, none, own, more)


def _line(name: str, key: str, none: str, own: pd.DataFrame, more: str = "") -> Line:
    known = instruments()[key]
    days, values = [day.date() for day in own["date"]], [float(value) for value in own["value"]]
    return {
        "name": name,
        "about": about(known) + more,
        "said": said(change_of(name, key, days, values)) if days else none,
        "low": known.low,
        "high": known.high,
        "band": known.bands[-1].points,
        "points": [_point(*one) for one in zip(days, values, strict=True)],
    }


def _point(day: dt.date, value: float) -> Point:
    return {"day": day.isoformat(), "label": in_words(day), "value": round(value, 2)}


def _visit(store: Store, plans: Sequence[Plan], today: dt.date) -> Visit:
    """The boxes of today, in the version that is in force: what is typed there is of the diary, as that of paper."""
    begun = [plan for plan in plans if plan.start <= today]
    if not begun:
        return {
            **NO_VISIT,
            "closed": f"The plan begins on {in_words(plans[0].start)}: until then no day takes a score.",
        }
    plan = begun[-1]
    if not plan.activities:
        return NO_VISIT
    if today >= plan.until:
        closed = f"The plan ended on {in_words(plan.until - _DAY)}: its diary takes no score of a later day."
        return {**NO_VISIT, "closed": f"{closed} The next version asks again."}
    rows = [row.values for row in store.diaries.rows(plan.code)]
    own = [row for row in rows if row["date"] == today and row["plan_version"] == plan.version]
    pairs = zip(ACTIVITIES, plan.activities, strict=False)
    return {
        "day": today.isoformat(),
        "label": in_words(today),
        "version": plan.version,
        "asked": [{"column": column, "name": name, "was": of_day(own, column)} for column, name in pairs],
        "closed": "",
    }
