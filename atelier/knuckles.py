"""The valleys between the knuckles of a bent hand: strokes tied to its skin, since no edge of the mesh shows them."""

from __future__ import annotations

from functools import cache

import numpy as np

from atelier.angles import SIDES, Array
from atelier.body import Body, body
from atelier.grips import SHAPES, Grip
from atelier.landmarks import Spot, hits
from atelier.people import DEFAULT
from atelier.skeleton import BONE

BENT = 40  # degrees of the middle finger's knuckle from which the valleys are seen
BEFORE, PAST = 0.015, 0.02  # H that a valley reaches before and past the knuckles
DEPTH = 0.01  # H from the bones to the palm
_MIDDLE = 2  # of the fingers in a shape of the hand


def bent(grip: Grip) -> bool:
    return SHAPES[grip][_MIDDLE][0] >= BENT


@cache
def valleys(side: str) -> tuple[tuple[Spot, ...], ...]:
    """Three strokes on the back of the hand, each as spots from the wrist towards the fingers."""
    return tuple(_valley(body(DEFAULT), side, finger) for finger in (2, 3, 4))


def _valley(model: Body, side: str, finger: int) -> tuple[Spot, ...]:
    """Between a finger and the next, where rays from the palm to the back of the hand leave the skin."""
    _, left, up = model.axes[BONE[f"hand.{side}"]].T
    back = left * dict(SIDES)[side]
    pair = [f"finger{i}-1.{side}" for i in (finger, finger + 1)]
    knuckle = np.mean([model.heads[bone] for bone in pair], axis=0)
    way = _unit(np.mean([model.tails[bone] for bone in pair], axis=0) - knuckle)
    line = [knuckle + (way if along > 0 else -up) * along for along in np.linspace(-BEFORE, PAST, 12)]
    found = [hits(point - back * DEPTH, back, model.places, model.top.skin, 4 * DEPTH) for point in line]
    return tuple(spot for spot in found if spot is not None)


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))
