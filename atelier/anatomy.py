"""The shapes of trunk, limbs, neck and head at rest, in H. Hands and feet stand in `extremities`."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np

from atelier.extremities import foot, hand
from atelier.flesh import Flesh, Sculptor
from atelier.proportions import ARM_X, ELBOW_Z, HIP_Y, SHOULDER_Y, SHOULDER_Z, SIDES, WRIST_Z
from atelier.skeleton import rotation

# z, x offset, y offset, front radius, side radius
_TRUNK = (
    (0.500, -0.004, 0, 0.050, 0.070),
    (0.525, -0.006, 0, 0.060, 0.086),
    (0.555, -0.006, 0, 0.061, 0.088),
    (0.590, -0.005, 0, 0.057, 0.081),
    (0.625, -0.001, 0, 0.0515, 0.0735),
    (0.655, 0.002, 0, 0.0500, 0.0715),
    (0.690, 0.002, 0, 0.053, 0.0755),
    (0.730, 0.000, 0, 0.0595, 0.083),
    (0.765, -0.004, 0, 0.0605, 0.086),
    (0.790, -0.009, 0, 0.054, 0.085),
    (0.812, -0.013, 0, 0.041, 0.074),
    (0.832, -0.014, 0, 0.031, 0.048),
)
_SPINE = (("pelvis", 0.56), ("lum1", 0.605), ("lum2", 0.655), ("thorax", 0.71))
_SHORTS_TOP = 0.572


def _spine_bones(z: float) -> tuple[str, str, float]:
    """The two bones between which the trunk lies at height z, and the weight of the upper one."""
    for (low, start), (high, end) in pairwise(_SPINE):
        if start < z <= end:
            return low, high, (z - start) / (end - start)
    end_bone = _SPINE[0][0] if z <= _SPINE[0][1] else _SPINE[-1][0]
    return end_bone, end_bone, 0.0


def _trunk(body: Sculptor) -> None:
    body.blended(
        part=lambda z: "pelvis" if z < _SHORTS_TOP else "trunk",
        bones=_spine_bones,
        profile=_TRUNK,
        count=72,
        up=lambda z: 0.022 if z < 0.79 else 0.018,
    )
    for s, k in SIDES:
        body.blob("trunk", "thorax", (0.026, 0.036 * k, 0.762), (0.036, 0.042, 0.040))  # chest
        body.blob("trunk", "thorax", (-0.035, 0.050 * k, 0.765), (0.033, 0.045, 0.055))  # shoulder blade
        for t in np.linspace(0, 1, 22):  # from the neck to the shoulder
            centre = (-0.014 + 0.004 * t, (0.018 + 0.076 * t) * k, 0.846 - 0.040 * t + 0.004 * np.sin(np.pi * t))
            radii = (0.027 - 0.001 * t, 0.02, 0.018 - 0.003 * t)
            body.blob("trunk", "thorax", centre, radii, f"clav.{s}", 0.7 * t)
        for drop, weight in ((0.0, 0.25), (0.02, 0.45)):  # buttock
            centre = (-0.026, 0.044 * k, 0.520 - drop)
            body.blob("pelvis", "pelvis", centre, (0.0445, 0.043, 0.048 - drop * 0.3), f"thigh.{s}", weight)
        body.blob("pelvis", "pelvis", (-0.004, 0.056 * k, 0.532), (0.05, 0.040, 0.052), f"thigh.{s}", 0.5)


def _leg(body: Sculptor, s: str, k: int) -> None:
    y = HIP_Y * k
    thigh = (
        (0.535, -0.001, 0.001 * k, 0.048, 0.042),
        (0.50, 0, 0.002 * k, 0.0535, 0.0465),
        (0.46, 0.001, 0.001 * k, 0.051, 0.0455),
        (0.40, 0.003, 0, 0.045, 0.0415),
        (0.34, 0.002, 0, 0.0365, 0.0345),
        (0.305, 0.001, 0, 0.0335, 0.0315),
        (0.285, 0.001, 0, 0.0325, 0.0305),
    )
    shank = (
        (0.285, 0, 0, 0.0320, 0.0305),
        (0.262, -0.001, 0, 0.0315, 0.030),
        (0.235, -0.006, 0.001 * k, 0.0345, 0.0325),
        (0.205, -0.0085, 0.001 * k, 0.0355, 0.0335),
        (0.17, -0.008, 0, 0.0315, 0.0295),
        (0.12, -0.0045, 0, 0.0235, 0.0225),
        (0.075, -0.003, 0, 0.0180, 0.0170),
        (0.05, -0.003, 0, 0.0175, 0.0172),
        (0.036, -0.003, 0, 0.0175, 0.0165),
    )
    body.limb(f"thigh.{s}", f"thigh.{s}", thigh, 46, (0.0, y))
    body.blob(f"thigh.{s}", f"thigh.{s}", (0.014, y, 0.291), (0.022, 0.022, 0.025), f"shank.{s}", 0.5)  # kneecap
    body.limb(f"shank.{s}", f"shank.{s}", shank, 46, (0.0, y))
    for side, height in ((k, 0.041), (-k, 0.045)):  # ankle bones
        body.blob(f"shank.{s}", f"shank.{s}", (-0.002, y + 0.0125 * side, height), (0.0095, 0.0080, 0.0095))


def _arm(body: Sculptor, s: str, k: int) -> None:
    y = SHOULDER_Y * k
    upper = (
        (SHOULDER_Z - 0.006, 0, -0.003 * k, 0.027, 0.0235),
        (SHOULDER_Z - 0.03, 0, 0.002 * k, 0.0300, 0.0280),
        (SHOULDER_Z - 0.07, 0.001, 0, 0.0265, 0.0245),
        (SHOULDER_Z - 0.12, 0.001, 0, 0.0235, 0.022),
        (ELBOW_Z + 0.02, 0, 0, 0.0205, 0.0200),
        (ELBOW_Z, 0, 0, 0.0195, 0.0195),
    )
    fore = (
        (ELBOW_Z, 0, 0, 0.0195, 0.0195),
        (ELBOW_Z - 0.03, 0.001, 0, 0.0225, 0.0205),
        (ELBOW_Z - 0.06, 0.001, 0, 0.021, 0.0190),
        (ELBOW_Z - 0.11, 0, 0, 0.0160, 0.0135),
        (WRIST_Z, 0, 0, 0.0145, 0.0112),
    )
    body.limb(f"uarm.{s}", f"uarm.{s}", upper, 36, (ARM_X, y))
    shoulder = (ARM_X, y - 0.010 * k, SHOULDER_Z - 0.016)
    body.blob(f"uarm.{s}", f"uarm.{s}", shoulder, (0.029, 0.029, 0.029), f"clav.{s}", 0.5)
    body.limb(f"farm.{s}", f"farm.{s}", fore, 30, (ARM_X, y))


def _head(body: Sculptor) -> None:
    for t in np.linspace(0, 1, 16):
        centre, radii = (-0.014 + 0.014 * t, 0, 0.825 + 0.072 * t), (0.031 - 0.002 * t, 0.029 - 0.0015 * t, 0.02)
        body.blob("neck", "neck", centre, radii, "head", 0.8 * t)
    body.blob("head", "head", (-0.004, 0, 0.944), (0.0565, 0.0435, 0.0555))  # skull
    body.blob("hair", "head", (-0.0150, 0, 0.9560), (0.0565, 0.0480, 0.0550))
    body.blob("hair", "head", (-0.030, 0, 0.925), (0.0370, 0.0415, 0.0450))
    body.blob("head", "head", (0.016, 0, 0.913), (0.037, 0.0345, 0.042))  # face
    body.blob("head", "head", (0.027, 0, 0.892), (0.0225, 0.0215, 0.0195))  # chin
    for t in np.linspace(0, 1, 6):  # nose
        body.blob(
            "head", "head", (0.050 + 0.010 * t, 0, 0.936 - 0.019 * t), (0.0065 + 0.002 * t, 0.005 + 0.003 * t, 0.008)
        )
    tilt = rotation("y", np.array([-10.0]))[0]
    for s, k in SIDES:
        body.blob(f"ear.{s}", "head", (-0.002, 0.0450 * k, 0.921), (0.0100, 0.0050, 0.0160), turn=tilt)


@cache
def body() -> Flesh:
    """The whole body at rest."""
    made = Sculptor()
    _trunk(made)
    for s, k in SIDES:
        _leg(made, s, k)
        foot(made, s, k)
        _arm(made, s, k)
        hand(made, s, k)
    _head(made)
    return made.flesh()
