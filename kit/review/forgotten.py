"""What the version before said of its patient and this one does not: read as it stood, and asked about by name.

An age that cannot have become of the other one is such a fact too: the older of the two is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kit.library.rules import Rules
from kit.plan.context import Context
from kit.plan.issue import Covered
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.review.finding import Finding
from kit.review.reading import digest
from kit.review.stops import RED_FLAG

_OWN = "design choice (D)"
_CALLED = {"age": "the age", "support": "whether a fixed support is at hand", "gets_off_floor": "the way up again"}


def recalled(known: ResolvedPlan, previous: Plan | None) -> ResolvedPlan:
    """The plan with the facts that only the version before has, as far as they make a reading stricter."""
    lost = _lost(known.plan.context, previous)
    if not lost:
        return known
    context = known.plan.context.model_copy(update=lost)
    return replace(known, plan=known.plan.model_copy(update={"context": context}))


def forgotten(plan: Plan, previous: Plan | None, rules: Rules, on: dt.date) -> Iterator[Finding]:
    """A question for each fact that is gone, and at the level of a STOP for each red flag that was answered yes.

    A draft is asked; an issued version was when it was one. `on`, the day of the check, says how much older the patient
    may be.
    """
    if previous is None or not plan.is_draft:
        return
    for name, value in _lost(plan.context, previous).items():
        if getattr(plan.context, name) in (None, "unknown"):
            yield _fact(name, value, previous)
    age, then = plan.context.age, previous.context.age
    if age is not None and then is not None and not 0 <= age - then <= _years(previous, on) + 1:
        yield _aged(age, then, previous)
    for flag in dict.fromkeys(previous.context.red_flags):
        if flag not in plan.context.red_flags:
            yield _flag(flag, previous, rules)


def _lost(context: Context, previous: Plan | None) -> dict[str, Any]:
    """A support or a way up from the floor that was there is no strict reading: left out, it is not known again."""
    if previous is None:
        return {}
    before, lost = previous.context, dict[str, Any]()
    if before.age is not None and (context.age is None or context.age < before.age):
        lost["age"] = before.age  # no rule of the review is stricter for the younger
    if context.support is None and before.support is False:
        lost["support"] = False
    if context.gets_off_floor in (None, "unknown") and before.gets_off_floor in ("no", "with_help"):
        lost["gets_off_floor"] = before.gets_off_floor
    return lost


_TOLD: dict[Any, str] = {False: "none", "no": "the patient does not get up from the floor", "with_help": "with help"}


def _fact(name: str, value: Any, previous: Plan) -> Finding:
    told = str(value) if name == "age" else _TOLD[value]
    return Finding(
        level="CAUTION",
        where="plan, patient",
        what=f"{_CALLED[name]} is not said any more. In version {previous.version}: {told}.",
        why="The plan is judged by what was said then.",
        source=_OWN,
        mend="Write it down again, or confirm by name why it is gone.",
        key=f"CAUTION question gone {name} {previous.version}",
        question=True,
        covers=Covered(),
    )


def _years(previous: Plan, on: dt.date) -> int:
    """Whole years from the issue of the version before to the day `on`; none where that is not later."""
    then = previous.issued.on if previous.issued else previous.start
    return max(0, on.year - then.year - ((on.month, on.day) < (then.month, then.day)))


def _aged(age: int, then: int, previous: Plan) -> Finding:
    return Finding(
        level="CAUTION",
        where="plan, patient",
        what=f"the age is {age}, and in version {previous.version} it was {then}. Which of the two is right?",
        why=f"Less time has passed between the two. The plan is judged by the stricter one, {max(age, then)}.",
        source=_OWN,
        mend="Correct it, or confirm by name which one is right.",
        key=f"CAUTION question aged {then} {age} {previous.version}",
        question=True,
        covers=Covered(),
    )


def _flag(flag: str, previous: Plan, rules: Rules) -> Finding:
    return Finding(
        level="STOP",
        where="plan",
        what=f"{rules.conditions[RED_FLAG].name}: “{flag}” was answered yes in version {previous.version}, "
        "and is no longer among the answers.",
        why="A red flag does not end by being left out, nor by a new screen.",
        source=_OWN,
        mend="Put it back, or sign off why it is gone: name, role, reason and day.",
        key=f"STOP red_flag_gone plan {previous.version} {digest(flag)}",
    )
