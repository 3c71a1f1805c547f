"""Depth buffer: for each pixel, which ellipsoid or flat face the viewer sees first, and how near it is.

Ellipsoids have a closed form in a parallel projection, so no surface is ever cut into triangles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from atelier.proportions import Array
from atelier.props import Face

NOTHING = -9.0  # depth of a pixel that sees nothing, in H
TIE = 1e-9  # H: faces in one plane are as near as each other, and the first stays; processors would round either way


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


@dataclass
class Buffer:
    """`depth` (rows, columns) in H and `index` (rows, columns) of what is seen there, -1 for nothing."""

    depth: Array
    index: NDArray[np.int32]

    @classmethod
    def empty(cls, screen: Screen) -> Buffer:
        return cls(np.full(screen.shape, NOTHING), np.full(screen.shape, -1, dtype=np.int32))

    def points(self, screen: Screen) -> Array:
        """(rows, columns, 3): where each ray meets what it sees, in H."""
        across, up = screen.rays()
        view = screen.view
        flat = across[None, :, None] * view[0] + up[:, None, None] * view[1]
        return np.asarray(flat + self.depth[..., None] * view[2])

    def heights(self, screen: Screen) -> Array:
        """(rows, columns): how high above the floor each ray meets what it sees, in H."""
        across, up = screen.rays()
        right, above, near = screen.view[:, 2]
        return np.asarray(across[None, :] * right + up[:, None] * above + self.depth * near)


def ellipsoids(buffer: Buffer, screen: Screen, centre: Array, axes: Array) -> None:
    """Draw m ellipsoids (centre (m, 3), semi-axes (m, 3, 3)) into the buffer with indices 0..m-1."""
    rows, columns = screen.shape
    seen, depth = screen.pixels(centre)
    turned = screen.view @ axes
    spread = turned @ turned.transpose(0, 2, 1)  # the ellipsoid as a quadratic form, inverted
    reach = np.sqrt(spread[:, [0, 1], [0, 1]]) * screen.ppu
    middle = seen - 0.5
    low = np.maximum(0, (middle - reach).astype(int))
    high = np.minimum([columns, rows], (middle + reach).astype(int) + 2)
    det = spread[:, 0, 0] * spread[:, 1, 1] - spread[:, 0, 1] ** 2
    a, b, c = spread[:, 1, 1] / det, -spread[:, 0, 1] / det, spread[:, 0, 0] / det
    slope_x = spread[:, 2, 0] * a + spread[:, 2, 1] * b
    slope_y = spread[:, 2, 0] * b + spread[:, 2, 1] * c
    rest = np.maximum(spread[:, 2, 2] - slope_x * spread[:, 2, 0] - slope_y * spread[:, 2, 1], 0)
    for i in np.flatnonzero((low < high).all(axis=1)):
        (x0, y0), (x1, y1) = low[i], high[i]
        dx = (np.arange(x0, x1) - middle[i, 0])[None, :] / screen.ppu
        dy = -(np.arange(y0, y1) - middle[i, 1])[:, None] / screen.ppu
        inside = 1 - (a[i] * dx**2 + 2 * b[i] * dx * dy + c[i] * dy**2)
        near = depth[i] + slope_x[i] * dx + slope_y[i] * dy + np.sqrt(np.maximum(inside, 0) * rest[i])
        window = buffer.depth[y0:y1, x0:x1]
        wins = (inside > 0) & (near > window)
        window[wins] = near[wins]
        buffer.index[y0:y1, x0:x1][wins] = i


def normals(buffer: Buffer, points: Array, centre: Array, axes: Array) -> Array:
    """(rows, columns, 3) outward normals of the ellipsoids seen, 0 where none is; `points` are the buffer's."""
    hit = buffer.index >= 0
    which = buffer.index[hit]
    points = points[hit]
    inverse = np.linalg.inv(axes @ axes.transpose(0, 2, 1))
    out = np.zeros((*buffer.depth.shape, 3))
    toward = np.einsum("kij,kj->ki", inverse[which], points - centre[which])
    out[hit] = toward / (np.linalg.norm(toward, axis=1, keepdims=True) + 1e-12)
    return out


def face(buffer: Buffer, screen: Screen, flat: Face) -> NDArray[np.bool_]:
    """Draw one flat face; returns (rows, columns) where it is the nearest so far. Its index is left to the caller."""
    shown = np.zeros(screen.shape, dtype=bool)
    if flat.normal @ screen.view[2] <= 1e-3:
        return shown
    corners, depth = screen.pixels(flat.corners)
    image = Image.new("L", (screen.shape[1], screen.shape[0]), 0)
    ImageDraw.Draw(image).polygon([(float(x), float(y)) for x, y in corners], fill=1)
    y, x = np.nonzero(np.asarray(image))
    if not len(x):
        return shown
    plane = np.linalg.lstsq(np.column_stack([corners, np.ones(len(corners))]), depth, rcond=None)[0]
    near = plane[0] * (x + 0.5) + plane[1] * (y + 0.5) + plane[2]
    wins = near > buffer.depth[y, x] + TIE
    buffer.depth[y[wins], x[wins]] = near[wins]
    shown[y[wins], x[wins]] = True
    return shown
