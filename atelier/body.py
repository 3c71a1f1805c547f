"""A person's body: the mesh at rest, the bones in it, and the mesh in any pose.

Vertices, faces and weights are the same for all people; places and joints are each person's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from atelier import cast
from atelier.angles import SIDES, Array
from atelier.grips import CLOSED, SHAPES, Grip
from atelier.people import DEFAULT, PEOPLE, Person
from atelier.skeleton import BONE, BONES, PARENT, Frames, Preset, frames
from atelier.skin import about, blended, swing_and_twist

Hands = Mapping[str, Grip]  # of each side, "L" and "R"; relaxed where none is named
Faces = NDArray[np.int32]
# bone of the skeleton, without its side: the bone of the rig at whose head its joint lies
_HEADS = {
    "lum1": "spine05",
    "lum2": "spine04",
    "ribs": "spine03",
    "chest": "spine02",
    "thorax": "spine01",
    "neck1": "neck01",
    "neck": "neck02",
    "neck3": "neck03",
    "head": "head",
    "clav": "clavicle",
    "uarm": "upperarm01",
    "fore": "lowerarm01",
    "farm": "lowerarm01",
    "hand": "wrist",
    "thigh": "upperleg01",
    "shank": "lowerleg01",
    "foot": "foot",
    "toes": "toe2-1",
}
# A part that takes only a share of its bone's turn about its own axis: (bone, its parent, share)
_TOPS = {"uarm_top": ("uarm", "clav", 0.35), "thigh_top": ("thigh", "pelvis", 0.4)}
_SLICE = 0.012  # H: half as thick as the slice of a limb whose middle is taken
_FOREARM = {"farm_top": 0.2, "farm": 0.7}  # share of the turn between elbow and hand
_CAP = 0.18  # of the arm's swing that the cap of the shoulder takes


@dataclass(frozen=True, eq=False)
class Topology:
    """What all bodies share. `weights` (vertices, parts): how much each part carries a vertex."""

    skin: Faces
    cloth: Faces
    eyes: Faces
    parts: tuple[str, ...]
    weights: NDArray[np.float32]
    limb: NDArray[np.int64]  # (vertices,) the limb of `LIMBS` that carries most of each
    limb_share: NDArray[np.float32]  # (vertices, limbs)
    hand: NDArray[np.float32]  # (vertices,) the share of hand and fingers
    digit: NDArray[np.int64]  # (vertices,) 1 thumb to 5 little finger, 6 great toe to 10 little toe, else 0

    @property
    def part(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.parts)}


THUMB, GREAT_TOE = 1, 6
LIMBS = ("head", "trunk", "arm.L", "arm.R", "leg.L", "leg.R")


def limb_of(part: str) -> str:
    """The limb that a part of the skin, or a bone, belongs to."""
    stem, _, side = part.partition(".")
    if stem.startswith(("uarm", "fore", "farm", "hand", "finger")):
        return f"arm.{side}"
    if stem.startswith(("thigh", "shank", "foot", "toes")):
        return f"leg.{side}"
    return "head" if stem.startswith(("head", "neck")) else "trunk"


@dataclass(frozen=True, eq=False)
class Body:
    """One person at rest: `places` (vertices, 3); of each bone its `joints` (bones, 3) and `axes` (bones, 3, 3).

    The columns of `axes` are the bone's front, left and up; `heads` and `tails` are the ends of the rig's bones.
    """

    person: Person
    top: Topology
    places: Array
    joints: Array
    axes: Array
    heads: dict[str, Array]
    tails: dict[str, Array]

    @property
    def offsets(self) -> Array:
        """(bones, 3): where each joint lies in the axes of its parent."""
        parents = np.maximum(PARENT, 0)
        away = (self.joints - self.joints[parents])[:, None] @ self.axes[parents]
        return np.asarray(away[:, 0])

    def frames(self, angles: Array, preset: Preset = "stand") -> Frames:
        """Bones of n poses from `angles` (n, angles)."""
        return frames(angles, self.offsets, preset)

    def joint(self, bone: str) -> Array:
        return np.asarray(self.joints[BONE[bone]])

    def carried(self, now: Frames, hands: Hands | None = None) -> tuple[Array, Array]:
        """How each part of the skin moves from rest: rotations (n, parts, 3, 3) and shifts (n, parts, 3)."""
        n = len(now.turn)
        turn = now.turn @ self.axes.transpose(0, 2, 1)
        rotations = np.broadcast_to(np.eye(3), (n, len(self.top.parts), 3, 3)).copy()
        about_joint = np.zeros((len(self.top.parts), 3))
        for i, part in enumerate(self.top.parts):
            stem, _, side = part.partition(".")
            if part in BONE:
                rotations[:, i], about_joint[i] = turn[:, BONE[part]], self.joint(part)
            elif stem in _TOPS:
                rotations[:, i], about_joint[i] = self._top(stem, side, turn), self.joint(f"{_TOPS[stem][0]}.{side}")
            elif stem == "cap":
                rotations[:, i], about_joint[i] = self._cap(side, turn), self.heads[f"shoulder01.{side}"]
        for side, _ in SIDES:
            self._turn_forearm(side, now, rotations, about_joint)
        shifts = np.zeros((n, len(self.top.parts), 3))
        for i, part in enumerate(self.top.parts):
            stem, _, side = part.partition(".")
            bone = part if part in BONE else {"cap": f"clav.{side}", "farm_top": f"farm.{side}"}.get(stem, "")
            bone = bone or (f"{_TOPS[stem][0]}.{side}" if stem in _TOPS else "")
            if bone:
                b = BONE[bone]
                joint = now.place[:, b] + (turn[:, b] @ (about_joint[i] - self.joints[b]))
                shifts[:, i] = joint - rotations[:, i] @ about_joint[i]
        for side, sign in SIDES:
            self._bend_fingers(side, sign, (hands or {}).get(side, "relaxed"), rotations, shifts)
        return rotations, shifts

    def _top(self, stem: str, side: str, turn: Array) -> Array:
        bone, parent, share = _TOPS[stem]
        own, over = BONE[f"{bone}.{side}"], BONE[parent if parent == "pelvis" else f"{parent}.{side}"]
        axis = self.axes[own][:, 2]
        swing, twist = swing_and_twist(turn[:, over].transpose(0, 2, 1) @ turn[:, own], axis)
        return np.asarray(turn[:, over] @ swing @ about(axis, twist * share))

    def _cap(self, side: str, turn: Array) -> Array:
        own, over = BONE[f"uarm.{side}"], BONE[f"clav.{side}"]
        swing, _ = swing_and_twist(turn[:, over].transpose(0, 2, 1) @ turn[:, own], self.axes[own][:, 2])
        return np.asarray(turn[:, over] @ _part_of(swing, _CAP))

    def _turn_forearm(self, side: str, now: Frames, rotations: Array, about_joint: Array) -> None:
        """The forearm's skin turns little at the elbow and with the hand at the wrist."""
        fore, farm, hand = (BONE[f"{name}.{side}"] for name in ("fore", "farm", "hand"))
        rest = self.axes[fore].T @ self.axes[hand][:, 0]
        between = now.turn[:, fore].transpose(0, 2, 1) @ now.turn[:, farm]
        twist = np.arctan2(between[:, 1, 0], between[:, 0, 0]) - np.arctan2(rest[1], rest[0])
        twist = (twist + np.pi) % (2 * np.pi) - np.pi
        for stem, share in _FOREARM.items():
            i = self.top.part[f"{stem}.{side}"]
            rotations[:, i] = now.turn[:, fore] @ about(np.array([0.0, 0, 1]), twist * share) @ self.axes[fore].T
            about_joint[i] = self.joints[fore] if stem == "farm_top" else self.heads[f"lowerarm02.{side}"]

    def _bend_fingers(self, side: str, sign: int, grip: Grip, rotations: Array, shifts: Array) -> None:
        heads, tails, part = self.heads, self.tails, self.top.part
        hand = self.axes[BONE[f"hand.{side}"]]
        palm, up = -hand[:, 1] * sign, hand[:, 2]
        for finger, bends in enumerate(SHAPES[grip], 1):
            bones = [f"finger{finger}-{j}.{side}" for j in (1, 2, 3)]
            if finger == 1:  # the thumb first swings about the length of the hand, then bends across the palm
                along = _unit(heads[bones[2]] - heads[bones[0]])
                flex = _unit(np.cross(along, _unit(heads[f"finger5-1.{side}"] - heads[bones[1]])))
                oppose = up * -sign
                axes = [oppose * (np.sign(np.cross(oppose, along) @ palm) or 1), flex, flex]
            else:
                axes = [_unit(np.cross(_unit(tails[bones[2]] - heads[bones[0]]), palm))] * 3
            i = part[f"hand.{side}"]
            turn, shift = rotations[:, i], shifts[:, i]
            close = about(hand[:, 1], np.array([_aside(tails[bones[2]] - heads[bones[0]], hand) - CLOSED[finger]]))[0]
            for bone, axis, bend in zip(bones, axes, bends, strict=True):
                step = about(axis, np.radians([bend]))[0]
                if bone is bones[0] and finger > THUMB:
                    step = close @ step
                shift = shift + turn @ (heads[bone] - step @ heads[bone])
                turn = turn @ step
                rotations[:, part[bone]], shifts[:, part[bone]] = turn, shift

    def posed(self, now: Frames, hands: Hands | None = None) -> Array:
        """(vertices, 3) the mesh in the first of these poses."""
        rotations, shifts = self.carried(now, hands)
        return blended(self.places, self.top.weights, rotations[0], shifts[0])


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))


