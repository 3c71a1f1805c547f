"""The days of a plan's items, worked out from the words of the spacing rule by trying every set of days.

It shares no code with the kit, looks at each day as a date, and is slow.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import ceil
from typing import TypeVar

from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS

DAY = dt.timedelta(days=1)
T = TypeVar("T")


def naive_days(plan: Plan) -> dict[str, list[dt.date]]:
    """The days of each item, in order."""
    weeks = open_weeks(plan)
    full = full_week(plan)
    found: dict[str, list[dt.date]] = {item.item_id: [] for item in plan.items}
    for item in plan.items:
        before: list[dt.date] = []
        for number, opened in enumerate(weeks):
            wanted = [plan.start + (7 * number + n) * DAY for n in full[item.item_id]]
            days = wanted
            if len(opened) < 7 and item.schedule.weekdays is not None:
                days = [day for day in opened if day in wanted]
            elif len(opened) < 7:
                is_next_full = number + 1 < len(weeks) and len(weeks[number + 1]) == 7
                after = [wanted[0] + 7 * DAY] if is_next_full else []
                share = ceil(item.schedule.each_week * len(opened) / 7)
                days = best_of_cut(opened, share, wanted, before[-1:], after)
            found[item.item_id] += days
            before = days
    return found


def open_weeks(plan: Plan) -> list[list[dt.date]]:
    weeks = []
    first = plan.start
    while first < plan.until:
        days = [first + n * DAY for n in range(7)]
        weeks.append([day for day in days if day < plan.until and not plan.is_paused(day)])
        first += 7 * DAY
    return weeks


def full_week(plan: Plan) -> dict[str, list[int]]:
    """The days of each item in a full week, counted from the first day of the plan."""
    found = {}
    taken: set[int] = set()
    for item in plan.items:
        if item.schedule.weekdays is not None:
            days = [n for n in range(7) if WEEKDAYS[(plan.start + n * DAY).weekday()] in item.schedule.weekdays]
            found[item.item_id] = days
            taken |= set(days)
    for many in (7, 6, 5, 4, 3, 2, 1):
        for item in plan.items:
            if item.schedule.days_a_week == many:
                found[item.item_id] = best_of_full(many, taken)
                taken |= set(found[item.item_id])
    return found


def best_of_full(count: int, taken: Iterable[int]) -> list[int]:
    """Each wish of the rule takes out of all sets of days those that it likes less than the best."""
    sets = [list(days) for days in combinations(range(7), count)]
    sets = fewest(sets, [sum((day + 1) % 7 in days for day in days) for days in sets])
    sets = fewest(sets, [max(run_from(day, days) for day in days) for days in sets])
    sets = fewest(sets, [len([day for day in days if day not in taken]) for days in sets])
    sets = fewest(sets, [spread_of_gaps(days) for days in sets])
    return min(sets)


def best_of_cut(
    opened: Sequence[dt.date],
    share: int,
    full: Sequence[dt.date],
    before: Sequence[dt.date],
    after: Sequence[dt.date],
) -> list[dt.date]:
    sets = [list(days) for days in combinations(opened, share)]
    beside = [{*before, *days, *after} for days in sets]
    kept = fewest(list(zip(sets, beside, strict=True)), [sum(day + DAY in all_ for day in all_) for all_ in beside])
    kept = fewest(kept, [max((in_a_row(day, all_) for day in all_), default=0) for _, all_ in kept])
    kept = fewest(kept, [-len([day for day in days if day in full]) for days, _ in kept])
    return min(days for days, _ in kept)


def fewest(sets: list[T], counts: Sequence[float]) -> list[T]:
    return [one for one, count in zip(sets, counts, strict=True) if count == min(counts)]


def run_from(day: int, days: Sequence[int]) -> int:
    """Days in a row from `day` on, over the end of the week."""
    length = 0
    while length < 7 and (day + length) % 7 in days:
        length += 1
    return length


def in_a_row(day: dt.date, days: Iterable[dt.date]) -> int:
    length = 0
    while day + length * DAY in set(days):
        length += 1
    return length


def spread_of_gaps(days: Sequence[int]) -> int:
    """How far the longest way from one day to the next is from the shortest."""
    gaps = [next(n for n in range(1, 8) if (day + n) % 7 in days) for day in days]
    return max(gaps) - min(gaps)
