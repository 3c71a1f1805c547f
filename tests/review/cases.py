"""The small world of the worked cases: a plan from Monday 1 June 2026 to 29 June, a patient of 50, screened that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from random import Random
from typing import Any

from kit.library.exercise import Exercise, Tag
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.review.check import check
from kit.review.finding import Finding, Level

START = dt.date(2026, 6, 1)
REVIEW = dt.date(2026, 6, 29)
EMPTY = Plan.begin("P-001", START, random=Random(1), review_on=REVIEW)


def day(text: str) -> dt.date:
    """ "06-15" of 2026, or a whole day."""
    return dt.date.fromisoformat(text if len(text) == 10 else f"2026-{text}")


def has(condition: str, **facts: Any) -> ConditionInForce:
    """A condition with days as in `day`."""
    for name in ("since", "until"):
        if isinstance(facts.get(name), str):
            facts[name] = day(facts[name])
    return ConditionInForce(condition=condition, **facts)


def patient(*held: ConditionInForce, **facts: Any) -> Context:
    """A patient of 50 with these conditions, screened on the first day unless `facts` say otherwise."""
    return Context(**{"age": 50, "red_flags_screened": START, "conditions": held, **facts})


def plan_of(library: Library, *exercises: str | tuple[str, dict[str, Any]], who: Context | None = None) -> Plan:
    """The exercises in order, with their changes, for `who`."""
    plan = EMPTY.describe(context=who or patient())
    for one in exercises:
        name, changes = (one, {}) if isinstance(one, str) else one
        plan = plan.add(library[name]).adjust(f"i{len(plan.items) + 1}", **changes)
    return plan


def about(found: Iterable[Finding], topic: str) -> list[Finding]:
    """The findings whose key speaks of `topic`, a condition or a rule."""
    return [finding for finding in found if topic in finding.key.split()]


def levels(library: Library, plan: Plan, topic: str, on: dt.date | None = None) -> list[tuple[str | None, Level]]:
    """Item and level of each finding about a condition that is of an item, in the plan's order."""
    found = [(f.item, f.level) for f in about(check(plan, library, on=on), topic) if f.item]
    return sorted(found, key=lambda pair: str(pair[0]))


def of_plan(library: Library, plan: Plan, topic: str, on: dt.date | None = None) -> list[Level]:
    """Levels of the findings about a topic that are of the whole plan."""
    return [f.level for f in about(check(plan, library, on=on), topic) if f.item is None]


def own(library: Library, exercise: str, as_id: str = "", **changes: Any) -> tuple[Library, Exercise]:
    """The library with a clinician's version of an exercise, under its own id or another one."""
    changed = library[exercise].model_copy(update={"id": as_id or exercise, **changes})
    return Library([*(e for e in library if e.id != changed.id), changed]), changed


def tagged(*texts: str) -> tuple[Tag, ...]:
    """Tags as a file writes them: "wb_leg@both"."""
    parts = [text.partition("@") for text in texts]
    return tuple(Tag(name=name, limb=limb or "lead") for name, _, limb in parts)
