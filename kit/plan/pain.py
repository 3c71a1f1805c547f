"""By which kind of work the pain in each exercise of a plan is judged."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.library.pain import PAIN_KINDS, PainKind, pain_rules
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan


def pain_kind(plan: Plan, item: Prescription, exercise: Exercise) -> PainKind:
    """That of the item, else that of the plan, else that of the exercise's category."""
    return item.pain_kind or plan.pain_kind or pain_rules().by_category[exercise.category]


def pain_kinds(known: ResolvedPlan) -> dict[PainKind, list[int]]:
    """The kinds of work in a plan, each with the places of its items, counted from 1."""
    found: dict[PainKind, list[int]] = {}
    for number, (item, exercise) in enumerate(known.entries, 1):
        found.setdefault(pain_kind(known.plan, item, exercise), []).append(number)
    return {kind: found[kind] for kind in PAIN_KINDS if kind in found}


def weeks_to_wait(known: ResolvedPlan) -> int | None:
    """Weeks until pain that is no better asks for a call, the fewest of the plan's kinds; None: by the review.

    A review that comes earlier counts in their place.
    """
    weeks = min(pain_rules().kinds[kind].weeks for kind in pain_kinds(known))
    return weeks if 7 * weeks <= (known.plan.until - known.plan.start).days else None
