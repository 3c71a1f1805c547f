"""The diary for a pen: which boxes there are, and what is said of them.

The brief form asks for one mark an exercise and day, for both sides and all times together, and for the worst pain once
a day; the full one for a mark each side and time, and for all numbers that the next step is judged by. Both leave room
for a note a week.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Set

from kit.clinic import PENS, Pen
from kit.handouts.pen import Day, PenAsked, PenDiary, PenMark, PenNumbers, PenRow, PenWeek, marks
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import Entry, ResolvedPlan
from kit.timing.asking import asking_weeks
from kit.timing.days import DAY, WEEK, due_days
from kit.words.catalogue import Catalogue

_Due = Mapping[str, Set[dt.date]]


def pen_sheet(known: ResolvedPlan, words: Catalogue, form: Pen, whose: str, contact: str) -> PenDiary | None:
    """The sheet for a plan that is told in the language of `words`; None for no sheet."""
    if form == "none":
        return None
    plan = known.plan
    weeks = tuple(_weeks(known, words, form))
    about = (("for", whose), ("review", words.date(plan.until)), ("contact", contact))
    return PenDiary(
        title=words.say("diary.title"),
        about=tuple((words.say(f"handout.{key}"), str(words.whole(value))) for key, value in about if value),
        marks=tuple(_signs(weeks, words)),
        how=tuple(_how(plan, weeks, words, form)),
        weeks=weeks,
        numbers=tuple(_numbers(words, form)),
        note=words.say("diary.note"),
        asked=_asked(plan, words),
        choice=words.say("diary.choice"),
        pause=words.say("diary.break"),
        due=words.say("diary.due"),
        rest=words.say("diary.nothing"),
    )


def burden(known: ResolvedPlan, words: Catalogue) -> dict[Pen, int]:
    """How many marks a week each form of the sheet asks for, in its fullest week."""
    sheets = {form: pen_sheet(known, words, form, "", "") for form in PENS}
    return {form: marks(sheet) for form, sheet in sheets.items() if sheet}


# What is said


def _signs(weeks: tuple[PenWeek, ...], words: Catalogue) -> Iterator[PenMark]:
    """A sign for each status, none for what nobody knows, and the box that takes none where there is one."""
    yield PenMark("tick", words.say("diary.all"), 1)
    yield PenMark(words.say("diary.part_sign"), words.say("diary.part"), 0.5)
    yield PenMark(words.say("diary.none_sign"), words.say("diary.none"), 0)
    kinds = _kinds(weeks)
    yield PenMark("", words.say("diary.unknown_choice" if "open" in kinds else "diary.unknown"))
    if "rest" in kinds:
        yield PenMark("grey", words.say("diary.grey"))


def _how(plan: Plan, weeks: tuple[PenWeek, ...], words: Catalogue, form: Pen) -> Iterator[str]:
    """What the sheet of this plan needs to be understood."""
    if form == "brief":
        yield words.say("diary.one_mark")
        yield words.say("diary.pain_how")
    else:
        first = words.weekday(plan.start.weekday())
        after = words.weekday((plan.start + DAY).weekday())
        yield words.say("diary.pain_how")
        yield words.say("diary.halves_how")
        yield words.say("diary.morning_how", day=first, next=after)
        yield words.say("handout.effort_scale")
    if any(row.parts for week in weeks for row in week.rows):
        yield words.say("diary.sides_how")
    if "open" in _kinds(weeks):
        yield words.say("diary.choice_how")


def _kinds(weeks: tuple[PenWeek, ...]) -> set[Day]:
    return {day for week in weeks for row in week.rows for day in row.days}


def _numbers(words: Catalogue, form: Pen) -> Iterator[PenNumbers]:
    if form == "brief":
        yield PenNumbers(words.say("diary.pain_worst"), ("pain_worst",), (words.say("diary.pain_worst"),))
        return
    said = words.say("diary.pain_before"), words.say("diary.pain_worst")
    yield PenNumbers(words.say("diary.pain_halves"), ("pain_before", "pain_worst"), said)
    yield PenNumbers(words.say("diary.pain_next"), ("pain_next_morning",), (words.say("diary.pain_next"),))
    yield PenNumbers(words.say("diary.effort"), ("effort",), (words.say("diary.effort"),))


def _asked(plan: Plan, words: Catalogue) -> PenAsked | None:
    if not plan.activities:
        return None
    return PenAsked(
        title=words.say("activities.title"),
        how=words.prose((words.say("activities.when"), words.say("activities.how"))),
        lines=plan.activities,
        weeks=tuple(words.say("diary.week_number", number) for number in asking_weeks(plan)),
    )


# Which boxes there are


def _weeks(known: ResolvedPlan, words: Catalogue, form: Pen) -> Iterator[PenWeek]:
    plan = known.plan
    due = due_days(plan)
    for number, first in enumerate(_first_days(plan), 1):
        dates = [first + n * DAY for n in range(WEEK)]
        last = min(dates[-1], plan.until - DAY)
        entries = enumerate(known.entries, 1)
        rows = tuple(row for n, entry in entries for row in _rows(n, entry, plan, words, dates, due, form))
        yield PenWeek(
            title=words.say("diary.week", number, start=words.column_date(first), end=words.column_date(last)),
            days=tuple((words.weekday(day.weekday(), "abbreviated"), words.column_date(day)) for day in dates),
            rows=rows,
            numbered=tuple(map(_numbered, zip(*(row.days for row in rows), strict=True))),
        )


def _first_days(plan: Plan) -> Iterator[dt.date]:
    first = plan.start
    while first < plan.until:
        yield first
        first += WEEK * DAY


def _rows(
    number: int, entry: Entry, plan: Plan, words: Catalogue, dates: list[dt.date], due: _Due, form: Pen
) -> Iterator[PenRow]:
    item = entry.item
    times = item.schedule.times_a_day
    days = tuple(_day(item, day, plan, due) for day in dates)
    label = f"{number}. {entry.exercise.patient_name}"
    pick = words.say("diary.any", item.schedule.each_week) if "open" in days else ""
    if form == "brief":
        often = words.say("diary.times", times) if times > 1 else ""
        yield PenRow(item.item_id, number, 0, label, words.mark("comma").join(filter(None, (often, pick))), (), days)
        return
    # The sides as halves of a box: left stands left, whichever leads.
    sides = sorted(side for side in item.sides_in_order if side)
    parts = tuple(words.say(f"diary.{side}") for side in sides)
    for time in range(1, times + 1):
        which = words.say(f"diary.time.{time}") if times > 1 else ""
        yield PenRow(
            item.item_id, number, time, label, words.mark("comma").join(filter(None, (which, pick))), parts, days
        )


def _day(item: Prescription, day: dt.date, plan: Plan, due: _Due) -> Day:
    """What there is on one day: where the patient picks the days, each that is open may be used."""
    if plan.is_paused(day):
        return "break"
    if day in due[item.item_id]:
        return "due"
    is_open = item.schedule.weekdays is None and plan.start <= day < plan.until
    return "open" if is_open else "rest"


def _numbered(days: tuple[Day, ...]) -> Day:
    """Of the rows of a day: numbers are asked for where an exercise is."""
    order: tuple[Day, ...] = ("due", "open", "break", "rest")
    return next(kind for kind in order if kind in days)
