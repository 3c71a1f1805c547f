"""The joints as a physiotherapist names them: their angles, how far each goes, which sides they have.

Degrees; flexion, abduction, external rotation, dorsiflexion, pronation, toes up are +. Root x, y, z in H (stature = 1).
Every pose is a vector of these angles in one order.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STATURE_CM = 175.0  # what a distance in H is told as
SIDES: tuple[tuple[str, int], ...] = (("L", 1), ("R", -1))  # side, sign of y

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
_RELAXED_ELBOW = 5.0


def resting_angles() -> dict[str, float]:
    """The angles, in degrees, of a limb that is told nothing: slightly bent elbows."""
    return {f"elbow.{s}.flex": _RELAXED_ELBOW for s, _ in SIDES}


def vector(angles: Mapping[str, float]) -> Array:
    """(angles,) in the order of `ANGLES`; what is not named is 0."""
    out = np.zeros(len(ANGLES))
    for name, value in angles.items():
        out[ANGLE[name]] = value
    return out


def named(angles: Array) -> dict[str, float]:
    """An angle vector as name to value."""
    return dict(zip(ANGLES, map(float, angles), strict=True))


def mirrored(angles: Mapping[str, float]) -> dict[str, float]:
    """The same pose of the other side: left and right swapped, turns to a side reversed."""
    swap = {"L": "R", "R": "L"}
    out = {}
    for name, value in angles.items():
        parts = [swap.get(part, part) for part in name.split(".")]
        axial = len(parts) == 2 and (
            name in {"root.y", "root.yaw", "root.roll", "root.twist"} or parts[1] in {"side", "rot"}
        )
        out[".".join(parts)] = -value if axial else value
    return out
