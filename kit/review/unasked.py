"""Facts of the patient that nobody gave, where the strict answer would raise a level: the reader is told what to add.

The plan is judged once more as for a patient without a support, and as for one of the highest age that a rule has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from kit.plan.issue import Covered
from kit.review.case import Case
from kit.review.dose_limits import dose_limits
from kit.review.finding import HOLDING, Finding, ranked
from kit.review.getting_down import getting_down
from kit.review.precautions import precaution
from kit.review.reading import digest

_OWN = "design choice (D)"
_OLDEST = 80  # from which age on every rule for older patients holds


def unasked(case: Case) -> Iterator[Finding]:
    """A question where the level is one that holds a plan, else a CAUTION: one for each fact."""
    if case.plan.context.support is None:
        raised = _raised(case, _by_support, support=False)
        if raised:
            yield _support(raised, case)
    if case.plan.context.age is None:
        raised = _raised(case, _by_age, age=_OLDEST)
        if raised:
            yield _age(raised, case)


def _support(raised: list[Finding], case: Case) -> Finding:
    level, items = raised[0].level, {finding.item for finding in raised}
    of = digest("".join(item.model_dump_json() for item in case.plan.items if item.item_id in items))
    holds = level in HOLDING
    return Finding(
        level=level,
        where="plan, patient",
        what="it is not said whether a fixed support is at hand.",
        why=f"Without one: {_told(raised, case)}.",
        source=_OWN,
        mend="Say whether there is one.",
        # An answer covers the items as they were.
        key=f"{level} {'question' if holds else 'unasked'} support {of}",
        question=holds,
        covers=Covered() if holds else None,
    )


def _age(raised: list[Finding], case: Case) -> Finding:
    why = f"At {_OLDEST}, or from 65 years on: {_told(raised, case)}."
    key = "CAUTION unasked age"
    return Finding("CAUTION", "plan, patient", "the age is not given.", why, _OWN, "Add the age.", key)


def _told(raised: Iterable[Finding], case: Case) -> str:
    """ "AVOID for Tandem stance; CAUTION, Bird dog needs getting down to the floor"."""
    found = []
    for finding in raised:
        exercise = case.exercise_of(finding.item)
        found.append(
            f"{finding.level} for {exercise.patient_name}" if exercise else f"{finding.level}, {finding.what[:-1]}"
        )
    return "; ".join(dict.fromkeys(found))


def _raised(case: Case, says: Callable[[Case], Iterator[Finding]], **facts: Any) -> list[Finding]:
    """What is said above INFO with these facts of the patient and not without them, highest level first."""
    plan = case.plan.model_copy(update={"context": case.plan.context.model_copy(update=facts)})
    strict = [
        finding for finding in says(replace(case, known=replace(case.known, plan=plan))) if finding.level != "INFO"
    ]
    known = {finding.key for finding in says(case)} if strict else set()
    return ranked(finding for finding in strict if finding.key not in known)


def _by_support(case: Case) -> Iterator[Finding]:
    """What depends on a support: the rules that name it, and the way down to the floor."""
    for reading in case.readings:
        for one in case.items if reading.condition.without_support else ():
            finding = precaution(one, reading, case)
            if finding:
                yield finding
    yield from getting_down(case)


def _by_age(case: Case) -> Iterator[Finding]:
    """What depends on the age: the way down to the floor, and the limits of doses."""
    yield from getting_down(case)
    yield from dose_limits(case)
