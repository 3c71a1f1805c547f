"""Which sessions were to be expected by a given day (clinical specification 6.3, rules 1 to 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

import pandas as pd

from kit.plan.versions import InForce
from kit.timing.slots import slots

DAY = dt.timedelta(days=1)
_DTYPES = {"plan_version": "int64", "week": "int64", "date": "datetime64[s]", "slot": "Int64", "sevenths": "int64"}


@dataclass(frozen=True)
class Week:
    """A week of a version, counted from 1 at its start: its days `first` to `last`, both included.

    `active` are the days that count: in force, not paused, over by the day of the report.
    """

    plan_version: int
    number: int
    first: dt.date
    last: dt.date
    active: frozenset[dt.date]


def weeks(spans: Iterable[InForce], as_of: dt.date, logged: Set[dt.date]) -> list[Week]:
    """The weeks that have begun by `as_of`. The day itself is over only when something is logged on it."""
    return [week for span in spans for week in _weeks(span, as_of, logged)]


def _weeks(span: InForce, as_of: dt.date, logged: Set[dt.date]) -> Iterator[Week]:
    first, number = span.start, 1
    while first < span.end and first <= as_of:
        after = min(first + 7 * DAY, span.end)
        days = (first + n * DAY for n in range((after - first).days))
        active = frozenset(
            d for d in days if not span.plan.is_paused(d) and (d < as_of or (d == as_of and d in logged))
        )
        yield Week(span.plan.version, number, first, after - DAY, active)
        first, number = after, number + 1


def expected_slots(spans: Iterable[InForce], as_of: dt.date, logged: Set[dt.date]) -> pd.DataFrame:
    """One row per expected session on a fixed day, and one per week for all sessions of free choice.

    Columns: `plan_version`, `week`, `date` and `slot` (missing for free choice), and `sevenths`: sessions times 7,
    because "n a week" over d days is n*d/7. Rows are in order of the days.
    """
    rows = [row for span in spans for row in _expected(span, as_of, logged)]
    columns = list(zip(*rows, strict=True)) or [()] * len(_DTYPES)
    return pd.DataFrame(
        {name: pd.Series(cells, dtype=kind) for (name, kind), cells in zip(_DTYPES.items(), columns, strict=True)}
    )


_Row = tuple[int, int, dt.date | None, int | None, int]


def _expected(span: InForce, as_of: dt.date, logged: Set[dt.date]) -> Iterator[_Row]:
    begun = {week.number: week for week in _weeks(span, as_of, logged)}
    for slot in slots(span.plan, span.end):
        week = begun.get(slot.week)
        if slot.date is not None and week and slot.date in week.active:
            yield span.plan.version, slot.week, slot.date, slot.number, 7
    a_week = free_a_week(span)
    for week in begun.values():
        if a_week and week.active:
            yield span.plan.version, week.number, None, None, a_week * len(week.active)


def free_a_week(span: InForce) -> int:
    """Sessions of free choice in a full week: those of the item that is done most often."""
    free = (item.schedule for item in span.plan.items if item.schedule.weekdays is None)
    return max((schedule.each_week * schedule.times_a_day for schedule in free), default=0)


def free_items(span: InForce) -> frozenset[str]:
    """The items whose days the patient picks."""
    return frozenset(item.item_id for item in span.plan.items if item.schedule.weekdays is None)
