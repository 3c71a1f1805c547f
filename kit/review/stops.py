"""What holds a whole plan, or a region of the body, until a named clinician signs it off."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from kit.library.condition import Condition, cited
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce
from kit.plan.resolved import ResolvedPlan
from kit.review.finding import Finding

RED_FLAG = "red_flag_open"


def stops(known: ResolvedPlan, rules: Rules, on: dt.date) -> Iterator[Finding]:
    """STOP for each stopping condition in force; an INFO where its end has passed."""
    context = known.plan.context
    held = [c for c in context.conditions if c.condition in rules.conditions]
    if context.red_flags:
        held.append(ConditionInForce(condition=RED_FLAG))
    for one in held:
        condition = rules.conditions[one.condition]
        if condition.stop:
            yield from _stop(known, one, condition, on)


def _stop(known: ResolvedPlan, held: ConditionInForce, condition: Condition, on: dt.date) -> Iterator[Finding]:
    answered = known.plan.context.red_flags if held.condition == RED_FLAG else ()
    flags = f": {'; '.join(answered)}" if answered else ""
    where_held = f"{held.side or '-'} {held.region or '-'}"
    if not held.holds_on(on):
        yield _finding("INFO", held.condition, condition, "plan", None, f"{condition.name}{flags}. It ended.")
    elif condition.holds == "region" and held.region:
        for item, exercise in known.entries:
            if exercise.loads(held.region):
                where = f"{item.item_id}, {exercise.patient_name}"
                key = f"{item.item_id} {exercise.id} {where_held}"
                yield _finding("STOP", held.condition, condition, where, item.item_id, f"{condition.name}.", key)
    else:
        # A sign-off covers the flags that stood then, and not one more.
        told = f" {hashlib.sha256(flags.encode()).hexdigest()[:16]}" if flags else ""
        yield _finding(
            "STOP", held.condition, condition, "plan", None, f"{condition.name}{flags}.", f"plan {where_held}" + told
        )


def _finding(
    level: str, name: str, condition: Condition, where: str, item: str | None, what: str, key: str = "plan"
) -> Finding:
    return Finding(
        level="STOP" if level == "STOP" else "INFO",
        where=where,
        what=what,
        why=f"{condition.message}{f' Holds {condition.window}.' if condition.window else ''}",
        source=cited(condition.sources),
        mend="Review it, then sign it off by name." if level == "STOP" else "Check that the end date is right.",
        key=f"{level} {name} {key}",
        item=item,
    )
