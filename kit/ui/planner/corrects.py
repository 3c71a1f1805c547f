"""What a correcting draft is still to set right, as the page leads to it."""

from __future__ import annotations

from typing import Literal

from kit.plan.correction import changed_parts, is_correction, promised
from kit.plan.plan import Plan
from kit.ui.planner.bench import Bench

Wrong = Literal["", "dose", "side", "exercise", "rest"]


def still_wrong(plan: Plan, bench: Bench) -> Wrong:
    """What its reason names and nobody changed yet; empty of a draft that corrects nothing, or in which it is done."""
    before = bench.previous
    if before is None or not plan.is_draft or not is_correction(plan, bench.today):
        return ""
    part, changed = promised(plan), changed_parts(before, plan, bench.today)
    return "" if changed and part in (None, *changed) else part or "rest"
