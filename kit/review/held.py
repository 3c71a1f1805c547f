"""Whether an effort is held still or moves, and for how long (corrections of the clinical specification, 5.2, 5.4)."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.plan.prescription import Prescription

HELD_EFFORT_S = 10  # seconds from which a hold of strength work counts as isometric (D)


def is_hold(exercise: Exercise) -> bool:
    """Whether the work is to hold still: each stretch, and whatever does not say that it moves."""
    return exercise.category == "stretch" or exercise.work != "move"


def held_s(item: Prescription, exercise: Exercise) -> int:
    """Seconds of one hold; those of a timed dose where the work is to hold."""
    if item.dose.duration_s is None:
        return item.dose.hold_s
    return item.dose.duration_s if is_hold(exercise) else 0


def held_effort(item: Prescription, exercise: Exercise) -> bool:
    """Whether strength work is held so long that it counts as isometric, whatever its tags say."""
    return exercise.category == "strength" and held_s(item, exercise) >= HELD_EFFORT_S


def counts_as_held(item: Prescription, exercise: Exercise) -> bool:
    """Whether its seconds are seconds of holding: the work is to hold, or a movement is held as an effort."""
    return is_hold(exercise) or held_effort(item, exercise)
