"""The one way to issue a plan: after the screen, and with every STOP, ERROR and AVOID mended or answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kit.clinic import Clinic
from kit.days import checked_day
from kit.errors import Fault, PlanError, quoted
from kit.given import checked
from kit.library.library import Library
from kit.plan.document import read_anew
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.before import is_sealed
from kit.review.check import findings
from kit.review.finding import Finding, ranked
from kit.review.plan_days import SCREEN, screen_missing
from kit.settings import SETTINGS, Settings
from kit.words.signed import is_person, mixed


class OpenFindingsError(PlanError):
    """The plan is not issued: `findings` are open, highest level first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(Fault(*_told(f)) for f in self.findings)


@checked
def issue(
    plan: Plan,
    library: Library,
    by: str,
    on: dt.date,
    previous: Plan | None = None,
    *,
    clinic: Clinic | None = None,
) -> Plan:
    """The plan as an issued version, in the name of `by`; `previous` is the version that it replaces.

    It has to be as it was issued. `clinic` has the clinic's own limits.

    Raises `OpenFindingsError` with all that holds it, and `ContentError` for a plan that is issued already, was
    altered, or breaks a rule of plans.
    """
    if wrong := mixed(by):
        raise PlanError(Fault("issue, by", f"{quoted(by)} {wrong}.", "Write it in the letters of one script."))
    if not is_person(by):
        raise PlanError(
            Fault("issue, by", f"{quoted(by)} is no name.", "Write the name of the clinician who issues it.")
        )
    plan = read_anew(plan)
    plan.must_be_draft()
    must_follow(plan, previous)
    known = resolve(plan, library)
    held = open_findings(known, checked_day(on, "issue, on"), previous, clinic.settings if clinic else SETTINGS, by)
    if held:
        raise OpenFindingsError(held)
    return finalised(known, by, on)


def must_follow(plan: Plan, previous: Plan | None) -> None:
    """Raises `PlanError` unless the version is the next after the one it replaces, and `previous` is that, issued."""
    where = f"plan {plan.plan_id} version {plan.version}"
    replaced = plan.replaces.version if plan.replaces else 0
    if replaced + 1 != plan.version:
        says = f"it replaces version {replaced}" if replaced else "it replaces none"
        what, mend = f"says that {says}.", "Make the next version from the one that was issued last."
        raise PlanError(Fault(where, what, mend))
    if previous is None:
        return
    if (previous.code, previous.version) != (plan.code, replaced):
        what = (
            f"version {previous.version} of {previous.plan_id} ({previous.code}) is not the version that it replaces."
        )
        raise PlanError(Fault(where, what, "Give that one, or none."))
    if not is_sealed(previous):
        state = "was altered since it was issued" if previous.issued else "is a draft"
        what = f"version {previous.version}, given as the one before, {state}. Only an issued version was given out."
        raise PlanError(Fault(where, what, "Give the version as it was issued, or none."))


def open_findings(
    known: ResolvedPlan, on: dt.date, previous: Plan | None = None, settings: Settings = SETTINGS, by: str = ""
) -> list[Finding]:
    """What keeps the plan from being issued by `by` on that day, highest level first."""
    held = [finding for finding in findings(known, on, previous, settings, by) if finding.holds]
    if known.plan.context.red_flags_screened is None:
        held.append(screen_missing("ERROR"))
    return ranked(held)


def issued_before(plan: Plan, mend: str = "Use it as it is, or make a new version.") -> Fault:
    """By whom and when an issued version was issued."""
    assert plan.issued
    what = f"version {plan.version} was issued by {plan.issued.by} on {plan.issued.on}."
    return Fault(f"plan {plan.plan_id}", what, mend)


def _told(finding: Finding) -> tuple[str, str, str]:
    if finding.key.endswith(SCREEN):
        return finding.where, finding.what, finding.mend
    return f"{finding.level}, {finding.where}", f"{finding.what} {finding.why}", finding.mend
