"""A template made of a plan: its exercises with what was changed of each, and nothing about its patient."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from kit.errors import Fault, PlanError
from kit.library.library import Library
from kit.model import parse
from kit.plan.another import for_another
from kit.plan.leading import LEADS
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.template import Template

_WHOLE = ("sides", "lead_side", "schedule", "note", "side_order", "rom_limit", "pain_kind")


def template_of(
    plan: Plan, library: Library, name: str, *, keep: Collection[str] = (), sides: bool = False
) -> Template:
    """The template `name`; what it carries is what `for_another` carries.

    Raises `PlanError` for a plan without exercises or with one that the library does not have, `ContentError` for a
    name that is empty or too long.
    """
    where = f"plan {plan.plan_id}"
    if not plan.items:
        raise PlanError(Fault(where, "has no exercise to keep.", "Add one first."))
    missing = [item.exercise_id for item in plan.items if item.exercise_id not in library]
    if missing:
        what = f"the library does not have {', '.join(dict.fromkeys(missing))}."
        raise PlanError(Fault(where, what, "Swap the exercise, then keep the template."))
    bare = for_another(plan, library, "template", "", plan.start, keep=keep, sides=sides)
    said = bare.reporting
    return parse(
        Template,
        {
            "name": name,
            "title": bare.title,
            "summary": "",
            "purpose": "",
            "comes_next": "",
            "told_next": bare.told_next,
            "pain_kind": bare.pain_kind,
            "goal": bare.context.goal,
            "progression_rule": said.progression_rule,
            "start_rule": said.start_rule,
            "items": [{"exercise_id": one.exercise_id, "changes": dict(_changes(one, library))} for one in bare.items],
        },
        "template",
    )


def _changes(item: Prescription, library: Library) -> Iterator[tuple[str, Any]]:
    """What of an item is not as the library has it, as `Plan.adjust` takes it and a file can say it."""
    usual = prescribe(library[item.exercise_id], item.item_id, LEADS)
    for name, value in dict(item.dose).items():
        if value != getattr(usual.dose, name) and value is not None:
            yield name, value
    for name in _WHOLE:
        value = getattr(item, name)
        if value != getattr(usual, name) and value is not None:
            yield name, value.model_dump(mode="json", exclude_none=True) if hasattr(value, "model_dump") else value
