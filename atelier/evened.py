"""From a chain of cracks to the curves of a picture: evened out, but straight where an edge is, and close where it is
small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from atelier.angles import Array
from atelier.curve import fit, smooth
from atelier.scene import Scene
from atelier.straight import corners, straight, stretches

SMOOTH, FIT = 3.0, 1.7  # points over which a line is evened out, and pixels that its curves may be off
FINE_SMOOTH, FINE_FIT = 1.3, 0.7  # the same at faces, hands and toes
BLEND = 5.0  # points over which one becomes the other
HALVED = 30  # points: a longer chain does with every second one


@dataclass(frozen=True)
class Evened:
    """A chain (n + 1, 2); `close` (n + 1,) from 0 to 1 where it runs along a face, a hand or toes, and by how much
    (n + 1,) its curves may be off; `edges` (n,) which cracks lie on straight edges, `cuts` where those begin and end.
    """

    points: Array
    close: Array
    error: Array
    edges: NDArray[np.bool_]
    cuts: tuple[int, ...]

    def curves(self, start: int = 0, end: int | None = None, ring: bool = False) -> list[Array]:
        """A stretch of it as curves (4, 2) and straight pieces (2, 2); a `ring` without edges is one round curve."""
        last = len(self.points) - 1 if end is None else end
        marks = [start, *(cut for cut in self.cuts if start < cut < last), last]
        out: list[Array] = []
        for a, b in pairwise(marks):
            if self.edges[a:b].all():
                out.append(self.points[[a, b]])
            else:
                kept = np.r_[np.arange(a, b, 2), b] if b - a >= HALVED else np.arange(a, b + 1)
                out += fit(self.points[kept], self.error[kept], ring and len(marks) == 2)
        return out


def evened(scene: Scene, raw: Array, closed: bool, calm: float = 1.0) -> Evened:
    """A chain of cracks evened out, `calm` times as much as a line: then no line lies on it, and nothing is small."""
    close = np.zeros(len(raw)) if calm * scene.loose > 1 else _close(scene, raw, closed)
    points = smooth(raw, SMOOTH * calm, closed)
    if close.any():
        points += close[:, None] * (smooth(raw, FINE_SMOOTH, closed) - points)
    error = np.where(close > 0.5, FINE_FIT, FIT * calm * scene.loose)
    sides, cuts = straight(scene, raw), []
    edges = np.zeros(len(sides), dtype=np.bool_)
    for a, b in stretches(sides):
        numbers, places = corners(raw[a : b + 1], sides[a:b], scene.sides[0], (a == 0, b == len(sides)))
        for (i, j), (one, two) in zip(pairwise(numbers), pairwise(places), strict=True):
            points[a + i : a + j + 1] = np.linspace(one, two, j - i + 1)
        cuts += [a + i for i in numbers]
        edges[a:b] = True
    if closed:
        points[-1] = points[0]
    return Evened(points, close, error, edges, tuple(cuts))


def _close(scene: Scene, raw: Array, closed: bool) -> Array:
    """(n + 1,) from 0 to 1 where a chain runs along a face, a hand or toes."""
    x, y = raw.astype(int).T
    on = scene.close[y, x].astype(np.float64)
    return np.asarray(gaussian_filter1d(on, BLEND, mode="wrap" if closed else "nearest")) if on.any() else on
