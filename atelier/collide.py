"""Limbs that would run through each other: rods fitted to the mesh, and the gap between those that may not touch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from atelier.angles import SIDES, STATURE_CM, Array
from atelier.body import LIMBS, Body, limb_of
from atelier.posed import Posed
from atelier.skeleton import BONE

SAMPLES = 5  # points along a rod
# rod: (bone, from, to as shares of the bone's length)
_LIMBS = {
    "thigh": ("thigh", "shank", 0.24, 0.94),
    "shank": ("shank", "foot", 0.1, 0.95),
    "foot": ("foot", "toes", 0.0, 1.15),
    "uarm": ("uarm", "fore", 0.25, 0.9),
    "farm": ("farm", "hand", 0.18, 1.0),
    "hand": ("hand", "", 0.2, 0.8),
}
_TRUNK = {"belly": ("lum2", 0.02), "chest": ("chest", 0.09), "pelvis": ("pelvis", 0.02), "head": ("head", 0.03)}
_HAND = 0.06  # H from wrist to knuckles
_SLICE = 0.012  # H
_FLAT = {"hand": 0.008, "foot": 0.016}  # H: half the thickness of what is flat
# These meet in every body and are not asked about; on one side, or with the trunk.
_NEIGHBOURS = {
    frozenset(pair)
    for pair in (
        ("thigh", "pelvis"),
        ("uarm", "chest"),
        ("thigh", "shank"),
        ("shank", "foot"),
        ("uarm", "farm"),
        ("farm", "hand"),
        ("belly", "chest"),
        ("belly", "pelvis"),
        ("chest", "head"),
        ("thigh", "belly"),
        ("foot", "hand"),
        ("chest", "pelvis"),
    )
}


def _neighbours(one: str, two: str) -> bool:
    (a, *side_a), (b, *side_b) = one.split("."), two.split(".")
    return frozenset((a, b)) in _NEIGHBOURS and (not side_a or not side_b or side_a == side_b)


NAMES = [f"{limb}.{side}" for side, _ in SIDES for limb in _LIMBS] + list(_TRUNK)
_PAIRS = [(i, j) for i in range(len(NAMES)) for j in range(i + 1, len(NAMES)) if not _neighbours(NAMES[i], NAMES[j])]
PAIRS: tuple[tuple[str, str], ...] = tuple((NAMES[i], NAMES[j]) for i, j in _PAIRS)
_ONE, _TWO = (np.array(column) for column in zip(*_PAIRS, strict=True))
_BONE = np.array([BONE[_TRUNK[name][0]] if name in _TRUNK else BONE[name] for name in NAMES])


@dataclass(frozen=True)
class Rods:
    """`points` (rods, samples, 3) in the axes of their bones, from its joint; `radii` (rods, samples)."""

    points: Array
    radii: Array


@lru_cache(maxsize=8)
def rods(body: Body) -> Rods:
    """Rods of one body: as thick as the skin is away from the bone."""
    made = [_trunk(body, *_TRUNK[name]) if name in _TRUNK else _limb(body, name) for name in NAMES]
    return Rods(np.array([points for points, _ in made]), np.array([radii for _, radii in made]))


def _limb(body: Body, name: str) -> tuple[Array, Array]:
    stem, _, side = name.partition(".")
    _, end, first, last = _LIMBS[stem]
    start = body.joint(name)
    way = body.joint(f"{end}.{side}") - start if end else -body.axes[BONE[name]][:, 2] * _HAND
    length = float(np.linalg.norm(way))
    way = way / length
    own = body.places[body.top.limb == LIMBS.index(limb_of(name))] - start
    along = own @ way
    off = own - along[:, None] * way
    points, radii = [], []
    for t in np.linspace(first, last, SAMPLES) * length:
        near = off[np.abs(along - t) < _SLICE]
        near = near[np.linalg.norm(near, axis=1) < 0.09]
        middle = (near.min(0) + near.max(0)) / 2 if len(near) else np.zeros(3)
        away = np.linalg.norm(near - middle, axis=1) if len(near) else np.array([0.01])
        points.append(way * t + middle)
        radii.append(min(float(np.percentile(away, 40)), _FLAT.get(stem, 1.0)))
    return np.array(points) @ body.axes[BONE[name]], np.array(radii)


def _trunk(body: Body, bone: str, height: float) -> tuple[Array, Array]:
    """Across the body: half as thick as the body is deep."""
    joint = body.joint(bone)
    own = body.places[np.isin(body.top.limb, (LIMBS.index("trunk"), LIMBS.index("head")))]
    near = own[np.abs(own[:, 2] - joint[2] - height) < _SLICE]
    low, high = near.min(0), near.max(0)
    radius = float(high[0] - low[0]) / 2 * 0.92
    wide = max(float(high[1]) * 0.92 - radius, 0.005)
    across = np.linspace(-wide, wide, SAMPLES)
    points = np.stack([np.full(SAMPLES, (low[0] + high[0]) / 2 - joint[0]), across, np.full(SAMPLES, height)], axis=1)
    return points, np.full(SAMPLES, radius)


def gaps(now: Posed) -> Array:
    """(n, pairs) smallest distance, in H, between the rods of each of `PAIRS`; below 0 they overlap."""
    own = rods(now.body)
    turn, place = now.frames.turn[:, _BONE], now.frames.place[:, _BONE]
    points = place[:, :, None] + np.einsum("nbij,bsj->nbsi", turn, own.points)
    one, two = points[:, _ONE], points[:, _TWO]
    square = (one**2).sum(-1)[..., :, None] + (two**2).sum(-1)[..., None, :] - 2 * one @ two.swapaxes(-1, -2)
    apart = np.sqrt(np.maximum(square, 0)) - (own.radii[_ONE][:, :, None] + own.radii[_TWO][:, None, :])
    return np.asarray(apart.reshape(len(apart), len(PAIRS), -1).min(-1))


def overlaps_cm(now: Posed, more_than: float = 0.012) -> list[tuple[str, str, float]]:
    """Pairs that run through each other by more than so much of H, with the depth in centimetres."""
    gap = gaps(now)[0]
    return [(*PAIRS[i], round(float(-gap[i]) * STATURE_CM, 1)) for i in np.flatnonzero(gap < -more_than)]
