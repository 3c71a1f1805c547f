"""Does the plan fit the patient's day and home: minutes, equipment, the same exercise twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kit.library.equipment import missing
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.schedule import WEEKDAYS
from kit.review.finding import Finding
from kit.timing.session import formula_s
from kit.words.numbers import clock

_OWN = "design choice (D)"


def fit(known: ResolvedPlan) -> Iterator[Finding]:
    """CAUTION for minutes over what the patient has, things not at home, and the same work twice on a day."""
    yield from _minutes(known.plan)
    yield from _equipment(known)
    yield from _twice(known)


def busiest_day_s(plan: Plan) -> int:
    """Seconds of the fullest day; items whose days the patient picks may all fall on it."""
    free = [item for item in plan.items if item.schedule.weekdays is None]
    fullest = max(
        _day_s([i for i in plan.items if i.schedule.weekdays and day in i.schedule.weekdays]) for day in WEEKDAYS
    )
    return fullest + _day_s(free)


def _day_s(items: list[Prescription]) -> int:
    return sum(formula_s(item) * item.schedule.times_a_day for item in items)


def _minutes(plan: Plan) -> Iterator[Finding]:
    limit, needed = plan.context.minutes_a_day, busiest_day_s(plan)
    if limit is not None and needed > limit * 60:
        yield Finding(
            level="CAUTION",
            where="plan",
            what=f"{clock(needed)} on the fullest day, and the patient has {limit} min a day.",
            why="A plan that does not fit into the day is not kept.",
            source=_OWN,
            mend="Take exercises, repetitions or sessions away, or spread them over the week.",
            key=f"CAUTION minutes plan {needed}",
        )


def _equipment(known: ResolvedPlan) -> Iterator[Finding]:
    at_home = known.plan.context.equipment
    if not at_home:
        return
    for item, exercise in known.entries:
        lacking = missing(exercise, at_home)
        if lacking:
            yield Finding(
                level="CAUTION",
                where=f"{item.item_id}, {exercise.patient_name}",
                what=f"needs {', '.join(lacking)}, which is not in the list of things at home.",
                why="Without it the exercise cannot be done as written.",
                source=_OWN,
                mend="Add it to the list, or choose another exercise.",
                key=f"CAUTION equipment {item.item_id} {exercise.id}",
                item=item.item_id,
            )


def _twice(known: ResolvedPlan) -> Iterator[Finding]:
    def place(item: Prescription) -> int:
        return known.plan.items.index(item) + 1

    for (one, exercise), (two, again) in itertools.combinations(known.entries, 2):
        if exercise.id == again.id and _same_side(one, two) and _same_day(one, two):
            yield Finding(
                level="CAUTION",
                where=f"{two.item_id}, {exercise.patient_name}",
                what=f"is in the plan twice on the same side and day, as exercise {place(one)} and {place(two)}.",
                why="A patient may take it for a mistake, and the dose adds up.",
                source=_OWN,
                mend="Take one out, or put the sets together.",
                key=f"CAUTION twice {two.item_id} {exercise.id}",
                item=two.item_id,
            )


def _same_side(one: Prescription, two: Prescription) -> bool:
    return {one.sides, two.sides} != {"left", "right"}


def _same_day(one: Prescription, two: Prescription) -> bool:
    days = one.schedule.weekday_numbers, two.schedule.weekday_numbers
    return days[0] is None or days[1] is None or bool(days[0] & days[1])
