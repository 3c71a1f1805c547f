"""Arrows of a panel: long enough to be read, and moved off the body to where the background is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy import ndimage
from scipy.interpolate import CubicSpline

from atelier.angles import Array
from atelier.curve import UNITS, fit, path
from atelier.pose import Arrow
from atelier.posed import Posed
from atelier.raster import Screen, drawn
from atelier.soup import WORN, Soup
from kit.figures.palette import DRAWN

LEAST = 0.15  # of the picture's size: its length
WIDE = 2.9  # of an outline: its shaft
HEAD = 3.0  # shafts that its head is long
SHAFT, ERROR = 24, 0.4  # points along each side of a shaft, and pixels that its curve may be off
BARB = 1.65  # shafts from its middle to the end of a barb
PPU = 90.0  # pixels for each H in which room is looked for
ROOM = 0.022  # H round an arrow's line that is kept free
REACH, RING = 0.2, 0.014  # H: how far an arrow is moved at most, and between two tries
OVER = 6.0  # H that a whole arrow would rather be moved than lie on the body


def arrow_points(arrow: Arrow, now: Posed) -> Array:
    """(k, 3) points along an arrow, from tail to tip, in H, as the pose file says."""
    t = np.linspace(0, 1, 12)[:, None]
    if arrow.points:
        at = np.linspace(0, 1, len(arrow.points))
        return np.asarray(CubicSpline(at, np.asarray(arrow.points, dtype=np.float64))(t[:, 0]))
    assert arrow.start is not None
    assert arrow.by is not None
    place, faces = now.spot(arrow.start)
    by = np.asarray(arrow.by)
    tail = place[0] + faces[0] * arrow.off + np.asarray(arrow.shift) - (by if arrow.ends else 0)
    return np.asarray(tail + by * t + np.asarray(arrow.bend) * 4 * t * (1 - t))


def placed(arrows: Sequence[Arrow], now: Posed, soup: Soup, view: Array) -> list[Array]:
    """Points (k, 3) of each arrow, at least as long as is read, off the body where there is room near by."""
    if not arrows:
        return []
    seen = soup.shown() @ view.T
    (left, bottom), (right, top) = seen[:, :2].min(0) - REACH, seen[:, :2].max(0) + REACH
    screen = Screen(view, (float(left), float(right), float(bottom), float(top)), PPU)
    size = 0.55 * (right - left - 2 * REACH) + 0.45 * (top - bottom - 2 * REACH)
    index = drawn(soup.places, soup.faces, screen, soup.keep).index
    body = (index >= 0) & np.isin(soup.material[np.maximum(index, 0)], WORN)
    room = ndimage.distance_transform_edt(~body) / PPU
    return [_moved(_long(arrow_points(arrow, now), view, LEAST * size), room, screen) for arrow in arrows]


def _long(points: Array, view: Array, least: float) -> Array:
    """The same arrow from the same tail, at least so long in the picture."""
    steps = np.diff(points @ view[:2].T, axis=0)
    length = float(np.sqrt((steps**2).sum(1)).sum())
    return np.asarray(points[0] + (points - points[0]) * max(1.0, least / max(length, 1e-6)))


def _moved(points: Array, room: Array, screen: Screen) -> Array:
    """The arrow shifted in the picture by as little as brings it off the body."""
    steps = np.arange(-REACH, REACH + RING / 2, RING)
    shifts = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    far = np.sqrt((shifts**2).sum(1))
    shifts = shifts[far <= REACH]
    line, _ = screen.pixels(points)
    at = line[None] + (shifts * [1, -1] * PPU)[:, None]
    x, y = np.clip(at.astype(int), 0, np.array(room.shape)[::-1] - 1).transpose(2, 0, 1)
    lacks = np.maximum(ROOM - room[y, x], 0).mean(1) / ROOM
    best = shifts[np.argmin(lacks * OVER * REACH + np.sqrt((shifts**2).sum(1)))]
    return np.asarray(points + best @ screen.view[:2])


def svg(points: Array, screen: Screen, stroke: float, both: bool = False) -> list[str]:
    """SVG of one arrow with a light halo; (k, 3) points from tail to tip, `stroke` the weight of outlines."""
    line, _ = screen.pixels(points)
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    total = along[-1]
    width = stroke / UNITS * WIDE
    head = min(width * HEAD, total * (0.4 if both else 0.55))

    first = head if both else 0.0
    away = np.linspace(first, total - head, SHAFT)
    shaft = np.column_stack([np.interp(away, along, line[:, i]) for i in (0, 1)])
    tangent = np.gradient(shaft, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    taper = np.ones(SHAFT) if both else np.linspace(0.6, 1, SHAFT)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]]) * taper[:, None] * width * 0.5
    one, two = fit(shaft + normal, ERROR), fit((shaft - normal)[::-1], ERROR)
    tip = _head(shaft[-1], line[-1], width)
    tail = _head(shaft[0], line[0], width) if both else np.zeros((0, 2))
    shape = [*one, *_straight(one[-1][-1], tip, two[0][0]), *two, *_straight(two[-1][-1], tail, one[0][0])]
    text, halo = path(shape, True), DRAWN["halo"]
    return [
        f'<path d="{text}" fill="{halo}" stroke="{halo}" stroke-width="{stroke * 1.2:.1f}" stroke-linejoin="round"/>',
        f'<path d="{text}" fill="{DRAWN["arrow"]}"/>',
    ]


def _head(base: Array, tip: Array, width: float) -> Array:
    """The barbs and the tip of an arrow, from its left to its right."""
    way = (tip - base) / np.linalg.norm(tip - base)
    barb = np.array([-way[1], way[0]]) * width * BARB
    back = way * width * 0.25
    return np.array([base + barb - back, tip, base - barb - back])


def _straight(start: Array, corners: Array, end: Array) -> list[Array]:
    """Straight pieces (2, 2) from corner to corner."""
    return [np.array(pair) for pair in pairwise([start, *corners, end])]
