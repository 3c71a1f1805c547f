"""Which version of a plan is in force on which day."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from kit.errors import ContentError, Fault
from kit.plan.plan import Plan


@dataclass(frozen=True)
class InForce:
    """A version and the days it counts for: from `start` up to, but not on, `end`.

    One that was corrected on the day it started has no such day: its end is its start.
    """

    plan: Plan
    start: dt.date
    end: dt.date


def in_force(versions: Iterable[Plan]) -> list[InForce]:
    """The versions of one plan in order; each ends where it was to end, or where the next one starts.

    Raises `ContentError` when they are not versions of one plan, one stands twice, or they start out of order.
    """
    plans = sorted(versions, key=lambda p: p.version)
    faults = [fault for one, two in itertools.pairwise(plans) for fault in _misfit(one, two)]
    if faults:
        raise ContentError(faults)
    ends = [min(one.until, two.start) for one, two in itertools.pairwise(plans)]
    return [InForce(p, p.start, end) for p, end in zip(plans, [*ends, *(p.until for p in plans[-1:])], strict=True)]


def _misfit(one: Plan, two: Plan) -> Iterable[Fault]:
    where = f"plan {two.plan_id} version {two.version}"
    if one.code != two.code:
        what = f"(code {two.code}) is another plan than {one.plan_id} (code {one.code})."
        yield Fault(where, what, "Give the versions of one plan at a time.")
    elif one.version == two.version:
        yield Fault(where, "is given twice.", "Leave one of the two files out.")
    elif two.start < one.start:
        yield Fault(where, f"starts on {two.start}, before version {one.version}.", "Give the right files.")


def in_place_of(plan: Plan) -> int | None:
    """The version that `plan` corrects while its patient has it at hand; None where it corrects none.

    One that holds from a day after its issue leaves the version before in force until then, whatever its reason; unless
    that one was to hold from no earlier day.
    """
    before, issued = plan.replaces, plan.issued
    if before is None or not before.reason:
        return None
    never_held = before.start is not None and plan.start <= before.start
    return before.version if issued is None or plan.start <= issued.on or never_held else None
