"""A draft as its sheet will be once it is issued, for the eye that decides."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kit.model import parse
from kit.plan.issue import Issue
from kit.plan.resolved import ResolvedPlan


def foreseen(draft: ResolvedPlan, by: str, on: dt.date) -> ResolvedPlan:
    """Nothing takes it for an issued plan: it has neither exercises of its own nor a seal. Raises `ContentError` where
    `by` is no name."""
    issued = parse(Issue, {"by": by, "on": on}, "preview")
    return replace(draft, plan=draft.plan.model_copy(update={"issued": issued}))
