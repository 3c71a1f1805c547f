"""Depth buffer of triangles: what each pixel sees first, and where in that triangle. Numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array

NOTHING = -9.0  # depth of a pixel that sees nothing, in H
_EDGE = -1e-9  # a pixel on the edge of two triangles belongs to both
_AT_ONCE = 3_000_000  # pixels that are asked about in one go

Faces = NDArray[np.int32]


@dataclass(frozen=True)
class Ground:
    """A flat face through `at`, with two ways on it, each (3,) and of length 1."""

    at: Array
    across: Array
    up: Array

    @property
    def out(self) -> Array:
        """The way that it faces."""
        return np.cross(self.across, self.up)

    def within(self, points: Array) -> tuple[Array, Array]:
        """Points (k, 3) to where they are across and up it (k, 2), and how far (k,) in front of it."""
        away = points - self.at
        return away @ np.stack([self.across, self.up], axis=1), away @ self.out


FLOOR = Ground(*np.vstack([np.zeros(3), np.eye(3)[:2]]))


@dataclass(frozen=True)
class Screen:
    """The picture plane: `view` (3, 3), `box` (left, right, bottom, top) in H on it, `ppu` pixels for each H."""

    view: Array
    box: tuple[float, float, float, float]
    ppu: float

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)"""
        left, right, bottom, top = self.box
        return int(np.ceil((top - bottom) * self.ppu)), int(np.ceil((right - left) * self.ppu))

    def pixels(self, points: Array) -> tuple[Array, Array]:
        """Points (k, 3) in H to pixels (k, 2) as (x, y down) and depth (k,) towards the viewer in H."""
        seen = points @ self.view.T
        left, _, _, top = self.box
        return np.stack([(seen[:, 0] - left) * self.ppu, (top - seen[:, 1]) * self.ppu], axis=1), seen[:, 2]

    def rays(self) -> tuple[Array, Array]:
        """Middle of each column and of each row on the picture plane, in H."""
        rows, columns = self.shape
        across = self.box[0] + (np.arange(columns) + 0.5) / self.ppu
        up = self.box[3] - (np.arange(rows) + 0.5) / self.ppu
        return np.asarray(across), np.asarray(up)

    def on(self, ground: Ground, where: NDArray[np.bool_]) -> Array:
        """(k, 2): where across and up `ground` each ray of `where` (rows, columns) meets it; its front must be seen."""
        rows, columns = np.nonzero(where)
        across, up = self.rays()
        flat = across[columns, None] * self.view[0] + up[rows, None] * self.view[1] - ground.at
        met = flat - (flat @ ground.out / (self.view[2] @ ground.out))[..., None] * self.view[2]
        return np.asarray(met @ np.stack([ground.across, ground.up], axis=1))


@dataclass(frozen=True)
class Buffer:
    """All (rows, columns): `depth` in H, `index` of the triangle, -1 for none; `shares` (…, 3) of its corners."""

    depth: Array
    index: NDArray[np.int64]
    shares: Array

    def sampled(self, values: Array, faces: Faces) -> Array:
        """(rows, columns, k): values (vertices, k) where each pixel sees them; 0 where it sees nothing."""
        hit = self.index >= 0
        out = np.zeros((*self.index.shape, values.shape[1]))
        out[hit] = self.within(hit, values, faces)
        return out

    def within(self, where: NDArray[np.bool_], values: Array, faces: Faces) -> Array:
        """(n, k): the same for the pixels of `where` (rows, columns) alone, all of which see something."""
        corners = values[faces[self.index[where]]]
        return np.asarray((corners * self.shares[where][:, :, None]).sum(1))


