"""Named points on the skin: where contacts touch, arrows start and the felt area lies.

Each is found once on the mesh, where a ray from inside a bone comes out, and rides on that triangle in every body and
pose. Joints (`hipj`, `kneej` …) are the joints' centres. `docs/poses.md` lists the names for authors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from atelier.angles import SIDES, Array
from atelier.body import LIMBS, Body, body, limb_of
from atelier.people import DEFAULT
from atelier.skeleton import BONE

Vec = tuple[float, float, float]
DEEP = 0.05  # H that a ray starts behind its place, so that a thin limb is not missed
REACH = 0.13  # H from there in which the skin must come
NEAR = 0.03  # H: triangles farther from a ray are not asked


@dataclass(frozen=True)
class Landmark:
    """From `bone`'s joint, `along` of the way to its end, and `shift` (front, left, up; H): out towards `faces`."""

    bone: str
    faces: Vec
    along: float = 0.0
    shift: Vec = (0, 0, 0)
    joint: bool = False
    tip: str = ""  # instead: the vertex of this part of the skin that is farthest out


_END = {"thigh": "shank", "shank": "foot", "uarm": "fore", "farm": "hand"}

LANDMARKS: dict[str, Landmark] = {
    "sacrum": Landmark("pelvis", (-1, 0, 0), shift=(0, 0, 0.04)),
    "low_back": Landmark("lum2", (-1, 0, 0), shift=(0, 0, 0.03)),
    "belly": Landmark("lum2", (1, 0, 0), shift=(0, 0, 0.03)),
    "upper_back": Landmark("thorax", (-1, 0, 0), shift=(0, 0, 0.003)),
    "chest": Landmark("thorax", (1, 0, 0), shift=(0, 0, 0.003)),
    "neck_back": Landmark("neck", (-1, 0, 0)),
    "occiput": Landmark("head", (-1, 0, 0), shift=(0, 0, 0.03)),
    "crown": Landmark("head", (0, 0, 1), shift=(-0.02, 0, 0.03)),
    "forehead": Landmark("head", (1, 0, 0), shift=(0, 0, 0.055)),
    "nose": Landmark("head", (1, 0, 0), shift=(0, 0, 0.003)),
    "chin": Landmark("head", (0.8, 0, -0.6), shift=(0.02, 0, -0.03)),
}


