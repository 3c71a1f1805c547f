"""What is drawn upon the body: where it is felt, and the outline of where it was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.curve import UNITS, fit, path, polyline, smooth
from atelier.felt import felt_mask
from atelier.fills import outline_path
from atelier.pose import Felt
from atelier.posed import Posed
from atelier.raster import drawn
from atelier.scene import Scene, flattened
from atelier.trace import arcs
from kit.figures.palette import DRAWN

HATCH = 3.6  # widths of an outline between two strokes
LEAST = 400  # pixels: smaller felt areas are not seen
GHOST_ROOM = 7  # pixels from the body in which its earlier outline is not drawn
GHOST_FAR = 18  # pixels from it that each piece reaches: what has hardly moved leaves none
GHOST_LEAST = 90  # pixels of a piece of it


def felt_area(scene: Scene, felt: Felt) -> list[str]:
    """SVG: one strong patch with a firm edge, and a hatch over it, which tells it in grey; nothing if hidden."""
    whole = felt_mask(scene, felt)
    if whole.sum() <= LEAST:
        return []
    out = [
        f'<path d="{outline_path(whole, 4, 0.7, LEAST)}" fill="{DRAWN["felt"]}" stroke="{DRAWN["felt_edge"]}"'
        f' stroke-width="{scene.stroke * 0.6:.1f}" stroke-linejoin="round" fill-rule="evenodd"/>'
    ]
    if strokes := _hatch(whole, scene.stroke / UNITS * HATCH * scene.loose):
        width = scene.stroke * 0.45
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
