"""The numbers that limits are about: each a small callable, with its words. One side, whole seconds, minutes.

What is counted by the session, the day or the week is of all items of the exercise together.
"""

from __future__ import annotations

from collections.abc import Callable

from kit.library.limit import Quantity
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS
from kit.review.dosed import Dosed
from kit.review.held import counts_as_held, held_s, is_hold
from kit.review.together import Share, days, work
from kit.timing.session import formula_s
from kit.timing.week import fullest_day_s
from kit.words.numbers import clock, counted


def _held(d: Dosed) -> float | None:
    """Seconds of one hold; None where the exercise moves, so that there is none to miss."""
    seconds = held_s(d.item, d.exercise)
    return seconds if seconds or d.exercise.category == "stretch" else None


def _moving(d: Dosed) -> float | None:
    """Seconds of moving by the clock."""
    return None if is_hold(d.exercise) else d.item.dose.duration_s


def _reps(d: Dosed) -> int | None:
    return None if d.item.dose.duration_s is not None else d.item.dose.reps


def _all_reps(d: Dosed) -> int | None:
    """Repetitions of a session."""
    return None if d.item.dose.duration_s is not None else d.item.dose.reps * d.item.dose.sets


def _stretch(d: Dosed) -> int:
    """Seconds of stretch in a session."""
    return held_s(d.item, d.exercise) * d.item.dose.reps * d.item.dose.sets


def _holding(d: Dosed) -> int | None:
    """Seconds of holding in a session; None for what moves."""
    dose = d.item.dose
    return held_s(d.item, d.exercise) * dose.reps * dose.sets if counts_as_held(d.item, d.exercise) else None


def _minutes(d: Dosed) -> float:
    """Minutes of a session, both sides, with setting up and rests."""
    return formula_s(d.item) / 60


def _walking(d: Dosed) -> float:
    """Minutes of work in a session, both sides."""
    dose = d.item.dose
    return dose.sets * dose.reps * dose.rep_s * len(d.item.sides_in_order) / 60


def _rest_between_sets(d: Dosed) -> int | None:
    return d.item.dose.rest_set_s if d.item.dose.sets > 1 else None


_OF_EXERCISE: dict[Quantity, Callable[[Dosed], Share | None]] = {
    "days_a_week": days,
    "reps_day": lambda d: work(d, _all_reps, "day"),
    "reps_week": lambda d: work(d, _all_reps, "week"),
    "stretch_session_s": lambda d: work(d, _stretch, "session"),
    "stretch_day_s": lambda d: work(d, _stretch, "day"),
    "stretch_week_s": lambda d: work(d, _stretch, "week"),
    "held_day_s": lambda d: work(d, _holding, "day"),
    "item_day_min": lambda d: work(d, _minutes, "day", by_side=False),
    "walk_day_min": lambda d: work(d, _walking, "day", by_side=False),
    "walk_week_min": lambda d: work(d, _walking, "week", by_side=False),
}


def items_of(quantity: Quantity, dosed: Dosed) -> tuple[Prescription, ...]:
    """The items that the number of `quantity` is of."""
    share = _OF_EXERCISE[quantity](dosed) if quantity in _OF_EXERCISE else None
    return share.items if share else (dosed.item,)


def _value(of_exercise: Callable[[Dosed], Share | None]) -> Callable[[Dosed], float | None]:
    def of(dosed: Dosed) -> float | None:
        share = of_exercise(dosed)
        return share.value if share else None

    return of


OF_ITEM: dict[Quantity, Callable[[Dosed], float | None]] = {
    "held_s": _held,
    "moving_s": _moving,
    "reps": _reps,
    "sets": lambda d: d.item.dose.sets,
    "rest_set_s": _rest_between_sets,
    "effort_target": lambda d: d.item.dose.effort_target,
    "times_a_day": lambda d: d.item.schedule.times_a_day,
    **{quantity: _value(of) for quantity, of in _OF_EXERCISE.items()},
}


def longest_session_s(plan: Plan) -> int:
    """Seconds of the longest session of a day, each item once; items whose days are free may all fall on it."""
    by_day = [[i for i in plan.items if i.schedule.weekdays is None or day in i.schedule.weekdays] for day in WEEKDAYS]
    return max(sum(map(formula_s, items)) for items in by_day)


def _week_s(item: Prescription) -> int:
    return formula_s(item) * item.schedule.times_a_day * item.schedule.each_week


OF_PLAN: dict[Quantity, Callable[[Plan], float | None]] = {
    "age": lambda plan: plan.context.age,
    "exercises": lambda plan: len(plan.items),
    "session_min": lambda plan: longest_session_s(plan) / 60,
    "day_min": lambda plan: fullest_day_s(plan) / 60,
    "week_min": lambda plan: sum(map(_week_s, plan.items)) / 60,
}
# What follows "{n}": for one, and for any other number. Else the whole, with its number in it.
_COUNTED: dict[Quantity, tuple[str, str]] = {
    "reps": ("repetition", "repetitions"),
    "reps_day": ("repetition a day", "repetitions a day"),
    "reps_week": ("repetition a week", "repetitions a week"),
    "sets": ("set", "sets"),
    "days_a_week": ("day a week", "days a week"),
    "times_a_day": ("time a day", "times a day"),
    "exercises": ("exercise", "exercises"),
}
_CALLED: dict[Quantity, str] = {
    "held_s": "{n} s in one hold",
    "moving_s": "{n} s of movement without a pause",
    "rest_set_s": "{n} s between sets",
    "effort_target": "effort {n} of 10",
    "stretch_session_s": "{n} s of stretch a session",
    "stretch_day_s": "{n} s of stretch a day",
    "stretch_week_s": "{n} s of stretch a week",
    "held_day_s": "{n} s of holding a day",
    "item_day_min": "{clock} a day",
    "walk_day_min": "{clock} of aerobic work a day",
    "walk_week_min": "{clock} of aerobic work a week",
    "age": "age {n}",
    "session_min": "a session of {clock}",
    "day_min": "{clock} on the fullest day",
    "week_min": "{clock} in a week",
}


def called(quantity: Quantity, value: float) -> str:
    """The quantity with its value, in words."""
    if quantity in _COUNTED:
        return f"{plain(value)} {counted(value, *_COUNTED[quantity]).partition(' ')[2]}"
    return _CALLED[quantity].format(n=plain(value), clock=clock(round(value * 60)))


def plain(value: float) -> str:
    """A number without an exponent, and without decimals that say nothing: 21000000, 2.5."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
