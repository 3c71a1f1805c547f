"""The last step of issuing: the version made final, with its snapshot and its seal.

`kit.review.issue` alone may take it, after the review; the import contract in `pyproject.toml` says so.
"""

from __future__ import annotations

import datetime as dt

from kit.errors import PlanError
from kit.library.library import Library
from kit.model import parse
from kit.plan.issue import Issue, Snapshot
from kit.plan.plan import RULES_VERSION, Plan
from kit.plan.seal import seal_of


def finalised(plan: Plan, by: str, on: dt.date, library: Library) -> Plan:
    """The draft as a final version. Raises `PlanError` for one that is issued, empty, or names unknown exercises."""
    plan.must_be_draft()
    faults = plan.faults(library)
    if faults:
        raise PlanError(faults)
    used = dict.fromkeys(item.exercise_id for item in plan.items)
    final = plan.model_copy(
        update={
            "issued": parse(Issue, {"by": by, "on": on}, "issue"),
            "snapshot": Snapshot(rules_version=RULES_VERSION, exercises=tuple(library[e] for e in used)),
        }
    )
    return parse(Plan, {**dict(final), "seal": seal_of(final)}, f"plan {plan.plan_id}")