def _aside(way: Array, hand: Array) -> float:
    """Radians by which a finger leans towards the thumb, in the plane of the palm."""
    return float(np.arctan2(way @ hand[:, 0], -way @ hand[:, 2]))


def _across(vector: Array, axis: Array) -> Array:
    """`vector` without its part along the unit vector `axis`, of length 1."""
    return _unit(vector - axis * (vector @ axis))


def _part_of(rotations: Array, share: float) -> Array:
    """(n, 3, 3) the same turns by a share of their angle."""
    return np.asarray(Rotation.from_rotvec(Rotation.from_matrix(rotations).as_rotvec() * share).as_matrix())


def _middle(places: Array, limb: NDArray[np.bool_], height: float) -> Array:
    near = places[limb & (np.abs(places[:, 2] - height) < _SLICE)]
    return np.asarray((near.min(0) + near.max(0)) / 2)


def _thigh(places: Array, side: str, heads: Mapping[str, Array]) -> Array:
    """Where a thigh points up at rest: seen from the side along its middle, since the rig's hip lies behind that."""
    top = topology()
    leg = np.isin(np.arange(len(places)), top.skin) & (top.limb == LIMBS.index(f"leg.{side}"))
    hip, knee = heads[f"upperleg01.{side}"], heads[f"lowerleg01.{side}"]
    along = _middle(places, leg, 0.6 * hip[2] + 0.4 * knee[2]) - _middle(places, leg, knee[2])
    up = _unit(hip - knee)
    return _unit(np.array([up[2] * along[0] / along[2], up[1], up[2]]))


