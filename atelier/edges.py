"""Where the lines of a picture are, and of which kind.

Every pixel knows its place on the body at rest. Two neighbours that are far apart there, and not only for the skin
being seen at a low angle, are an edge: so overlaps, folds, fingers and toes draw themselves, and no seam shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import SIDES, Array
from atelier.body import GREAT_TOE, LIMBS, THUMB
from atelier.curve import UNITS
from atelier.felt import felt_masks
from atelier.scene import Scene
from atelier.skeleton import BONES
from atelier.soup import MATERIAL, WORN
from atelier.tones import SPECK, without_specks

NONE, STITCH, FINE, SEAM, EDGE, FOLD, HEM, FINGER, OVER, OUT = range(10)
TORN, FAR_TORN = 0.011, 0.05  # H on the body at rest: an edge if the depth jumps too; always an edge
SMALL, SMALL_STEP = 0.005, 0.0035  # the same for fingers, toes and lips
STEP, DEEP = 0.006, 0.02  # H that the depth jumps at an edge, and between two limbs
CURLED = 0.016  # H on the body at rest between what meets where a finger lies on the palm, or on itself
CROTCH = 0.455  # H: legs of a body at rest are apart below
ARMHOLE, CHEST = 0.006, 0.65  # H: a sleeve is sewn on that far outside of the shoulder's joint; and lies above
ARMPIT = 0.012  # H below the shoulder's joint: a fold at the armpit; all round it would part the arm from the trunk
RAISED = 0.3  # the cosine between upper arm and trunk from which on the armhole shows no seam
BLADE = 0.11  # H round the shoulder's joint: a shirt lies smooth over the shoulder blade, however the arm is held
FURROW = 0.09  # H from the middle of the back: a shirt hangs over the furrow of the spine
GAP = 0.6  # of the outline's weight: a gap between fingers, or toes, that is narrower would print as a blot
STEEP = 3.0  # times the slope on the gentler side that is a jump, not a slope
_NOTHING = MATERIAL["none"]
_GROUND = tuple(MATERIAL[name] for name in ("none", "mat", "mat_edge"))
_SEWN = (MATERIAL["shirt"], MATERIAL["shorts"])
SEWN = 0.0125  # H from a hem of a sleeve, a leg or a shirt that its stitches run
_PILLOW = (MATERIAL["soft"], MATERIAL["soft_under"])
_WALL = (MATERIAL["wall"], MATERIAL["wall_end"])
Kinds = NDArray[np.int8]


def kinds(scene: Scene) -> tuple[Kinds, Kinds]:
    """The kind of line between each pixel and the one below (rows + 1, columns), and the one beside it."""
    eyes = np.where(scene.material == MATERIAL["eye"], MATERIAL["skin"], scene.material)
    maps = _Maps(
        _framed(without_specks(eyes.astype(np.int32), SPECK), 0),
        _framed(scene.buffer.depth, -9.0),
        _framed(scene.rest, 0.0),
        _framed(scene.limb, -1),
        _framed(scene.thing, -1),
        _framed(scene.digit, 0),
        _framed(_sleeves(scene), False),
        _framed(_hemmed(scene), False),
        _framed(gaps(scene), False),
        _framed(felt_masks(scene), False),
        _framed(blades(scene), False),
        _framed(scene.inner, False),
        float(scene.now.body.joint("uarm.L")[2]) - ARMPIT,
    )
    below = maps.between(np.s_[:-1, 1:-1], np.s_[1:, 1:-1], 0)
    beside = maps.between(np.s_[1:-1, :-1], np.s_[1:-1, 1:], 1)
    below[[0, -1]] = NONE  # no line where the picture ends
    beside[:, [0, -1]] = NONE
    return below, beside


def _sleeves(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place on the body at rest lies in a sleeve that has a seam."""
    seam = abs(scene.now.body.joint("uarm.L")[1]) + ARMHOLE
    out = np.zeros(scene.material.shape, dtype=np.bool_)
    for side, sign in SIDES:
        if not _raised(scene, side):
            out |= scene.rest[..., 1] * sign > seam
    return out & (scene.rest[..., 2] > CHEST)


