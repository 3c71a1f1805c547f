"""The part of an exercise's arc that an item leaves: its own, narrowed by `rom_limit`."""

from __future__ import annotations

from kit.library.exercise import Arc, Exercise
from kit.plan.prescription import Prescription


def arc_left(item: Prescription, exercise: Exercise) -> Arc | None:
    """What is moved through, from bent to straight, in degrees; the exercise's own arc where nothing limits it.

    None where the exercise has no arc, or where the limit cannot be kept by stopping earlier: the move as it is
    described begins outside the limit, or nothing of it is left.
    """
    own, limit = exercise.arc, item.rom_limit
    if own is None or limit is None:
        return own
    low, high = limit.ends
    end = max(own.to_deg, low)
    return Arc(from_deg=own.from_deg, to_deg=end) if end < own.from_deg <= high else None


def stops_early(item: Prescription, exercise: Exercise) -> bool:
    """Whether the move ends before the exercise's own end."""
    left = arc_left(item, exercise)
    return bool(left and exercise.arc and left.to_deg > exercise.arc.to_deg)
