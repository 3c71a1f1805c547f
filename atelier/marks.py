"""What is drawn upon the body: where it is felt, arrows, and the simple face."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.curve import UNITS, polyline
from atelier.depth import Screen
from atelier.fills import outline_path
from atelier.ink import WEIGHT
from atelier.landmarks import LANDMARKS, spot
from atelier.pose import Arrow, Felt
from atelier.proportions import BONE, NEUTRAL, Array
from atelier.scene import Scene
from atelier.skeleton import Frames
from kit.figures.palette import DRAWN

HATCH = 0.015  # H between two strokes
LEAST = 0.022  # H across: smaller felt areas count as hidden


def felt_mask(scene: Scene, felt: Felt) -> NDArray[np.bool_]:
    """(rows, columns) the visible skin where it is felt."""
    mark = LANDMARKS[felt.at]
    centre = np.asarray(mark.place) + np.asarray(felt.shift)
    near = (((scene.on_bone(BONE[mark.bone]) - centre) / np.asarray(felt.radius)) ** 2).sum(-1) < 1
    own = [number for name, number in scene.parts.items() if name in felt.parts]
    mask = ndimage.binary_opening(near & np.isin(scene.region, own) & (scene.buffer.index >= 0), iterations=2)
    patches, count = ndimage.label(mask)
    if count:
        size = np.bincount(patches.ravel())
        size[0] = 0
        mask = (size > 0.15 * size.max())[patches]
    return np.asarray(mask)


def felt_area(scene: Scene, felt: Felt, dashed: bool = True) -> list[str]:
    """SVG: colour, hatch and outline; a dashed ring where the body hides it."""
    mask = felt_mask(scene, felt)
    weight = WEIGHT * UNITS
    if mask.sum() <= (scene.screen.ppu * LEAST) ** 2:
        return _hidden(scene, felt) if dashed else []
    edge = outline_path(mask, 4, 0.6, 100)
    strokes = _hatch(mask, scene.screen.ppu * HATCH)
    return [
        f'<path d="{edge}" fill="{DRAWN["felt"]}" stroke="{DRAWN["felt_edge"]}" stroke-width="{weight * 0.85:.1f}"'
        ' fill-rule="evenodd"/>',
        f'<path d="{strokes}" fill="none" stroke="{DRAWN["hatch"]}" stroke-width="{weight * 0.55:.1f}"/>',
    ]


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


def _hidden(scene: Scene, felt: Felt) -> list[str]:
    frames, mark = scene.posed.frames, LANDMARKS[felt.at]
    bone = BONE[mark.bone]
    turn = frames.turn[0, bone]
    centre = frames.place[0, bone] + turn @ (np.asarray(mark.place) + np.asarray(felt.shift) - NEUTRAL[bone])
    shape = scene.screen.view @ (turn * np.asarray(felt.radius))
    root = np.linalg.cholesky((shape @ shape.T)[:2, :2]) * 0.8
    angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = (root @ np.array([np.cos(angle), np.sin(angle)])).T * [scene.screen.ppu, -scene.screen.ppu]
    middle, _ = scene.screen.pixels(centre[None])
    text = polyline(middle[0] + ring, True)
    width = WEIGHT * UNITS * 0.75
    return [
        f'<path d="{text}" fill="none" stroke="{DRAWN["halo"]}" stroke-width="{width * 2:.1f}"/>',
        f'<path d="{text}" fill="none" stroke="{DRAWN["felt_edge"]}" stroke-width="{width:.1f}"'
        ' stroke-dasharray="20 14"/>',
    ]


def arrow_points(arrow: Arrow, frames: Frames) -> Array:
    """(k, 3) points along an arrow, from tail to tip, in H."""
    t = np.linspace(0, 1, 12)[:, None]
    if arrow.points:
        stations = np.asarray(arrow.points, dtype=np.float64)
        at = np.linspace(0, 1, len(stations))
        return np.column_stack([np.interp(t[:, 0], at, stations[:, i]) for i in range(3)])
    assert arrow.start is not None
    assert arrow.by is not None
    place, faces = spot(frames, arrow.start)
    by = np.asarray(arrow.by)
    tail = place[0] + faces[0] * arrow.off + np.asarray(arrow.shift) - (by if arrow.ends else 0)
    return np.asarray(tail + by * t + np.asarray(arrow.bend) * 4 * t * (1 - t))


def arrow(points: Array, screen: Screen) -> list[str]:
    """SVG of one arrow with a light halo; (k, 3) points from tail to tip."""
    line, _ = screen.pixels(points)
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    total = along[-1]
    width = WEIGHT * 2.0
    head = min(width * 3.4, total * 0.55)

    def at(distance: Array) -> Array:
        return np.column_stack([np.interp(distance, along, line[:, i]) for i in (0, 1)])

    base, tip = at(np.array([total - head]))[0], line[-1]
    way = (tip - base) / np.linalg.norm(tip - base)
    across = np.array([-way[1], way[0]])
    shaft = np.vstack([at(np.linspace(0, total - head, 10)), base + way * 0.5])
    tangent = np.gradient(shaft, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]]) * np.linspace(0.55, 1, len(shaft))[:, None] * width * 0.62
    barb, back = across * width * 1.9, way * width * 0.25
    shape = np.vstack([shaft + normal, [base + barb - back, tip, base - barb - back], (shaft - normal)[::-1]])
    text, halo = polyline(shape, True), DRAWN["halo"]
    return [
        f'<path d="{text}" fill="{halo}" stroke="{halo}" stroke-width="{WEIGHT * UNITS * 1.3:.1f}"'
        ' stroke-linejoin="round"/>',
        f'<path d="{text}" fill="{DRAWN["arrow"]}"/>',
    ]
