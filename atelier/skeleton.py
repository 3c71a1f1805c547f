"""Forward kinematics: from joint angles to where each bone stands and how it is turned.

Every function takes any number of poses at once (a leading axis n), since the solver asks for many.
A bone's own axes are front, left and up of a body that stands with its arms hanging.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from atelier.angles import ANGLE, SIDES, Array

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
    """One turn of a bone about its own axis: `share` degrees for each degree of `angle`."""

    axis: Axis
    angle: str
    share: float


def _trunk(angle: str, share: float) -> tuple[Turn, ...]:
    return Turn("y", f"{angle}.flex", share), Turn("x", f"{angle}.side", -share), Turn("z", f"{angle}.rot", share)


# bone: (parent, turns); a parent always stands before its children. Spine and neck bend in small steps.
_BONES: dict[str, tuple[str, tuple[Turn, ...]]] = {
    "pelvis": ("", ()),
    "lum1": ("pelvis", _trunk("lumbar", 0.2)),
    "lum2": ("lum1", _trunk("lumbar", 0.4)),
    "ribs": ("lum2", _trunk("lumbar", 0.4)),
    "chest": ("ribs", _trunk("thorax", 0.5)),
    "thorax": ("chest", _trunk("thorax", 0.5)),
    "neck1": ("thorax", _trunk("neck", 0.25)),
    "neck": ("neck1", _trunk("neck", 0.25)),
    "neck3": ("neck", _trunk("neck", 0.25)),
    "head": ("neck3", _trunk("neck", 0.25)),
}
for _s, _k in SIDES:
    _BONES |= {
        f"clav.{_s}": ("thorax", (Turn("x", f"clav.{_s}.elev", _k), Turn("z", f"clav.{_s}.prot", -_k))),
        f"uarm.{_s}": (
            f"clav.{_s}",
            (
                Turn("y", f"shoulder.{_s}.flex", -1),
                Turn("x", f"shoulder.{_s}.abd", _k),
                Turn("z", f"shoulder.{_s}.rot", _k),
            ),
        ),
        f"fore.{_s}": (f"uarm.{_s}", (Turn("y", f"elbow.{_s}.flex", -1),)),  # the forearm before it is turned
        f"farm.{_s}": (f"fore.{_s}", (Turn("z", f"forearm.{_s}.pron", -_k),)),
        f"hand.{_s}": (f"farm.{_s}", (Turn("x", f"wrist.{_s}.flex", -_k), Turn("y", f"wrist.{_s}.dev", 1))),
        f"thigh.{_s}": (
            "pelvis",
            (Turn("y", f"hip.{_s}.flex", -1), Turn("x", f"hip.{_s}.abd", _k), Turn("z", f"hip.{_s}.rot", _k)),
        ),
        f"shank.{_s}": (f"thigh.{_s}", (Turn("y", f"knee.{_s}.flex", 1),)),
        f"foot.{_s}": (f"shank.{_s}", (Turn("y", f"ankle.{_s}.df", -1), Turn("x", f"ankle.{_s}.inv", -_k))),
        f"toes.{_s}": (f"foot.{_s}", (Turn("y", f"toes.{_s}.ext", -1),)),
    }

BONES: tuple[str, ...] = tuple(_BONES)
BONE: dict[str, int] = {name: i for i, name in enumerate(BONES)}
PARENT: tuple[int, ...] = tuple(BONE.get(parent, -1) for parent, _ in _BONES.values())
TURNS: dict[str, tuple[Turn, ...]] = {name: turns for name, (_, turns) in _BONES.items()}
_ROOT = (Turn("z", "root.twist", 1), Turn("y", "root.pitch", 1), Turn("x", "root.roll", 1))


@dataclass(frozen=True)
class Frames:
    """Where each bone stands: `turn` (n, bones, 3, 3) its axes, `place` (n, bones, 3) joint centres in H."""

    turn: Array
    place: Array

    def direction(self, bone: int | str, own: object) -> Array:
        """(n, 3): where a direction in the bone's own axes points now."""
        b = BONE[bone] if isinstance(bone, str) else bone
        return np.asarray(self.turn[:, b] @ np.asarray(own, dtype=np.float64))


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


def turned(by: tuple[Turn, ...], angles: Array) -> Array:
    """(n, 3, 3) the turns of one bone, one after another."""
    out = np.broadcast_to(np.eye(3), (len(angles), 3, 3))
    for turn in by:
        out = out @ rotation(turn.axis, angles[:, ANGLE[turn.angle]] * turn.share)
    return out


def frames(angles: Array, offsets: Array, preset: Preset = "stand") -> Frames:
    """Bones of n poses from `angles` (n, angles) in the order of `ANGLES`: degrees, root x, y, z in H.

    `offsets` (bones, 3) say where each joint lies in the axes of its parent.
    """
    n = len(angles)
    turn, place = np.empty((n, len(BONES), 3, 3)), np.empty((n, len(BONES), 3))
    yaw = rotation("z", angles[:, ANGLE["root.yaw"]])
    turn[:, 0] = yaw @ PRESETS[preset] @ turned(_ROOT, angles)
    place[:, 0] = angles[:, :3]
    for bone in range(1, len(BONES)):
        parent = PARENT[bone]
        turn[:, bone] = turn[:, parent] @ turned(TURNS[BONES[bone]], angles)
        place[:, bone] = place[:, parent] + turn[:, parent] @ offsets[bone]
    return Frames(turn, place)
