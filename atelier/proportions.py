"""The body at rest: joint centres, the order of the bones, and how far each joint goes.

Lengths are fractions of the stature (H = 1). Axes: x to the front, y to the left, z up from the floor. The body at
rest stands with arms hanging, palms to the thighs. Heights of joints follow Drillis and Contini's segment lengths
(as tabled by Winter); widths and depths are design choices.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STATURE_CM = 175.0  # what a distance in H is told as
SIDES: tuple[tuple[str, int], ...] = (("L", 1), ("R", -1))  # side, sign of y

HIP_Z, KNEE_Z, ANKLE_Z = 0.530, 0.285, 0.039
SHOULDER_Z = 0.806  # centre of the joint, a little under the top of the shoulder (0.818)
UPPER_ARM, FOREARM, HAND = 0.186, 0.146, 0.108
ELBOW_Z = SHOULDER_Z - UPPER_ARM
WRIST_Z = ELBOW_Z - FOREARM
HIP_Y, SHOULDER_Y = 0.050, 0.112
ARM_X = -0.008
KNUCKLE_Z, MIDDLE_KNUCKLE_Z = WRIST_Z - 0.053, WRIST_Z - 0.080
THUMB_X, THUMB_Z, THUMB_TIP_Z = ARM_X + 0.012, WRIST_Z - 0.014, WRIST_Z - 0.042
TOE_X = 0.078  # ball of the foot

# bone: (parent, neutral joint centre); a parent always stands before its children
_BONES: dict[str, tuple[str | None, tuple[float, float, float]]] = {
    "pelvis": (None, (0, 0, HIP_Z)),
    "lum1": ("pelvis", (-0.012, 0, 0.585)),
    "lum2": ("lum1", (-0.012, 0, 0.635)),
    "thorax": ("lum2", (-0.015, 0, 0.685)),
    "neck": ("thorax", (-0.012, 0, 0.838)),
    "head": ("neck", (-0.002, 0, 0.880)),
}
for _s, _k in SIDES:
    _arm, _leg = SHOULDER_Y * _k, HIP_Y * _k
    _BONES |= {
        f"clav.{_s}": ("thorax", (0, 0.015 * _k, 0.815)),
        f"uarm.{_s}": (f"clav.{_s}", (ARM_X, _arm, SHOULDER_Z)),
        f"farm.{_s}": (f"uarm.{_s}", (ARM_X, _arm, ELBOW_Z)),
        f"hand.{_s}": (f"farm.{_s}", (ARM_X, _arm, WRIST_Z)),
        f"fing.{_s}": (f"hand.{_s}", (ARM_X, _arm, KNUCKLE_Z)),
        f"fin2.{_s}": (f"fing.{_s}", (ARM_X, _arm, MIDDLE_KNUCKLE_Z)),
        f"thumb.{_s}": (f"hand.{_s}", (THUMB_X, _arm, THUMB_Z)),
        f"thum2.{_s}": (f"thumb.{_s}", (THUMB_X + 0.004, _arm, THUMB_TIP_Z)),
        f"thigh.{_s}": ("pelvis", (0, _leg, HIP_Z)),
        f"shank.{_s}": (f"thigh.{_s}", (0, _leg, KNEE_Z)),
        f"foot.{_s}": (f"shank.{_s}", (0, _leg, ANKLE_Z)),
        f"toes.{_s}": (f"foot.{_s}", (TOE_X, _leg, 0.012)),
    }

BONES: tuple[str, ...] = tuple(_BONES)
BONE: dict[str, int] = {name: i for i, name in enumerate(BONES)}
PARENT: tuple[int, ...] = tuple(BONE[parent] if parent else -1 for parent, _ in _BONES.values())
NEUTRAL: Array = np.array([centre for _, centre in _BONES.values()], dtype=np.float64)  # (bones, 3)

# Degrees each joint goes; root x, y, z in H. Norms of joint range (AAOS), generous at the ends that stretches need.
_RANGES: dict[str, tuple[float, float]] = {
    "root.x": (-3, 3),
    "root.y": (-3, 3),
    "root.z": (-1, 2),
    "root.yaw": (-360, 360),
    "root.twist": (-120, 120),
    "root.pitch": (-120, 120),
    "root.roll": (-90, 90),
    "lumbar.flex": (-25, 55),
    "lumbar.side": (-20, 20),
    "lumbar.rot": (-12, 12),
    "thorax.flex": (-15, 35),
    "thorax.side": (-20, 20),
    "thorax.rot": (-35, 35),
    "neck.flex": (-60, 50),
    "neck.side": (-45, 45),
    "neck.rot": (-80, 80),
}
_SIDED: dict[str, tuple[float, float]] = {
    "clav.elev": (-8, 30),
    "clav.prot": (-20, 25),
    "shoulder.flex": (-55, 180),
    "shoulder.abd": (-45, 180),
    "shoulder.rot": (-90, 90),
    "elbow.flex": (0, 150),
    "forearm.pron": (-90, 90),
    "wrist.flex": (-85, 80),
    "wrist.dev": (-30, 20),
    "fingers.curl": (-10, 90),
    "thumb.open": (-10, 60),
    "thumb.curl": (-10, 70),
    "hip.flex": (-20, 125),
    "hip.abd": (-35, 48),
    "hip.rot": (-45, 60),
    "knee.flex": (0, 145),
    "ankle.df": (-50, 30),
    "ankle.inv": (-15, 30),
    "toes.ext": (-20, 70),
}
for _s, _ in SIDES:
    for _name, _range in _SIDED.items():
        _joint, _motion = _name.split(".")
        _RANGES[f"{_joint}.{_s}.{_motion}"] = _range

ANGLES: tuple[str, ...] = tuple(_RANGES)  # the order of every angle vector
ANGLE: dict[str, int] = {name: i for i, name in enumerate(ANGLES)}
RANGE: Array = np.array(list(_RANGES.values()), dtype=np.float64)  # (angles, 2)
SIDED: frozenset[str] = frozenset(_SIDED)

RELAXED: dict[str, float] = {"elbow.flex": 5, "fingers.curl": 14, "thumb.open": 14, "thumb.curl": 8}


def resting_angles() -> dict[str, float]:
    """The angles, in degrees, of a limb that is told nothing: slightly bent elbows, loosely closed hands."""
    return {f"{joint}.{s}.{motion}": v for s, _ in SIDES for (joint, motion), v in _split(RELAXED)}


def _split(angles: dict[str, float]) -> list[tuple[tuple[str, str], float]]:
    return [((name.split(".")[0], name.split(".")[1]), value) for name, value in angles.items()]
