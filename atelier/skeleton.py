"""Forward kinematics: from joint angles to where each bone stands and how it is turned.

Every function takes any number of poses at once (a leading axis n), since the solver asks for many.
Signs: flexion +, abduction +, external rotation +, dorsiflexion +, pronation +, toes up +.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from atelier.proportions import ANGLE, ANGLES, BONE, BONES, NEUTRAL, PARENT, SIDES, Array

Axis = Literal["x", "y", "z"]
Preset = Literal["stand", "supine", "prone", "side_right", "side_left"]

# How the whole body lies before its angles apply; columns: where front, left and head point to.
PRESETS: dict[Preset, Array] = {
    "stand": np.eye(3),
    "supine": np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]]),
    "prone": np.array([[0.0, 0, -1], [0, -1, 0], [-1, 0, 0]]),
    "side_right": np.array([[0.0, 0, -1], [-1, 0, 0], [0, 1, 0]]),
    "side_left": np.array([[0.0, 0, -1], [1, 0, 0], [0, -1, 0]]),
}


@dataclass(frozen=True)
class Turn:
    """One turn of a bone about its own axis: `share` degrees for each degree of `angle`, and `fixed` degrees."""

    axis: Axis
    angle: str
    share: float
    fixed: float = 0.0


def _turns() -> dict[str, tuple[Turn, ...]]:
    """Which angles turn which bone, in the order in which they apply."""
    half_lumbar = (Turn("y", "lumbar.flex", 0.5), Turn("x", "lumbar.side", -0.5), Turn("z", "lumbar.rot", 0.5))
    half_neck = (Turn("y", "neck.flex", 0.5), Turn("x", "neck.side", -0.5), Turn("z", "neck.rot", 0.5))
    turns: dict[str, tuple[Turn, ...]] = {
        "lum1": half_lumbar,
        "lum2": half_lumbar,
        "thorax": (Turn("y", "thorax.flex", 1), Turn("x", "thorax.side", -1), Turn("z", "thorax.rot", 1)),
        "neck": half_neck,
        "head": half_neck,
    }
    for s, k in SIDES:
        turns |= {
            f"clav.{s}": (Turn("x", f"clav.{s}.elev", k), Turn("z", f"clav.{s}.prot", -k)),
            f"uarm.{s}": (
                Turn("y", f"shoulder.{s}.flex", -1),
                Turn("x", f"shoulder.{s}.abd", k),
                Turn("z", f"shoulder.{s}.rot", k),
            ),
            f"farm.{s}": (Turn("y", f"elbow.{s}.flex", -1), Turn("z", f"forearm.{s}.pron", -k)),
            f"hand.{s}": (Turn("x", f"wrist.{s}.flex", -k), Turn("y", f"wrist.{s}.dev", 1)),
            f"fing.{s}": (Turn("x", f"fingers.{s}.curl", -0.8 * k),),
            f"fin2.{s}": (Turn("x", f"fingers.{s}.curl", -1.1 * k),),
            f"thumb.{s}": (Turn("y", f"thumb.{s}.open", -1, -18), Turn("x", f"thumb.{s}.curl", -0.6 * k, -14 * k)),
            f"thum2.{s}": (Turn("x", f"thumb.{s}.curl", -0.5 * k), Turn("y", f"thumb.{s}.open", 0.25, 8)),
            f"thigh.{s}": (
                Turn("y", f"hip.{s}.flex", -1),
                Turn("x", f"hip.{s}.abd", k),
                Turn("z", f"hip.{s}.rot", k),
            ),
            f"shank.{s}": (Turn("y", f"knee.{s}.flex", 1),),
            f"foot.{s}": (Turn("y", f"ankle.{s}.df", -1), Turn("x", f"ankle.{s}.inv", k)),
            f"toes.{s}": (Turn("y", f"toes.{s}.ext", -1),),
        }
    return turns


TURNS: dict[str, tuple[Turn, ...]] = _turns()
_ROOT = (Turn("z", "root.twist", 1), Turn("y", "root.pitch", 1), Turn("x", "root.roll", 1))


@dataclass(frozen=True)
class Frames:
    """Where each bone stands: `turn` (n, bones, 3, 3) rotations, `place` (n, bones, 3) joint centres in H."""

    turn: Array
    place: Array

    def point(self, bone: int | str, neutral: object) -> Array:
        """(n, 3): where the point of the neutral body, fixed to `bone`, stands now."""
        b = BONE[bone] if isinstance(bone, str) else bone
        offset = np.asarray(neutral, dtype=np.float64) - NEUTRAL[b]
        return np.asarray(self.place[:, b] + self.turn[:, b] @ offset)

    def direction(self, bone: int | str, neutral: object) -> Array:
        """(n, 3): where a direction of the neutral body, fixed to `bone`, points now."""
        b = BONE[bone] if isinstance(bone, str) else bone
        return np.asarray(self.turn[:, b] @ np.asarray(neutral, dtype=np.float64))


def rotation(axis: Axis, degrees: Array) -> Array:
    """(n, 3, 3) right-handed rotations about one axis by (n,) degrees."""
    radians = np.radians(degrees)
    c, s = np.cos(radians), np.sin(radians)
    out = np.zeros((len(radians), 3, 3))
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    fixed = "xyz".index(axis)
    out[:, fixed, fixed] = 1
    out[:, i, i], out[:, i, j], out[:, j, i], out[:, j, j] = c, -s, s, c
    return out


def _turned(by: tuple[Turn, ...], angles: Array) -> Array:
    out: Array | None = None
    for turn in by:
        step = rotation(turn.axis, angles[:, ANGLE[turn.angle]] * turn.share + turn.fixed)
        out = step if out is None else out @ step
    assert out is not None
    return out


def frames(angles: Array, preset: Preset = "stand") -> Frames:
    """Bones of n poses from `angles` (n, angles) in the order of `ANGLES`: degrees, root x, y, z in H."""
    n = len(angles)
    turn, place = np.empty((n, len(BONES), 3, 3)), np.empty((n, len(BONES), 3))
    yaw = rotation("z", angles[:, ANGLE["root.yaw"]])
    turn[:, 0] = yaw @ PRESETS[preset] @ _turned(_ROOT, angles)
    place[:, 0] = angles[:, :3]
    for bone in range(1, len(BONES)):
        parent = PARENT[bone]
        turn[:, bone] = turn[:, parent] @ _turned(TURNS[BONES[bone]], angles)
        place[:, bone] = place[:, parent] + turn[:, parent] @ (NEUTRAL[bone] - NEUTRAL[parent])
    return Frames(turn, place)


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
