"""Work of both sides at once: nobody does it on one of them, so no plan prescribes it so."""

from __future__ import annotations

from collections.abc import Mapping

from kit.errors import Fault
from kit.library.exercise import Exercise
from kit.words.dose import Sides

# What is done on one side in place of an exercise of both.
ONE_SIDED_FORM: Mapping[str, str] = {
    "bridge": "single_leg_bridge",
    "heel_raise_double": "heel_raise_single",
    "mini_squat": "split_squat",
}


def only_on(sides: Sides) -> str:
    """How one side alone is said: "on the left only"."""
    return "on each side in turn" if sides == "each" else f"on the {sides} only"


def fault_of_sides(sides: Sides, exercise: Exercise, where: str, form: str = "") -> Fault | None:
    """Why the exercise cannot be prescribed on these sides; None where it can.

    `form` is the name of its one-sided form; its id, if not given.
    """
    if exercise.sides != "both" or sides == "both":
        return None
    other = form or ONE_SIDED_FORM.get(exercise.id, "")
    swap = f", or take “{other}”" if other else ""
    what = f"{exercise.patient_name} works both sides at once. It cannot be done {only_on(sides)}."
    return Fault(f"{where}, sides", what, f"Prescribe both{swap}.")
