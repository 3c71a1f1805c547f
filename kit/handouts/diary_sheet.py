"""The diary on paper: a table a week, with a box for each side of each exercise on each due day.

Where the patient picks the days, the boxes stand on the proposed ones, and the other open days are left empty to write
in. A line says that nothing is planned. Every two weeks it asks about the activities that matter to the patient.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Set

from kit.handouts.nodes import Asked, DiaryRow, DiaryWeek, Node, Text
from kit.plan.activities import HIGH, LOW
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import Entry, ResolvedPlan
from kit.timing.asking import asking_weeks
from kit.timing.days import due_days
from kit.words.catalogue import Catalogue

Due = Mapping[str, Set[dt.date]]
WRITTEN = ("pain_before", "pain_worst", "pain_morning", "effort", "note")


def diary_sheet(known: ResolvedPlan, words: Catalogue) -> Iterator[Node]:
    """How to fill it in, then a table for each week of the plan; all of it for paper alone."""
    plan = known.plan
    yield Text(words.say("diary.how"), medium="paper")
    yield Text(words.say("diary.pain_how"), medium="paper")
    first = plan.start
    number = 1
    due, asked = due_days(plan), {*asking_weeks(plan)}
    while first < plan.until:
        yield _week(known, words, number, first, due, asked)
        first += dt.timedelta(days=7)
        number += 1
    rests = any(item.schedule.weekdays is not None and item.schedule.each_week < 7 for item in plan.items)
    if rests or plan.pauses:
        yield Text(words.say("diary.legend_rest"), medium="paper")


def _week(known: ResolvedPlan, words: Catalogue, number: int, first: dt.date, due: Due, asked: Set[int]) -> DiaryWeek:
    dates = [first + dt.timedelta(days=n) for n in range(7)]
    last = min(dates[-1], known.plan.until - dt.timedelta(days=1))
    return DiaryWeek(
        title=words.say("diary.week", number, start=words.short_date(first), end=words.short_date(last)),
        corner=words.say("diary.exercise"),
        days=tuple(f"{words.weekday(d.weekday(), 'abbreviated')} {words.column_date(d)}" for d in dates),
        rows=tuple(_row(n, entry, known, words, dates, due) for n, entry in enumerate(known.entries, 1)),
        written=tuple(words.say(f"diary.{key}") for key in WRITTEN),
        rest=words.say("diary.rest"),
        asked=_asked(known.plan, number, words) if number in asked else None,
        medium="paper",
    )


def _asked(plan: Plan, number: int, words: Catalogue) -> Asked:
    return Asked(
        title=words.say("activities.week", number),
        how=(words.say("activities.circle"), words.say("activities.how")),
        lines=plan.activities,
        numbers=tuple(map(str, range(LOW, HIGH + 1))),
    )


def _row(number: int, entry: Entry, known: ResolvedPlan, words: Catalogue, dates: list[dt.date], due: Due) -> DiaryRow:
    item = entry.item
    boxes = tuple(words.say(f"diary.{side or 'both'}") for side in _left_first(item)) * item.schedule.times_a_day
    free = item.schedule.weekdays is None
    return DiaryRow(
        label=f"{number}. {entry.exercise.patient_name}",
        hint=words.say("diary.pick", item.schedule.each_week) if free else "",
        days=tuple(
            boxes if day in due[item.item_id] else () if free and _is_open(known.plan, day) else None for day in dates
        ),
    )


def _is_open(plan: Plan, day: dt.date) -> bool:
    return plan.start <= day < plan.until and not plan.is_paused(day)


def _left_first(item: Prescription) -> list[str | None]:
    """The sides as columns of a form: left stands left, whichever leads."""
    return sorted(item.sides_in_order, key=lambda side: side or "")
