"""The limits of doses, patients and plans, as the clinic sets them: each limit is a row of data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from kit.library.condition import cited
from kit.library.limit import Limit, Quantity
from kit.library.rules import Rules
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.review.dosed import Dosed, held_conditions
from kit.review.finding import LEVELS, Finding
from kit.review.loads import LoadLimits
from kit.review.quantities import OF_ITEM, OF_PLAN, called, items_of, plain
from kit.review.rises import rises
from kit.settings import CLINIC_SETTING, SETTINGS, Settings


class Limits:
    """The limits of `rules` with the numbers of `settings`, sorted once by what they are about."""

    def __init__(self, rules: Rules, settings: Settings = SETTINGS) -> None:
        self._rules, self._settings = rules, settings
        self._loads = LoadLimits(rules.loads, settings)

    @cached_property
    def _by_quantity(self) -> dict[Quantity, list[tuple[str, Limit]]]:
        found: dict[Quantity, list[tuple[str, Limit]]] = {}
        for key, limit in self._rules.limits.items():
            found.setdefault(limit.quantity, []).append((key, self._as_set(key, limit)))
        return found

    def of_item(self, dosed: Dosed, context: Context, on: dt.date) -> Iterator[Finding]:
        """Findings of one item as of the day `on`: for each quantity the highest level on either end."""
        for quantity, measure in OF_ITEM.items():
            rows = self._by_quantity.get(quantity, ())
            limits = [(key, limit) for key, limit in rows if _concerns(limit, dosed, context, on)]
            counted = _counted(rows, dosed, context, on) if limits else dosed
            value = measure(counted) if limits else None
            if value is not None:
                items = items_of(quantity, counted)
                yield from self._broken(limits, value, dosed.where_of(items), items)
        yield from self._loads.of_item(dosed, context, on)
        yield from rises(dosed, self._rules.bands, self._settings.rises)

    def of_plan(self, plan: Plan) -> Iterator[Finding]:
        """Findings of the plan as a whole."""
        for quantity, measure in OF_PLAN.items():
            value = measure(plan)
            if value is not None:
                yield from self._broken(self._by_quantity.get(quantity, ()), value, "plan")

    def _as_set(self, key: str, limit: Limit) -> Limit:
        own = self._settings.doses.get(key)
        return limit if own is None else limit.moved(own)

    def _broken(
        self, limits: Iterable[tuple[str, Limit]], value: float, where: str, items: Sequence[Prescription] = ()
    ) -> Iterator[Finding]:
        """Each of several items raises the same finding, which is told once, at the first of them."""
        names = [item.item_id for item in items]
        broken = sorted(
            ((key, limit) for key, limit in limits if limit.broken_by(value)),
            key=lambda pair: LEVELS.index(pair[1].level),
        )
        ends: set[bool] = set()
        for key, limit in broken:
            low_end = limit.below is not None
            if low_end not in ends:
                ends.add(low_end)
                own = key in self._settings.doses
                yield Finding(
                    level=limit.level,
                    where=where,
                    what=f"{called(limit.quantity, value)}{', together' if len(names) > 1 else ''}.",
                    why=_own_limit(limit) if own else limit.why,
                    source=CLINIC_SETTING if own else cited(limit.sources),
                    mend=limit.mend,
                    key=f"{limit.level} {key} {'+'.join(names) or 'plan'} {value:g}"[:200],
                    item=names[0] if names else None,
                )


def _own_limit(limit: Limit) -> str:
    """The reason of a limit that the clinic moved: the kit's own names another number."""
    side = "Below" if limit.below is not None else "Above"
    return f"{side} the clinic’s own limit of {plain(limit.value)}."


def _counted(rows: Iterable[tuple[str, Limit]], dosed: Dosed, context: Context, on: dt.date) -> Dosed:
    """The item with those of the exercise that any of the rows is about: an easy day is no day of hard work."""
    if len(dosed.together) == 1:
        return dosed
    each = {item: replace(dosed, item=item) for item in dosed.together}
    now = [item for item, one in each.items() if any(_concerns(limit, one, context, on) for _, limit in rows)]
    return replace(dosed, now=tuple(now))


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
    if when.effort_unset and effort is not None:
        return False
    return not when.condition or when.condition in held_conditions(context, on)
