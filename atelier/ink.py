"""Lines of a picture: where they are drawn and how heavy.

Every pixel knows its place on the body at rest. Two neighbours that are far apart there, and not only for the skin
being seen at a low angle, are an edge: so overlaps, folds, fingers and toes draw themselves, and no seam shows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import SIDES, Array
from atelier.body import GREAT_TOE, LIMBS, THUMB
from atelier.curve import UNITS, fit, path, smooth
from atelier.felt import felt_masks
from atelier.scene import Scene
from atelier.skeleton import BONES
from atelier.soup import MATERIAL, WORN
from atelier.tones import SPECK, without_specks
from kit.figures.palette import DRAWN

NONE, FINE, SEAM, EDGE, FOLD, HEM, FINGER, OVER, OUT = range(9)
SHARE = {OUT: 1.0, OVER: 0.8, FINGER: 0.62, HEM: 0.5, FOLD: 0.45, EDGE: 0.5, SEAM: 0.35, FINE: 0.36}
TORN, FAR_TORN = 0.011, 0.05  # H on the body at rest: an edge if the depth jumps too; always an edge
SMALL, SMALL_STEP = 0.005, 0.0035  # the same for fingers, toes and lips
STEP, DEEP = 0.006, 0.02  # H that the depth jumps at an edge, and between two limbs
CURLED = 0.016  # H on the body at rest between what meets where a finger lies on the palm, or on itself
CROTCH = 0.455  # H: legs of a body at rest are apart below
ARMHOLE, CHEST = 0.006, 0.65  # H: a sleeve is sewn on that far outside of the shoulder's joint; and lies above
ARMPIT = 0.012  # H below the shoulder's joint: a fold at the armpit; all round it would part the arm from the trunk
RAISED = 0.3  # the cosine between upper arm and trunk from which on the armhole shows no seam
BLADE = 0.11  # H round the shoulder's joint: a shirt lies smooth over the shoulder blade, however the arm is held
FURROW = 0.09  # H from the middle of the back: a shirt hangs over the furrow of the spine
GAP = 0.6  # of the outline's weight: a gap between fingers, or toes, that is narrower would print as a blot
STEEP = 3.0  # times the slope on the gentler side that is a jump, not a slope
SMOOTH, FIT = 2.8, 1.15
LOOSE = 110  # cracks of a fold that meets no other line, and is not worth one
DOT = 34  # cracks of a line that is too short to stand alone
AHEAD = 9  # cracks that tell where an arc is going to
STRAIGHT = -0.35  # cosine: two arcs that meet like this are one line
_GROUND = tuple(MATERIAL[name] for name in ("none", "mat", "mat_edge"))
Kinds = NDArray[np.int8]


def ink(scene: Scene) -> list[str]:
    """SVG of all lines, lightest first."""
    texts: dict[float, list[str]] = {}
    for line in _without_dots(_joined(_arcs(*_kinds(scene)))):
        for share, text in _strokes(line):
            texts.setdefault(share, []).append(text)
    return [
        f'<path d="{"".join(texts[share])}" fill="none" stroke="{DRAWN["line"]}"'
        f' stroke-width="{share * scene.stroke:.1f}" stroke-linecap="round" stroke-linejoin="round"/>'
        for share in sorted(texts)
    ]


# ------------------------------------------------------------------------------------------------ where lines are
def _kinds(scene: Scene) -> tuple[Kinds, Kinds]:
    """The kind of line between each pixel and the one below (rows + 1, columns), and the one beside it."""
    eyes = np.where(scene.material == MATERIAL["eye"], MATERIAL["skin"], scene.material)
    maps = _Maps(
        _framed(without_specks(eyes.astype(np.int32), SPECK), 0),
        _framed(scene.buffer.depth, -9.0),
        _framed(scene.rest, 0.0),
        _framed(scene.limb, -1),
        _framed(scene.thing, -1),
        _framed(scene.digit, 0),
        _framed(_sleeves(scene), False),
        _framed(_gaps(scene), False),
        _framed(felt_masks(scene), False),
        _framed(_blades(scene), False),
        float(scene.now.body.joint("uarm.L")[2]) - ARMPIT,
    )
    below = maps.between(np.s_[:-1, 1:-1], np.s_[1:, 1:-1], 0)
    beside = maps.between(np.s_[1:-1, :-1], np.s_[1:-1, 1:], 1)
    below[[0, -1]] = NONE  # no line where the picture ends
    beside[:, [0, -1]] = NONE
    return below, beside


def _sleeves(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place on the body at rest lies in a sleeve that has a seam."""
    seam = abs(scene.now.body.joint("uarm.L")[1]) + ARMHOLE
    out = np.zeros(scene.material.shape, dtype=np.bool_)
    for side, sign in SIDES:
        if not _raised(scene, side):
            out |= scene.rest[..., 1] * sign > seam
    return out & (scene.rest[..., 2] > CHEST)


