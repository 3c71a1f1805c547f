"""A clinician's answers to findings: a written reason for an AVOID, a named sign-off for a STOP.

Answers are stored in the plan version. An ERROR has no answer: it is mended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kit.errors import Fault, PlanError
from kit.plan.plan import Plan
from kit.review.finding import Finding

ANSWERED = ("STOP", "AVOID")  # the levels that an answer can be given to


def answered(finding: Finding, plan: Plan) -> Finding:
    """The finding with the answer that `plan` carries for it."""
    if finding.level == "AVOID":
        given = [f"{o.reason} ({o.by}, {o.on})" for o in plan.overrides if o.finding == finding.key]
    elif finding.level == "STOP":
        given = [f"signed off by {s.by}, {s.on}" for s in plan.sign_offs if s.finding == finding.key]
    else:
        given = []
    return replace(finding, answered=given[-1]) if given else finding


def stale(found: Iterable[Finding], plan: Plan) -> Iterator[Finding]:
    """INFO for each answer whose finding is gone: it stays in the record and covers nothing."""
    standing = {finding.key for finding in found}
    for key in dict.fromkeys([*(o.finding for o in plan.overrides), *(s.finding for s in plan.sign_offs)]):
        if key not in standing:
            yield Finding(
                level="INFO",
                where="plan",
                what=f"an answer to “{key}” is no longer needed.",
                why="The finding is gone, or it has changed and asks for a new answer.",
                source="design choice (D)",
                mend="Nothing to do.",
                key=f"INFO stale {key}"[:200],
            )


def answer(plan: Plan, finding: Finding, by: str, on: dt.date, reason: str = "") -> Plan:
    """The plan with an answer to `finding`. Raises `PlanError` where none is possible or words are missing."""
    missing = [] if by.strip() else [Fault("by", "is empty.", "Write the name of the clinician who decides.")]
    if finding.level == "AVOID" and not reason.strip():
        missing.append(Fault("reason", "is empty.", "Write why this exercise is right for this patient."))
    if finding.level not in ANSWERED:
        fault = Fault(finding.where, f"{finding.level} has no answer.", finding.mend)
        raise PlanError(fault)
    if missing:
        raise PlanError(missing)
    if finding.level == "AVOID":
        return plan.override(finding.key, reason, by, on)
    return plan.sign_off(finding.key, by, on, reason)
