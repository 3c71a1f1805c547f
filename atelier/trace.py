"""From a map of labels to arcs: the cracks between pixels of different labels, walked from node to node.

A node is a corner of pixels where three or more labels meet, or where the picture ends. Each crack belongs to one arc.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array

Labels = NDArray[np.int32]
Pixels = NDArray[np.int64]


@dataclass(frozen=True)
class Arc:
    """A chain of n cracks.

    `points` (n + 1, 2) corners as (x, y); `one`, `two` (n, 2) the pixels (row, column) on both sides, which may lie
    outside of the map; `start`, `end` numbers of its end corners; `closed` a ring that meets no other arc.
    """

    points: Array
    one: Pixels
    two: Pixels
    start: int
    end: int
    closed: bool

    def labels(self, labels: Labels) -> tuple[int, int]:
        """What lies on both sides; 0 outside of the map."""
        return _label(labels, self.one[0]), _label(labels, self.two[0])


def arcs(labels: Labels) -> list[Arc]:
    """All arcs of a map (rows, columns); what lies outside of the map counts as label 0."""
    rows, columns = labels.shape
    padded = np.zeros((rows + 2, columns + 2), labels.dtype)
    padded[1:-1, 1:-1] = labels
    wide = columns + 1  # corners in a row
    flat_y, flat_x = np.nonzero(padded[:-1, 1:-1] != padded[1:, 1:-1])
    up_y, up_x = np.nonzero(padded[1:-1, :-1] != padded[1:-1, 1:])
    tail = np.concatenate([flat_y * wide + flat_x, up_y * wide + up_x])
    head = np.concatenate([flat_y * wide + flat_x + 1, (up_y + 1) * wide + up_x])
    one = np.concatenate([np.stack([flat_y - 1, flat_x], 1), np.stack([up_y, up_x - 1], 1)])
    two = np.concatenate([np.stack([flat_y, flat_x], 1), np.stack([up_y, up_x], 1)])
    out = []
    for corners, cracks, ring in walks(tail.tolist(), head.tolist(), (rows + 1) * wide):
        at = np.array(corners)
        points = np.stack([at % wide, at // wide], axis=1).astype(np.float64)
        out.append(Arc(points, one[cracks], two[cracks], corners[0], corners[-1], ring))
    return out


def walks(tail: list[int], head: list[int], corners: int) -> list[tuple[list[int], list[int], bool]]:
    """Corners and cracks of each chain, and whether it is a ring: first those that start at a node, a corner where not
    just two cracks meet, then the rings."""
    degree = np.bincount(np.array(tail + head, dtype=np.int64), minlength=corners)
    at: dict[int, list[int]] = {}
    for crack, (a, b) in enumerate(zip(tail, head, strict=True)):
        at.setdefault(a, []).append(crack)
        at.setdefault(b, []).append(crack)
    used = [False] * len(tail)

    def walk(corner: int, crack: int) -> tuple[list[int], list[int], bool]:
        first, path, chain = corner, [corner], []
        while True:
            used[crack] = True
            chain.append(crack)
            corner = head[crack] if tail[crack] == corner else tail[crack]
            path.append(corner)
            following = [c for c in at[corner] if not used[c]] if degree[corner] == 2 else []
            if not following:
                return path, chain, corner == first and degree[first] == 2
            crack = following[0]

    found = []
    for node in np.flatnonzero((degree > 0) & (degree != 2)).tolist():
        found += [walk(node, crack) for crack in at[node] if not used[crack]]
    found += [walk(tail[crack], crack) for crack in range(len(tail)) if not used[crack]]
    return found


def _label(labels: Labels, pixel: Pixels) -> int:
    y, x = int(pixel[0]), int(pixel[1])
    inside = 0 <= y < labels.shape[0] and 0 <= x < labels.shape[1]
    return int(labels[y, x]) if inside else 0
