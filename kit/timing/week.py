"""A week of a plan without a pause: what is due on which weekday, and how long it takes.

The days are those of `slots`: fixed weekdays as they are, free ones as they are proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS, Weekday
from kit.timing.days import WEEK, full_week
from kit.timing.session import formula_s
from kit.timing.slots import sessions_of


@dataclass(frozen=True)
class WeekDay:
    """The items that are due on a weekday, in the order of the plan, and the whole seconds of all its sessions."""

    weekday: Weekday
    items: tuple[Prescription, ...]
    seconds: int


def week_of(plan: Plan) -> tuple[WeekDay, ...]:
    """The seven days of a full week, Monday first."""
    days = full_week(plan.items, plan.start)
    week = []
    for number, weekday in enumerate(WEEKDAYS):
        place = (number - plan.start.weekday()) % WEEK
        due = tuple(item for item in plan.items if place in days[item.item_id])
        week.append(WeekDay(weekday, due, day_s(due, plan.rest_ex_s or 0)))
    return tuple(week)


def fullest_day_s(plan: Plan) -> int:
    """Whole seconds of the fullest day; items whose days the patient picks may all fall on it."""

    def may_fall_on(weekday: Weekday) -> list[Prescription]:
        return [i for i in plan.items if i.schedule.weekdays is None or weekday in i.schedule.weekdays]

    return max(day_s(may_fall_on(weekday), plan.rest_ex_s or 0) for weekday in WEEKDAYS)


def day_s(items: Iterable[Prescription], rest_ex_s: int = 0) -> int:
    """Whole seconds of all sessions of a day on which `items` are due, with the rest between two exercises."""
    sessions = sessions_of(tuple(items))
    return sum(sum(map(formula_s, due)) + (len(due) - 1) * rest_ex_s for due in sessions)