def _leg(s: str, k: int) -> dict[str, Landmark]:
    pelvis, thigh, shank, foot = "pelvis", f"thigh.{s}", f"shank.{s}", f"foot.{s}"
    out, into = (0, k, 0), (0, -k, 0)
    return {
        f"hip_lat.{s}": Landmark(pelvis, out, shift=(0, 0, 0.005)),
        f"iliac.{s}": Landmark(pelvis, out, shift=(0, 0, 0.085)),
        f"asis.{s}": Landmark(pelvis, (1, 0, 0), shift=(0, 0.06 * k, 0.06)),
        f"groin.{s}": Landmark(pelvis, (1, 0, 0), shift=(0, 0.05 * k, 0.01)),
        f"glute.{s}": Landmark(pelvis, (-0.7, 0.7 * k, 0), shift=(-0.01, 0.03 * k, 0.005)),
        f"buttock.{s}": Landmark(pelvis, (-1, 0, 0), shift=(0, 0.045 * k, -0.005)),
        f"ischium.{s}": Landmark(pelvis, (-0.25, 0, -1), shift=(-0.03, 0.045 * k, 0)),
        f"hipj.{s}": Landmark(thigh, out, joint=True),
        f"thigh_front.{s}": Landmark(thigh, (1, 0, 0), 0.49),
        f"thigh_back.{s}": Landmark(thigh, (-1, 0, 0), 0.49),
        f"thigh_lat.{s}": Landmark(thigh, out, 0.49),
        f"thigh_med.{s}": Landmark(thigh, into, 0.49),
        f"thigh_low.{s}": Landmark(thigh, (1, 0, 0), 0.8),
        f"thigh_low_med.{s}": Landmark(thigh, (0.35, -0.94 * k, 0), 0.8),
        f"thigh_low_back.{s}": Landmark(thigh, (-1, 0, 0), 0.78),
        f"thigh_back_lat.{s}": Landmark(thigh, (-0.9, 0.43 * k, 0), 0.53),
        f"thigh_back_med.{s}": Landmark(thigh, (-0.9, -0.43 * k, 0), 0.59),
        f"knee_top.{s}": Landmark(thigh, (1, 0, 0), 0.84),
        f"knee_front.{s}": Landmark(thigh, (1, 0, 0), 0.97),
        f"knee_lat.{s}": Landmark(thigh, out, 0.98),
        f"knee_med.{s}": Landmark(thigh, into, 0.98),
        f"kneej.{s}": Landmark(shank, out, joint=True),
        f"shin.{s}": Landmark(shank, (1, 0, 0), 0.345),
        f"shin_top.{s}": Landmark(shank, (1, 0, 0), 0.12),
        f"shin_low.{s}": Landmark(shank, (1, 0, 0), 0.71),
        f"calf.{s}": Landmark(shank, (-1, 0, 0), 0.305),
        f"calf_low.{s}": Landmark(shank, (-1, 0, 0), 0.67),
        f"ankle_lat.{s}": Landmark(shank, out, 0.976),
        f"ankle_med.{s}": Landmark(shank, into, 0.976),
        f"ankle_front.{s}": Landmark(shank, (1, 0, 0), 0.915),
        f"anklej.{s}": Landmark(foot, out, joint=True),
        f"heel.{s}": Landmark(foot, (0, 0, -1), shift=(-0.02, 0, -0.02)),
        f"heel_back.{s}": Landmark(foot, (-1, 0, 0), shift=(0, 0, -0.02)),
        f"ball.{s}": Landmark(foot, (0, 0, -1), shift=(0.085, 0, -0.02)),
        f"sole.{s}": Landmark(foot, (0, 0, -1), shift=(0.03, 0, -0.02)),
        f"foot_top.{s}": Landmark(foot, (0.4, 0, 0.9), shift=(0.039, 0, -0.02)),
        f"foot_lat.{s}": Landmark(foot, out, shift=(0.039, 0, -0.03)),
        f"foot_med.{s}": Landmark(foot, into, shift=(0.039, 0, -0.025)),
        f"toe.{s}": Landmark(f"toes.{s}", (0, 0, -1), shift=(0.023, 0, 0)),
        f"toe_tip.{s}": Landmark(f"toes.{s}", (1, 0, 0), shift=(0, -0.012 * k, -0.004)),
    }


def _arm(s: str, k: int) -> dict[str, Landmark]:
    upper, fore, hand = f"uarm.{s}", f"farm.{s}", f"hand.{s}"
    out, into = (0, k, 0), (0, -k, 0)
    return {
        f"scapula.{s}": Landmark("thorax", (-1, 0, 0), shift=(0, 0.055 * k, 0.008)),
        f"shoulder_front.{s}": Landmark("thorax", (0.8, 0.3 * k, 0.4), shift=(0, 0.075 * k, 0.023)),
        f"trapezius.{s}": Landmark("thorax", (-0.3, 0, 1), shift=(-0.01, 0.05 * k, 0.038)),
        f"temple.{s}": Landmark("head", out, shift=(-0.005, 0, 0.035)),
        f"shoulder.{s}": Landmark(upper, out, 0.05),
        f"shoulderj.{s}": Landmark(upper, out, joint=True),
        f"upper_arm.{s}": Landmark(upper, out, 0.5),
        f"upper_arm_in.{s}": Landmark(upper, into, 0.75),
        f"upper_arm_back.{s}": Landmark(upper, (-1, 0, 0), 0.65),
        f"elbow.{s}": Landmark(upper, (-1, 0, -0.25), 0.97),
        f"elbow_lat.{s}": Landmark(upper, out, 0.97),
        f"elbow_med.{s}": Landmark(upper, into, 0.97),
        f"forearm.{s}": Landmark(fore, out, 0.45),
        f"forearm_inner.{s}": Landmark(fore, into, 0.45),
        f"forearm_ulna.{s}": Landmark(fore, (-1, 0, 0), 0.5),
        f"wrist.{s}": Landmark(hand, out),
        f"palm.{s}": Landmark(hand, into, shift=(0, 0, -0.042)),
        f"handback.{s}": Landmark(hand, out, shift=(0, 0, -0.042)),
        f"fist.{s}": Landmark(hand, into, shift=(0, 0, -0.052)),
        f"fingertip.{s}": Landmark(hand, (0, 0, -1), tip=f"finger3-3.{s}"),
    }


