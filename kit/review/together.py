"""The work of an exercise over all items of it: of one side, in a session, on the fullest day, or in a week.

An item may be split in two, and the body does both: what is counted by the day or the week adds up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kit.plan.prescription import Prescription
from kit.plan.schedule import WEEKDAYS
from kit.review.dosed import Dosed, sides_of

Span = Literal["session", "day", "week"]


@dataclass(frozen=True)
class Share:
    """A number, and the items that it is of, in the order of the plan."""

    value: float
    items: tuple[Prescription, ...]


def work(dosed: Dosed, of_session: Callable[[Dosed], float | None], span: Span, by_side: bool = True) -> Share | None:
    """The most that the item is part of; `of_session` is one session of one item. None for what is no such work.

    Days that the patient picks may all fall on one. Without `by_side` both sides are one work.
    """
    if of_session(dosed) is None:
        return None
    each = {item.item_id: of_session(replace(dosed, item=item)) for item in dosed.together}
    shares = [_sum(items, each, span) for items in _mates(dosed, span, by_side)]
    return max(shares, key=lambda share: share.value)


def days(dosed: Dosed) -> Share:
    """The days of a week on which a side works, each once: fixed ones, and those that are proposed to the patient."""
    return max((_days(dosed, items) for items in _mates(dosed, "week", by_side=True)), key=lambda share: share.value)


def _mates(dosed: Dosed, span: Span, by_side: bool) -> Iterator[tuple[Prescription, ...]]:
    """The item with those that work the same side, and but for a week on the same day: for each side and day."""
    for side in sides_of(dosed.item) if by_side else (None,):
        items = [item for item in dosed.together if side is None or side in sides_of(item)]
        # Where all days are free, each of them has the same mates.
        each_alike = span == "week" or all(item.schedule.weekdays is None for item in dosed.together)
        for day in (None,) if each_alike else _days_of(dosed.item):
            yield tuple(item for item in items if day is None or day in _days_of(item))


def _days_of(item: Prescription) -> Iterable[str]:
    return item.schedule.weekdays or WEEKDAYS


def _sum(items: Iterable[Prescription], each: Mapping[str, float | None], span: Span) -> Share:
    """`each` has what a session of each item is."""
    known = ((item, each[item.item_id]) for item in items)
    counted = [(item, value * _times(item, span)) for item, value in known if value is not None]
    return Share(sum(value for _, value in counted), tuple(item for item, _ in counted))


def _times(item: Prescription, span: Span) -> int:
    a_day = 1 if span == "session" else item.schedule.times_a_day
    return a_day * item.schedule.each_week if span == "week" else a_day


def _days(dosed: Dosed, items: tuple[Prescription, ...]) -> Share:
    return Share(len({day for item in items for day in dosed.days_of(item)}), items)
