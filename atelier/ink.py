"""The lines of a picture as strokes: how heavy each is, and its shape."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import ndimage

from atelier.angles import Array
from atelier.chains import Line, arcs, joined, without_dots
from atelier.curve import UNITS, path
from atelier.edges import EDGE, FINE, FINGER, FOLD, HEM, OUT, OVER, SEAM, STITCH, kinds
from atelier.evened import Evened, evened
from atelier.scene import Scene
from atelier.strokes import tapered
from kit.figures.palette import DRAWN

SHARE = {OUT: 1.0, OVER: 0.8, FINGER: 1.0, HEM: 0.5, FOLD: 0.45, EDGE: 0.5, SEAM: 0.35, FINE: 0.36, STITCH: 0.28}
LIGHTER = 0.68  # share of an outline at what is small
TIP = 36  # cracks at a free end over which a line tapers, or a third of it


def ink(scene: Scene) -> list[str]:
    """SVG of all lines, lightest first, and their free ends, which taper."""
    texts: dict[float, list[str]] = {}
    tips: list[str] = []
    for line in joined(without_dots(arcs(*kinds(scene)))):
        for share, text in _strokes(scene, line, tips):
            texts.setdefault(share, []).append(text)
    colour = DRAWN["line"]
    out = [
        f'<path d="{"".join(texts[share])}" fill="none" stroke="{colour}"'
        f' stroke-width="{share * scene.stroke:.1f}" stroke-linecap="round" stroke-linejoin="round"/>'
        for share in sorted(texts)
    ]
    return out + ([f'<path d="{"".join(tips)}" fill="{colour}"/>'] if tips else [])


def _strokes(scene: Scene, line: Line, tips: list[str]) -> list[tuple[float, str]]:
    """Stretches of one weight each, with the share of the outline's weight; free ends are added to `tips`.

    The edge of a thing does not taper: it ends where the picture of it does.
    """
    n = len(line.kinds)
    chain = evened(scene, line.points, line.closed)
    weights = _weights(line, chain)
    cuts = [0, *(np.flatnonzero(np.diff(weights)) + 1).tolist(), n]
    out = []
    for start, end in pairwise(cuts):
        ring = line.closed and len(cuts) == 2
        share, tip = float(weights[start]), 0 if scene.loose > 1 else min((end - start) // 3, TIP)
        first = start + tip if line.free[0] and start == 0 and tip > 2 and not chain.edges[0] else start
        last = end - tip if line.free[1] and end == n and tip > 2 and not chain.edges[-1] else end
        wide = share * scene.stroke / UNITS
        if first > start:
            tips.append(path(tapered(chain.points[first::-1], wide, True), True))
        if last < end:
            tips.append(path(tapered(chain.points[last : end + 1], wide, True), True))
        out.append((share, path(chain.curves(first, last, ring), ring)))
    return [(share, text) for share, text in out if text]


def _weights(line: Line, chain: Evened) -> Array:
    """(n,) the share of each crack; an outline is lighter at a face, a hand or toes."""
    n = len(line.kinds)
    kinds = ndimage.median_filter(line.kinds, min(31, n | 1), mode="nearest")
    shares = np.array([SHARE.get(kind, 0.0) for kind in range(OUT + 1)])[kinds]
    lighter = (kinds >= FINGER) & (chain.close[:-1] > 0.5)
    return np.asarray(np.round(np.where(lighter, shares * LIGHTER, shares), 2))
