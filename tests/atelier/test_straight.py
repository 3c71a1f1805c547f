"""Edges of furniture are straight from corner to corner; small parts of a body are drawn close to what they are."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from atelier import chains, edges, fills, ink, paint, tones
from atelier.angles import Array
from atelier.curve import UNITS, _points, fit
from atelier.evened import FINE_FIT, FIT, evened
from atelier.pose import Camera, Panel
from atelier.props import Mat, Table, Wall
from atelier.scene import Scene, heap
from atelier.soup import MATERIAL
from atelier.straight import NONE, corners, followed, straight, stretches
from atelier.svg import subpaths
from atelier.trace import arcs

PPU = 480.0
FREE = np.array([[10.0, 50.0], [210.0, 5.0], [210.0, 90.0]])
WOOD = tuple(f"wood{part}" for part in ("", "_side", "_deep"))


def scene(az: float, *props: Any, ppu: float = PPU, **angles: float) -> Scene:
    one = Panel(name="end", camera=Camera(az=az, el=12), props=props, angles={"root.z": 0.52} | angles)
    now = one.posed(one.angles)
    shown = heap(one, now)
    return Scene(one, now, shown, paint._around([paint.extent(one, shown)]), ppu)


@cache
def at_a_table() -> Scene:
    return scene(
        35,
        Table(type="table", at=(0.5, 0.0)),
        Mat(type="mat", rect=(-0.3, 0.9, -0.45, 0.4)),
    )


def inside(points: Array, ring: Array) -> Array:
    """Whether points (k, 2) lie within a convex ring (n, 2)."""
    sides = [
        (b - a)[0] * (points[:, 1] - a[1]) - (b - a)[1] * (points[:, 0] - a[0]) for a, b in pairwise([*ring, ring[0]])
    ]
    return np.asarray((np.array(sides) > 0).all(0) | (np.array(sides) < 0).all(0))


@given(st.floats(0, 2 * np.pi), st.integers(3, 7), st.floats(45, 110))
def test_a_traced_polygon_has_its_corners_back(turn: float, count: int, wide: float) -> None:
    """Every corner where it was, and none besides; the first is where the tracing begins."""
    at = turn + np.arange(count) * 2 * np.pi / count
    ring = 130 + wide * np.column_stack([np.cos(at), np.sin(at)])
    y, x = np.mgrid[:260, :260] + 0.5
    mask = inside(np.column_stack([x.ravel(), y.ravel()]), ring).reshape(260, 260)
    (arc,) = arcs(mask.astype(np.int32))
    begin = int(((arc.points[:-1] - ring[0]) ** 2).sum(1).argmin())
    traced = np.vstack([np.roll(arc.points[:-1], -begin, 0), arc.points[begin]])
    sides, middles = np.stack([ring, np.roll(ring, -1, 0)], axis=1), (traced[:-1] + traced[1:]) / 2
    own = followed(middles, np.full(len(middles), 5), sides, {5: tuple(range(count))})
    numbers, places = corners(traced, own, sides, (True, True))
    assert len(numbers) == len(places) == count + 1
    for corner in ring[1:]:
        assert np.hypot(*(places[1:-1] - corner).T).min() < 1e-6
    assert np.hypot(*(places[[0, -1]] - ring[0]).T).max() < 2


def test_ends_of_an_edge_stay_where_other_lines_meet_them() -> None:
    """Pinned ends do; free ends lie on the side."""
    side = np.array([[[0.0, 0.0], [100.0, 30.0]]])
    chain = np.column_stack([np.arange(20.0, 60.0), np.full(40, 12.0)])
    own = np.zeros(39, dtype=np.int64)
    _, pinned = corners(chain, own, side, (True, True))
    np.testing.assert_array_equal(pinned, chain[[0, -1]])
    _, free = corners(chain, own, side, (False, False))
    np.testing.assert_allclose(free[:, 1], 0.3 * free[:, 0])


def test_a_side_is_followed_as_long_as_it_can_be() -> None:
    """Of two that are nearly one, the edge does not change from one to the other and back; of another thing, none."""
    sides = np.array([[[0.0, 0.0], [100.0, 0.0]], [[0.0, 1.0], [100.0, 1.0]]])
    middles = np.column_stack([np.arange(60.0), np.tile([0.3, 0.7], 30)])
    assert set(followed(middles, np.full(60, 3), sides, {3: (0, 1)})) == {0}
    assert set(followed(middles, np.full(60, 4), sides, {3: (0, 1)})) == {NONE}
    assert set(followed(middles + np.array([0, 3]), np.full(60, 3), sides, {3: (0, 1)})) == {NONE}


def test_furniture_and_mats_are_drawn_by_straight_lines() -> None:
    """Every edge between two colours of a table, and of a mat's rim, that no body and no shadow touches."""
    one = at_a_table()
    colour = tones.colours(one)
    flat = {tones.COLOURS.index(name) for name in (*WOOD, "mat_edge", "paper")}
    seen = 0
    for arc in arcs(colour):
        both = set(arc.labels(colour))
        if both <= flat and len(arc.points) > 40 and (straight(one, arc.points) != NONE).all():
            pieces = evened(one, arc.points, arc.closed).curves()
            assert all(len(piece) == 2 for piece in pieces)
            off = [_off(point, pieces) for point in (arc.points[:-1] + arc.points[1:]) / 2]
            assert max(off) < 2
            seen += 1
    assert seen >= 8


