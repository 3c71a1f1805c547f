"""The one way to issue a plan: after the screen, and with every STOP, ERROR and AVOID mended or answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kit.errors import Fault, PlanError
from kit.given import checked
from kit.library.library import Library
from kit.plan.document import from_document, to_document
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.check import findings
from kit.review.finding import Finding, ranked

SCREEN = "ERROR screen plan"  # the key of what is wrong with the red-flag screen at the issue


class OpenFindingsError(PlanError):
    """The plan is not issued: `findings` are open, highest level first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(Fault(*_told(f)) for f in self.findings)


@checked
def issue(plan: Plan, library: Library, by: str, on: dt.date, previous: Plan | None = None) -> Plan:
    """The plan as an issued version, in the name of `by`; `previous` is the version that it replaces.

    Raises `OpenFindingsError` with all that holds it, and `ContentError` for a plan that is issued already, was
    altered, or breaks a rule of plans.
    """
    plan = _sound(plan)
    plan.must_be_draft()
    _must_follow(plan, previous)
    known = resolve(plan, library)
    held = open_findings(known, on, previous)
    if held:
        raise OpenFindingsError(held)
    return finalised(known, by, on)


def _must_follow(plan: Plan, previous: Plan | None) -> None:
    """Raises `PlanError` where `previous` is not the version that the plan replaces."""
    if previous is None:
        return
    if plan.replaces is None or (previous.code, previous.version) != (plan.code, plan.replaces.version):
        what = (
            f"version {previous.version} of {previous.plan_id} ({previous.code}) is not the version that it replaces."
        )
        raise PlanError(Fault(f"plan {plan.plan_id} version {plan.version}", what, "Give that one, or none."))


def open_findings(known: ResolvedPlan, on: dt.date, previous: Plan | None = None) -> list[Finding]:
    """What keeps the plan from being issued on that day, highest level first."""
    held = [finding for finding in findings(known, previous=previous) if finding.holds]
    screened = known.plan.context.red_flags_screened
    if screened is None:
        held.append(_screen("the red-flag screen is not done.", "Go through the list and note the day."))
    elif screened > on:
        what = f"the red-flag screen is dated {screened}, after the issue on {on}."
        held.append(_screen(what, "Correct the day of the screen."))
    return ranked(held)


def issued_before(plan: Plan, mend: str = "Use it as it is, or make a new version.") -> Fault:
    """By whom and when an issued version was issued."""
    assert plan.issued
    what = f"version {plan.version} was issued by {plan.issued.by} on {plan.issued.on}."
    return Fault(f"plan {plan.plan_id}", what, mend)


def _sound(plan: Plan) -> Plan:
    """The plan read anew as a file would be, so that no copy with other fields slips past the rules and the seal."""
    return from_document(to_document(plan), f"plan {plan.plan_id} version {plan.version}").plan


def _screen(what: str, mend: str) -> Finding:
    why = "A plan is issued after a screen for signs of serious disease."
    return Finding("ERROR", "plan", what, why, "Finucane2020 (V)", mend, SCREEN)


def _told(finding: Finding) -> tuple[str, str, str]:
    if finding.key == SCREEN:
        return finding.where, finding.what, finding.mend
    return f"{finding.level}, {finding.where}", f"{finding.what} {finding.why}", finding.mend
