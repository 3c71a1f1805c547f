"""A week of a plan without a pause: what is due on which weekday, and how much time to allow for it.

The days are those of `slots`: fixed weekdays as they are, free ones as they are proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.schedule import WEEKDAYS, Weekday
from kit.timing.allow import to_allow_s
from kit.timing.days import WEEK, full_week
from kit.timing.session import formula_s
from kit.timing.slots import sessions_of
from kit.timing.warm_up import warm_up


@dataclass(frozen=True)
class WeekDay:
    """The items that are due on a weekday, in the order of the plan, and the whole seconds to allow for them."""

    weekday: Weekday
    items: tuple[Prescription, ...]
    seconds: int


def week_of(known: ResolvedPlan) -> tuple[WeekDay, ...]:
    """The seven days of a full week, Monday first."""
    plan, to_allow = known.plan, _days_to_allow(known)
    days = full_week(plan.items, plan.start)
    week = []
    for number, weekday in enumerate(WEEKDAYS):
        place = (number - plan.start.weekday()) % WEEK
        due = tuple(item for item in plan.items if place in days[item.item_id])
        week.append(WeekDay(weekday, due, to_allow(due)))
    return tuple(week)


def fullest_day_to_allow_s(known: ResolvedPlan) -> int:
    """Whole seconds to allow on the fullest day: warm-up and ways of each session with it, as the handout tells them.

    Items whose days the patient picks may all fall on it.
    """
    to_allow = _days_to_allow(known)
    there = {item.item_id for item, _ in known.entries}  # an exercise that nobody knows is told as such, and has no way
    due = ([item for item in _may_fall_on(weekday, known.plan) if item.item_id in there] for weekday in WEEKDAYS)
    return max(map(to_allow, due))


def fullest_day_s(plan: Plan) -> int:
    """Whole seconds of exercise and rest on the fullest day; items whose days the patient picks may all fall on it."""
    return max(day_s(_may_fall_on(weekday, plan), plan.rest_ex_s or 0) for weekday in WEEKDAYS)


def day_s(items: Iterable[Prescription], rest_ex_s: int = 0) -> int:
    """Whole seconds of all sessions of a day on which `items` are due, with the rest between two exercises."""
    sessions = sessions_of(tuple(items))
    return sum(sum(map(formula_s, due)) + (len(due) - 1) * rest_ex_s for due in sessions)


def _may_fall_on(weekday: Weekday, plan: Plan) -> list[Prescription]:
    return [item for item in plan.items if item.schedule.weekdays is None or weekday in item.schedule.weekdays]


def _days_to_allow(known: ResolvedPlan) -> Callable[[Sequence[Prescription]], int]:
    """The seconds to allow on a day by what is due; days with the same items are worked out once."""
    warm_up_s = warm_up(known).seconds
    worked_out: dict[tuple[str, ...], int] = {}

    def to_allow(due: Sequence[Prescription]) -> int:
        ids = tuple(item.item_id for item in due)
        if ids not in worked_out:
            worked_out[ids] = sum(to_allow_s(known, one, warm_up_s) for one in sessions_of(tuple(due)))
        return worked_out[ids]

    return to_allow