def _off(point: Array, pieces: list[Array]) -> float:
    best = np.inf
    for a, b in pieces:
        share = np.clip((point - a) @ (b - a) / max((b - a) @ (b - a), 1e-9), 0, 1)
        best = min(best, float(np.hypot(*(point - a - share * (b - a)))))
    return best


def _filled(drawn: list[str]) -> list[str]:
    return [found[1] for text in drawn if (found := re.search(r'd="([^"]*)" fill="#', text))]


def beside_a_person(one: Scene) -> list[Array]:
    """Cracks (2, 2) with a person on one side and a thing on the other."""
    out = []
    for axis in (0, 1):
        person = np.diff(one.person.astype(int), axis=axis) != 0
        things = np.isin(one.material, [MATERIAL[name] for name in (*WOOD, "mat", "mat_edge", "wall")])
        near = things[1:] | things[:-1] if axis == 0 else things[:, 1:] | things[:, :-1]
        for y, x in np.argwhere(person & near):
            start = (x, y + 1) if axis == 0 else (x + 1, y)
            out.append(np.array([start, (x + 1, y + 1)], dtype=float))
    return out


def test_no_outline_of_a_person_is_an_edge_of_what_stands_behind() -> None:
    """Before a wall, however straight a limb is."""
    one = scene(0, Wall(type="wall", at=(0.0, 0.4), facing=(0, -1), span=(-0.5, 0.5), height=1.1))
    cracks = beside_a_person(one)
    assert len(cracks) > 500
    assert not any((straight(one, crack) != NONE).any() for crack in cracks)


def test_flesh_on_a_thing_is_no_edge_of_it() -> None:
    """Where soles rest on a mat, the mat does not end."""
    one = scene(35, Mat(type="mat", rect=(-0.5, 0.5, -0.5, 0.5)))
    cracks = beside_a_person(one)
    assert len(cracks) > 50
    assert not any((straight(one, crack) != NONE).any() for crack in cracks)


def test_no_edge_lies_inside_of_a_thing() -> None:
    """Beside a side of a table's top, where the thing is the same above and below, there is none."""
    one = at_a_table()
    same = (one.thing[1:] == one.thing[:-1]) & np.isin(one.material[1:], [MATERIAL[name] for name in WOOD])
    ends = one.thing[2:] != one.thing[1:-1]
    rows, columns = np.nonzero(same[:-1] & ends)
    assert len(rows) > 50
    for y, x in zip(rows, columns, strict=True):
        assert straight(one, np.array([[x, y + 1.0], [x + 1.0, y + 1.0]])) == [NONE]


