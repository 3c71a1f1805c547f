"""The lines of a picture as strokes: how heavy each is, and its shape."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import ndimage

from atelier.angles import Array
from atelier.chains import Line, arcs, joined, without_dots
from atelier.curve import path
from atelier.edges import EDGE, FINE, FINGER, FOLD, HEM, OUT, OVER, SEAM, STITCH, kinds
from atelier.evened import Evened, evened
from atelier.scene import Scene
from kit.figures.palette import DRAWN

SHARE = {OUT: 1.0, OVER: 0.8, FINGER: 1.0, HEM: 0.5, FOLD: 0.45, EDGE: 0.5, SEAM: 0.35, FINE: 0.36, STITCH: 0.28}
LIGHTER = 0.75  # share of an outline at what is small
TIP = 12  # cracks at each free end, or twice as many, that are drawn thin


def ink(scene: Scene) -> list[str]:
    """SVG of all lines, lightest first."""
    texts: dict[float, list[str]] = {}
    for line in joined(without_dots(arcs(*kinds(scene)))):
        for share, text in _strokes(scene, line):
            texts.setdefault(share, []).append(text)
    return [
        f'<path d="{"".join(texts[share])}" fill="none" stroke="{DRAWN["line"]}"'
        f' stroke-width="{share * scene.stroke:.1f}" stroke-linecap="round" stroke-linejoin="round"/>'
        for share in sorted(texts)
    ]


def _strokes(scene: Scene, line: Line) -> list[tuple[float, str]]:
    """Stretches of one weight each, with the share of the outline's weight; free ends grow thin."""
    n = len(line.kinds)
    chain = evened(scene, line.points, line.closed)
    weights = _weights(line, chain)
    cuts = [0, *(np.flatnonzero(np.diff(weights)) + 1).tolist(), n]
    out = []
    for start, end in pairwise(cuts):
        ring = line.closed and len(cuts) == 2
        share, tip = float(weights[start]), min((end - start) // 3, 2 * TIP)
        first = start + tip if line.free[0] and start == 0 and tip > 2 else start
        last = end - tip if line.free[1] and end == n and tip > 2 else end
        if first > start:
            out.append((round(share * 0.5, 2), path(chain.curves(start, first))))
        if last < end:
            out.append((round(share * 0.5, 2), path(chain.curves(last, end))))
        out.append((share, path(chain.curves(first, last, ring), ring)))
    return [(share, text) for share, text in out if text]


def _weights(line: Line, chain: Evened) -> Array:
    """(n,) the share of each crack; an outline is lighter at a face, a hand or toes."""
    n = len(line.kinds)
    kinds = ndimage.median_filter(line.kinds, min(31, n | 1), mode="nearest")
    shares = np.array([SHARE.get(kind, 0.0) for kind in range(OUT + 1)])[kinds]
    lighter = (kinds >= FINGER) & (chain.close[:-1] > 0.5)
    return np.asarray(np.round(np.where(lighter, shares * LIGHTER, shares), 2))
