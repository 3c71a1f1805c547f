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
        *((0.942, 0.046), (0.952, 0.050), (0.964, 0.058), (0.974, 0.072), (0.981, 0.083), (0.992, 0.16)),
    ),
    "waves": (
        *((0.878, -0.06), (0.884, -0.016), (0.894, -0.002), (0.908, 0.006), (0.921, 0.018), (0.926, 0.040)),
        *((0.940, 0.050), (0.952, 0.058), (0.962, 0.068), (0.970, 0.078), (0.976, 0.086), (0.986, 0.16)),
    ),
    "thin": (
        *((0.888, -0.06), (0.893, -0.014), (0.902, -0.002), (0.912, 0.004), (0.921, 0.014), (0.928, 0.034)),
        *((0.942, 0.044), (0.954, 0.045), (0.966, 0.047), (0.974, 0.052), (0.983, 0.060), (0.995, 0.080)),
    ),
}
# How thick it lies at the sides and on the crown, and the share of it that is left at the hairline
_THICK: dict[Hair, tuple[float, float, float]] = {
    "bun": (0.006, 0.016, 0.12),
    "short": (0.006, 0.016, 0.12),
    "waves": (0.009, 0.014, 0.22),
    "thin": (0.004, 0.006, 0.12),
}
# Locks: the share of the thickness by which they rise, how many lie round the head, and how many for each H of height
_LOCKS: dict[Hair, tuple[float, int, float]] = {"waves": (0.27, 7, 20.0), "short": (0.12, 13, 0.0)}
_CROWN_AT = (0.014, 0.0, 0.0)  # round an upright line through it the locks lie
# Gloss: its strength, how many bands lie round the head, and how much less light a short cut throws back
_GLOSS: dict[Hair, tuple[float, int, float]] = {
    "bun": (0.10, 14, 0.0),
    "short": (0.10, 22, 0.0),
    "waves": (0.12, 19, 0.0),
    "thin": (0.06, 18, 0.3),
}
_BURN = (0.0420, 0.0525)  # x between which hair grows down before the ear
_BURNS: dict[Hair, float] = {"bun": 0.917, "short": 0.920, "thin": 0.918, "waves": 0.922}  # and how far down
_TAPER: dict[Hair, float] = {"bun": 0.0085, "short": 0.003, "thin": 0.003, "waves": 0.007}  # H narrower at its end
_FRINGE = (0.006, 0.003, 0.021)  # H that a fringe hangs lower on its one side, that its locks do, and their width
# The ear: its middle (x, z), how far it reaches along and across, and which way it leans
EAR, EAR_LONG, EAR_WIDE, EAR_LEANS = (0.0312, 0.9222), 0.0172, 0.0112, (-0.22, 0.975)
_BUN = (0.014, 0.0, 1.015)  # so high and so far in front that who lies does not lie on it
_BUN_RADII = (0.020, 0.021, 0.019)
_MIDDLE = (0.02, 0.0, 0.945)  # of the skull
_CROWN = (0.016, 0.062, 0.996), (0.016, 0.030, 1.005), (0.016, -0.005, 1.005), (0.0, -0.030, 1.000)  # (y, x, z)
# Strokes over it: (y, x, z) where each starts and ends, the shares of that way that are drawn, and how it swings
_Swept = tuple[tuple[float, float, float], tuple[float, float, float], float, float, float]
_BUN_AT = tuple((0.012 * side, _BUN[0], _BUN[2]) for side in (1, -1))
_STROKES: dict[Hair, tuple[_Swept, ...]] = {
    "bun": tuple(
        ((y * side, x, z), _BUN_AT[side < 0], first, last, 0.012 * side)
        for side in (1, -1)
        for (y, x, z), first, last in (
            *(
                ((0.010, 0.078, 0.985), 0.04, 0.60),
                ((0.022, 0.070, 0.980), 0.10, 0.72),
                ((0.034, 0.060, 0.970), 0.03, 0.56),
            ),
            *(
                ((0.042, 0.048, 0.956), 0.08, 0.70),
                ((0.045, 0.030, 0.946), 0.05, 0.52),
                ((0.046, 0.004, 0.930), 0.08, 0.66),
            ),
            *(
                ((0.042, -0.024, 0.915), 0.05, 0.55),
                ((0.030, -0.046, 0.905), 0.08, 0.70),
                ((0.012, -0.058, 0.900), 0.05, 0.58),
            ),
        )
    ),
    "waves": (
        *((_CROWN[0], (-0.030, 0.072, 0.968), 0.05, 0.9, 0.04), (_CROWN[0], (-0.044, 0.046, 0.950), 0.1, 0.85, 0.05)),
        *((_CROWN[1], (-0.050, 0.020, 0.942), 0.15, 0.92, 0.05), (_CROWN[2], (-0.050, -0.020, 0.925), 0.2, 0.9, 0.06)),
        *((_CROWN[0], (0.042, 0.052, 0.955), 0.15, 0.92, -0.04), (_CROWN[1], (0.050, 0.022, 0.942), 0.15, 0.92, -0.05)),
        *((_CROWN[2], (0.050, -0.020, 0.925), 0.2, 0.9, -0.06), (_CROWN[3], (0.022, -0.070, 0.915), 0.2, 0.8, -0.05)),
        (_CROWN[3], (-0.022, -0.070, 0.915), 0.2, 0.8, 0.05),
        *(
            (_CROWN[at], (y * side, x, z), first, last, swing * side)
            for side in (1, -1)
            for at, y, x, z, first, last, swing in (
                (1, 0.050, 0.034, 0.936, 0.35, 0.98, 0.10),
                (2, 0.051, 0.004, 0.930, 0.45, 0.97, 0.09),
                (3, 0.046, -0.036, 0.918, 0.35, 0.97, 0.10),
                (3, 0.032, -0.060, 0.906, 0.40, 0.97, 0.08),
                (0, 0.036, 0.066, 0.972, 0.20, 0.85, 0.08),
            )
        ),
    ),
    "short": tuple(
        ((y * side, x, z), (y * side * 0.8, x - 0.022, z + 0.010), 0.1, 0.9, 0.05)
        for side in (1, -1)
        for y, x, z in (
            *((0.012, 0.066, 0.990), (0.034, 0.052, 0.976), (0.014, 0.034, 1.000), (0.040, 0.020, 0.972)),
            *((0.030, 0.006, 0.994), (0.046, -0.004, 0.950), (0.038, -0.030, 0.962), (0.016, -0.030, 0.994)),
        )
    ),
    "thin": tuple(
        ((0.035 * side, x, z), (0.02 * side, x - 0.07, z + 0.02), 0.12, 0.5, 0.02)
        for side in (1, -1)
        for x, z in ((0.034, 0.975), (0.036, 0.955), (0.030, 0.940))
    ),
}


