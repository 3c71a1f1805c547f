"""The review of a plan: every finding, highest level first. It never raises on content, and decides nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kit.clinic import Clinic
from kit.days import checked_day
from kit.given import checked
from kit.library.condition import cited
from kit.library.conditions import conditions
from kit.library.library import Library
from kit.library.rules import rules
from kit.model import did_you_mean
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.answers import addressed, answered, signatures, stale
from kit.review.before import before
from kit.review.case import Case
from kit.review.corrected import corrected
from kit.review.dose_limits import dose_limits, plan_limits
from kit.review.finding import Finding, Findings, ranked
from kit.review.fit import fit
from kit.review.forgotten import forgotten, recalled
from kit.review.getting_down import getting_down
from kit.review.notes import notes
from kit.review.other_side import other_side
from kit.review.plan_days import days
from kit.review.precautions import precautions
from kit.review.reading import question_of
from kit.review.spacing import spacing
from kit.review.stops import stops
from kit.review.swaps import Swaps
from kit.review.to_tell import told_note
from kit.review.unasked import unasked
from kit.review.unread_notes import unread_notes
from kit.review.unseen import unseen
from kit.review.weight import weight
from kit.settings import SETTINGS, Settings


@checked
def check(
    plan: Plan,
    library: Library,
    *,
    on: dt.date | None = None,
    previous: Plan | None = None,
    clinic: Clinic | None = None,
) -> Findings:
    """All findings for `plan` as of the day `on`, with the answers it carries.

    `on` is the day of the issue, or for a draft its start, if not given. `previous` is the version before, for what
    rose since; `clinic` has the clinic's own limits. An issued plan is checked by its own exercises.

    >>> library = kit.Library.load()
    >>> plan = kit.template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1))
    >>> check(plan, library)
    Findings(1 CAUTION, 1 INFO)
    """
    day = checked_day(on, "check, on") if on else None
    return findings(resolve(plan, library), day, previous, clinic.settings if clinic else SETTINGS)


def findings(
    known: ResolvedPlan,
    on: dt.date | None = None,
    previous: Plan | None = None,
    settings: Settings = SETTINGS,
    by: str = "",
) -> Findings:
    """As `check`, of a plan that is resolved; `by` is who is to issue it."""
    plan = known.plan
    day = on or (plan.issued.on if plan.issued else plan.start)
    case = Case(recalled(known, previous), rules(), day, previous, settings, by)
    raised = ranked([*forgotten(plan, previous, case.rules, day), *_found(case)])
    found = [answered(addressed(finding, plan), case) for finding in raised]
    found += signatures(found, case)
    return Findings([*ranked(found), *stale(found, plan)])


def _found(case: Case) -> Iterator[Finding]:
    yield from _impossible(case)
    yield from before(case)
    yield from corrected(case)
    yield from other_side(case)
    yield from unread_notes(case)
    yield from stops(case)
    yield from _conditions(case)
    yield from notes(case)
    yield from unseen(case)
    yield from getting_down(case)
    yield from dose_limits(case)
    yield from plan_limits(case)
    yield from unasked(case)
    yield from weight(case)
    yield from fit(case.known)
    yield from spacing(case.known)
    yield from days(case)


def _impossible(case: Case) -> Iterator[Finding]:
    """What the other checks have to leave out: unknown exercises and conditions, a plan without exercises."""
    for fault in case.known.faults:
        yield _fault(fault.where, fault.what, fault.mend)
    known = case.rules.conditions
    for held in case.plan.context.conditions:
        if held.condition not in known:
            mend = did_you_mean(held.condition, list(known)) or _nearest_condition(held.condition)
            yield _fault("plan, conditions", f"“{held.condition}” is not a known condition.", mend)


def _nearest_condition(text: str) -> str:
    found = conditions().search(text)
    return f"Did you mean “{found[0].key}” ({found[0].name})?" if len(found) else "Choose one of the list."


def _fault(where: str, what: str, mend: str) -> Finding:
    why = "It cannot be checked."
    return Finding("ERROR", where, what, why, "design choice (D)", mend, f"ERROR {where} {what}"[:200])


def _conditions(case: Case) -> Iterator[Finding]:
    """What the conditions ask of each item, what has to be told of their facts, and their notes on the whole plan."""
    flagged, swaps = list(precautions(case)), Swaps(case)
    for finding in flagged:
        exercise = case.exercise_of(finding.item) if finding.level != "INFO" else None
        yield replace(finding, swaps=swaps.of(exercise)) if exercise else finding
    for reading in case.readings:
        yield from reading.told
        own = [f for f in flagged if f.key.split()[1] == reading.name and f.key.endswith(f" {reading.place}")]
        question = question_of(reading, own)
        if question:
            yield question
    for name in dict.fromkeys(held.condition for held in case.context.conditions):
        yield from _plan_note(name, case)


def _plan_note(name: str, case: Case) -> Iterator[Finding]:
    """One INFO for the whole plan in place of a flag on each exercise."""
    condition = case.rules.conditions[name]
    if note := told_note(name, case):
        key = f"INFO {name} plan"
        yield Finding(
            "INFO", "plan", f"{condition.name}.", note.message, cited(condition.sources), "Tell the patient.", key
        )