def test_an_edge_before_a_person_is_straight() -> None:
    """A table's top hides what is behind it."""
    one = at_a_table()
    assert sum((straight(one, crack) != NONE).any() for crack in beside_a_person(one)) > 5


def test_stretches_are_long_enough() -> None:
    """An edge of many sides is one stretch."""
    sides = np.array([4] * 5 + [2] * 4 + [NONE] + [1] * 7 + [NONE] + [1] * 8)
    assert stretches(sides) == [(0, 9), (18, 26)]


@pytest.mark.parametrize("az", [0.0, 60.0])
def test_small_parts_are_drawn_close_to_what_they_are(az: float) -> None:
    """No curve leaves the outline of face, hands or toes by more than 2 pixels; elsewhere by no more than 5."""
    one = scene(az, ppu=paint.PPU)
    shares = []
    for line in chains.arcs(*edges.kinds(one)):
        chain = evened(one, line.points, line.closed)
        for curve in chain.curves():
            drawn = _points(curve, np.linspace(0, 1, 12)) if len(curve) == 4 else curve
            for point in drawn:
                away = np.hypot(*(line.points - point).T)
                small = chain.close[away.argmin()] > 0.9
                assert away.min() < (2.0 if small else 5.0)
                shares.append(small)
    assert 0.1 < np.mean(shares) < 0.9


def test_hands_faces_and_toes_are_small() -> None:
    """The whole hand with its back, the face above the neck, and toes; no shin, no arm, no cloth."""
    one = scene(45, **{"shoulder.R.abd": 40.0, "shoulder.L.abd": 40.0})
    skin, rest = one.material == MATERIAL["skin"], one.rest
    small = one.close[:-1, :-1]
    hands = skin & (one._hand > 0.9)
    assert (hands & (one.digit == 0)).sum() > 50
    assert small[hands | (one.digit > 0)].all()
    assert small[skin & (rest[..., 2] > 0.88)].all()
    inner = ndimage.binary_erosion(skin & (one._hand < 0.1) & (one.digit == 0) & (rest[..., 2] < 0.8), iterations=3)
    assert inner.sum() > 500
    assert not small[inner].any()


def test_a_profile_keeps_its_nose() -> None:
    """Seen from the side the outline of the face has at least four turns, from forehead to chin."""
    one = scene(0, ppu=paint.PPU)
    outlines = [line for line in chains.joined(chains.arcs(*edges.kinds(one))) if np.median(line.kinds) == edges.OUT]
    head = one.now.body.places[:, 2].max() - 0.13
    turns = 0
    for line in outlines:
        points = evened(one, line.points, line.closed).points
        up = one.screen.box[3] - points[:, 1] / one.screen.ppu
        face = points[(up > head) & (points[:, 0] > points[:, 0].max() - 30)]
        if len(face) > 60:
            turns = max(turns, int((np.diff(np.sign(np.diff(ndimage.gaussian_filter1d(face[:, 0], 2)))) != 0).sum()))
    assert turns >= 4


def test_a_point_may_be_nearer_than_others() -> None:
    """Where less error is asked for, there is less."""
    t = np.linspace(0, 6 * np.pi, 400)
    chain = np.column_stack([t * 20, 6 * np.sin(t)])
    asked = np.where(t < 3 * np.pi, 0.3, 5.0)
    drawn = np.vstack([_points(curve, np.linspace(0, 1, 400)) for curve in fit(chain, asked)])
    off = np.array([np.hypot(*(drawn - point).T).min() for point in chain])
    assert off[t < 2.8 * np.pi].max() < 0.5
    assert off[t > 3.2 * np.pi].max() > 1


