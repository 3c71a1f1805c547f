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
from kit.review.answers import answered, stale
from kit.review.finding import Finding, Findings, ranked
from kit.review.fit import fit
from kit.review.limits import Dosed, Limits, earlier_items, exercises_of
from kit.review.precautions import precaution, reasons
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
    known, by, day = plan.library(library), rules(), on or plan.start
    found = ranked(
        [
            *_impossible(plan, known, by),
            *stops(plan, known, by, day),
            *_precautions(plan, known, library, by, day),
            *_limits(plan, known, by, day, previous),
            *fit(plan, known),
            *_screen(plan),
        ]
    )
    found = [answered(finding, plan) for finding in found]
    return Findings([*found, *stale(found, plan)])


def _impossible(plan: Plan, library: Library, by: Rules) -> Iterator[Finding]:
    """What the other checks have to leave out: unknown exercises and conditions, a plan without exercises."""
    for fault in plan.faults(library):
        yield _fault(fault.where, fault.what, fault.mend)
    for held in plan.context.conditions:
        if held.condition not in by.conditions:
            mend = did_you_mean(held.condition, list(by.conditions)) or "Choose one of the list."
            yield _fault("plan, conditions", f"“{held.condition}” is not a known condition.", mend)


def _fault(where: str, what: str, mend: str) -> Finding:
    why = "It cannot be checked."
    return Finding("ERROR", where, what, why, "design choice (D)", mend, f"ERROR {where} {what}"[:200])


def _precautions(plan: Plan, known: Library, library: Library, by: Rules, on: dt.date) -> Iterator[Finding]:
    in_force = [held for held in plan.context.conditions if held.condition in by.conditions]
    for item, exercise in exercises_of(plan, known):
        for held in in_force:
            found = reasons(item, exercise, held, plan.context, by, on)
            if found:
                finding = precaution(item, exercise, held, found, by)
                better = swaps(plan, exercise, library, by, on) if finding.level != "INFO" else ()
                yield replace(finding, swaps=better)
    for held in in_force:
        if held.until is not None and held.until <= on:
            continue
        yield from _plan_note(held.condition, plan, known, by)


def _plan_note(name: str, plan: Plan, library: Library, by: Rules) -> Iterator[Finding]:
    """One INFO for the whole plan in place of a flag on each exercise."""
    condition = by.conditions[name]
    note = condition.plan_info
    used = {tag.name for _, exercise in exercises_of(plan, library) for tag in exercise.tags}
    if note and (not note.tags or used.intersection(note.tags)):
        key = f"INFO {name} plan"
        yield Finding(
            "INFO", "plan", f"{condition.name}.", note.message, cited(condition.sources), "Tell the patient.", key
        )


def _limits(plan: Plan, library: Library, by: Rules, on: dt.date, previous: Plan | None) -> Iterator[Finding]:
    limits, before = Limits(by), earlier_items(previous)
    for item, exercise in exercises_of(plan, library):
        yield from limits.of_item(Dosed(item, exercise, before.get((item.item_id, exercise.id))), plan, on)
    yield from limits.of_plan(plan)


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
