"""What is drawn upon the body: where it is felt, and the outline of where it was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.body import LIMBS, limb_of
from atelier.curve import UNITS, fit, path, polyline, smooth
from atelier.fills import outline_path
from atelier.landmarks import LANDMARKS, at_rest
from atelier.pose import Felt
from atelier.posed import Posed
from atelier.raster import drawn
from atelier.scene import Scene, flattened
from atelier.skeleton import BONE
from atelier.soup import MATERIAL
from atelier.trace import arcs
from kit.figures.palette import DRAWN

HATCH = 2.9  # widths of an outline between two strokes
LEAST = 400  # pixels: smaller felt areas are not seen
GHOST_ROOM = 7  # pixels from the body in which its earlier outline is not drawn
GHOST_FAR = 18  # pixels from it that each piece reaches: what has hardly moved leaves none
GHOST_LEAST = 90  # pixels of a piece of it
EDGE = 3  # pixels that a felt area stays inside of the form it lies on, beside its outline
MIDLINE = 0.004  # H past the middle of the body that a one-sided area goes


def felt_mask(scene: Scene, felt: Felt) -> NDArray[np.bool_]:
    """(rows, columns) the visible skin where it is felt: on its own limb or the trunk, on its own side."""
    body, mark = scene.now.body, LANDMARKS[felt.at]
    axes = body.axes[BONE[mark.bone]]
    away = (scene.rest - at_rest(body, felt.at)) @ axes - np.asarray(felt.shift)
    near = ((away / np.asarray(felt.radius)) ** 2).sum(-1) < 1
    on = [MATERIAL[name] for name in ("skin", "shoe", "shirt", "shorts")]
    own = np.isin(scene.material, on) & np.isin(scene.limb, _own_limbs(felt.at))
    near &= ndimage.binary_erosion(own, iterations=EDGE)
    if "." in felt.at:
        near &= scene.rest[..., 1] * (1 if felt.at.endswith("L") else -1) > -MIDLINE
    even = ndimage.gaussian_filter(near.astype(np.float64), 3) > 0.5
    return np.asarray(ndimage.binary_opening(even, iterations=2) & near)


def felt_masks(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) all skin where something is felt."""
    none = np.zeros(scene.material.shape, dtype=np.bool_)
    return np.logical_or.reduce([none, *(felt_mask(scene, felt) for felt in scene.panel.felt)])


def _own_limbs(at: str) -> list[int]:
    """Numbers of the limbs that an area about a landmark may reach: its own, and the trunk where they meet."""
    bone = LANDMARKS[at].bone
    own = {limb_of(bone), "trunk"} | ({f"leg.{at[-1]}"} if bone == "pelvis" else set())
    return [LIMBS.index(name) for name in own | ({"head"} if bone in ("thorax", "neck") else set())]


def felt_area(scene: Scene, felt: Felt) -> list[str]:
    """SVG: one strong patch with a firm edge, and a hatch over it, which tells it in grey; nothing if hidden."""
    whole = felt_mask(scene, felt)
    if whole.sum() <= LEAST:
        return []
    out = [
        f'<path d="{outline_path(whole, 4, 0.7, LEAST)}" fill="{DRAWN["felt"]}" stroke="{DRAWN["felt_edge"]}"'
        f' stroke-width="{scene.stroke * 0.6:.1f}" stroke-linejoin="round" fill-rule="evenodd"/>'
    ]
    if strokes := _hatch(whole, scene.stroke / UNITS * HATCH):
        width = scene.stroke * 0.42
        out.append(f'<path d="{strokes}" fill="none" stroke="{DRAWN["hatch"]}" stroke-width="{width:.1f}"/>')
    return out


def _hatch(mask: NDArray[np.bool_], step: float) -> str:
    """Strokes at 45 degrees inside of a mask."""
    inner = ndimage.binary_erosion(mask, iterations=3)
    ys, xs = np.nonzero(mask)
    x = np.arange(xs.min(), xs.max() + 1)
    text = []
    for total in np.arange((xs + ys).min(), (xs + ys).max(), step):
        y = np.round(total - x).astype(int)
        ok = (y >= 0) & (y < mask.shape[0])
        on = np.zeros(len(x), dtype=np.int8)
        on[ok] = inner[y[ok], x[ok]]
        turns = np.flatnonzero(np.diff(np.r_[0, on, 0]))
        for start, stop in zip(turns[::2], turns[1::2], strict=True):
            if stop - start > 3:
                ends = np.array([[x[start], y[start]], [x[stop - 1], y[stop - 1]]])
                text.append(polyline(ends))
    return "".join(text)


def ghost(scene: Scene, before: Posed) -> list[str]:
    """SVG of the dashed outline of an earlier pose, where the body is no longer."""
    seen = drawn(flattened(before.mesh), before.body.top.skin, scene.screen).index >= 0
    away = ndimage.distance_transform_edt(~scene.person)
    text = []
    for arc in arcs(ndimage.binary_dilation(seen, iterations=4).astype(np.int32)):
        x, y = np.clip(arc.points.astype(int), 0, np.array(away.shape)[::-1] - 1).T
        off = away[y, x]
        runs, count = ndimage.label(off > GHOST_ROOM)
        line = smooth(arc.points, 8, arc.closed)
        for own in (runs == i for i in range(1, count + 1)):
            if own.sum() > GHOST_LEAST and off[own].max() > GHOST_FAR:
                text.append(path(fit(line[own][::2], 0.9)))
    if not text:
        return []
    return [
        f'<path d="{"".join(text)}" fill="none" stroke="{DRAWN["ghost"]}" stroke-width="{scene.stroke * 0.55:.1f}"'
        ' stroke-dasharray="24 14"/>'
    ]
