"""What is drawn upon the body: where it is felt, arrows, and the outline of where it was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import Array
from atelier.body import LIMBS, limb_of
from atelier.curve import UNITS, fit, path, polyline, smooth
from atelier.fills import outline_path
from atelier.landmarks import LANDMARKS, at_rest
from atelier.pose import Arrow, Felt
from atelier.posed import Posed
from atelier.raster import Screen, drawn
from atelier.scene import Scene, flattened
from atelier.skeleton import BONE
from atelier.soup import MATERIAL
from atelier.trace import arcs
from kit.figures.palette import DRAWN

HATCH = 4.4  # widths of an outline between two strokes
CORE = 0.58  # of the felt area's size: where it is felt most
LEAST = 400  # pixels: smaller felt areas are not seen
GHOST_ROOM = 7  # pixels from the body in which its earlier outline is not drawn
GHOST_LEAST = 40  # pixels of a piece of it
MIDLINE = 0.004  # H past the middle of the body that a one-sided area goes
_FELT_ON = tuple(MATERIAL[name] for name in ("skin", "shirt", "shorts", "shoe"))


def felt_mask(scene: Scene, felt: Felt, size: float = 1.0) -> NDArray[np.bool_]:
    """(rows, columns) the visible skin where it is felt: on its own limb or the trunk, on its own side."""
    body, mark = scene.now.body, LANDMARKS[felt.at]
    axes = body.axes[BONE[mark.bone]]
    away = (scene.rest - at_rest(body, felt.at)) @ axes - np.asarray(felt.shift)
    near = ((away / (np.asarray(felt.radius) * size)) ** 2).sum(-1) < 1
    limb = limb_of(mark.bone)
    limbs = [i for i, name in enumerate(LIMBS) if name == limb or not name.startswith("arm")]
    near &= np.isin(scene.material, _FELT_ON) & np.isin(scene.limb, limbs)
    if "." in felt.at:
        near &= scene.rest[..., 1] * (1 if felt.at.endswith("L") else -1) > -MIDLINE
    even = ndimage.gaussian_filter(near.astype(np.float64), 3) > 0.5
    return np.asarray(ndimage.binary_opening(even, iterations=2) & near)


def felt_area(scene: Scene, felt: Felt) -> list[str]:
    """SVG: a soft tone with a fine edge, a core, and a hatch over both, which tells it in grey; nothing if hidden."""
    whole = felt_mask(scene, felt)
    if whole.sum() <= LEAST:
        return []
    soft, core = (outline_path(mask, 4, 0.7, 150) for mask in (whole, felt_mask(scene, felt, CORE)))
    out = [
        f'<path d="{soft}" fill="{DRAWN["felt_soft"]}" stroke="{DRAWN["felt_edge"]}"'
        f' stroke-width="{scene.stroke * 0.4:.1f}" fill-rule="evenodd"/>'
    ]
    if core:
        out.append(f'<path d="{core}" fill="{DRAWN["felt"]}" fill-rule="evenodd"/>')
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
    now = ndimage.binary_dilation(scene.person, iterations=GHOST_ROOM)
    text = []
    for arc in arcs(ndimage.binary_dilation(seen, iterations=4).astype(np.int32)):
        x, y = np.clip(arc.points.astype(int), 0, np.array(now.shape)[::-1] - 1).T
        runs, count = ndimage.label(~now[y, x])
        line = smooth(arc.points, 4, arc.closed)
        text += [path(fit(line[runs == i][::2], 0.9)) for i in range(1, count + 1) if (runs == i).sum() > GHOST_LEAST]
    if not text:
        return []
    return [
        f'<path d="{"".join(text)}" fill="none" stroke="{DRAWN["ghost"]}" stroke-width="{scene.stroke * 0.5:.1f}"'
        ' stroke-dasharray="22 15"/>'
    ]


def arrow_points(arrow: Arrow, now: Posed) -> Array:
    """(k, 3) points along an arrow, from tail to tip, in H."""
    t = np.linspace(0, 1, 12)[:, None]
    if arrow.points:
        stations = np.asarray(arrow.points, dtype=np.float64)
        at = np.linspace(0, 1, len(stations))
        return np.column_stack([np.interp(t[:, 0], at, stations[:, i]) for i in range(3)])
    assert arrow.start is not None
    assert arrow.by is not None
    place, faces = now.spot(arrow.start)
    by = np.asarray(arrow.by)
    tail = place[0] + faces[0] * arrow.off + np.asarray(arrow.shift) - (by if arrow.ends else 0)
    return np.asarray(tail + by * t + np.asarray(arrow.bend) * 4 * t * (1 - t))


def arrow(points: Array, screen: Screen, stroke: float, both: bool = False) -> list[str]:
    """SVG of one arrow with a light halo; (k, 3) points from tail to tip, `stroke` the weight of outlines."""
    line, _ = screen.pixels(points)
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    total = along[-1]
    width = stroke / UNITS * 2.6
    head = min(width * 3.2, total * (0.4 if both else 0.55))

    def at(distance: Array) -> Array:
        return np.column_stack([np.interp(distance, along, line[:, i]) for i in (0, 1)])

    first = head if both else 0.0
    shaft = at(np.linspace(first, total - head, 10))
    tangent = np.gradient(shaft, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    taper = np.ones(len(shaft)) if both else np.linspace(0.6, 1, len(shaft))
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]]) * taper[:, None] * width * 0.6
    tip = _head(shaft[-1], line[-1], width)
    tail = _head(shaft[0], line[0], width)[::-1] if both else np.zeros((0, 2))
    shape = np.vstack([shaft + normal, tip, (shaft - normal)[::-1], tail[::-1]])
    text, halo = polyline(shape, True), DRAWN["halo"]
    return [
        f'<path d="{text}" fill="{halo}" stroke="{halo}" stroke-width="{stroke * 1.2:.1f}" stroke-linejoin="round"/>',
        f'<path d="{text}" fill="{DRAWN["arrow"]}"/>',
    ]


def _head(base: Array, tip: Array, width: float) -> Array:
    """The barbs and the tip of an arrow, from its left to its right."""
    way = (tip - base) / np.linalg.norm(tip - base)
    barb = np.array([-way[1], way[0]]) * width * 1.75
    back = way * width * 0.25
    return np.array([base + barb - back, tip, base - barb - back])
