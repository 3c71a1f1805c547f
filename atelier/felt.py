"""Where in a picture something is felt: the seen part of a muscle, inside of the form that it lies on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.body import LIMBS, limb_of
from atelier.landmarks import LANDMARKS, at_rest
from atelier.pose import Felt
from atelier.scene import Scene
from atelier.skeleton import BONE
from atelier.soup import MATERIAL

EDGE = 3  # pixels that a felt area stays inside of the form it lies on, beside its outline
LEAST_SHARE = 0.2  # of a felt area: less of it beyond a hem is a scrap
MIDLINE = 0.004  # H past the middle of the body that a one-sided area goes


def felt_mask(scene: Scene, felt: Felt) -> NDArray[np.bool_]:
    """(rows, columns) the visible skin where it is felt: on its own limb or the trunk, on its own side."""
    body, mark = scene.now.body, LANDMARKS[felt.at]
    axes = body.axes[BONE[mark.bone]]
    away = (scene.rest - at_rest(body, felt.at)) @ axes - np.asarray(felt.shift)
    near = ((away / np.asarray(felt.radius)) ** 2).sum(-1) < 1
    on = [MATERIAL[name] for name in ("skin", "shoe", "shirt", "shorts")]
    if "." in felt.at:
        near &= scene.rest[..., 1] * (1 if felt.at.endswith("L") else -1) > -MIDLINE
    own = np.isin(scene.material, on) & np.isin(scene.limb, _own_limbs(felt.at))
    own &= ~np.isin(scene.material, _scraps(scene.material[own & near]))
    near &= ndimage.binary_erosion(own, iterations=EDGE)
    even = ndimage.gaussian_filter(near.astype(np.float64), 3) > 0.5
    return np.asarray(ndimage.binary_opening(even, iterations=2) & near)


def _scraps(materials: NDArray[np.int64]) -> list[int]:
    """The materials (pixels,) of a felt area that hold so little of it that it ends better at their hem."""
    return [kind for kind in np.unique(materials) if (materials == kind).mean() < LEAST_SHARE]


def felt_masks(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) all skin where something is felt."""
    none = np.zeros(scene.material.shape, dtype=np.bool_)
    return np.asarray(np.logical_or.reduce([none, *(felt_mask(scene, felt) for felt in scene.panel.felt)]))


def _own_limbs(at: str) -> list[int]:
    """Numbers of the limbs that an area about a landmark may reach: its own, and the trunk where they meet."""
    bone = LANDMARKS[at].bone
    own = {limb_of(bone), "trunk"} | ({f"leg.{at[-1]}"} if bone == "pelvis" else set())
    return [LIMBS.index(name) for name in own | ({"head"} if bone in ("thorax", "neck") else set())]