def _axes(heads: Mapping[str, Array], places: Array) -> Array:
    """(bones, 3, 3) front, left and up of every bone at rest."""
    out = np.broadcast_to(np.eye(3), (len(BONES), 3, 3)).copy()

    def put(bone: str, up: Array, front: Array | None = None, left: Array | None = None) -> None:
        if front is not None:
            x = _across(front, up)
            out[BONE[bone]] = np.stack([x, np.cross(up, x), up], axis=1)
        elif left is not None:
            y = _across(left, up)
            out[BONE[bone]] = np.stack([np.cross(y, up), y, up], axis=1)

    ahead = np.array([1.0, 0, 0])
    for s, _ in SIDES:
        put(f"thigh.{s}", _thigh(places, s, heads), front=ahead)
        put(f"shank.{s}", _unit(heads[f"lowerleg01.{s}"] - heads[f"foot.{s}"]), front=ahead)
        toes = heads[f"toe2-1.{s}"] - heads[f"foot.{s}"]
        for bone in (f"foot.{s}", f"toes.{s}"):
            put(bone, np.array([0.0, 0, 1]), front=np.array([toes[0], toes[1], 0]))
        upper = _unit(heads[f"lowerarm01.{s}"] - heads[f"upperarm01.{s}"])
        fore = _unit(heads[f"wrist.{s}"] - heads[f"lowerarm01.{s}"])
        hinge = -_unit(np.cross(upper, fore))
        put(f"uarm.{s}", -upper, left=hinge)
        for bone in (f"fore.{s}", f"farm.{s}"):
            put(bone, -fore, left=hinge)
        middle = heads[f"finger3-1.{s}"] - heads[f"wrist.{s}"]
        across = heads[f"finger5-1.{s}"] - heads[f"finger2-1.{s}"]
        put(f"hand.{s}", -_unit(middle), left=np.cross(middle, across))
    return out


