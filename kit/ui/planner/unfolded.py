"""One item in full: what its row does not show, as this patient reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.figures import movement_of
from kit.handouts.told import side_names, steps_told, with_sides
from kit.library.exercise import Exercise, Variant, text_for
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.plan.steady import may_fall
from kit.review.beforehand import Beforehand
from kit.ui.planner.offered import OtherShown, Unfolded
from kit.ui.planner.panel import MOST, marked, pictures, variants
from kit.words.catalogue import Catalogue


def unfolded(known: ResolvedPlan, item_id: str, words: Catalogue, beforehand: Beforehand | None = None) -> Unfolded:
    """What is offered in its place has the mark of what `beforehand` knows that it brings to this patient.

    Raises `PlanError` where the plan has no such item, or its exercise is not here.
    """
    plan = known.plan
    item = plan.item(item_id)
    exercise, lead = known.exercise(item), item.lead_side
    steps = steps_told(item, exercise, lead, words, careful=may_fall(plan.context, plan.start))
    return {
        "item_id": item_id,
        "pictures": pictures(exercise, lead),
        "frames": list(movement_of(exercise, lead)),
        "steps": with_sides(steps, item, exercise, words),
        "mistakes": [text_for(text, lead, side_names(words)) for text in exercise.care],
        "easier": variants(_not_in(plan, exercise.easier), exercise, known.shelf, beforehand),
        "harder": variants(_not_in(plan, exercise.harder), exercise, known.shelf, beforehand),
        "others": _others(exercise, known, beforehand),
    }


def _not_in(plan: Plan, all_of: Iterable[Variant]) -> Iterator[Variant]:
    """A swap for what the plan has already would put it in twice."""
    held = {item.exercise_id for item in plan.items}
    return (variant for variant in all_of if variant.id not in held)


def _others(exercise: Exercise, known: ResolvedPlan, beforehand: Beforehand | None) -> list[OtherShown]:
    """What is of the same kind for the same region, can be prescribed, and is not in the plan; what brings nothing
    first."""
    alike = known.shelf.search("", exercise.region, exercise.category)
    held = {item.exercise_id for item in known.plan.items}
    usable = [one for one in alike if one.id not in held and not one.needs_clinician]
    offered: list[OtherShown] = [{"id": e.id, "name": e.name, **marked(e, beforehand)} for e in usable]
    return sorted(offered, key=lambda one: one["brings"] is not None)[:MOST]
