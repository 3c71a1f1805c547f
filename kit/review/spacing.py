"""Strength work for one region on neighbouring days of the week, where fixed weekdays could leave a day between.

Days that the patient picks are proposed apart, so only fixed ones are looked at. Nobody leaves a day between more than
three of a week: that is for the limit of days a week.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from kit.library.condition import cited
from kit.library.limit import Limit
from kit.library.rules import rules
from kit.plan.resolved import Entry, ResolvedPlan
from kit.plan.schedule import WEEKDAYS
from kit.review.finding import Finding

MOST_APART = 3  # days of a week, Sunday next to Monday, with a day between each two
LIMIT = "strength_days_many"  # it names the exercises that may be done on every day
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_Pair = tuple[int, int]  # a weekday, 0 = Monday, and the one after it


def spacing(known: ResolvedPlan) -> Iterator[Finding]:
    """CAUTION for each exercise, and each two for one region, with fixed weekdays side by side (Garber2011)."""
    limit = rules().limits[LIMIT]
    strength = [entry for entry in known.entries if _needs_rest(entry, limit)]
    for one in strength:
        if pairs := _neighbours(_days(one), _days(one)):
            item_id = one.item.item_id
            yield _finding(one, f"is on {_listed(pairs)}.", f"CAUTION spacing {item_id} {one.exercise.id}", limit)
    for one, two in itertools.combinations(strength, 2):
        if one.exercise.region != two.exercise.region:
            continue
        days, others = _days(one), _days(two)
        told = _neighbours(days, days) | _neighbours(others, others)
        if pairs := (_neighbours(days, others) | _neighbours(others, days)) - told:
            region = one.exercise.region.replace("_", " ")
            what = f"and {one.exercise.patient_name} ({one.item.item_id}) are for the {region}, on {_listed(pairs)}."
            key = f"CAUTION spacing {two.item.item_id} {two.exercise.id} {one.item.item_id} {one.exercise.id}"
            yield _finding(two, what, key, limit)


def _needs_rest(entry: Entry, limit: Limit) -> bool:
    """Whether it is strength work on fixed weekdays that could stand apart; the limit names what may be done daily."""
    item, exercise = entry
    is_strength = exercise.category == "strength" and exercise.id not in limit.exempt
    return is_strength and item.schedule.weekdays is not None and item.schedule.each_week <= MOST_APART


def _days(entry: Entry) -> frozenset[int]:
    return entry.item.schedule.weekday_numbers or frozenset()


def _neighbours(days: Iterable[int], others: frozenset[int]) -> set[_Pair]:
    """A day of `days` with the next one, where that is of the `others`."""
    pairs = ((day, (day + 1) % len(WEEKDAYS)) for day in days)
    return {pair for pair in pairs if pair[1] in others}


def _listed(pairs: Iterable[_Pair]) -> str:
    return ", ".join(f"{NAMES[day]} and {NAMES[after]}" for day, after in sorted(pairs))


def _finding(entry: Entry, what: str, key: str, limit: Limit) -> Finding:
    return Finding(
        level="CAUTION",
        where=f"{entry.item.item_id}, {entry.exercise.patient_name}",
        what=what,
        why="Muscles that were worked hard need about 48 hours.",
        source=cited(limit.sources),
        mend="Leave a day between.",
        key=key,
        item=entry.item.item_id,
    )