def _hemmed(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place lies between a hem and its stitches."""
    return np.asarray(np.isin(scene.material, _SEWN) & ~scene.inner & (scene.hem < SEWN))


def blades(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place on the body at rest lies on a shoulder blade."""
    joints = [scene.now.body.joint(f"uarm.{side}") for side, _ in SIDES]
    near = [np.linalg.norm(scene.rest - joint, axis=-1) < BLADE for joint in joints]
    return np.asarray((near[0] | near[1]) & (scene.rest[..., 0] < joints[0][0]))


def _raised(scene: Scene, side: str) -> bool:
    """Whether an upper arm points up along the trunk: its armhole is a crumple then, which a line would make a tear."""
    place = dict(zip(BONES, scene.now.frames.place[0], strict=True))
    arm, trunk = place[f"fore.{side}"] - place[f"uarm.{side}"], place["neck1"] - place["thorax"]
    return bool(arm @ trunk > RAISED * np.linalg.norm(arm) * np.linalg.norm(trunk))


def gaps(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place is a narrow gap in bare skin."""
    wide, other = GAP * scene.stroke / UNITS, scene.material != MATERIAL["skin"]
    near = ndimage.distance_transform_edt(other) <= wide
    return np.asarray((ndimage.distance_transform_edt(near) > wide) & other)


def _framed(values: NDArray[Any], edge: float) -> NDArray[Any]:
    return np.pad(values, [(1, 1), (1, 1)] + [(0, 0)] * (values.ndim - 2), constant_values=edge)


@dataclass
class _Maps:
    material: NDArray[Any]
    depth: NDArray[Any]
    rest: NDArray[Any]
    limb: NDArray[Any]
    thing: NDArray[Any]
    digit: NDArray[Any]
    sleeve: NDArray[Any]
    hemmed: NDArray[Any]
    gap: NDArray[Any]
    felt: NDArray[Any]
    blade: NDArray[Any]
    inner: NDArray[Any]
    armpit: float

    def between(self, one: tuple[slice, slice], two: tuple[slice, slice], axis: int) -> Kinds:
        a, b = self.material[one], self.material[two]
        worn_a, worn_b = np.isin(a, WORN), np.isin(b, WORN)
        same, both = a == b, worn_a & worn_b
        jump = np.abs(self.depth[one] - self.depth[two])
        real = jump > STEEP * self._calm(axis) + 0.002
        torn = np.linalg.norm(self.rest[one] - self.rest[two], axis=-1)
        limb_a, limb_b = self.limb[one], self.limb[two]
        out = np.zeros(a.shape, dtype=np.int8)
        seam = same & (a == MATERIAL["shirt"]) & (self.sleeve[one] != self.sleeve[two])
        out[seam & (self.rest[one][..., 2] < self.armpit)] = SEAM
        out[np.isin(a, _SEWN) & (self.hemmed[one] != self.hemmed[two])] = STITCH
        fine = both & same & (torn > SMALL) & (jump > SMALL_STEP) & real
        out[fine] = FOLD
        edge = both & same & (torn > TORN) & (((jump > STEP) & real) | (torn > FAR_TORN))
        out[edge] = np.where((jump[edge] > DEEP) | (limb_a[edge] != limb_b[edge]), OVER, FOLD)
        out[(out == FOLD) & (a == MATERIAL["shirt"]) & self._furrow(one) & self._furrow(two)] = NONE
        out[(out == FOLD) & (a == MATERIAL["shirt"]) & self.blade[one] & self.blade[two]] = NONE
        out[same & (self.inner[one] != self.inner[two]) & (out == NONE)] = HEM  # the mouth of a sleeve or a leg
        digit_a, digit_b = self.digit[one], self.digit[two]
        calm = same & (jump < DEEP)
        low, high = np.minimum(digit_a, digit_b), np.maximum(digit_a, digit_b)
        out[calm & (limb_a == limb_b) & (high > THUMB) & (torn < CURLED)] = NONE
        fingers = same & (limb_a == limb_b) & (low >= THUMB) & (high < GREAT_TOE)
        out[fingers & (low > THUMB) & ((low != high) | (torn >= CURLED))] = FINE
        out[fingers & (low == THUMB) & (high > THUMB)] = FOLD
        out[calm & (low >= GREAT_TOE) & (low != high)] = FINE
        legs = both & same & self._two_legs(limb_a, limb_b) & (self.rest[one][..., 2] < CROTCH)
        out[legs] = np.where(jump[legs] > DEEP, OVER, HEM)
        hem = both & ~same
        out[hem] = np.where((jump[hem] > DEEP) & (limb_a[hem] != limb_b[hem]), OVER, HEM)
        out[(out >= OVER) & (high > 0) & (high < GREAT_TOE)] = FINGER
        out[worn_a != worn_b] = np.where((high > 0) & (high < GREAT_TOE), FINGER, OUT)[worn_a != worn_b]
        out[~same & (high > 0) & (self.gap[one] | self.gap[two])] = FINE
        props = ~worn_a & ~worn_b & (self.thing[one] != self.thing[two])
        out[props & ~(np.isin(a, _GROUND) & np.isin(b, _GROUND))] = EDGE
        out[props & (np.isin(a, _WALL) | np.isin(b, _WALL))] = FINE
        out[props & self._cut(a, b, axis)] = NONE
        hair_a, hair_b = a == MATERIAL["hair"], b == MATERIAL["hair"]
        out[hair_a & hair_b & (self.thing[one] == self.thing[two])] = NONE  # its locks are strokes
        out[both & (hair_a != hair_b) & (jump < DEEP)] = FINE  # a hairline is soft
        out[props & np.isin(a, _PILLOW) & np.isin(b, _PILLOW) & ~same & (jump < STEP)] = FINE  # a seam
        out[self.felt[one] & self.felt[two] & same & (out < FINGER)] = NONE  # a hem runs on across what is felt
        return out

    @staticmethod
    def _cut(one: NDArray[Any], two: NDArray[Any], axis: int) -> NDArray[np.bool_]:
        """A wall goes on where its picture ends: above, and behind its face."""
        ends = _WALL if axis == 0 else (MATERIAL["wall_end"],)
        return np.asarray((np.isin(one, ends) | np.isin(two, ends)) & ((one == _NOTHING) | (two == _NOTHING)))

    def _furrow(self, part: tuple[slice, slice]) -> NDArray[np.bool_]:
        rest = self.rest[part]
        return np.asarray((np.abs(rest[..., 1]) < FURROW) & (rest[..., 0] < 0.03))

    def _calm(self, axis: int) -> Array:
        """The slope on the gentler side of each pair of pixels."""
        slope = np.abs(np.diff(self.depth, axis=axis))
        slope = np.where(np.diff(self.material, axis=axis) == 0, slope, 9.0)
        wide = np.pad(slope, [(1, 1), (0, 0)] if axis == 0 else [(0, 0), (1, 1)], constant_values=9.0)
        if axis == 0:
            return np.asarray(np.minimum(wide[:-2], wide[2:])[:, 1:-1])
        return np.asarray(np.minimum(wide[:, :-2], wide[:, 2:])[1:-1])

    @staticmethod
    def _two_legs(one: NDArray[Any], two: NDArray[Any]) -> NDArray[np.bool_]:
        left, right = LIMBS.index("leg.L"), LIMBS.index("leg.R")
        return np.asarray(((one == left) & (two == right)) | ((one == right) & (two == left)))
