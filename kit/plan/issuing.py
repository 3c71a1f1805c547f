"""The last step of issuing: the version made final, with its snapshot and its seal.

`kit.review.issue` alone may take it, after the review; the import contract in `pyproject.toml` says so.
"""

from __future__ import annotations

import datetime as dt

from kit.model import parse
from kit.plan.issue import Issue, Snapshot
from kit.plan.plan import RULES_VERSION, Plan
from kit.plan.resolved import ResolvedPlan
from kit.plan.seal import seal_of


def finalised(draft: ResolvedPlan, by: str, on: dt.date) -> Plan:
    """The draft as a final version. Raises `PlanError` for one that is issued, empty, or names unknown exercises."""
    plan = draft.sound().plan
    plan.must_be_draft()
    used = dict.fromkeys(entry.exercise for entry in draft.entries)
    final = plan.model_copy(
        update={
            "issued": parse(Issue, {"by": by, "on": on}, "issue"),
            "snapshot": Snapshot(rules_version=RULES_VERSION, exercises=tuple(used)),
        }
    )
    return parse(Plan, {**dict(final), "seal": seal_of(final)}, f"plan {plan.plan_id}")
