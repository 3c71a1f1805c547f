"""A body in poses: its bones, where its landmarks and its skin are. What contacts, rules and pictures look at.

Skin is blended plainly here, which is quick for many poses at once; the picture's skin lies within a few millimetres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array, vector
from atelier.body import LIMBS, Body, Hands
from atelier.landmarks import LANDMARKS, at_rest, spots
from atelier.skeleton import BONE, Frames, Preset

Angles = Array | Mapping[str, float]
EVERY = 15  # of the skin's vertices: enough for floor and walls


@dataclass(frozen=True, eq=False)
class Posed:
    """n poses of one body. `rotations` and `shifts` are what carries each part of the skin."""

    body: Body
    frames: Frames
    hands: Hands
    rotations: Array
    shifts: Array

    @classmethod
    def of(
        cls, body: Body, angles: Array | Mapping[str, float], preset: Preset = "stand", hands: Hands | None = None
    ) -> Posed:
        """From angles by name, or (n, angles)."""
        rows = vector(angles)[None] if isinstance(angles, Mapping) else angles
        frames = body.frames(rows, preset)
        return cls(body, frames, hands or {}, *body.carried(frames, hands))

    def place(self, bone: str) -> Array:
        """(n, 3) a joint."""
        return np.asarray(self.frames.place[:, BONE[bone]])

    def spot(self, name: str) -> tuple[Array, Array]:
        """Where a landmark is and which way its skin faces: two (n, 3); the direction has length 1."""
        mark = LANDMARKS[name]
        faces = self.frames.direction(mark.bone, mark.faces) / sum(part * part for part in mark.faces) ** 0.5
        if mark.joint:
            return self.place(mark.bone), faces
        parts, weights, place = _mark(self.body, name)
        moved = self.rotations[:, parts] @ place + self.shifts[:, parts]
        return np.asarray((moved * weights[:, None]).sum(1)), faces

    def skin(self) -> Array:
        """(n, k, 3) some of the skin, evenly spread."""
        parts, flat, weights = _coarse(self.body)
        turn = self.rotations[:, parts].transpose(0, 1, 3, 2).reshape(len(self.shifts), -1, 3)
        return np.asarray(flat @ turn + weights @ self.shifts[:, parts])

    @cached_property
    def mesh(self) -> Array:
        """(vertices, 3) the whole skin of the first pose, as pictures show it."""
        return self.body.posed(self.frames, self.hands)


@lru_cache(maxsize=1024)
def _mark(body: Body, name: str) -> tuple[NDArray[np.int64], Array, Array]:
    """Which parts carry a landmark, how much, and where it is at rest."""
    spot = spots()[name]
    weights = spot.shares @ body.top.weights[spot.vertices].astype(np.float64)
    parts = np.flatnonzero(weights > 1e-3)
    return parts, weights[parts] / weights[parts].sum(), at_rest(body, name)


@lru_cache(maxsize=8)
def _chosen(body: Body) -> NDArray[np.int32]:
    """The spread of skin; fingers are left out, since how they bend is of no weight here."""
    skin: NDArray[np.int32] = np.unique(body.top.skin)[::EVERY]
    return np.asarray(skin[body.top.weights[skin][:, ~_steady(body)].sum(1) < 0.01])


def _steady(body: Body) -> NDArray[np.bool_]:
    return np.array([not name.startswith("finger") for name in body.top.parts])


@lru_cache(maxsize=8)
def _coarse(body: Body) -> tuple[NDArray[np.int64], Array, Array]:
    """The parts that carry the spread of skin, its weighted places (k, parts * 3) and its weights (k, parts)."""
    chosen, parts = _chosen(body), np.flatnonzero(_steady(body))
    weights = body.top.weights[chosen][:, parts].astype(np.float64)
    flat = weights[:, :, None] * body.places[chosen][:, None, :]
    return parts, flat.reshape(len(chosen), -1), weights


@lru_cache(maxsize=64)
def coarse_part(body: Body, name: str) -> NDArray[np.bool_]:
    """(k,) which of the spread of skin belongs to what may rest: pelvis, trunk, head, or a bone (`thigh.R`)."""
    chosen = _chosen(body)
    places, limb = body.places[chosen], body.top.limb[chosen]
    z, hip = places[:, 2], body.joint("pelvis")[2]
    trunk, head = LIMBS.index("trunk"), LIMBS.index("head")
    match name.partition("."):
        case ("pelvis", _, _):
            legs = np.isin(limb, (trunk, LIMBS.index("leg.L"), LIMBS.index("leg.R")))
            return np.asarray(legs & (z > hip - 0.09) & (z < hip + 0.06))
        case ("trunk", _, _):
            return np.asarray((limb == trunk) & (z > hip + 0.1))
        case ("thorax", _, _):
            return np.asarray((limb == trunk) & (z > body.joint("chest")[2]))
        case ("head", _, _):
            return np.asarray(limb == head)
        case (stem, _, ""):
            return coarse_part(body, f"{stem}.L") | coarse_part(body, f"{stem}.R")
        case (stem, _, side):
            bone = BONE[name]
            ends = {"thigh": "shank", "shank": "foot", "uarm": "fore", "farm": "hand", "foot": "toes", "hand": "hand"}
            start, end = body.joint(name), body.joint(f"{ends[stem]}.{side}")
            length = float(np.linalg.norm(end - start)) or 0.06
            t = (places - start) @ -body.axes[bone][:, 2] / length
            own = limb == LIMBS.index(("arm." if stem in ("uarm", "farm", "hand") else "leg.") + side)
            return np.asarray(own & (t > 0.15) & (t < 0.9))
