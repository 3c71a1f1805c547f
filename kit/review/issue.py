"""The one way to issue a plan: after the screen, and with every STOP, ERROR and AVOID mended or answered."""

from __future__ import annotations

import datetime as dt

from kit.errors import Fault, PlanError
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.review.check import check


def issue(plan: Plan, library: Library, by: str, on: dt.date, previous: Plan | None = None) -> Plan:
    """The plan as an issued version. Raises `PlanError` with all that holds it."""
    plan.must_be_draft()
    faults = [
        Fault(f"{f.level}, {f.where}", f"{f.what} {f.why}", f.mend)
        for f in check(plan, library, previous=previous)
        if f.holds
    ]
    screened = plan.context.red_flags_screened
    if screened is not None and screened > on:
        what = f"the red-flag screen is dated {screened}, after the issue on {on}."
        faults.append(Fault("plan", what, "Correct the day of the screen."))
    if screened is None:
        faults.append(Fault("plan", "the red-flag screen is not done.", "Go through the list and note the day."))
    if faults:
        raise PlanError(faults)
    return finalised(plan, by, on, library)
