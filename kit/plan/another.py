"""What of a plan is not about its patient: for another patient, and for a template of the clinician's own.

Free texts may name whom they were written for. So each is left out unless the clinician keeps it by its key, and one
that holds the patient's label or the plan's is left out whatever she says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from kit.library.library import Library
from kit.model import parse
from kit.plan.code import SYSTEM
from kit.plan.context import Context
from kit.plan.leading import LEADS
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.reporting import Reporting
from kit.words.folding import fold

_TELLING = 3  # letters or digits from which on a word of a label tells whom it names (D)
_RULES = {
    "start_rule": "How the start was found",
    "progression_rule": "How it gets harder",
    "advice": "Other parts of the treatment",
    "provider": "Who provides it",
    "setting": "Where it is done",
    "supervision": "How it is supervised",
}
TITLE = str(Plan.model_fields["title"].default)


@dataclass(frozen=True)
class FreeText:
    """A text of a plan in the clinician's own words: its key, where it stands, and whether it names the patient."""

    key: str
    where: str
    text: str
    names: bool


def free_texts(plan: Plan, library: Library) -> tuple[FreeText, ...]:
    """The texts of a plan that may go to another patient; those that nobody wrote are left out."""
    usual = Reporting()
    known = {e.id: e.name for e in plan.snapshot.exercises} if plan.snapshot else {}
    told = [("title", "Title on the handout", plan.title if plan.title != TITLE else "")]
    told += [("goal", "Goal", plan.context.goal), ("told_next", "What comes next", plan.told_next)]
    for name, where in _RULES.items():
        if (said := _said(plan.reporting, name)) != _said(usual, name):
            told.append((name, where, said))
    for item in plan.items:
        name = library[item.exercise_id].name if item.exercise_id in library else known.get(item.exercise_id, "")
        told.append((f"note {item.item_id}", f"Note, {name or item.exercise_id}", item.note))
    return tuple(FreeText(key, where, text, names_patient(text, plan)) for key, where, text in told if text)


def names_patient(text: str, plan: Plan) -> bool:
    """Whether a text holds the patient's label, a telling word of it, or the plan's label or code."""
    words = fold(text)
    held, run = set(words), f" {' '.join(words)} "
    labels = [fold(label) for label in (plan.patient, plan.plan_id, plan.code, plan.patient_code)]
    whole = any(f" {' '.join(label)} " in run for label in labels if label)
    return whole or any(len(word) >= _TELLING and word in held for word in labels[0])


def for_another(
    plan: Plan,
    library: Library,
    plan_id: str,
    patient: str,
    start: dt.date,
    *,
    keep: Collection[str] = (),
    sides: bool = False,
    random: Random = SYSTEM,
) -> Plan:
    """A new draft of the same exercises for another patient, who gets a code of his own.

    Carried are exercises, doses, days, limits of the arc, kinds of pain, and the texts that `keep` names; `sides` says
    whether a single side stays single, and the side that leads stays. Never carried: who the patient is, what he has
    and has at home, what matters to him, the red-flag screen, pauses, dates, and every answer to a finding. Raises
    `ContentError`.
    """
    kept = _kept(plan, library, keep)
    told = {name: kept[name] for name in _RULES if name in kept}
    return Plan.begin(
        plan_id,
        start,
        random=random,
        patient=patient,
        title=kept.get("title", TITLE),
        told_next=kept.get("told_next", ""),
        context=Context(goal=kept.get("goal", "")),
        reporting=parse(Reporting, {**told, "group": plan.reporting.group, "tailoring": "generic"}, "new plan"),
        pain_kind=plan.pain_kind,
        rest_ex_s=plan.rest_ex_s,
        items=tuple(_items(plan, library, kept, sides)),
    )


def _items(plan: Plan, library: Library, kept: dict[str, str], sides: bool) -> Iterator[Prescription]:
    """The items without what was said to, or asked by, this patient."""
    for item in plan.items:
        changes: dict[str, Any] = {"note": kept.get(f"note {item.item_id}", ""), "surface": None}
        if not sides and item.sides != "both":
            alone = item.sides in ("left", "right") and item.exercise_id in library
            changes |= {"sides": library[item.exercise_id].sides if alone else item.sides, "lead_side": LEADS}
        yield parse(Prescription, {**dict(item), **changes}, f"item {item.item_id}")


def _kept(plan: Plan, library: Library, keep: Collection[str]) -> dict[str, str]:
    return {one.key: one.text for one in free_texts(plan, library) if one.key in keep and not one.names}


def _said(reporting: Reporting, name: str) -> str:
    return str(getattr(reporting, name))
