"""How an exercise of the plan is done, and what of it can be chosen: sides, surface, order of sides, arc, pain."""

from __future__ import annotations

from kit.library.exercise import Arc, Exercise
from kit.plan.both_sides import ONE_SIDED_FORM
from kit.plan.floor import on_the_floor, surface_of
from kit.plan.prescription import Prescription, Surface
from kit.plan.resolved import ResolvedPlan
from kit.plan.side_order import fault_of_order
from kit.ui.messages import Named
from kit.ui.planner.shown import ArcShown, WayShown
from kit.words.dose import Sides


def way_view(item: Prescription, exercise: Exercise, known: ResolvedPlan) -> WayShown:
    """What the form of one item offers; a choice that stands and is refused now is still shown."""
    return {
        "sides": _sides(item, exercise),
        "instead": _instead(exercise, known),
        "surfaces": _surfaces(item, exercise),
        "surface": item.surface,
        "surface_now": surface_of(item, exercise, known.plan),
        "may_alternate": item.side_order == "alternate" or _may_alternate(item, exercise),
        "side_order": item.side_order,
        "arc": _arc(exercise.arc),
        "rom_limit": _arc(item.rom_limit),
        "pain_kind": item.pain_kind,
    }


def _sides(item: Prescription, exercise: Exercise) -> list[Sides]:
    if exercise.sides != "both":
        return ["each", "left", "right", "both"]
    return ["both"] if item.sides == "both" else [item.sides, "both"]


def _instead(exercise: Exercise, known: ResolvedPlan) -> Named | None:
    """What is done on one side in place of work that takes both."""
    form = ONE_SIDED_FORM.get(exercise.id) if exercise.sides == "both" else None
    return {"id": form, "name": known.shelf[form].name} if form and form in known.shelf else None


def _surfaces(item: Prescription, exercise: Exercise) -> list[Surface]:
    """Those that do for an exercise of the floor; none for another one, whose surface nobody chooses."""
    if not on_the_floor(exercise):
        return []
    return ["floor", "bed"] if exercise.bed_ok or item.surface == "bed" else ["floor"]


def _may_alternate(item: Prescription, exercise: Exercise) -> bool:
    return fault_of_order(item.model_copy(update={"side_order": "alternate"}), exercise, "") is None


def _arc(arc: Arc | None) -> ArcShown | None:
    return {"from_deg": arc.from_deg, "to_deg": arc.to_deg} if arc else None