@cache
def _kept() -> Mapping[str, Any]:
    return cast.cast()


@cache
def topology() -> Topology:
    kept = _kept()
    parts = tuple(map(str, kept["parts"]))
    weights = kept["weights"].astype(np.float32)
    weights /= weights.sum(1, keepdims=True)
    share = np.stack([weights[:, [limb_of(p) == limb for p in parts]].sum(1) for limb in LIMBS], axis=1)
    hand = weights[:, [p.startswith(("hand", "finger")) for p in parts]].sum(1)
    skin, cloth, eyes = (kept[f"{kind}_faces"] for kind in ("skin", "cloth", "eyes"))
    return Topology(skin, cloth, eyes, parts, weights, share.argmax(1), share, hand, _digits(kept, parts, weights))


def _digits(kept: Mapping[str, Any], parts: tuple[str, ...], weights: NDArray[np.float32]) -> NDArray[np.int64]:
    """The finger or toe of each vertex; a toe is the one whose middle is nearest, seen from above."""
    of_part = [int(name[6]) if name.startswith("finger") else GREAT_TOE * name.startswith("toes") for name in parts]
    out = np.array(of_part)[weights.argmax(1)]
    bones, ends = list(kept["bones"]), kept[f"{DEFAULT}_joints"]
    flat = np.abs(cast.places(kept, DEFAULT)[:, :2])
    away = []
    for toe in range(1, 6):
        root, tip = (
            ends[bones.index(f"toe{toe}-1.L"), 0, :2],
            ends[bones.index(f"toe{toe}-{2 if toe == 1 else 3}.L"), 1, :2],
        )
        share = np.clip((flat - root) @ (tip - root) / ((tip - root) @ (tip - root)), 0, 1)
        away.append(np.linalg.norm(flat - root - share[:, None] * (tip - root), axis=1))
    return np.asarray(np.where(out == GREAT_TOE, out + np.argmin(away, axis=0), out))


@cache
def body(name: str) -> Body:
    """The body of one of `people.PEOPLE`."""
    kept = _kept()
    bones = list(map(str, kept["bones"]))
    ends = kept[f"{name}_joints"]
    heads, tails = ({b: ends[i, end] for i, b in enumerate(bones)} for end in (0, 1))
    joints = np.zeros((len(BONES), 3))
    joints[0] = (heads["upperleg01.L"] + heads["upperleg01.R"]) / 2
    for bone in BONES[1:]:
        stem, _, side = bone.partition(".")
        joints[BONE[bone]] = heads[f"{_HEADS[stem]}.{side}" if side else _HEADS[stem]]
    places = cast.places(kept, name)
    return Body(PEOPLE[name], topology(), places, joints, _axes(heads, places), heads, tails)
