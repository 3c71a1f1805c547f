"""Diaries as patients fill them in, drawn at random: wrong days, twice, in part, one side alone, in pauses, too late.

Every row is right by its columns and its plan, as the door asks for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from kit.diary.rows import Row
from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.issue import Pause
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.plan.template import template
from kit.timing.slots import slots
from tests.adherence.conftest import START, entry

DAY = dt.timedelta(days=1)
AS_OF = (3, 7, 10, 15, 21, 28, 29, 40)  # days from the start
BASE = template("knee-glute-stretches").plan(Library.load(), "P-001", START, random=Random(1))


def case(random: Random) -> tuple[list[Plan], list[Row], dt.date]:
    """The versions of one plan, the rows of its diaries, and the day of the report."""
    first = _plan(random, 1, START + random.choice((0, 0, 2)) * DAY)
    plans = [first]
    if random.random() < 0.5:
        start = first.start + random.choice((0, 5, 7, 10, 14, 30)) * DAY
        plans.append(_plan(random, 2, start).model_copy(update={"code": first.code}))
    rows = [row for plan in plans for row in _rows(random, plan)]
    random.shuffle(rows)
    return plans, rows, START + random.choice(AS_OF) * DAY


def _plan(random: Random, version: int, start: dt.date) -> Plan:
    kind = random.choice(("fixed", "free", "mixed", "mixed"))
    items = tuple(_item(random, item, kind) for item in BASE.items[: random.randint(1, 4)])
    review = start + random.choice((7, 10, 14, 21, 28)) * DAY
    pauses: tuple[Pause, ...] = ()
    if random.random() < 0.4:
        begins = start + random.randint(0, 9) * DAY
        pauses = (Pause(start=begins, end=begins + random.randint(1, 5) * DAY),)
    fields = {"items": items, "version": version, "start": start, "review_on": review, "pauses": pauses}
    return BASE.model_copy(update={**fields, "code": new_code(random)})


def _item(random: Random, item: Prescription, kind: str) -> Prescription:
    often = random.choice((1, 1, 1, 2, 3))
    if kind == "free" or (kind == "mixed" and random.random() < 0.5):
        schedule = Schedule(days_a_week=random.randint(1, 7), times_a_day=often)
    else:
        days = tuple(sorted(random.sample(WEEKDAYS, random.randint(1, 7)), key=WEEKDAYS.index))
        schedule = Schedule(weekdays=days, times_a_day=often)
    sides = random.choice(("each", "each", "left", "right"))
    lead = sides if sides in ("left", "right") else item.lead_side
    return item.model_copy(update={"schedule": schedule, "sides": sides, "lead_side": lead})


def _rows(random: Random, plan: Plan) -> Iterator[Row]:
    keen = random.choice((0.3, 0.7, 0.95))
    for slot in slots(plan):
        if random.random() < keen:
            yield from _session(random, plan, slot.date, slot.number, list(slot.items))
    for _ in range(random.choice((0, 0, 2, 6))):  # at times of nobody's
        day = plan.start + random.randrange((plan.until - plan.start).days) * DAY
        yield from _session(random, plan, day, random.randint(1, 3), list(plan.items))


def _session(random: Random, plan: Plan, day: dt.date, number: int, items: list[Prescription]) -> Iterator[Row]:
    if random.random() < 0.15:  # on another day of the plan
        day = min(max(plan.start, day + random.choice((-2, -1, 1, 2)) * DAY), plan.until - DAY)
    if random.random() < 0.2:
        items = random.sample(items, random.randint(1, len(items)))
    week = (day - plan.start).days // 7 + 1
    without_day = random.random() < 0.25
    mood = random.choice(("done", "done", "done", "partial", "not_done", "any"))
    for item in items:
        for side in item.sides_in_order if random.random() < 0.9 else item.sides_in_order[:1]:
            is_undated = without_day and item.schedule.weekdays is None
            date = None if is_undated and random.random() < 0.9 else day
            for _ in range(2 if random.random() < 0.05 else 1):
                yield _entry(random, plan, item, date, mood, week=week, slot=number, side=side or "both")


def _entry(random: Random, plan: Plan, item: Prescription, day: dt.date | None, mood: str, **at: Any) -> Row:
    status = random.choice(("done", "partial", "not_done", None)) if mood == "any" else mood
    tells = random.random() < 0.8
    amounts: dict[str, Any] = {
        "sets_done": random.randint(0, 2),
        "reps_done": random.randint(0, 4),
        "reps_last_set": random.choice((None, None, 1)),
        "hold_done_s": random.choice((10, 30, 40)),
    }
    score = random.choice((None, 0, 3, 8))
    named: dict[str, Any] = {
        "item_id": item.item_id,
        "exercise_id": random.choice((None, item.exercise_id)),
        "plan_code": plan.code,
    }
    return entry(day, status, plan_version=plan.version, **named, pain_worst=score, **at, **(amounts if tells else {}))
