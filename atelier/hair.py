"""Hair: the scalp of the mesh pushed out, inside a hairline that is drawn in the side view of the head."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from atelier.angles import Array
from atelier.body import LIMBS, body
from atelier.landmarks import Spot, hits
from atelier.people import DEFAULT, Hair
from atelier.posed import Posed
from atelier.skeleton import BONE
from atelier.solids import ellipsoid, normals
from atelier.soup import Soup

FLOOR = 0.0004
# Heights of the head at rest, and how far to the front the hair reaches there: (z, x), nape to forehead.
_LINES: dict[Hair, tuple[tuple[float, float], ...]] = {
    "bun": (
        *((0.885, -0.06), (0.890, -0.004), (0.900, 0.007), (0.912, 0.012), (0.928, 0.018), (0.932, 0.038)),
        *((0.942, 0.047), (0.952, 0.052), (0.964, 0.062), (0.974, 0.071), (0.983, 0.080), (0.992, 0.16)),
    ),
    "short": (
        *((0.888, -0.06), (0.893, -0.012), (0.902, 0.000), (0.912, 0.006), (0.921, 0.016), (0.928, 0.034)),
        *((0.942, 0.043), (0.954, 0.050), (0.966, 0.064), (0.974, 0.074), (0.981, 0.083), (0.992, 0.16)),
    ),
    "thin": (
        *((0.888, -0.06), (0.893, -0.014), (0.902, -0.002), (0.912, 0.004), (0.921, 0.014), (0.928, 0.030)),
        *((0.942, 0.036), (0.954, 0.036), (0.966, 0.034), (0.974, 0.036), (0.983, 0.046), (0.995, 0.060)),
    ),
}
_THICK: dict[Hair, tuple[float, float]] = {
    "bun": (0.006, 0.016),
    "short": (0.005, 0.016),
    "thin": (0.003, 0.005),
}
_EAR = ((0.010, 0.042), (0.900, 0.941), 0.0405)  # x and z between which the ear lies, and how far out
_BUN = (0.014, 0.0, 1.015)  # so high and so far in front that who lies does not lie on it
_BUN_RADII = (0.020, 0.021, 0.019)
_MIDDLE = (0.02, 0.0, 0.945)  # of the skull
# Where combed strokes start: (y, x, z)
_COMBED = ((0.012, 0.075, 0.985), (0.030, 0.062, 0.975), (0.042, 0.045, 0.955), (0.042, 0.012, 0.938))


@lru_cache(maxsize=8)
def hairline(kind: Hair) -> Array:
    """(vertices,) above 0 where hair grows, on every body."""
    model = body(DEFAULT)
    x, y, z = model.places.T
    heights, fronts = zip(*_LINES[kind], strict=True)
    line = np.interp(z + 2.5 * y**2, heights, fronts)
    (x0, x1), (z0, z1), out = _EAR
    ear = (np.abs(y) > out) & (x > x0) & (x < x1) & (z > z0) & (z < z1)
    line = np.where(ear, x - 0.006, line)
    return np.where(model.top.limb == LIMBS.index("head"), line - x, -1)


def add_hair(soup: Soup, now: Posed, posed: Array) -> Array:
    """Adds the hair of a posed mesh; gives its places (vertices, 3)."""
    own, kind = now.body, now.body.person.hair
    inside = hairline(kind)
    rest = body(DEFAULT).places
    side, crown = _THICK[kind]
    high = np.clip((rest[:, 2] - 0.90) / 0.08, 0, 1) * np.clip((0.06 - rest[:, 0]) / 0.06, 0.3, 1)
    thick = (side + (crown - side) * high) * np.clip(inside / 0.03, 0.12, 1) ** 0.7
    turn = now.frames.turn[0, BONE["head"]]
    away = own.places - own.joint("head") - np.array([-0.005, 0, 0.03])
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    out = posed + (0.5 * normals(posed, own.top.skin) + 0.5 * away @ turn.T) * thick[:, None]
    out[:, 2] = np.maximum(out[:, 2], FLOOR)
    faces = own.top.skin[(inside[own.top.skin] > -0.03).all(1)]
    head = np.zeros(len(posed), dtype=np.int64)
    soup.add(out, faces, "hair", own.places, inside, head)
    if kind == "bun":
        at = np.array(_BUN) - body(DEFAULT).joint("head")
        ball, round_ = ellipsoid(now.place("head")[0] + turn @ at, _BUN_RADII, turn)
        ball[:, 2] += max(0.0, FLOOR - float(ball[:, 2].min()))  # it gives way to the floor as a whole
        away = np.tile(np.array([-0.2, 0, 1.2]), (len(ball), 1))
        soup.add(ball, round_, "hair", away, limb=np.zeros(len(ball), dtype=np.int64))
    return np.asarray(out)


@lru_cache(maxsize=8)
def strands(kind: Hair) -> tuple[tuple[Spot, ...], ...]:
    """Combed strokes from the hairline to the back of the head, as spots on it; none for short hair."""
    if kind != "bun":
        return ()
    model = body(DEFAULT)
    faces = model.top.skin[(hairline(kind)[model.top.skin] > 0.002).all(1)]
    middle, bun = np.array(_MIDDLE), np.array(_BUN)
    out = []
    for side in (1, -1):
        for y, x, z in _COMBED:
            start, end = (
                _unit(np.array([x, y * side, z]) - middle),
                _unit(bun + np.array([0, 0.012 * side, 0]) - middle),
            )
            found = [
                hits(middle, _unit(start * (1 - t) + end * t), model.places, faces, 0.2)
                for t in np.linspace(0.06, 0.62, 12)
            ]
            line = tuple(spot for spot in found if spot is not None)
            if len(line) > 5:
                out.append(line)
    return tuple(out)


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))
