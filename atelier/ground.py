"""What lies behind the body: mat and wall, the body's shadow on the floor, the dashed outline of where it was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import ConvexHull

from atelier import depth
from atelier.curve import UNITS, path, polyline
from atelier.depth import Buffer, Screen
from atelier.fills import outline_path, outlines
from atelier.ink import WEIGHT
from atelier.proportions import Array
from atelier.props import Mat, Prop, Wall
from atelier.scene import Posed
from kit.figures.palette import DRAWN

MAT_THICK = 0.010
SHADOW_PPU = 400.0
SHADOW_EDGE = 0.014  # H that it is wider than what casts it
SHADOW_HIGH = 0.05  # flesh higher than this above the floor casts no shadow, in H


def outline_points(props: tuple[Prop, ...]) -> list[Array]:
    """Corners (4, 3) of each mat and wall."""
    out = []
    for prop in props:
        if isinstance(prop, Mat):
            x0, x1, y0, y1 = prop.rect
            out.append(np.array([[x0, y0, 0], [x1, y0, 0], [x1, y1, 0], [x0, y1, 0]], dtype=np.float64))
        elif isinstance(prop, Wall):
            out.append(_wall(prop))
    return out


def _wall(prop: Wall) -> Array:
    start = np.array([*prop.at, 0.0])
    along = np.array([abs(prop.facing[1]), abs(prop.facing[0]), 0.0])
    along /= np.linalg.norm(along)
    up = np.array([0, 0, prop.height])
    low, high = start + along * prop.span[0], start + along * prop.span[1]
    return np.array([low, high, high + up, low + up])


def backdrop(props: tuple[Prop, ...], screen: Screen) -> list[str]:
    """SVG of mats and walls."""
    out = []
    for prop, corners in zip([p for p in props if isinstance(p, Mat | Wall)], outline_points(props), strict=True):
        top, _ = screen.pixels(corners)
        if isinstance(prop, Mat):
            under, _ = screen.pixels(corners - np.array([0, 0, MAT_THICK]))
            both = np.vstack([top, under])
            edge = DRAWN["mat_edge"]
            rim = polyline(both[ConvexHull(both).vertices], True)
            out.append(f'<path d="{rim}" fill="{edge}" stroke="{edge}" stroke-width="9" stroke-linejoin="round"/>')
            out.append(f'<path d="{polyline(top, True)}" fill="{DRAWN["mat"]}"/>')
        else:
            foot = polyline(top[:2])
            out.append(f'<path d="{polyline(top, True)}" fill="{DRAWN["wall"]}"/>')
            out.append(f'<path d="{foot}" fill="none" stroke="{DRAWN["mat_edge"]}" stroke-width="5"/>')
    return out


def _near_floor(posed: Posed) -> NDArray[np.bool_]:
    return np.asarray(posed.centre[:, 2] - np.linalg.norm(posed.axes[:, 2, :], axis=1) < SHADOW_HIGH)


def shadow_points(posed: Posed) -> Array:
    """(k, 3) points of the floor that hold the shadow between them."""
    near = _near_floor(posed)
    centre, reach = posed.centre[near, :2], np.linalg.norm(posed.axes[near, :2, :], axis=2) + SHADOW_EDGE
    ways = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]) * 0.75  # an ellipse fills little more of its box
    flat = (centre[:, None] + ways * reach[:, None]).reshape(-1, 2)
    return np.column_stack([flat, np.zeros(len(flat))])


def shadow(posed: Posed, screen: Screen) -> list[str]:
    """SVG of the floor under what is near it."""
    near = _near_floor(posed)
    if not near.any() or screen.view[2, 2] <= 0:
        return []
    centre, axes = posed.centre[near], posed.axes[near]
    x, y = centre[:, 0], centre[:, 1]
    above = Screen(np.eye(3), (x.min() - 0.12, x.max() + 0.12, y.min() - 0.12, y.max() + 0.12), SHADOW_PPU)
    buffer = Buffer.empty(above)
    depth.ellipsoids(buffer, above, centre, axes)
    dark = ndimage.binary_dilation(buffer.index >= 0, iterations=5)
    dark = ndimage.gaussian_filter(dark.astype(np.float32), 4) > 0.4
    text = ""
    for ring in outlines(dark, 4, 0.8, 100):
        floor = [
            np.column_stack([above.box[0] + c[:, 0] / SHADOW_PPU, above.box[3] - c[:, 1] / SHADOW_PPU]) for c in ring
        ]
        text += path([screen.pixels(np.column_stack([c, np.zeros(4)]))[0] for c in floor], True)
    return [f'<path d="{text}" fill="{DRAWN["shadow"]}" fill-rule="evenodd"/>'] if text else []


def ghost(before: Posed, screen: Screen) -> list[str]:
    """SVG of the dashed outline of an earlier pose."""
    buffer = Buffer.empty(screen)
    depth.ellipsoids(buffer, screen, before.centre, before.axes)
    text = outline_path(buffer.index >= 0, 4, 0.7, 400)
    width = WEIGHT * UNITS * 0.5
    return [
        f'<path d="{text}" fill="none" stroke="{DRAWN["ghost"]}" stroke-width="{width:.1f}" stroke-dasharray="22 15"/>'
    ]
