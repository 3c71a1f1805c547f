"""In which order the sides are done, and where they may take turns with each repetition."""

from __future__ import annotations

from kit.errors import Fault
from kit.library.exercise import Exercise
from kit.plan.prescription import Prescription

SWAP_S = 5  # a change of sides that takes no longer is one of limbs: nobody moves or turns, and no thing is moved (D)


def fault_of_order(item: Prescription, exercise: Exercise, where: str) -> Fault | None:
    """Why the sides of this item cannot take turns; None where they can, or are not to."""
    if item.side_order != "alternate":
        return None
    where = f"{where}, side_order"
    if item.sides != "each":
        return Fault(where, "“alternate” needs both sides in turn.", "Prescribe each side, or take it out.")
    if exercise.dose.switch_s > SWAP_S or item.dose.switch_s > SWAP_S:
        seconds = max(exercise.dose.switch_s, item.dose.switch_s)
        what = (
            f"a change of sides of {exercise.name} takes {seconds} s, too long at each repetition (at most {SWAP_S} s)."
        )
        return Fault(where, what, "Do all of one side first: sides_in_turn.")
    return None
