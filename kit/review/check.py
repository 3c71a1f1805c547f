"""The review of a plan: every finding, highest level first. It never raises on content, and decides nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kit.given import checked
from kit.library.condition import cited
from kit.library.library import Library
from kit.library.rules import Rules, rules
from kit.model import did_you_mean
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.answers import answered, stale
from kit.review.finding import Finding, Findings, ranked
from kit.review.fit import fit
from kit.review.limits import Dosed, Limits, earlier_items
from kit.review.precautions import precaution, reasons
from kit.review.spacing import spacing
from kit.review.stops import stops
from kit.review.swaps import swaps


@checked
def check(plan: Plan, library: Library, *, on: dt.date | None = None, previous: Plan | None = None) -> Findings:
    """All findings for `plan` as of the day `on` (its start if not given), with the answers it carries.

    `previous` is the version before, for the rise of a load. An issued plan is checked by its own exercises.

    >>> library = kit.Library.load()
    >>> plan = kit.template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1))
    >>> check(plan, library)
    Findings(1 CAUTION, 1 INFO)
    """
    return findings(resolve(plan, library), on, previous)


def findings(known: ResolvedPlan, on: dt.date | None = None, previous: Plan | None = None) -> Findings:
    """As `check`, of a plan that is resolved."""
    plan, by = known.plan, rules()
    day = on or plan.start
    found = ranked(
        [
            *_impossible(known, by),
            *stops(known, by, day),
            *_precautions(known, by, day),
            *_limits(known, by, day, previous),
            *fit(known),
            *spacing(known),
            *_screen(plan),
        ]
    )
    found = [answered(finding, plan) for finding in found]
    return Findings([*found, *stale(found, plan)])


def _impossible(known: ResolvedPlan, by: Rules) -> Iterator[Finding]:
    """What the other checks have to leave out: unknown exercises and conditions, a plan without exercises."""
    for fault in known.faults:
        yield _fault(fault.where, fault.what, fault.mend)
    for held in known.plan.context.conditions:
        if held.condition not in by.conditions:
            mend = did_you_mean(held.condition, list(by.conditions)) or "Choose one of the list."
            yield _fault("plan, conditions", f"“{held.condition}” is not a known condition.", mend)


def _fault(where: str, what: str, mend: str) -> Finding:
    why = "It cannot be checked."
    return Finding("ERROR", where, what, why, "design choice (D)", mend, f"ERROR {where} {what}"[:200])


def _precautions(known: ResolvedPlan, by: Rules, on: dt.date) -> Iterator[Finding]:
    context = known.plan.context
    told = [held for held in context.conditions if held.condition in by.conditions]
    for item, exercise in known.entries:
        for held in told:
            found = reasons(item, exercise, held, context, by, on)
            if found:
                finding = precaution(item, exercise, held, found, by)
                better = swaps(known, exercise, by, on) if finding.level != "INFO" else ()
                yield replace(finding, swaps=better)
    for held in told:
        if held.holds_on(on):
            yield from _plan_note(held.condition, known, by)


def _plan_note(name: str, known: ResolvedPlan, by: Rules) -> Iterator[Finding]:
    """One INFO for the whole plan in place of a flag on each exercise."""
    condition = by.conditions[name]
    note = condition.plan_info
    used = {tag.name for _, exercise in known.entries for tag in exercise.tags}
    if note and (not note.tags or used.intersection(note.tags)):
        key = f"INFO {name} plan"
        yield Finding(
            "INFO", "plan", f"{condition.name}.", note.message, cited(condition.sources), "Tell the patient.", key
        )


def _limits(known: ResolvedPlan, by: Rules, on: dt.date, previous: Plan | None) -> Iterator[Finding]:
    limits, before = Limits(by), earlier_items(previous)
    for item, exercise in known.entries:
        dosed = Dosed(item, exercise, before.get((item.item_id, exercise.id)))
        yield from limits.of_item(dosed, known.plan.context, on)
    yield from limits.of_plan(known.plan)


def _screen(plan: Plan) -> Iterator[Finding]:
    if plan.context.red_flags_screened is None:
        yield Finding(
            level="CAUTION",
            where="plan",
            what="the red-flag screen is not done.",
            why="A plan is issued after a screen for signs of serious disease.",
            source="Finucane2020 (V)",
            mend="Go through the list and note the day.",
            key="CAUTION screen plan",
        )
