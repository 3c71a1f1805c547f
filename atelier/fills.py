"""Fills of a picture: each colour one path, whose edges are shared with its neighbours so that no gap opens."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array
from atelier.curve import backwards, fit, path, smooth
from atelier.evened import evened
from atelier.scene import Scene
from atelier.tones import COLOURS, SHADOW
from atelier.trace import Labels, arcs

SOFT = 3.0  # times as much as a line a shadow is evened out, whose edge nobody could draw
CALM = 2.5  # and where light turns to shade on one thing: no line lies on that edge
Side = tuple[list[Array], frozenset[int], int, int]  # curves, the two colours, start and end node


def fills(scene: Scene, colour: Labels) -> list[str]:
    """SVG paths, one a colour. A hairline of its own colour covers the join with the next."""
    sides: list[Side] = []
    for arc in arcs(colour):
        both = frozenset(arc.labels(colour))
        soft = SOFT if SHADOW in both else CALM if _one_thing(both) else 1.0
        line = evened(scene, arc.points, arc.closed, soft)
        sides.append((line.curves(ring=arc.closed), both, arc.start, arc.end))
    out = []
    for number, name in enumerate(COLOURS):
        text = "".join(path(ring, True) for ring in _rings([side for side in sides if number in side[1]]))
        if number and text:
            ink = scene.role(name)
            out.append(f'<path d="{text}" fill="{ink}" stroke="{ink}" stroke-width="3" fill-rule="evenodd"/>')
    return out


def _one_thing(both: frozenset[int]) -> bool:
    """Whether colours are tones of one."""
    return len({COLOURS[number].partition("_")[0] for number in both}) == 1


def _rings(sides: list[Side]) -> list[list[Array]]:
    """Sides joined end to end into closed rings."""
    sides = [side for side in sides if side[0] and len(side[1]) == 2]
    ends: dict[int, list[int]] = {}
    for i, (_, _, start, end) in enumerate(sides):
        ends.setdefault(start, []).append(i)
        ends.setdefault(end, []).append(i)
    used: set[int] = set()
    rings = []
    for i, (curves, _, start, end) in enumerate(sides):
        if i in used:
            continue
        used.add(i)
        ring, now = list(curves), end
        while now != start:
            following = [k for k in ends[now] if k not in used]
            if not following:
                break
            used.add(following[0])
            more, _, first, last = sides[following[0]]
            ring += more if first == now else backwards(more)
            now = last if first == now else first
        rings.append(ring)
    return rings


def outlines(mask: NDArray[np.bool_], sigma: float, error: float, least: float) -> list[list[Array]]:
    """Rings of curves round a mask (rows, columns), those that hold fewer than `least` pixels left out."""
    rings = []
    for arc in arcs(mask.astype(np.int32)):
        x, y = arc.points.T
        if arc.closed and abs(0.5 * (x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) < least:
            continue
        line = smooth(arc.points, sigma, True)[::2] if len(arc.points) > 20 else arc.points
        rings.append(fit(line, error, True))
    return rings


def outline_path(mask: NDArray[np.bool_], sigma: float, error: float, least: float) -> str:
    return "".join(path(ring, True) for ring in outlines(mask, sigma, error, least))
