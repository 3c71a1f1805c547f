"""Limbs that would run through each other: coarse capsules, and the gap between those that do not touch anyway."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atelier.proportions import (
    ARM_X,
    BONE,
    ELBOW_Z,
    HIP_Y,
    NEUTRAL,
    SHOULDER_Y,
    SHOULDER_Z,
    SIDES,
    STATURE_CM,
    WRIST_Z,
    Array,
)
from atelier.skeleton import Frames

Point = tuple[float, float, float]
SAMPLES = 5  # points along a capsule


@dataclass(frozen=True)
class Capsule:
    """A tapering rod fixed to a bone, from `start` to `end` of the body at rest."""

    name: str
    bone: str
    start: Point
    end: Point
    radius: tuple[float, float]


def _limbs(s: str, k: int) -> list[Capsule]:
    leg, arm = HIP_Y * k, SHOULDER_Y * k
    return [
        Capsule(f"thigh.{s}", f"thigh.{s}", (0, leg, 0.47), (0, leg, 0.30), (0.0505, 0.034)),
        Capsule(f"shank.{s}", f"shank.{s}", (-0.004, leg, 0.262), (-0.002, leg, 0.05), (0.033, 0.018)),
        Capsule(f"foot.{s}", f"foot.{s}", (-0.015, leg, 0.018), (0.095, leg, 0.012), (0.018, 0.014)),
        Capsule(
            f"uarm.{s}", f"uarm.{s}", (ARM_X, arm, SHOULDER_Z - 0.046), (ARM_X, arm, ELBOW_Z + 0.02), (0.027, 0.02)
        ),
        Capsule(f"farm.{s}", f"farm.{s}", (ARM_X, arm, ELBOW_Z - 0.03), (ARM_X, arm, WRIST_Z), (0.021, 0.012)),
        Capsule(f"hand.{s}", f"hand.{s}", (ARM_X, arm, WRIST_Z - 0.015), (ARM_X, arm, WRIST_Z - 0.05), (0.011, 0.010)),
    ]


CAPSULES: tuple[Capsule, ...] = (
    *_limbs(*SIDES[0]),
    *_limbs(*SIDES[1]),
    Capsule("belly", "lum2", (0, -0.025, 0.62), (0, 0.025, 0.62), (0.048, 0.048)),
    Capsule("chest", "thorax", (-0.002, -0.03, 0.75), (-0.002, 0.03, 0.75), (0.058, 0.058)),
    Capsule("pelvis", "pelvis", (-0.004, -0.03, 0.55), (-0.004, 0.03, 0.55), (0.06, 0.06)),
    Capsule("head", "head", (0, 0, 0.95), (0.012, 0, 0.905), (0.055, 0.04)),
)
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
    )
}


def _neighbours(one: str, two: str) -> bool:
    (a, *side_a), (b, *side_b) = one.split("."), two.split(".")
    return frozenset((a, b)) in _NEIGHBOURS and (not side_a or not side_b or side_a == side_b)


_NAMES = [capsule.name for capsule in CAPSULES]
_PAIRS = [
    (i, j) for i in range(len(_NAMES)) for j in range(i + 1, len(_NAMES)) if not _neighbours(_NAMES[i], _NAMES[j])
]
PAIRS: tuple[tuple[str, str], ...] = tuple((_NAMES[i], _NAMES[j]) for i, j in _PAIRS)
_ONE, _TWO = (np.array(column) for column in zip(*_PAIRS, strict=True))
_BONE = np.array([BONE[capsule.bone] for capsule in CAPSULES])
_ALONG = np.linspace(0, 1, SAMPLES)[:, None]
_POINTS = np.array(
    [np.asarray(c.start) + (np.asarray(c.end) - np.asarray(c.start)) * _ALONG - NEUTRAL[BONE[c.bone]] for c in CAPSULES]
)  # (capsules, samples, 3)
_RADII = np.array([c.radius[0] + (c.radius[1] - c.radius[0]) * _ALONG[:, 0] for c in CAPSULES])
_SUM = _RADII[_ONE][:, :, None] + _RADII[_TWO][:, None, :]


def gaps(frames: Frames) -> Array:
    """(n, pairs) smallest distance, in H, between the capsules of each of `PAIRS`; below 0 they overlap."""
    turn, place = frames.turn[:, _BONE], frames.place[:, _BONE]
    points = place[:, :, None] + np.einsum("nbij,bsj->nbsi", turn, _POINTS)
    one, two = points[:, _ONE], points[:, _TWO]
    square = (one**2).sum(-1)[..., :, None] + (two**2).sum(-1)[..., None, :] - 2 * one @ two.swapaxes(-1, -2)
    apart = np.sqrt(np.maximum(square, 0)) - _SUM
    return np.asarray(apart.reshape(len(apart), len(PAIRS), -1).min(-1))


def overlaps_cm(frames: Frames, more_than: float = 0.012) -> list[tuple[str, str, float]]:
    """Pairs that run through each other by more than so much of H, with the depth in centimetres."""
    gap = gaps(frames)[0]
    return [(*PAIRS[i], round(float(-gap[i]) * STATURE_CM, 1)) for i in np.flatnonzero(gap < -more_than)]
