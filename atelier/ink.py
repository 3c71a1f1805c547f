"""The lines of a picture as strokes: how heavy each is, and its shape."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import ndimage

from atelier.chains import Line, arcs, joined, without_dots
from atelier.curve import fit, path, smooth
from atelier.edges import EDGE, FINE, FINGER, FOLD, HEM, OUT, OVER, SEAM, STITCH, kinds
from atelier.scene import Scene
from kit.figures.palette import DRAWN

SHARE = {OUT: 1.0, OVER: 0.8, FINGER: 0.62, HEM: 0.5, FOLD: 0.45, EDGE: 0.5, SEAM: 0.35, FINE: 0.36, STITCH: 0.28}
SMOOTH, FIT = 3.0, 1.7


def ink(scene: Scene) -> list[str]:
    """SVG of all lines, lightest first."""
    texts: dict[float, list[str]] = {}
    for line in without_dots(joined(arcs(*kinds(scene)))):
        for share, text in _strokes(line):
            texts.setdefault(share, []).append(text)
    return [
        f'<path d="{"".join(texts[share])}" fill="none" stroke="{DRAWN["line"]}"'
        f' stroke-width="{share * scene.stroke:.1f}" stroke-linecap="round" stroke-linejoin="round"/>'
        for share in sorted(texts)
    ]


def _strokes(line: Line) -> list[tuple[float, str]]:
    """Stretches of one weight each, with the share of the outline's weight; free ends grow thin."""
    n = len(line.kinds)
    even = ndimage.median_filter(line.kinds, min(31, n | 1), mode="nearest")
    points = smooth(line.points, SMOOTH, line.closed)
    cuts = [0, *(np.flatnonzero(np.diff(even)) + 1).tolist(), n]
    out = []
    for start, end in pairwise(cuts):
        part = points[start : end + 1]
        if len(part) > 30:
            part = np.vstack([part[:-1:2], part[-1:]])
        ring = line.closed and len(cuts) == 2
        share, tip = SHARE[int(even[start])], min(len(part) // 3, 12)
        first = tip if line.free[0] and start == 0 and tip > 2 else 0
        last = len(part) - tip if line.free[1] and end == n and tip > 2 else len(part)
        if first:
            out.append((round(share * 0.5, 2), path(fit(part[: first + 1], 0.6))))
        if last < len(part):
            out.append((round(share * 0.5, 2), path(fit(part[last - 1 :], 0.6))))
        out.append((share, path(fit(part[first:last], FIT, ring), ring)))
    return [(share, text) for share, text in out if text]