for _s, _k in SIDES:
    LANDMARKS |= _leg(_s, _k) | _arm(_s, _k)


@dataclass(frozen=True)
class Spot:
    """Where a landmark is on the mesh: three vertices and their shares; no shares for a joint."""

    vertices: NDArray[np.int32]
    shares: Array


@cache
def spots() -> dict[str, Spot]:
    """Every landmark on the mesh that all bodies share."""
    model = body(DEFAULT)
    return {name: _found(model, mark) for name, mark in LANDMARKS.items()}


def at_rest(model: Body, name: str) -> Array:
    """(3,) the landmark on a body at rest."""
    mark, spot_of = LANDMARKS[name], spots()[name]
    return model.joint(mark.bone) if mark.joint else np.asarray(spot_of.shares @ model.places[spot_of.vertices])


def _found(model: Body, mark: Landmark) -> Spot:
    stem, _, side = mark.bone.partition(".")
    axes, start = model.axes[BONE[mark.bone]], model.joint(mark.bone)
    if mark.along:
        start = start + mark.along * (model.joint(f"{_END[stem]}.{side}") - start)
    way = axes @ np.asarray(mark.faces, dtype=np.float64)
    way = way / np.linalg.norm(way)
    if mark.tip:
        own = np.flatnonzero(model.top.weights.argmax(1) == model.top.part[mark.tip])
        last = own[(model.places[own] @ way).argmax()]
        return Spot(np.full(3, last, dtype=np.int32), np.array([1.0, 0, 0]))
    limb = limb_of(mark.bone)
    limbs = list(range(len(LIMBS))) if limb in ("trunk", "head") else [LIMBS.index(limb)]
    if stem in ("uarm", "thigh"):
        limbs.append(LIMBS.index("trunk"))
    near = np.isin(model.top.limb[model.top.skin], limbs).all(1)
    origin = start + axes @ np.asarray(mark.shift, dtype=np.float64) - way * DEEP
    return _farthest(origin, way, model.places, model.top.skin[near], REACH + DEEP)


def _farthest(origin: Array, way: Array, places: Array, faces: NDArray[np.int32], reach: float) -> Spot:
    """The last triangle that a ray goes out through."""
    found = hits(origin, way, places, faces, reach)
    assert found is not None, "a landmark is on the mesh"
    return found


def hits(origin: Array, way: Array, places: Array, faces: NDArray[np.int32], reach: float) -> Spot | None:
    """The farthest triangle that a ray meets within its reach, and where in it."""
    first = places[faces[:, 0]] - origin
    aside = first - (first @ way)[:, None] * way
    faces = faces[(aside * aside).sum(1) < NEAR**2]
    a, b, c = (places[faces[:, i]] for i in range(3))
    one, two = b - a, c - a
    cross = np.cross(way, two)
    det = (one * cross).sum(1)
    det = np.where(np.abs(det) < 1e-14, np.inf, det)
    away = origin - a
    u = (away * cross).sum(1) / det
    other = np.cross(away, one)
    v = (other @ way) / det
    t = (two * other).sum(1) / det
    inside = np.flatnonzero((u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9) & (t > 0) & (t < reach))
    if not len(inside):
        return None
    best = inside[t[inside].argmax()]
    return Spot(faces[best], np.array([1 - u[best] - v[best], u[best], v[best]]))
