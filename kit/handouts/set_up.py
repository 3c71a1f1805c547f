"""What an item asks for besides its steps: where to lie, what to wear, and what must never go unsaid."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.plan.course import conditions_in_force
from kit.plan.floor import needs_floor_care, surface_of
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.words.catalogue import Catalogue


def set_up_lines(item: Prescription, exercise: Exercise, plan: Plan, words: Catalogue) -> list[str]:
    """Bed and shoes, in `words`, the language of the exercise."""
    said = []
    if surface_of(item, exercise, plan) == "bed":
        said.append(words.say("handout.bed" if bed_alone(plan) else "handout.bed_or_floor"))
    if exercise.shoes == "firm":
        said.append(words.say("handout.shoes"))
    if exercise.shoes == "firm_if_standing":
        said.append(words.say("handout.shoes_standing"))
    return said


def bed_alone(plan: Plan) -> bool:
    """Whether the floor is no choice for this patient: it asks for care, or there is no getting up from it alone."""
    context = plan.context
    held = conditions_in_force(context, plan.start)
    return needs_floor_care(context, held) or context.gets_off_floor in ("no", "with_help")
