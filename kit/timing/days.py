"""On which days each item of a plan is due: fixed weekdays as they are, free days spread by the spacing rule (D).

Of all sets of as many days, a full week has the one with the fewest neighbouring days, then the shortest run, the
fewest days that no item has yet, the most even gaps, and the earliest. A week that a pause or the end of the plan cuts
has a fair share of them. The patient may do an item on another day of the week; these are the days that are proposed.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS

DAY = dt.timedelta(days=1)
WEEK = 7
Days = frozenset[int]  # of a week of the plan, counted from 0 on the weekday on which the plan starts
NONE: Days = frozenset()


def due_days(plan: Plan) -> dict[str, frozenset[dt.date]]:
    """The days of each item by its id: none before the start, on or after the end, or in a pause."""
    found: dict[str, set[dt.date]] = {item.item_id: set() for item in plan.items}
    for first, days in weeks(plan):
        for item_id, its in days.items():
            found[item_id].update(first + n * DAY for n in its)
    return {item_id: frozenset(days) for item_id, days in found.items()}


def weeks(plan: Plan) -> Iterator[tuple[dt.date, Mapping[str, Days]]]:
    """Each week of the plan: its first day, and the days of each item in it, by id."""
    full = full_week(plan.items, plan.start)
    opened = list(_open(plan))
    before: Mapping[str, Days] = {}
    for number, days in enumerate(opened):
        is_next_full = number + 1 < len(opened) and len(opened[number + 1]) == WEEK
        if len(days) == WEEK:
            its = full
        else:
            its = {
                item.item_id: _in_cut_week(item, days, full, before.get(item.item_id, NONE), is_next_full)
                for item in plan.items
            }
        yield plan.start + number * WEEK * DAY, its
        before = its


def full_week(items: Sequence[Prescription], start: dt.date) -> dict[str, Days]:
    """The days of each item in a week without a pause, in a plan that starts on `start`."""
    found: dict[str, Days] = {}
    taken: Days = NONE
    for item in items:
        if item.schedule.weekdays is not None:
            found[item.item_id] = fixed = _fixed(item, start)
            taken |= fixed
    free = [item for item in items if item.schedule.weekdays is None]
    for item in sorted(free, key=lambda item: -item.schedule.each_week):
        found[item.item_id] = spread = _spread(item.schedule.each_week, taken)
        taken |= spread
    return found


def _fixed(item: Prescription, start: dt.date) -> Days:
    numbers = item.schedule.weekday_numbers or NONE
    return frozenset((number - start.weekday()) % len(WEEKDAYS) for number in numbers)


def _open(plan: Plan) -> Iterator[Days]:
    """The days of each week that lie in the plan and in no pause."""
    length = (plan.until - plan.start).days
    for first in range(0, length, WEEK):
        days = range(first, min(first + WEEK, length))
        yield frozenset(n - first for n in days if not plan.is_paused(plan.start + n * DAY))


@cache
def _spread(count: int, taken: Days) -> Days:
    """`count` days of a full week, where other items have the days `taken`. Its last day is next to its first."""

    def order(days: tuple[int, ...]) -> tuple[int, int, int, int, tuple[int, ...]]:
        gaps = [(after - day - 1) % WEEK + 1 for day, after in zip(days, (*days[1:], days[0]), strict=True)]
        uneven = sum(gap * gap for gap in gaps)
        return gaps.count(1), _longest_run_round(days), len(set(days) - taken), uneven, days

    best = min(itertools.combinations(range(WEEK), count), key=order)
    return frozenset(best)


def _in_cut_week(item: Prescription, days: Days, full: Mapping[str, Days], before: Days, is_next_full: bool) -> Days:
    """The days of an item in a week of which only `days` are open; `before` are those of the week before.

    The days of a next week that is cut too are not known yet: that one keeps away from these.
    """
    its = full[item.item_id]
    if item.schedule.weekdays is not None:
        return its & days
    last = max(before) - WEEK if before else None
    first = min(its) + WEEK if is_next_full else None
    return _share(item.schedule.each_week, days, its, last, first)


@cache
def _share(count: int, opened: Days, full: Days, last: int | None, first: int | None) -> Days:
    """The fair share of `count` days a week on the `opened` ones, rounded up; `last` and `first` are days beside."""

    def order(days: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        chain = [day for day in (last, *days, first) if day is not None]
        neighbours = sum(after - day == 1 for day, after in itertools.pairwise(chain))
        return neighbours, longest_run(chain), -len(full.intersection(days)), days

    share = -(-count * len(opened) // WEEK)
    best = min(itertools.combinations(sorted(opened), share), key=order)
    return frozenset(best)


def longest_run(days: Sequence[int]) -> int:
    """Days in a row, of `days` in their order."""
    longest = run = 0
    for n, day in enumerate(days):
        run = run + 1 if n and day - days[n - 1] == 1 else 1
        longest = max(longest, run)
    return longest


def _longest_run_round(days: tuple[int, ...]) -> int:
    """In a week that goes on and on, but never longer than the week."""
    return min(WEEK, longest_run((*days, *(day + WEEK for day in days))))
