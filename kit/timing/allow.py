"""The time to allow for a session: its steps, the ways from one place to the next, and the warm-up.

A session alone is exercise and rest; getting down to the floor and up again comes on top (clinical corrections, 8; D).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from kit.library.exercise import Exercise
from kit.plan.floor import surface_of
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.steady import may_fall
from kit.timing.session import formula_s

DOWN_S, UP_S = 20, 30  # from standing or a chair to the floor or a bed, and back
CHAIR_S = 5  # between standing and a chair
TURN_S = 10  # from one posture on the floor to another

# Where an item is done (standing, on a chair, on the floor, on a bed), and in which posture there.
Spot = tuple[str, str]
_POSTURES = {"prone": "front", "side_lie": "side", "kneel": "kneel", "wb_arm": "hands"}


def to_allow_s(known: ResolvedPlan, items: Iterable[Prescription] | None = None, warm_up_s: int = 0) -> int:
    """Whole seconds to keep free for all items of the plan, or for `items` of it in their order."""
    chosen = list(known.plan.items if items is None else items)
    if not chosen:
        return 0
    ways = sum(way_s(*pair) for pair in itertools.pairwise(spot_of(known, item) for item in chosen))
    rests = (len(chosen) - 1) * (known.plan.rest_ex_s or 0)
    return sum(map(formula_s, chosen)) + rests + _pace(known) * ways + warm_up_s


def transfer_s(known: ResolvedPlan, one: Prescription, two: Prescription) -> int:
    """Whole seconds from where `one` is done to where `two` is done; twice as long for a patient who may fall."""
    return _pace(known) * way_s(spot_of(known, one), spot_of(known, two))


def _pace(known: ResolvedPlan) -> int:
    return 2 if may_fall(known.plan.context, known.plan.start) else 1


def way_s(one: Spot, two: Spot) -> int:
    """Whole seconds from one place to another."""
    (here, posture), (there, next_posture) = one, two
    low, low_next = here in ("floor", "bed"), there in ("floor", "bed")
    if here == there:
        return TURN_S if posture != next_posture else 0
    if low or low_next:
        return UP_S * low + DOWN_S * low_next
    return CHAIR_S


def spot_of(known: ResolvedPlan, item: Prescription) -> Spot:
    """Where the item is done by this patient. An exercise that does not say so is placed by its movement tags."""
    exercise = known.exercise(item)
    surface = surface_of(item, exercise, known.plan)
    place, _, posture = (exercise.base or "").partition(":")
    if surface is None:
        return place or _base_by_tags(exercise), ""
    return surface, posture or _posture_by_tags(exercise)


def _base_by_tags(exercise: Exercise) -> str:
    return "chair" if any(tag.name == "sit_chair" for tag in exercise.tags) else "stand"


def _posture_by_tags(exercise: Exercise) -> str:
    names = {tag.name for tag in exercise.tags}
    return next((posture for tag, posture in _POSTURES.items() if tag in names), "back")
