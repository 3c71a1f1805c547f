"""The limits of the doses of a plan, item by item, and of the plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.review.case import Case
from kit.review.dosed import dosed_items
from kit.review.finding import Finding
from kit.review.limits import Limits
from kit.review.precautions import covered


def dose_limits(case: Case) -> Iterator[Finding]:
    """What the limits say of each item, and of several once; an answer to an AVOID covers the item as it is."""
    limits = Limits(case.rules, case.settings)
    dosed = dosed_items(((one.item, one.as_judged) for one in case.items), case.previous, case.plan.start)
    told: set[Finding] = set()
    for one, each in zip(case.items, dosed, strict=True):
        for finding in limits.of_item(each, case.context, case.first):
            if finding not in told:
                told.add(finding)
                avoided = finding.level == "AVOID"
                yield replace(finding, covers=covered(one, None, (), case)) if avoided else finding


def plan_limits(case: Case) -> Iterator[Finding]:
    """What the limits say of the plan as a whole."""
    yield from Limits(case.rules, case.settings).of_plan(case.plan)
