"""A plan as the page shows it: plain data, every sentence and second already worked out."""

from __future__ import annotations

from collections import Counter

from kit.plan.plan import MAX_ITEMS
from kit.plan.resolved import ResolvedPlan
from kit.ui.planner.bench import iso, written
from kit.ui.planner.rows import Rows
from kit.ui.planner.shown import PlanShown, RowsShown
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
    """The plan with its items and all of its time; `rows` knows those that were shown before.

    Raises `PlanError` for exercises that do not exist.
    """
    return {**rows_view(known, rows), "time": time_view(known)}


def rows_view(known: ResolvedPlan, rows: Rows) -> RowsShown:
    """The plan with its items and the time of one session. Raises `PlanError` for exercises that do not exist."""
    plan, items = known.whole().plan, rows.of(known, labels(known))
    total_s = sum(item["rest_s"] + item["seconds"] for item in items)
    return {
        "code": plan.code,
        "plan_id": plan.plan_id,
        "version": plan.version,
        "patient": plan.patient,
        "title": plan.title,
        "activities": list(plan.activities),
        "start": iso(plan.start),
        "review_on": iso(plan.review_on),
        "review_written": written(plan.review_on) if plan.review_on else "",
        "until": written(plan.until),
        "draft": plan.is_draft,
        "issued": f"Issued by {plan.issued.by} on {written(plan.issued.on)}" if plan.issued else "",
        "pain_kind": plan.pain_kind,
        "rest_ex_s": plan.rest_ex_s,
        "most": MAX_ITEMS,
        "items": items,
        "total_s": total_s,
        "total": clock(total_s),
    }