def drawn(
    points: Array,
    faces: Faces,
    screen: Screen,
    keep: Array | None = None,
    closed: NDArray[np.bool_] | None = None,
) -> Buffer:
    """The triangles `faces` of `points` (vertices, 3). Where `keep` (vertices,) is below 0, they are cut away.

    Of `closed` surfaces (faces,) only the outside can be seen.
    """
    rows, columns = screen.shape
    pixels, depth = screen.pixels(points)
    corners = pixels[faces]
    low = np.maximum(np.ceil(corners.min(1) - 0.5).astype(np.int64), 0)
    high = np.minimum(np.floor(corners.max(1) - 0.5).astype(np.int64), [columns - 1, rows - 1])
    (ax, ay), (bx, by), (cx, cy) = (corners[:, i].T for i in range(3))
    area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    use = (low <= high).all(1) & (np.abs(area) > 1e-12)
    if closed is not None:
        use &= (area < 0) | ~closed  # y goes down in pixels
    if keep is not None:
        use &= (keep[faces] >= 0).any(1)
    chosen = np.flatnonzero(use)
    wide, tall = (high - low + 1)[chosen].T
    found = [
        _hits(part, faces, corners, area, low, wide_of, depth, keep, columns)
        for part, wide_of in _portions(chosen, wide, wide * tall)
    ]
    out = Buffer(np.full((rows, columns), NOTHING), np.full((rows, columns), -1), np.zeros((rows, columns, 3)))
    if found:
        where, near, triangle, shares = (np.concatenate(column) for column in zip(*found, strict=True))
        np.maximum.at(out.depth.ravel(), where, near)
        first = np.flatnonzero(near == out.depth.ravel()[where])  # of two alike the last one counts
        out.index.ravel()[where[first]] = triangle[first]
        out.shares.reshape(-1, 3)[where[first]] = shares[first]
    return out


Portion = tuple[NDArray[np.int64], tuple[NDArray[np.int64], NDArray[np.int64]]]


def _portions(chosen: NDArray[np.int64], wide: NDArray[np.int64], count: NDArray[np.int64]) -> list[Portion]:
    """Triangles with the widths of their boxes and the pixels in them, some at a time."""
    edges = np.searchsorted(np.cumsum(count), np.arange(_AT_ONCE, count.sum() + _AT_ONCE, _AT_ONCE))
    cuts = np.unique(np.r_[0, edges + 1, len(chosen)].clip(0, len(chosen)))
    return [(chosen[a:b], (wide[a:b], count[a:b])) for a, b in pairwise(cuts.tolist())]


def _hits(
    part: NDArray[np.int64],
    faces: Faces,
    corners: Array,
    area: Array,
    low: NDArray[np.int64],
    boxes: tuple[NDArray[np.int64], NDArray[np.int64]],
    depth: Array,
    keep: Array | None,
    columns: int,
) -> tuple[NDArray[np.int64], Array, NDArray[np.int64], Array]:
    """Pixels inside of these triangles: which, how near, of which triangle, and the shares of its corners."""
    wide, count = boxes
    own = np.repeat(np.arange(len(part)), count)
    step = np.arange(len(own)) - np.repeat(np.cumsum(count) - count, count)
    x, y = low[part][own, 0] + step % wide[own], low[part][own, 1] + step // wide[own]
    (ax, ay), (bx, by), (cx, cy) = (corners[part, i].T for i in range(3))
    inverse = 1 / area[part]
    slope = np.stack([(by - cy) * inverse, (cx - bx) * inverse, (cy - ay) * inverse, (ax - cx) * inverse])
    px, py = x + 0.5 - cx[own], y + 0.5 - cy[own]
    u = slope[0][own] * px + slope[1][own] * py
    v = slope[2][own] * px + slope[3][own] * py
    inside = np.flatnonzero((u >= _EDGE) & (v >= _EDGE) & (u + v <= 1 - _EDGE))
    own, u, v = own[inside], u[inside], v[inside]
    shares = np.stack([u, v, 1 - u - v], axis=1)
    triangle = part[own]
    if keep is not None:
        kept = (keep[faces[triangle]] * shares).sum(1) >= 0
        shares, triangle, inside = shares[kept], triangle[kept], inside[kept]
    near = (depth[faces[triangle]] * shares).sum(1)
    return y[inside] * columns + x[inside], near, triangle, shares
