"""The underside of a body: how high it is over each place of the ground, seen from below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atelier.angles import Array
from atelier.raster import Faces, Screen, drawn

PPU = 250.0  # pixels for each H of the view from below
ROOM = 0.02  # H round what is asked about
_FROM_BELOW = np.diag([1.0, -1.0, -1.0])


@dataclass(frozen=True)
class Underside:
    """`low` (rows, columns) the lowest place over each spot, in H; infinite where nothing is."""

    screen: Screen
    low: Array

    def over(self, places: Array) -> Array:
        """(...) the lowest place over places (..., 2 or 3)."""
        left, _, _, top = self.screen.box
        column = ((places[..., 0] - left) * PPU).astype(int)
        row = ((top + places[..., 1]) * PPU).astype(int)
        rows, columns = self.low.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        out = np.full(places.shape[:-1], np.inf)
        out[inside] = self.low[row[inside], column[inside]]
        return out


def underside(mesh: Array, skin: Faces, low: Array, high: Array) -> Underside:
    """Of the part of a mesh that lies over the rectangle from `low` to `high`, both (2,)."""
    (x0, y0), (x1, y1) = low - ROOM, high + ROOM
    screen = Screen(_FROM_BELOW, (float(x0), float(x1), float(-y1), float(-y0)), PPU)
    seen = drawn(mesh, skin, screen)
    return Underside(screen, np.where(seen.index >= 0, -seen.depth, np.inf))
