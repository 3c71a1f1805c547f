"""Whether two pictures are one: the same structure, and lines that are nowhere farther apart than rounding puts them.

Processors add in different orders. A place halfway between two whole units is then rounded either way, and a line that
is straight may be cut elsewhere on its way; neither is another picture.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from xml.etree.ElementTree import Element

import numpy as np

from atelier.angles import Array
from atelier.curve import UNITS
from atelier.svg import TOKEN, Piece, subpaths

ROUNDING_PX = 0.5  # of the depth buffer
SAMPLES = 8  # of one curve
_AT = np.linspace(0, 1, SAMPLES + 1)[1:, None]
_BASIS = np.hstack([(1 - _AT) ** 3, 3 * _AT * (1 - _AT) ** 2, 3 * _AT**2 * (1 - _AT), _AT**3])


def alike(one: str, two: str, pixels: float = ROUNDING_PX) -> bool:
    """Whether two SVG texts have the same elements, attributes and path commands, in order, and the same lines.

    No point of a line of either may be farther than `pixels` from the same line of the other. What is no SVG is like
    nothing but itself.
    """
    if one == two:
        return True
    try:
        first, second = (list(ElementTree.fromstring(svg).iter()) for svg in (one, two))
    except ElementTree.ParseError:
        return False
    return len(first) == len(second) and all(_alike(*both, pixels) for both in zip(first, second, strict=True))


def _alike(one: Element, two: Element, pixels: float) -> bool:
    if (one.tag, len(one), _plain(one)) != (two.tag, len(two), _plain(two)):
        return False
    first, second = one.get("d", ""), two.get("d", "")
    if first == second:
        return True
    if _commands(first) != _commands(second):
        return False
    lines = zip(subpaths(first), subpaths(second), strict=True)
    return all(apart(_drawn(a), _drawn(b)) <= pixels * UNITS for a, b in lines)


def _plain(element: Element) -> dict[str, str]:
    """All attributes but the geometry."""
    return {name: value for name, value in element.attrib.items() if name != "d"}


def _commands(path: str) -> list[str]:
    """A path's letters, and a mark for each number."""
    return [token if token.isalpha() else "#" for token in TOKEN.findall(path)]


def _drawn(pieces: list[Piece]) -> Array:
    """(n, 2) points along a line of straight pieces (2 points) and curves (4)."""
    out = [np.array(pieces[0][:1])]
    for piece in pieces[1:]:
        out.append(np.array(piece[1:]) if len(piece) < 4 else _BASIS @ np.array(piece))
    return np.vstack(out)


def apart(one: Array, two: Array) -> float:
    """How far two lines (n, 2), (m, 2) are apart where they are farthest, in their units."""
    return max(_farthest(one, two), _farthest(two, one))


def _farthest(points: Array, line: Array) -> float:
    """The greatest distance of points (n, 2) to the straight pieces of a line (m, 2)."""
    if len(line) < 2:
        return float(np.linalg.norm(points - line[0], axis=1).max())
    nearest = np.full(len(points), np.inf)
    for start, end in pairwise(line):
        way = end - start
        length = float(way @ way) or 1.0
        at = np.clip((points - start) @ way / length, 0, 1)
        nearest = np.minimum(nearest, np.linalg.norm(points - start - at[:, None] * way, axis=1))
    return float(nearest.max())
