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
DEPTH = 0.03  # H from the bones to the skin, at most
_MIDDLE = 2  # of the fingers in a shape of the hand


def bent(grip: Grip) -> bool:
    return SHAPES[grip][_MIDDLE][0] >= BENT


@cache
def valleys(side: str) -> tuple[tuple[Spot, ...], ...]:
    """Three strokes on the back of the hand, each as spots from the wrist towards the fingers."""
    model, sign = body(DEFAULT), dict(SIDES)[side]
    back = model.axes[BONE[f"hand.{side}"]][:, 1] * sign
    return tuple(_valley(model, side, finger, back) for finger in (2, 3, 4))


def _valley(model: Body, side: str, finger: int, back: Array) -> tuple[Spot, ...]:
    """Between a finger and the next, where rays from the bones to the back of the hand leave the skin."""
    pair = [f"finger{i}-1.{side}" for i in (finger, finger + 1)]
    knuckle = np.mean([model.heads[bone] for bone in pair], axis=0)
    way = np.mean([model.tails[bone] for bone in pair], axis=0) - knuckle
    way /= np.linalg.norm(way)
    found = [
        hits(knuckle + way * along, back, model.places, model.top.skin, DEPTH)
        for along in np.linspace(-BEFORE, PAST, 10)
    ]
    return tuple(spot for spot in found if spot is not None)