def _blades(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place on the body at rest lies on a shoulder blade."""
    joints = [scene.now.body.joint(f"uarm.{side}") for side, _ in SIDES]
    near = [np.linalg.norm(scene.rest - joint, axis=-1) < BLADE for joint in joints]
    return np.asarray((near[0] | near[1]) & (scene.rest[..., 0] < joints[0][0]))


def _raised(scene: Scene, side: str) -> bool:
    """Whether an upper arm points up along the trunk: its armhole is a crumple then, which a line would make a tear."""
    place = dict(zip(BONES, scene.now.frames.place[0], strict=True))
    arm, trunk = place[f"fore.{side}"] - place[f"uarm.{side}"], place["neck1"] - place["thorax"]
    return bool(arm @ trunk > RAISED * np.linalg.norm(arm) * np.linalg.norm(trunk))


def _gaps(scene: Scene) -> NDArray[np.bool_]:
    """(rows, columns) whether a place is a narrow gap in bare skin."""
    wide, other = GAP * scene.stroke / UNITS, scene.material != MATERIAL["skin"]
    near = ndimage.distance_transform_edt(other) <= wide
    return np.asarray((ndimage.distance_transform_edt(near) > wide) & other)


def _framed(values: NDArray[Any], edge: float) -> NDArray[Any]:
    return np.pad(values, [(1, 1), (1, 1)] + [(0, 0)] * (values.ndim - 2), constant_values=edge)


@dataclass
class _Maps:
    material: NDArray[Any]
    depth: NDArray[Any]
    rest: NDArray[Any]
    limb: NDArray[Any]
    thing: NDArray[Any]
    digit: NDArray[Any]
    sleeve: NDArray[Any]
    gap: NDArray[Any]
    felt: NDArray[Any]
    blade: NDArray[Any]
    armpit: float

    def between(self, one: tuple[slice, slice], two: tuple[slice, slice], axis: int) -> Kinds:
        a, b = self.material[one], self.material[two]
        worn_a, worn_b = np.isin(a, WORN), np.isin(b, WORN)
        same, both = a == b, worn_a & worn_b
        jump = np.abs(self.depth[one] - self.depth[two])
        real = jump > STEEP * self._calm(axis) + 0.002
        torn = np.linalg.norm(self.rest[one] - self.rest[two], axis=-1)
        limb_a, limb_b = self.limb[one], self.limb[two]
        out = np.zeros(a.shape, dtype=np.int8)
        seam = same & (a == MATERIAL["shirt"]) & (self.sleeve[one] != self.sleeve[two])
        out[seam & (self.rest[one][..., 2] < self.armpit)] = SEAM
        fine = both & same & (torn > SMALL) & (jump > SMALL_STEP) & real
        out[fine] = FOLD
        edge = both & same & (torn > TORN) & (((jump > STEP) & real) | (torn > FAR_TORN))
        out[edge] = np.where((jump[edge] > DEEP) | (limb_a[edge] != limb_b[edge]), OVER, FOLD)
        out[(out == FOLD) & (a == MATERIAL["shirt"]) & self._furrow(one) & self._furrow(two)] = NONE
        out[(out == FOLD) & (a == MATERIAL["shirt"]) & self.blade[one] & self.blade[two]] = NONE
        digit_a, digit_b = self.digit[one], self.digit[two]
        calm = same & (jump < DEEP)
        low, high = np.minimum(digit_a, digit_b), np.maximum(digit_a, digit_b)
        out[calm & (limb_a == limb_b) & (high > THUMB) & (torn < CURLED)] = NONE
        fingers = same & (limb_a == limb_b) & (low >= THUMB) & (high < GREAT_TOE)
        out[fingers & (low > THUMB) & ((low != high) | (torn >= CURLED))] = FINE
        out[fingers & (low == THUMB) & (high > THUMB)] = FOLD
        out[calm & (low >= GREAT_TOE) & (low != high)] = FINE
        legs = both & same & self._two_legs(limb_a, limb_b) & (self.rest[one][..., 2] < CROTCH)
        out[legs] = np.where(jump[legs] > DEEP, OVER, HEM)
        hem = both & ~same
        out[hem] = np.where((jump[hem] > DEEP) & (limb_a[hem] != limb_b[hem]), OVER, HEM)
        out[(out >= OVER) & (high > 0) & (high < GREAT_TOE)] = FINGER
        out[worn_a != worn_b] = np.where((high > 0) & (high < GREAT_TOE), FINGER, OUT)[worn_a != worn_b]
        out[~same & (high > 0) & (self.gap[one] | self.gap[two])] = FINE
        props = ~worn_a & ~worn_b & (self.thing[one] != self.thing[two])
        out[props & ~(np.isin(a, _GROUND) & np.isin(b, _GROUND))] = EDGE
        out[props & ((a == MATERIAL["wall"]) | (b == MATERIAL["wall"]))] = FINE
        out[self.felt[one] & self.felt[two] & (out < FINGER)] = NONE
        return out

    def _furrow(self, part: tuple[slice, slice]) -> NDArray[np.bool_]:
        rest = self.rest[part]
        return np.asarray((np.abs(rest[..., 1]) < FURROW) & (rest[..., 0] < 0.03))

    def _calm(self, axis: int) -> Array:
        """The slope on the gentler side of each pair of pixels."""
        slope = np.abs(np.diff(self.depth, axis=axis))
        slope = np.where(np.diff(self.material, axis=axis) == 0, slope, 9.0)
        wide = np.pad(slope, [(1, 1), (0, 0)] if axis == 0 else [(0, 0), (1, 1)], constant_values=9.0)
        if axis == 0:
            return np.asarray(np.minimum(wide[:-2], wide[2:])[:, 1:-1])
        return np.asarray(np.minimum(wide[:, :-2], wide[:, 2:])[1:-1])

    @staticmethod
    def _two_legs(one: NDArray[Any], two: NDArray[Any]) -> NDArray[np.bool_]:
        left, right = LIMBS.index("leg.L"), LIMBS.index("leg.R")
        return np.asarray(((one == left) & (two == right)) | ((one == right) & (two == left)))


# ------------------------------------------------------------------------------------------------ lines as chains
@dataclass
class Line:
    """Corners (n + 1, 2) of pixels, the kind of each of the n cracks between them, and which ends are free."""

    points: Array
    kinds: Kinds
    closed: bool = False
    free: tuple[bool, bool] = (False, False)


def _arcs(below: Kinds, beside: Kinds) -> list[Line]:
    """Chains of cracks from node to node; a node is a corner where not just two cracks meet."""
    wide = below.shape[1] + 1
    y, x = np.nonzero(below)
    up, left = np.nonzero(beside)
    tail = np.concatenate([y * wide + x, up * wide + left])
    head = np.concatenate([y * wide + x + 1, (up + 1) * wide + left])
    kind = np.concatenate([below[y, x], beside[up, left]])
    tails, heads = tail.tolist(), head.tolist()
    at: dict[int, list[int]] = {}
    for crack, ends in enumerate(zip(tails, heads, strict=True)):
        for end in ends:
            at.setdefault(end, []).append(crack)
    used = [False] * len(tails)
    out = []

    def walk(corner: int, crack: int) -> None:
        first, corners, cracks = corner, [corner], []
        while True:
            used[crack] = True
            cracks.append(crack)
            corner = heads[crack] if tails[crack] == corner else tails[crack]
            corners.append(corner)
            following = [c for c in at[corner] if not used[c]] if len(at[corner]) == 2 else []
            if not following:
                break
            crack = following[0]
        places = np.array(corners)
        ring = corner == first and len(at[first]) == 2
        ends = (len(at[first]) == 1, len(at[corner]) == 1)
        out.append(Line(np.stack([places % wide, places // wide], axis=1).astype(np.float64), kind[cracks], ring, ends))

    for corner, cracks in at.items():
        if len(cracks) != 2:
            for crack in cracks:
                if not used[crack]:
                    walk(corner, crack)
    for crack in range(len(tails)):
        if not used[crack]:
            walk(tails[crack], crack)
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


def _joined(lines: list[Line]) -> list[Line]:
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


def _without_dots(lines: list[Line]) -> list[Line]:
    """Lines without those that are short and meet no other: they would print as dots."""
    ends = [{(float(x), float(y)) for x, y in line.points[[0, -1]]} for line in lines]
    met = Counter(end for both in ends for end in both)
    return [
        line
        for line, both in zip(lines, ends, strict=True)
        if len(line.kinds) >= DOT or max(met[end] for end in both) > 1
    ]


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


# ------------------------------------------------------------------------------------------------ lines as strokes
def _strokes(line: Line) -> list[tuple[float, str]]:
    """Stretches of one weight each, with the share of the outline's weight; free ends grow thin."""
    n = len(line.kinds)
    kinds = ndimage.median_filter(line.kinds, min(31, n | 1), mode="nearest")
    points = smooth(line.points, SMOOTH, line.closed)
    cuts = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), n]
    out = []
    for start, end in pairwise(cuts):
        part = points[start : end + 1]
        if len(part) > 30:
            part = np.vstack([part[:-1:2], part[-1:]])
        ring = line.closed and len(cuts) == 2
        share, tip = SHARE[int(kinds[start])], min(len(part) // 3, 12)
        first = tip if line.free[0] and start == 0 and tip > 2 else 0
        last = len(part) - tip if line.free[1] and end == n and tip > 2 else len(part)
        if first:
            out.append((round(share * 0.5, 2), path(fit(part[: first + 1], 0.6))))
        if last < len(part):
            out.append((round(share * 0.5, 2), path(fit(part[last - 1 :], 0.6))))
        out.append((share, path(fit(part[first:last], FIT, ring), ring)))
    return [(share, text) for share, text in out if text]
