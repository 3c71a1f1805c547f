"""Lines of a picture: where they are drawn and how heavy.

A line stands at the background and between parts that are no neighbours; between neighbours only where the depth
jumps, so that no seam shows. A few weights; a heavy line that ends free grows thin.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.curve import UNITS, fit, path, smooth
from atelier.proportions import Array
from atelier.scene import FACES, SOFT, WIDE, Scene
from atelier.trace import Arc, arcs

NONE, THIN, EDGE, INNER, OUTLINE = 0, 1, 2, 3, 4
WEIGHT = 4.8  # pixels of the heaviest line
SHARE = {THIN: 0.45, EDGE: 0.55, INNER: 0.8, OUTLINE: 1.0}
FIT = 0.5  # pixels that a curve may be off
SMOOTH = 3.6
LEGIBLE = 5.0  # pixels across a finger or toe from which its edge is drawn

_BESIDE: dict[str, str] = {
    "trunk": "pelvis neck uarm",
    "neck": "head hair ear",
    "head": "hair ear",
    "hair": "ear",
    "uarm": "farm",
    "farm": "hand thumb",
    "hand": "thumb finger",
    "thumb": "finger",
    "finger": "finger",
    "pelvis": "thigh",
    "thigh": "shank",
    "shank": "foot",
    "foot": "toe",
    "toe": "toe",
}
_NEIGHBOURS = {frozenset((one, two)) for one, others in _BESIDE.items() for two in others.split()}
# Depth, in H, from which a line stands between two neighbours.
_JUMP = {
    frozenset(pair.split("-")): jump
    for pair, jump in {
        "hand-thumb": 0.003,
        "farm-thumb": 0.003,
        "thumb-finger": 0.003,
        "hand-finger": 0.006,
        "finger-finger": 0.0,
        "toe-toe": 0.0,
        "foot-toe": 0.006,
        "head-ear": 0.0015,
        "hair-ear": 0.001,
        "hair-neck": 0.004,
        "hair-head": 0.02,
        "neck-head": 0.006,
        "thigh-shank": 0.011,
        "pelvis-thigh": 0.012,
        "trunk-uarm": 0.012,
        "shank-foot": 0.014,
    }.items()
}
_FINE = ("finger", "toe", "thumb")
_FOLD = 0.012  # depth within one part that draws a fold
_COMMON = 0.010
REACH = 16  # cracks


@dataclass
class Run:
    """A stretch of one line: points (n, 2) in pixels and its weight."""

    points: Array
    kind: int
    closed: bool


def lines(scene: Scene) -> list[tuple[float, str]]:
    """Each weight, in drawing units, with the path text of its lines; lightest first."""
    runs = [run for arc in arcs(scene.label) for run in _runs(scene, arc)]
    joined = _chained(runs)
    return _drawn(scene, joined)


def _base(name: str) -> str:
    return name.split(".")[0].rstrip("0123456789")


def _side(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def neighbours(one: str, two: str) -> bool:
    """Whether two parts grow out of one another."""
    pair = frozenset((_base(one), _base(two)))
    return pair in _NEIGHBOURS and (not _side(one) or not _side(two) or _side(one) == _side(two))


def _runs(scene: Scene, arc: Arc) -> list[Run]:
    """An arc cut into stretches of one weight each."""
    kind = _kinds(scene, arc)
    edges = [0, *(np.flatnonzero(np.diff(kind)) + 1).tolist(), len(kind)]
    return [
        Run(arc.points[i : j + 1], int(kind[i]), arc.closed and j - i == len(kind))
        for i, j in pairwise(edges)
        if kind[i] != NONE
    ]


def _kinds(scene: Scene, arc: Arc) -> NDArray[np.int64]:
    """(n,) weight of each crack of an arc."""
    n = len(arc.one)
    one, two = arc.labels(scene.label)
    a, b = one // WIDE, two // WIDE
    if any(scene.names.get(region) in ("band", "strap") for region in (a, b)):
        return np.full(n, EDGE)
    if 0 in (one, two):
        return np.full(n, OUTLINE)
    if max(a, b) >= FACES or (max(a, b) >= SOFT and a != b):
        return np.full(n, INNER)
    jump = np.abs(scene.buffer.depth[tuple(arc.one.T)] - scene.buffer.depth[tuple(arc.two.T)])
    if n > 5:
        jump = ndimage.uniform_filter1d(jump, min(15, n), mode="wrap" if arc.closed else "nearest")
    if a == b:
        return np.where(jump > _FOLD, INNER, THIN)
    first, second = scene.names[a], scene.names[b]
    if not neighbours(first, second):
        return np.full(n, INNER)
    pair = frozenset((_base(first), _base(second)))
    deep = jump > _JUMP.get(pair, _COMMON)
    if _base(first) in _FINE or _base(second) in _FINE:
        legible = min(scene.breadth(a), scene.breadth(b)) >= LEGIBLE
        return np.where(deep & legible, THIN, NONE)
    if n > 15:
        deep = ndimage.binary_closing(deep, np.ones(15))
    if n > 12:
        deep = _to_the_node(ndimage.binary_opening(deep, np.ones(12)))
    return np.where(deep, INNER, THIN if one % WIDE != two % WIDE else NONE)


def _to_the_node(deep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A line that all but reaches the end of its arc goes on to it, so that it meets the next arc's line."""
    on = np.flatnonzero(deep)
    if len(on) >= REACH and on[0] <= REACH:
        deep[: on[0]] = True
    if len(on) >= REACH and on[-1] >= len(deep) - 1 - REACH:
        deep[on[-1] :] = True
    return deep


