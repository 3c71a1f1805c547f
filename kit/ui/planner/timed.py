"""How long a plan takes, worked out for the page by the rooms that know; and its items in the order of positions."""

from __future__ import annotations

from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.timing.allow import to_allow_s
from kit.timing.order import by_position
from kit.timing.warm_up import warm_up
from kit.timing.week import WeekDay, fullest_day_to_allow_s, week_of
from kit.ui.planner.bench import Bench
from kit.ui.planner.time_shown import DayShown, DueShown, TimeShown
from kit.words.numbers import clock, minutes_to_allow


def time_view(known: ResolvedPlan) -> TimeShown:
    """The time of a plan whose exercises all exist."""
    plan = known.plan
    limit, week = plan.context.minutes_a_day, week_of(known)
    day = minutes_to_allow(fullest_day_to_allow_s(known))
    return {
        "day": day,
        "limit": limit,
        "over": limit is not None and day > limit,
        "week": in_hours(sum(one.seconds for one in week)),
        "allow": in_hours(to_allow_s(known, warm_up_s=warm_up(known).seconds)),
        "saves": saves(known),
        "days": [_day(one, limit) for one in week],
        "due": _due(plan, week),
    }


def in_hours(seconds: int) -> str:
    """Whole minutes, rounded up: 5987 -> "1 h 40 min"."""
    hours, minutes = divmod(minutes_to_allow(seconds), 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")))


def saves(known: ResolvedPlan) -> str:
    """The time that the order by position saves; empty where it saves none, or the plan is final."""
    saved = to_allow_s(known) - to_allow_s(known, by_position(known)) if known.plan.is_draft else 0
    return clock(saved) if saved else ""


def in_order(plan: Plan, bench: Bench) -> Plan:
    """The plan with its items in the order of positions, as one edit."""
    for place, item in enumerate(by_position(resolve(plan, bench.library).whole())):
        plan = plan.move(item.item_id, place)
    return plan


def _day(one: WeekDay, limit: int | None) -> DayShown:
    minutes = minutes_to_allow(one.seconds)
    return {"weekday": one.weekday, "minutes": minutes, "over": limit is not None and minutes > limit}


def _due(plan: Plan, week: tuple[WeekDay, ...]) -> list[DueShown]:
    due = {day.weekday: {item.item_id for item in day.items} for day in week}
    return [
        {
            "item_id": item.item_id,
            "days": [weekday for weekday, ids in due.items() if item.item_id in ids],
            "choice": f"{item.schedule.days_a_week} of 7, the patient’s choice" if item.schedule.days_a_week else "",
        }
        for item in plan.items
    ]
