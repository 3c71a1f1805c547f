"""What of the patient's conditions the patient is to be told, of the plan as a whole."""

from __future__ import annotations

from typing import NamedTuple

from kit.library.condition import PlanNote
from kit.library.rules import rules
from kit.plan.context import ConditionInForce
from kit.plan.resolved import ResolvedPlan
from kit.review.case import Case
from kit.settings import SETTINGS


class ToTell(NamedTuple):
    """A condition as it is judged, and whether the plan has a movement that its note is about."""

    held: ConditionInForce
    noted: bool


def told_note(name: str, case: Case) -> PlanNote | None:
    """The note of a condition on the whole plan, where one of its exercises has a movement that it is about."""
    note = case.rules.conditions[name].plan_info
    used = {tag.name for one in case.items for tag in one.tags}
    return note if note and (not note.tags or used.intersection(note.tags)) else None


def to_tell(known: ResolvedPlan) -> tuple[ToTell, ...]:
    """Each condition in force, as the review reads it on the day of the issue, of a draft on its first day."""
    plan = known.plan
    case = Case(known, rules(), plan.issued.on if plan.issued else plan.start, None, SETTINGS)
    return tuple(ToTell(held, told_note(held.condition, case) is not None) for held in case.context.conditions)
