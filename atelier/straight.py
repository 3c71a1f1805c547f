"""Edges of furniture, walls and mats: straight from corner to corner, though they are traced from pixels.

Each crack of a chain that is the edge of a flat thing knows the side of the thing's face that it is traced from.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array
from atelier.scene import Scene

LEAST = 8  # cracks of an edge; what is shorter goes on as it was traced
SPECK = 3  # cracks: a side that is followed for fewer is not
NEAR = 1.3  # pixels from a side that its edge is traced
MOVED = 3.0  # pixels from where two sides are left and taken up to where they meet; farther, they are nearly parallel
NONE = -1
Sides = NDArray[np.int64]


def straight(scene: Scene, points: Array) -> Sides:
    """(n,) of each crack of a chain (n + 1, 2) the number of the side in `scene.sides` that it follows, or `NONE`.

    It follows one if what lies in front of it is a flat thing that ends there.
    """
    (x, y), (dx, dy) = np.minimum(points[:-1], points[1:]).astype(int).T, np.abs(np.diff(points, axis=0)).astype(int).T
    sides = np.array([[y - dx, x - dy], [y, x]])  # above and below a level crack, left and right of an upright one
    within = ((sides >= 0) & (sides < np.array(scene.material.shape)[:, None])).all((0, 1))
    one, two = ((np.where(within, row, 0), np.where(within, column, 0)) for row, column in sides)
    front = scene.buffer.depth[one] >= scene.buffer.depth[two]
    thing = np.where(front, scene.thing[one], scene.thing[two])
    thing = np.where(within & (scene.thing[one] != scene.thing[two]), thing, NONE)
    return followed((points[:-1] + points[1:]) / 2, thing, *scene.sides)


def followed(middles: Array, thing: Sides, sides: Array, of_thing: dict[int, tuple[int, ...]]) -> Sides:
    """The side (m, 2, 2) that each crack follows, by its middle (n, 2) and the thing in front of it; one is followed as
    long as it can be."""
    out = np.full(len(middles), NONE)
    now = NONE
    for i, (at, number) in enumerate(zip(middles, thing.tolist(), strict=True)):
        some = of_thing.get(number, ())
        if now not in some or _away(at, sides[now]) >= NEAR:
            away = [(_away(at, sides[side]), side) for side in some]
            least, side = min(away, default=(NEAR, NONE))
            now = side if least < NEAR else NONE
        out[i] = now
    return _without_specks(out)


def _without_specks(sides: Sides) -> Sides:
    """Where a side is followed for a few cracks alone, as at a corner, the one before is followed on, or the next."""
    out = sides.copy()
    for a, b in runs(sides):
        if b - a < SPECK and sides[a] != NONE:
            around = [side for side in (*out[max(a - 1, 0) : a], *out[b : b + 1]) if side != NONE]
            out[a:b] = around[0] if around else sides[a]
    return out


def runs(sides: Sides) -> list[tuple[int, int]]:
    """Where stretches that follow one side, or none, begin and end."""
    return list(pairwise([0, *(np.flatnonzero(np.diff(sides)) + 1).tolist(), len(sides)]))


def stretches(sides: Sides) -> list[tuple[int, int]]:
    """Where edges that are long enough begin and end; an edge may follow several sides."""
    turns = np.flatnonzero(np.diff(np.r_[0, (sides != NONE).astype(np.int8), 0])).reshape(-1, 2)
    return [(a, b) for a, b in turns.tolist() if b - a >= LEAST]


def corners(points: Array, own: Sides, sides: Array, pinned: tuple[bool, bool]) -> tuple[list[int], Array]:
    """Of an edge (n + 1, 2): the numbers of its corners, both ends among them, and their places.

    A `pinned` end stays where it is, since other lines meet it there.
    """
    cuts = [a for a, _ in runs(own)] + [len(own)]
    lines = [sides[own[a]] for a in cuts[:-1]]
    places = [points[0] if pinned[0] else _foot(points[0], lines[0])]
    places += [_meeting(points[cut], one, two) for cut, (one, two) in zip(cuts[1:-1], pairwise(lines), strict=True)]
    places.append(points[-1] if pinned[1] else _foot(points[-1], lines[-1]))
    return cuts, np.array(places)


def _away(point: Array, side: Array) -> float:
    """How far a point is from a side, not from where it would go on."""
    x, y = (point - side[0]).tolist()
    wide, tall = (side[1] - side[0]).tolist()
    share = min(max((x * wide + y * tall) / max(wide * wide + tall * tall, 1e-9), 0.0), 1.0)
    return math.hypot(x - share * wide, y - share * tall)


def _foot(point: Array, side: Array) -> Array:
    """The point of a side's line that is nearest."""
    way = side[1] - side[0]
    return np.asarray(side[0] + way * (((point - side[0]) * way).sum() / max((way * way).sum(), 1e-9)))


def _meeting(near: Array, one: Array, two: Array) -> Array:
    """Where two sides meet; between both if that is far away."""
    p, q = one[1] - one[0], two[1] - two[0]
    turn = p[0] * q[1] - p[1] * q[0]
    if abs(turn) > 1e-6:
        way = two[0] - one[0]
        met = one[0] + p * ((way[0] * q[1] - way[1] * q[0]) / turn)
        if math.hypot(*(met - near).tolist()) <= MOVED:
            return np.asarray(met)
    return np.asarray((_foot(near, one) + _foot(near, two)) / 2)
