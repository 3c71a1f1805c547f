"""What the tests of limits ask for: all that they find in a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.review.dosed import dosed_items
from kit.review.finding import Finding
from kit.review.limits import Limits
from kit.settings import SETTINGS, Settings

START = dt.date(2026, 6, 1)


def limits_of(
    plan: Plan,
    exercises: Library | Iterable[tuple[Prescription, Exercise]],
    previous: Plan | None = None,
    settings: Settings = SETTINGS,
) -> list[Finding]:
    """Findings of each item, then of the plan, as of 1 June 2026; `exercises` are a library, or what goes with what."""
    limits = Limits(rules(), settings)
    entries = resolve(plan, exercises).entries if isinstance(exercises, Library) else exercises
    of_items = [
        finding for dosed in dosed_items(entries, previous) for finding in limits.of_item(dosed, plan.context, START)
    ]
    return [*of_items, *limits.of_plan(plan)]
