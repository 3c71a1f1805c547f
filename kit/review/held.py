"""Effort that is held so long that some people stop breathing."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.plan.prescription import Prescription

_LONG_S = 10  # seconds from which a hold counts (D)


def held_effort(item: Prescription, exercise: Exercise) -> bool:
    """Whether the dose makes a strength exercise an isometric one: a hold of 10 seconds or more.

    A timed dose counts as a hold where the work is one, or where the exercise does not say.
    """
    dose = item.dose
    timed = dose.duration_s or 0 if exercise.work != "move" else 0
    return exercise.category == "strength" and max(dose.hold_s, timed) >= _LONG_S
