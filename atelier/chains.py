"""Lines from pixel to pixel: chains of the cracks between them, joined where they go straight on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from atelier.angles import Array
from atelier.edges import FINE, HEM, OVER, Kinds
from atelier.trace import walks

LOOSE = 110  # cracks of a fold that meets no other line, and is not worth one
DOT = 34  # cracks of a line that is too short to stand alone
AHEAD = 9  # cracks that tell where an arc is going to
STRAIGHT = -0.35  # cosine: two arcs that meet like this are one line


@dataclass
class Line:
    """Corners (n + 1, 2) of pixels, the kind of each of the n cracks between them, and which ends are free."""

    points: Array
    kinds: Kinds
    closed: bool = False
    free: tuple[bool, bool] = (False, False)


def arcs(below: Kinds, beside: Kinds) -> list[Line]:
    """Chains of cracks from node to node."""
    wide = below.shape[1] + 1
    y, x = np.nonzero(below)
    up, left = np.nonzero(beside)
    tail = np.concatenate([y * wide + x, up * wide + left])
    head = np.concatenate([y * wide + x + 1, (up + 1) * wide + left])
    kind = np.concatenate([below[y, x], beside[up, left]])
    corners = below.shape[0] * wide
    degree = np.bincount(np.concatenate([tail, head]), minlength=corners)
    out = []
    for path, chain, ring in walks(tail.tolist(), head.tolist(), corners):
        places = np.array(path)
        points = np.stack([places % wide, places // wide], axis=1).astype(np.float64)
        out.append(Line(points, kind[chain], ring, (bool(degree[path[0]] == 1), bool(degree[path[-1]] == 1))))
    return [line for line in out if not _stub(line)]


def _stub(line: Line) -> bool:
    """Whether a chain is too short to be read as a line."""
    n = len(line.kinds)
    if np.median(line.kinds) == FINE:
        return n < 10
    if line.closed:
        return n < 34
    loose = sum(line.free)
    least = (0, 16, 26)[loose]
    if loose and np.median(line.kinds) <= HEM:
        least = LOOSE if loose == 2 else 45
    return n < least


def joined(lines: list[Line]) -> list[Line]:
    """At each node the two heavy arcs that go straight on are one line, so that outlines run through."""
    alive: list[Line | None] = list(lines)
    meeting: dict[tuple[float, float], list[int]] = {}
    for i, line in enumerate(lines):
        if not line.closed:
            for end in (line.points[0], line.points[-1]):
                meeting.setdefault((float(end[0]), float(end[1])), []).append(i)
    owner = list(range(len(lines)))

    def root(i: int) -> int:
        while owner[i] != i:
            i = owner[i]
        return i

    for node, ends in meeting.items():
        best = _straightest(alive, [root(i) for i in ends], node)
        if best is None:
            continue
        i, j = best
        one, two = alive[i], alive[j]
        assert one is not None
        assert two is not None
        alive[i], alive[j], owner[j] = _end_to_end(one, two, node), None, i
    return [line for line in alive if line is not None]


def without_dots(lines: list[Line]) -> list[Line]:
    """Lines without those that are short together with all that they meet: they would print as dots."""
    clusters: list[tuple[set[tuple[float, float]], list[Line]]] = []
    for line in lines:
        ends = {(float(x), float(y)) for x, y in line.points[[0, -1]]}
        met = [cluster for cluster in clusters if cluster[0] & ends]
        clusters = [cluster for cluster in clusters if not cluster[0] & ends]
        clusters.append((ends.union(*(nodes for nodes, _ in met)), [line, *(one for _, own in met for one in own)]))
    dots = {id(line) for _, own in clusters if sum(len(line.kinds) for line in own) < DOT for line in own}
    return [line for line in lines if id(line) not in dots]


def _straightest(lines: list[Line | None], ends: list[int], node: tuple[float, float]) -> tuple[int, int] | None:
    """Two different lines that end at a node and go on in one direction."""
    ways = []
    for i in dict.fromkeys(ends):
        line = lines[i]
        if line is None:
            continue
        here = np.array(node)
        start, end = np.array_equal(line.points[0], here), np.array_equal(line.points[-1], here)
        if start == end:
            continue
        near = line.points[: AHEAD + 1] if start else line.points[: -AHEAD - 2 : -1]
        kinds = line.kinds[:AHEAD] if start else line.kinds[-AHEAD:]
        way = near[-1] - near[0]
        ways.append((i, way / (np.linalg.norm(way) + 1e-9), int(np.median(kinds))))
    best, found = STRAIGHT, None
    for n, (i, way, kind) in enumerate(ways):
        for j, other, second in ways[n + 1 :]:
            alike = 0.25 if (kind >= OVER) == (second >= OVER) else 0.0
            if float(way @ other) - alike < best:
                best, found = float(way @ other) - alike, (i, j)
    return found


def _end_to_end(one: Line, two: Line, node: tuple[float, float]) -> Line:
    first = one if np.array_equal(one.points[-1], node) else _backwards(one)
    second = two if np.array_equal(two.points[0], node) else _backwards(two)
    return Line(
        np.vstack([first.points, second.points[1:]]),
        np.concatenate([first.kinds, second.kinds]),
        free=(first.free[0], second.free[1]),
    )


def _backwards(line: Line) -> Line:
    return Line(line.points[::-1], line.kinds[::-1], line.closed, line.free[::-1])