def test_outlines_are_lighter_at_what_is_small() -> None:
    """At a hand that hangs free, and at the face; the trunk keeps the whole weight."""
    one = scene(90, ppu=paint.PPU, **{"shoulder.R.abd": 60.0})
    for line in chains.joined(chains.arcs(*edges.kinds(one))):
        chain = evened(one, line.points, line.closed)
        weights = ink._weights(line, chain)
        heavy = ndimage.minimum_filter1d((line.kinds == edges.OUT).astype(int), 41) == 1
        small, large = heavy & (chain.close[:-1] > 0.9), heavy & (chain.close[:-1] < 0.1)
        assert set(weights[small]) <= {ink.LIGHTER}
        assert set(weights[large]) <= {1.0}


def test_a_short_line_between_two_long_ones_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hem between two outlines which run on past it: it is no dot."""
    one = at_a_table()
    below = np.zeros((one.material.shape[0] + 1, one.material.shape[1]), dtype=np.int8)
    beside = np.zeros((one.material.shape[0], one.material.shape[1] + 1), dtype=np.int8)
    beside[10:110, [50, 70]] = edges.OUT
    monkeypatch.setattr(ink, "kinds", lambda _: (below, beside))
    without = sum(text.count("M") for text in ink.ink(one))
    below[60, 50:70] = edges.HEM
    assert sum(text.count("M") for text in ink.ink(one)) > without


def test_free_ends_of_a_line_taper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each to a point where the line ends, from the line's own width; an end that meets another line does not."""
    one = at_a_table()
    below = np.zeros((one.material.shape[0] + 1, one.material.shape[1]), dtype=np.int8)
    beside = np.zeros((one.material.shape[0], one.material.shape[1] + 1), dtype=np.int8)
    below[50, 10:210] = edges.OVER
    beside[5:90, 210] = edges.OUT
    monkeypatch.setattr(ink, "kinds", lambda _: (below, beside))
    tips = [np.array([p for piece in line for p in piece]) / UNITS for line in subpaths(_filled(ink.ink(one))[0])]
    at = {tuple(tip[np.hypot(*(tip - end).T).argmin()].round().tolist()) for end in FREE for tip in tips}
    assert {(10.0, 50.0), (210.0, 5.0), (210.0, 90.0)} <= at
    assert len(tips) == 3
    for tip in tips:
        assert np.ptp(tip, axis=0).max() <= ink.TIP
        assert 0.5 < np.ptp(tip, axis=0).min() < one.stroke / UNITS


def test_the_edge_of_a_wall_does_not_taper() -> None:
    """Its side ends at the top, where the wall goes on without a line, as wide as it is."""
    one = scene(0, Wall(type="wall", at=(0.0, 0.4), facing=(0, -1), span=(-0.5, 0.5), height=1.1))
    left, top = np.argwhere(one.material == MATERIAL["wall"]).min(0)[::-1]
    for line in (line for text in _filled(ink.ink(one)) for line in subpaths(text)):
        tip = np.array([p for piece in line for p in piece]) / UNITS
        assert np.hypot(*(tip - [left, top]).T).min() > 30


def test_toes_are_told_apart() -> None:
    """A bare foot seen from the front shows the gaps between its toes."""
    text = "".join(ink.ink(scene(90, ppu=paint.PPU)))
    thin = "".join(re.findall(r'd="([^"]*)"[^>]*stroke-width="2\.6"', text))
    low = [line for line in subpaths(thin) if min(p[1] for piece in line for p in piece) / UNITS > 0.9 * PPU]
    assert len(low) >= 4


def test_shade_is_not_drawn_close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no line lies on an edge it is evened out alone."""
    one = at_a_table()
    chain = np.column_stack([np.arange(40.0), np.full(40, 30.0)])
    monkeypatch.setitem(one.__dict__, "close", np.ones_like(one.close))
    assert evened(one, chain, False).error.max() == FINE_FIT
    assert evened(one, chain, False, fills.CALM).error.min() == FIT * fills.CALM
