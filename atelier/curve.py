"""From a chain of points to few cubic Bezier curves (after Schneider), and to the text of an SVG path.

A curve is four points (4, 2), a straight piece two. Path texts use whole units of the drawing: two for each pixel of
the depth buffer. Lengths and powers are plain products and roots: what BLAS and `pow` give differs between processors
in its last digit, and a length that is a tie then cuts a chain elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.ndimage import gaussian_filter1d

from atelier.angles import Array

UNITS = 2.0  # drawing units for each pixel
EVEN = 1 - 1e-6  # a chain with two ends alike is off as far on both sides; the last counts
HOPELESS = 6  # times as far off as asked: no moving of the parameters helps
TRIES = 4  # of moving the parameters before a chain is cut in two


def smooth(points: Array, sigma: float, closed: bool) -> Array:
    """Chain (n, 2) smoothed by a Gaussian of `sigma` points; the ends of an open chain stay where they are."""
    n = len(points)
    if n < 4:
        return points
    if closed:
        ring = gaussian_filter1d(points[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    k = int(min(n - 1, 4 * sigma + 1))
    before = 2 * points[0] - points[k:0:-1]
    after = 2 * points[-1] - points[-2 : -k - 2 : -1]
    out = gaussian_filter1d(np.vstack([before, points, after]), sigma, axis=0, mode="nearest")[k : k + n]
    out[0], out[-1] = points[0], points[-1]
    return np.asarray(out)


def fit(points: Array, error: float | Array, closed: bool = False) -> list[Array]:
    """Curves through a chain (n, 2), off by `error` at most, of all or of each point (n,); a closed chain meets itself
    smoothly."""
    kept = np.r_[True, np.linalg.norm(np.diff(points, axis=0), axis=1) > 1e-6]
    chain, most = points[kept], np.broadcast_to(error, len(points))[kept]
    if len(chain) < 2:
        return []
    if closed and not np.allclose(chain[0], chain[-1]):
        chain, most = np.vstack([chain, chain[:1]]), np.r_[most, most[:1]]
    w = min(5, len(chain) - 1)
    if closed and len(chain) > 12:
        start = _unit(chain[w] - chain[-1 - w])
        end = -start
    else:
        start, end = _unit(chain[w] - chain[0]), _unit(chain[-1 - w] - chain[-1])
    out: list[Array] = []
    _fit(chain, start, end, most**2, out)
    return out


def _fit(chain: Array, start: Array, end: Array, most: Array, out: list[Array]) -> None:
    """`most` (n,) the squares of how far off each point may be."""
    n = len(chain)
    if n <= 2:
        third = _length(chain[0] - chain[-1]) / 3
        out.append(np.array([chain[0], chain[0] + start * third, chain[-1] + end * third, chain[-1]]))
        return
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(chain, axis=0), axis=1))]
    at = along / max(along[-1], 1e-9)
    worst = 1
    for _ in range(TRIES):
        curve = _best(chain, at, start, end)
        off = ((_points(curve, at) - chain) ** 2).sum(1) / most
        worst = int(np.flatnonzero(off >= off.max() * EVEN)[-1])
        if off[worst] < 1:
            out.append(curve)
            return
        if off[worst] > HOPELESS**2:
            break
        at = _closer(chain, curve, at)
    cut = min(max(worst, 1), n - 2)
    w = min(6, cut, n - 1 - cut)
    middle = _unit(chain[cut - w] - chain[cut + w])
    _fit(chain[: cut + 1], start, middle, most[: cut + 1], out)
    _fit(chain[cut:], -middle, end, most[cut:], out)


def _best(chain: Array, at: Array, start: Array, end: Array) -> Array:
    """The curve with these end directions that fits the chain best, by least squares on its two handle lengths."""
    t = at[:, None]
    s = 1 - t
    near, far = 3 * t * (s * s), 3 * t * t * s
    one, two = start * near, end * far
    gap = chain - (chain[0] * (s * s * s + near) + chain[-1] * (far + t * t * t))
    a, b, c = (one * one).sum(), (one * two).sum(), (two * two).sum()
    x, y = (one * gap).sum(), (two * gap).sum()
    det, chord = a * c - b * b, _length(chain[0] - chain[-1])
    first = second = 0.0
    if abs(det) > 1e-9:
        first, second = float(x * c - b * y) / det, float(a * y - b * x) / det
    if min(first, second) < 1e-3 * chord or max(first, second) > 3 * chord + 1e-6:
        first = second = chord / 3
    return np.array([chain[0], chain[0] + start * first, chain[-1] + end * second, chain[-1]])


def _closer(chain: Array, curve: Array, at: Array) -> Array:
    """One Newton step that moves each parameter to the foot of its point."""
    t = at[:, None]
    d1 = 3 * np.diff(curve, axis=0)
    d2 = 2 * np.diff(d1, axis=0)
    gap = _points(curve, at) - chain
    slope = d1[0] * (1 - t) ** 2 + d1[1] * 2 * t * (1 - t) + d1[2] * t**2
    bend = d2[0] * (1 - t) + d2[1] * t
    below = (slope * slope).sum(1) + (gap * bend).sum(1)
    step = np.where(np.abs(below) > 1e-9, (gap * slope).sum(1) / np.where(below == 0, 1, below), 0)
    return np.asarray(np.maximum.accumulate(np.clip(at - step, 0, 1)))


def _points(curve: Array, at: Array) -> Array:
    t = at[:, None]
    s = 1 - t
    square, other = t * t, s * s
    return np.asarray(
        curve[0] * (other * s) + 3 * curve[1] * t * other + 3 * curve[2] * square * s + curve[3] * (square * t)
    )


def _length(vector: Array) -> float:
    x, y = vector.tolist()
    return math.sqrt(x * x + y * y)


def _unit(vector: Array) -> Array:
    length = _length(vector)
    return np.asarray(vector / length) if length > 1e-9 else np.array([1.0, 0.0])


def backwards(curves: Sequence[Array]) -> list[Array]:
    """The same line from its end to its start."""
    return [curve[::-1] for curve in reversed(curves)]


def path(curves: Sequence[Array], close: bool = False) -> str:
    """SVG path text of a line of curves (4, 2) and straight pieces (2, 2) given in pixels, rounded to whole units."""
    if not curves:
        return ""
    now = _whole(curves[0][0])
    parts = [f"M{now[0]} {now[1]}"]
    command = ""
    for curve in curves:
        marks = [_whole(point) for point in curve[1:]]
        numbers = " ".join(f"{x - now[0]} {y - now[1]}" for x, y in marks)
        letter = "l" if len(curve) == 2 else "c"
        parts.append(f"{' ' if letter == command else letter}{numbers}")
        command, now = letter, marks[-1]
    return "".join(parts).replace(" -", "-") + ("z" if close else "")


def polyline(points: Array, close: bool = False) -> str:
    """SVG path text of straight lines through (n, 2) pixels."""
    marks = [_whole(point) for point in points]
    text = f"M{marks[0][0]} {marks[0][1]}L" + " ".join(f"{x} {y}" for x, y in marks[1:])
    return text.replace(" -", "-") + ("z" if close else "")


def _whole(point: Array) -> tuple[int, int]:
    return round(float(point[0]) * UNITS), round(float(point[1]) * UNITS)
