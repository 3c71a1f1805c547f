"""The limits of doses, patients and plans: each quantity is a small callable, each limit a row of data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kit.library.condition import cited
from kit.library.exercise import Exercise
from kit.library.limit import Limit, Quantity
from kit.library.rules import Rules
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS
from kit.review.finding import LEVELS, Finding
from kit.timing.session import formula_s
from kit.words.numbers import clock, counted


@dataclass(frozen=True)
class Dosed:
    """An item, its exercise, and the same item of the version before, if there was one."""

    item: Prescription
    exercise: Exercise
    before: Prescription | None = None


def _hold(d: Dosed) -> float | None:
    """Seconds of one hold; None where the exercise is one that moves or is timed, and so has none."""
    dose = d.item.dose
    moves = dose.hold_s == 0 and (d.exercise.category == "strength" or dose.tempo_s > 0)
    if dose.duration_s is not None and d.exercise.category == "stretch":
        return dose.duration_s
    if dose.duration_s is not None or (moves and d.exercise.category != "stretch"):
        return None
    return dose.hold_s


def _reps(d: Dosed) -> float | None:
    return None if d.item.dose.duration_s is not None else d.item.dose.reps


def _rest_between_sets(d: Dosed) -> float | None:
    return d.item.dose.rest_set_s if d.item.dose.sets > 1 else None


def _stretch_a_session(d: Dosed) -> float:
    """Seconds of holding, one side, one session."""
    dose = d.item.dose
    return dose.sets * (dose.duration_s or dose.reps * dose.hold_s)


def _stretch_a_week(d: Dosed) -> float:
    return _stretch_a_session(d) * d.item.schedule.each_week * d.item.schedule.times_a_day


def _load_rise(d: Dosed) -> float | None:
    """Percent above the load of the version before."""
    new, old = d.item.dose.load_kg, d.before.dose.load_kg if d.before else None
    return None if not new or not old else round((new - old) / old * 100, 6)


OF_ITEM: dict[Quantity, Callable[[Dosed], float | None]] = {
    "hold_s": _hold,
    "reps": _reps,
    "sets": lambda d: d.item.dose.sets,
    "rest_set_s": _rest_between_sets,
    "effort_target": lambda d: d.item.dose.effort_target,
    "days_a_week": lambda d: d.item.schedule.each_week,
    "times_a_day": lambda d: d.item.schedule.times_a_day,
    "stretch_session_s": _stretch_a_session,
    "stretch_week_s": _stretch_a_week,
    "load_rise_percent": _load_rise,
}


def longest_session_s(plan: Plan) -> int:
    """Seconds of the longest session of a day, each item once; items whose days are free may all fall on it."""
    by_day = [[i for i in plan.items if i.schedule.weekdays is None or day in i.schedule.weekdays] for day in WEEKDAYS]
    return max(sum(map(formula_s, items)) for items in by_day)


OF_PLAN: dict[Quantity, Callable[[Plan], float | None]] = {
    "age": lambda plan: plan.context.age,
    "exercises": lambda plan: len(plan.items),
    "session_min": lambda plan: longest_session_s(plan) / 60,
}
# What follows "{n}": for one, and for any other number. Else the whole, with its number in it.
_COUNTED: dict[Quantity, tuple[str, str]] = {
    "reps": ("repetition", "repetitions"),
    "sets": ("set", "sets"),
    "days_a_week": ("day a week", "days a week"),
    "times_a_day": ("time a day", "times a day"),
    "exercises": ("exercise", "exercises"),
}
_CALLED: dict[Quantity, str] = {
    "hold_s": "hold {n} s",
    "rest_set_s": "{n} s between sets",
    "effort_target": "effort {n} of 10",
    "stretch_session_s": "{n} s of stretch a session",
    "stretch_week_s": "{n} s of stretch a week",
    "load_rise_percent": "load up by {n} %",
    "age": "age {n}",
    "session_min": "a session of {clock}",
}


def called(quantity: Quantity, value: float) -> str:
    """The quantity with its value, in words."""
    if quantity in _COUNTED:
        return counted(value, *_COUNTED[quantity])
    return _CALLED[quantity].format(n=f"{value:g}", clock=clock(round(value * 60)))


class Limits:
    """The limits of `rules`, sorted once by what they are about."""

    def __init__(self, rules: Rules) -> None:
        self._all = rules.limits

    @cached_property
    def _by_quantity(self) -> dict[Quantity, list[tuple[str, Limit]]]:
        found: dict[Quantity, list[tuple[str, Limit]]] = {}
        for key, limit in self._all.items():
            found.setdefault(limit.quantity, []).append((key, limit))
        return found

    def of_item(self, dosed: Dosed, context: Context, on: dt.date) -> Iterator[Finding]:
        """Findings of one item as of the day `on`: for each quantity the highest level on either end."""
        where = f"{dosed.item.item_id}, {dosed.exercise.patient_name}"
        for quantity, measure in OF_ITEM.items():
            limits = [(k, m) for k, m in self._by_quantity.get(quantity, ()) if _concerns(m, dosed, context, on)]
            value = measure(dosed) if limits else None
            if value is not None:
                yield from _broken(limits, value, where, dosed.item.item_id)

    def of_plan(self, plan: Plan) -> Iterator[Finding]:
        """Findings of the plan as a whole."""
        for quantity, measure in OF_PLAN.items():
            value = measure(plan)
            if value is not None:
                yield from _broken(self._by_quantity.get(quantity, ()), value, "plan", None)


def earlier_items(previous: Plan | None) -> dict[tuple[str, str], Prescription]:
    """Items of the version before, by item and exercise."""
    return {(i.item_id, i.exercise_id): i for i in previous.items} if previous else {}


def _concerns(limit: Limit, dosed: Dosed, context: Context, on: dt.date) -> bool:
    if limit.categories and dosed.exercise.category not in limit.categories:
        return False
    if dosed.exercise.id in limit.exempt:
        return False
    when, age, effort = limit.when, context.age, dosed.item.dose.effort_target
    if when.age_from is not None and (age is None or age < when.age_from):
        return False
    if when.effort_from is not None and (effort is None or effort < when.effort_from):
        return False
    return not when.condition or any(c.condition == when.condition and c.holds_on(on) for c in context.conditions)


def _broken(limits: Iterable[tuple[str, Limit]], value: float, where: str, item: str | None) -> Iterator[Finding]:
    broken = sorted(
        ((key, limit) for key, limit in limits if limit.broken_by(value)),
        key=lambda pair: LEVELS.index(pair[1].level),
    )
    ends: set[bool] = set()
    for key, limit in broken:
        low_end = limit.below is not None
        if low_end not in ends:
            ends.add(low_end)
            yield Finding(
                level=limit.level,
                where=where,
                what=f"{called(limit.quantity, value)}.",
                why=limit.why,
                source=cited(limit.sources),
                mend=limit.mend,
                key=f"{limit.level} {key} {item or 'plan'} {value:g}",
                item=item,
            )