Key = tuple[int, int]


def _key(point: Array) -> Key:
    return round(float(point[0])), round(float(point[1]))


def _chained(runs: list[Run]) -> list[Run]:
    """Stretches of one weight joined where exactly two of them meet."""
    alive: list[Run | None] = list(runs)
    for kinds in ((INNER, OUTLINE), (EDGE,), (THIN,)):
        while _join_once(alive, kinds):
            pass
    return [run for run in alive if run is not None]


def _join_once(runs: list[Run | None], kinds: tuple[int, ...]) -> bool:
    ends: dict[Key, list[int]] = {}
    for i, run in enumerate(runs):
        if run is not None and not run.closed and run.kind in kinds:
            ends.setdefault(_key(run.points[0]), []).append(i)
            ends.setdefault(_key(run.points[-1]), []).append(i)
    changed = False
    for key, meeting in ends.items():
        if len(meeting) != 2 or meeting[0] == meeting[1]:
            continue
        one, two = runs[meeting[0]], runs[meeting[1]]
        if one is None or two is None or one.kind != two.kind:
            continue
        head = one.points if _key(one.points[-1]) == key else one.points[::-1]
        tail = two.points if _key(two.points[0]) == key else two.points[::-1]
        if _key(head[-1]) != key or _key(tail[0]) != key:
            continue
        points = np.vstack([head, tail[1:]])
        runs[meeting[0]] = Run(points, one.kind, _key(points[0]) == _key(points[-1]))
        runs[meeting[1]] = None
        changed = True
    return changed


def _drawn(scene: Scene, runs: list[Run]) -> list[tuple[float, str]]:
    ppu = scene.screen.ppu
    meets: dict[Key, int] = {}
    for run in runs:
        if not run.closed:
            for point in (run.points[0], run.points[-1]):
                meets[_key(point)] = meets.get(_key(point), 0) + 1
    texts: dict[float, list[str]] = {}
    for run in runs:
        free = [
            not run.closed and run.kind == INNER and meets[_key(point)] == 1
            for point in (run.points[0], run.points[-1])
        ]
        if _stub(run, free, ppu * 0.022):
            continue
        line = smooth(run.points, SMOOTH, run.closed)
        if len(line) > 40 and len(line) % 2 == 1:
            line = line[::2]
        for share, text in _tapered(line, free, run, ppu):
            texts.setdefault(share, []).append(text)
    return [(share * WEIGHT * UNITS, "".join(texts[share])) for share in sorted(texts)]


def _stub(run: Run, free: list[bool], short: float) -> bool:
    """Whether a stretch is too short to be read as a line."""
    n = len(run.points)
    least = 16 if run.kind == THIN else 8
    return (
        (n < least and (any(free) or run.kind == THIN)) or (n < short and any(free)) or (n < short * 1.6 and all(free))
    )


def _tapered(line: Array, free: list[bool], run: Run, ppu: float) -> list[tuple[float, str]]:
    """The line's middle at its full weight, its free ends in two thinner steps."""
    end = max(4, int(min(len(line) * 0.3, ppu * 0.016)))
    start, stop = 0, len(line)
    out = []
    if free[0]:
        out.append((0.6, path(fit(line[end // 2 : end + 1], FIT))))
        out.append((0.35, path(fit(line[: end // 2 + 1], FIT))))
        start = end
    if free[1]:
        out.append((0.6, path(fit(line[-end - 1 : -end // 2 or None], FIT))))
        out.append((0.35, path(fit(line[-end // 2 - 1 :], FIT))))
        stop = len(line) - end
    out.append((SHARE[run.kind], path(fit(line[start:stop], FIT, run.closed), run.closed)))
    return [(share, text) for share, text in out if text]
