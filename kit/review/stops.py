"""What holds a whole plan, or a region of the body, until a named clinician signs it off. No date ends it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.condition import Condition, cited
from kit.plan.context import ConditionInForce
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.reading import Reading, digest

RED_FLAG = "red_flag_open"


def stops(case: Case) -> Iterator[Finding]:
    """STOP for each stopping condition of the patient, and for a red flag that was answered yes."""
    found = [reading for reading in case.readings if reading.condition.stop]
    if case.plan.context.red_flags:
        held, condition = ConditionInForce(condition=RED_FLAG), case.rules.conditions[RED_FLAG]
        found.append(Reading(held, condition, held))
    for reading in found:
        yield from _stop(reading, case)


def _stop(reading: Reading, case: Case) -> Iterator[Finding]:
    condition, region = reading.condition, reading.held.region
    flags = case.plan.context.red_flags if reading.name == RED_FLAG else ()
    if condition.holds == "region" and region:
        for one in case.items:
            if one.loads(region):
                # A sign-off covers the item as it was, and the injury that it was given for.
                of = digest(f"{reading.held.since} {one.item.model_dump_json()}")
                key = f"{reading.name} {one.item.item_id} {one.exercise.id} {reading.place} {of}"
                yield _finding(condition, one.where, one.item.item_id, f"{condition.name}.", key)
    else:
        told = f": {'; '.join(flags)}" if flags else ""
        # A sign-off covers the flags that stood then, and not one more, and the onset that it was given for.
        since = f" {reading.held.since}" if reading.held.since else ""
        key = f"{reading.name} plan {reading.place}{since}{f' {digest(told)}' if flags else ''}"
        yield _finding(condition, "plan", None, f"{condition.name}{told}.", key)


def _finding(condition: Condition, where: str, item: str | None, what: str, key: str) -> Finding:
    return Finding(
        level="STOP",
        where=where,
        what=what,
        why=f"{condition.message}{f' Holds {condition.window}.' if condition.window else ''}",
        source=cited(condition.sources),
        mend="Review it, then sign it off: name, role, reason and day.",
        key=f"STOP {key}",
        item=item,
    )
