"""One item in full: what its row does not show, as this patient reads it."""

from __future__ import annotations

from kit.figures import movement_of
from kit.handouts.told import side_names, steps_told
from kit.library.exercise import Exercise, text_for
from kit.library.library import Library
from kit.plan.resolved import ResolvedPlan
from kit.plan.steady import may_fall
from kit.ui.messages import Named
from kit.ui.planner.offered import Unfolded
from kit.ui.planner.panel import MOST, pictures, variants
from kit.words.catalogue import Catalogue


def unfolded(known: ResolvedPlan, item_id: str, words: Catalogue) -> Unfolded:
    """Raises `PlanError` where the plan has no such item, or its exercise is not here."""
    plan = known.plan
    item = plan.item(item_id)
    exercise, lead = known.exercise(item), item.lead_side
    steps = steps_told(item, exercise, lead, words, careful=may_fall(plan.context, plan.start))
    return {
        "item_id": item_id,
        "pictures": pictures(exercise, lead),
        "frames": list(movement_of(exercise, lead)),
        "steps": steps if item.sides != "each" else [*steps, words.say("handout.other_side")],
        "mistakes": [text_for(text, lead, side_names(words)) for text in exercise.care],
        "easier": variants(exercise.easier, exercise, known.shelf),
        "harder": variants(exercise.harder, exercise, known.shelf),
        "others": _others(exercise, known.shelf),
    }


def _others(exercise: Exercise, shelf: Library) -> list[Named]:
    """What is of the same kind for the same region, and can be prescribed."""
    alike = shelf.search("", exercise.region, exercise.category)
    usable = [one for one in alike if one.id != exercise.id and not one.needs_clinician]
    return [{"id": one.id, "name": one.name} for one in usable[:MOST]]
