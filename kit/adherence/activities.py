"""What matters to the patient, over time: how well each of her activities goes, from 0 (cannot do it) to 10 (as well
as before), as her diary tells it (Stratford1995, in her own words).

An activity is the same in two versions of a plan where its words are; with other words it is another one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kit.adherence.totals import Change, change_of
from kit.diary.columns import ACTIVITIES
from kit.plan.plan import Plan
from kit.plan.versions import in_force
from kit.show import frame
from kit.timing.asking import asking
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

ONE, SEVERAL = "psfs_activity", "psfs_mean"  # whose bands of change count
DAYS = {"activity": "string", "date": "datetime64[s]", "value": "Int64"}
MEAN = "Mean of these activities"


def activity_days(rows: pd.DataFrame, plans: Iterable[Plan], as_of: dt.date) -> pd.DataFrame:
    """A row for each activity and day up to `as_of` on which the diary tells it, by activity, then day.

    `rows` are those of the diary of one plan, `plans` its versions. Of two sessions of a day the later one counts; what
    the rows of one session tell differently is left out, since nobody can know which is right. A row without a day is
    of the first day of its week.
    """
    versions = {plan.version: plan for plan in plans}
    told: dict[tuple[str, dt.date], dict[int, set[int]]] = {}
    names: dict[str, str] = {}
    for number, day, slot, values in _told(rows):
        plan = versions.get(number)
        if plan is None:
            continue
        on = day if isinstance(day, dt.date) else plan.start + dt.timedelta(days=7 * (day - 1))
        for name, value in zip(plan.activities, values, strict=False):
            if value is not None and on <= as_of:
                told.setdefault((name.casefold(), on), {}).setdefault(slot, set()).add(value)
    for plan in sorted(versions.values(), key=lambda plan: plan.version):
        names |= {name.casefold(): name for name in plan.activities}
    order = list(names)
    found = sorted(told.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
    clear = ((key, {slot: values for slot, values in slots.items() if len(values) == 1}) for key, slots in found)
    return frame(DAYS, ((names[name], day, *slots[max(slots)]) for (name, day), slots in clear if slots))


def activity_changes(days: pd.DataFrame) -> tuple[Change, ...]:
    """First to last of each activity, as `activity_days` gives them."""
    return tuple(
        change_of(str(name), ONE, part["date"].dt.date, part["value"])
        for name, part in days.groupby("activity", sort=False)
    )


def mean_change(days: pd.DataFrame, activities: Sequence[str]) -> Change | None:
    """The same for the mean of `activities`, over the days on which all of them were told.

    None where there are fewer than two activities, or no such day.
    """
    wanted = {name.casefold() for name in activities}
    if len(wanted) < 2:
        return None
    own = days[days["activity"].str.casefold().isin(wanted)]
    by_day = own.groupby("date")["value"].agg(["mean", "count"]).reset_index()
    whole = by_day[by_day["count"] == len(wanted)]
    return change_of(MEAN, SEVERAL, whole["date"].dt.date, whole["mean"]) if len(whole) else None


def times_asked(plans: Iterable[Plan], as_of: dt.date) -> int:
    """How many sessions up to `as_of` asked, each of the version that was in force on its day."""
    return sum(
        span.start <= slot.date < span.end and slot.date <= as_of
        for span in in_force(plans)
        for slot in asking(span.plan)
    )


def activity_lines(rows: pd.DataFrame, plans: Sequence[Plan], as_of: dt.date) -> list[str]:
    """The lines of a report; none where no version names an activity."""
    if not any(plan.activities for plan in plans):
        return []
    days = activity_days(rows, plans, as_of)
    asked = times_asked(plans, as_of)
    told = counted(days["date"].nunique(), "day", "days")
    lines = [f"Activities in the patient's own words, 0 to 10: asked {counted(asked, 'time')}, told on {told}."]
    lines += [change.words for change in activity_changes(days)]
    newest = max(plans, key=lambda plan: plan.version)
    mean = mean_change(days, newest.activities)
    return [*lines, mean.words] if mean else lines


def _told(rows: pd.DataFrame) -> Iterable[tuple[int, dt.date | int, int, list[int | None]]]:
    """Version, day (or week), slot and values of each row that tells any."""
    some = rows[rows[[*ACTIVITIES]].notna().any(axis="columns")]
    for row in some.astype(object).where(some.notna(), None).to_dict("records"):
        day = row["date"].date() if row["date"] is not None else int(row["week"])
        values = [None if row[name] is None else int(row[name]) for name in ACTIVITIES]
        yield int(row["plan_version"]), day, int(row["slot"]), values