@lru_cache(maxsize=8)
def hairline(kind: Hair) -> Array:
    """(vertices,) above 0 where hair grows, on every body."""
    model = body(DEFAULT)
    x, y, z = model.places.T
    heights, fronts = zip(*_LINES[kind], strict=True)
    line = np.interp(z + 2.5 * y**2 + (_fringe(y) if kind == "waves" else 0), heights, fronts)
    inside = np.where(np.abs(y) > 0.03, np.minimum(line - x, _off_ear(x, z)), line - x)
    if kind in _BURNS:
        low = _BURNS[kind]
        taper = _TAPER[kind] * np.clip((0.945 - z) / (0.945 - low), 0, 1)
        burn = np.minimum(np.minimum(x - _BURN[0], _BURN[1] - taper - x), np.minimum(z - low, 0.95 - z))
        inside = np.where(np.abs(y) > 0.03, np.maximum(inside, burn), inside)
    return np.where(model.top.limb == LIMBS.index("head"), inside, -1)


def _off_ear(x: Array, z: Array) -> Array:
    """H from the rim of an ear, below 0 on it: hair lies round it."""
    x, z = x - EAR[0], z - EAR[1]
    lean, up = EAR_LEANS
    along, across = (x * lean + z * up) / EAR_LONG, (x * up - z * lean) / EAR_WIDE
    return np.asarray((np.hypot(along, across) - 1) * EAR_WIDE)


def _fringe(y: Array) -> Array:
    """H by which the hair hangs lower on the forehead, this far to the left: combed to the right, in locks."""
    slant, deep, wide = _FRINGE
    return np.asarray(slant * (0.5 - y / 0.06) + deep * np.cos(2 * np.pi * y / wide))


def _locks(kind: Hair, rest: Array) -> Array:
    """(vertices,) the share by which locks make the hair thicker, which gives it an outline of its own."""
    high, around, up = _LOCKS.get(kind, (0.0, 0, 0.0))
    away = rest - np.array(_MIDDLE)
    return np.asarray(1 + high * np.sin(around * np.arctan2(away[:, 1], away[:, 0]) + 2 * np.pi * up * away[:, 2]))


def gloss(kind: Hair, rest: Array) -> Array:
    """(...) how much more or less light falls on places (..., 3) of a head at rest, whose locks run to its crown."""
    strength, around, dull = _GLOSS[kind]
    away = rest - np.array(_CROWN_AT)
    return np.asarray(strength * np.sin(around * np.arctan2(away[..., 1], away[..., 0])) - dull)


def add_hair(soup: Soup, now: Posed, posed: Array) -> Array:
    """Adds the hair of a posed mesh; gives its places (vertices, 3)."""
    own, kind = now.body, now.body.person.hair
    inside = hairline(kind)
    rest = body(DEFAULT).places
    side, crown, edge = _THICK[kind]
    high = np.clip((rest[:, 2] - 0.90) / 0.08, 0, 1) * np.clip((0.06 - rest[:, 0]) / 0.06, 0.3, 1)
    thick = (side + (crown - side) * high) * np.clip(inside / 0.03, edge, 1) ** 0.7
    thick *= _locks(kind, rest)
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
    """Combed strokes over it, as spots on it."""
    model = body(DEFAULT)
    faces = model.top.skin[(hairline(kind)[model.top.skin] > 0.002).all(1)]
    middle, out = np.array(_MIDDLE), []
    for one, two, first, last, swing in _STROKES[kind]:
        start, end = (_unit(np.array([x, y, z]) - middle) for y, x, z in (one, two))
        aside = swing * _unit(np.cross(start, end))
        ways = [start * (1 - t) + end * t + aside * np.sin(2 * np.pi * t) for t in np.linspace(first, last, 12)]
        found = [hits(middle, _unit(way), model.places, faces, 0.2) for way in ways]
        line = tuple(spot for spot in found if spot is not None)
        if len(line) > 5:
            out.append(line)
    return tuple(out)


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))
