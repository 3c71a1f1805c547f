"""A plan as the page shows it: plain data, every sentence and second already worked out."""

from __future__ import annotations

from collections import Counter

from kit.plan.plan import MAX_ITEMS
from kit.plan.resolved import ResolvedPlan
from kit.timing.session import session_of
from kit.ui.planner.bench import iso, written
from kit.ui.planner.rows import Rows
from kit.ui.planner.shown import PlanShown
from kit.ui.planner.timed import time_view
from kit.words.numbers import clock


def labels(known: ResolvedPlan) -> dict[str, str]:
    """A name for each item that no other item has: "Bridge", or "Bridge (1 of 2)" where it stands twice."""
    names = {item.item_id: exercise.name for item, exercise in known.entries}
    several = Counter(names.values())
    seen: Counter[str] = Counter()
    told = {}
    for item_id, name in names.items():
        seen[name] += 1
        told[item_id] = name if several[name] == 1 else f"{name} ({seen[name]} of {several[name]})"
    return told


def plan_view(known: ResolvedPlan, rows: Rows) -> PlanShown:
    """The plan with its items and its total; `rows` knows those that were shown before.

    Raises `PlanError` for exercises that do not exist.
    """
    plan, timed, names = known.plan, session_of(known), labels(known)
    return {
        "code": plan.code,
        "plan_id": plan.plan_id,
        "version": plan.version,
        "patient": plan.patient,
        "title": plan.title,
        "activities": list(plan.activities),
        "start": iso(plan.start),
        "review_on": iso(plan.review_on),
        "until": written(plan.until),
        "draft": plan.is_draft,
        "issued": f"Issued by {plan.issued.by} on {written(plan.issued.on)}" if plan.issued else "",
        "pain_kind": plan.pain_kind,
        "rest_ex_s": plan.rest_ex_s,
        "most": MAX_ITEMS,
        "items": rows.of(known, names, timed),
        "total_s": timed.total_s,
        "total": clock(timed.total_s),
        "time": time_view(known),
    }
