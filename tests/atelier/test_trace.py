"""Tracing known shapes gives known arcs; curves follow what they are fitted to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from atelier.curve import backwards, fit, path, polyline, smooth
from atelier.fills import outlines
from atelier.svg import bounds, subpaths
from atelier.trace import arcs


def area(ring: np.ndarray) -> float:
    x, y = ring.T
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2)


def sampled(c: np.ndarray) -> np.ndarray:
    """Points along a cubic curve, from Bernstein's polynomials."""
    t = np.linspace(0, 1, 30)[:, None]
    found: np.ndarray = c[0] * (1 - t) ** 3 + 3 * c[1] * t * (1 - t) ** 2 + 3 * c[2] * t**2 * (1 - t) + c[3] * t**3
    return found


def test_a_square() -> None:
    """One square gives one closed arc with its outline's length and area."""
    labels = np.zeros((9, 9), dtype=np.int32)
    labels[2:7, 3:8] = 5
    (arc,) = arcs(labels)
    assert arc.closed
    assert len(arc.one) == 20
    assert area(arc.points) == 25
    assert set(arc.labels(labels)) == {0, 5}


def test_two_halves_share_one_arc() -> None:
    """Two touching squares give three arcs between two nodes; the common side is one of them."""
    labels = np.zeros((6, 10), dtype=np.int32)
    labels[1:5, 1:5], labels[1:5, 5:9] = 1, 2
    found = arcs(labels)
    assert sorted(tuple(sorted(arc.labels(labels))) for arc in found) == [(0, 1), (0, 2), (1, 2)]
    assert len({node for arc in found for node in (arc.start, arc.end)}) == 2


def test_a_ring_has_two_outlines() -> None:
    """A square with a hole gives two closed arcs."""
    labels = np.ones((7, 7), dtype=np.int32)
    labels[3, 3] = 0
    assert sorted(area(arc.points) for arc in arcs(labels)) == [1, 49]


@given(arrays(np.int32, (7, 8), elements=st.integers(0, 3)))
def test_every_crack_is_walked_once(labels: np.ndarray) -> None:
    """Arcs hold each border between two pixels once, and no other; each has the same labels all along."""
    padded = np.pad(labels, 1)
    cracks = int((padded[:-1, 1:-1] != padded[1:, 1:-1]).sum() + (padded[1:-1, :-1] != padded[1:-1, 1:]).sum())
    found = arcs(labels)
    assert sum(len(arc.one) for arc in found) == cracks
    for arc in found:
        assert np.abs(np.diff(arc.points, axis=0)).sum(1).tolist() == [1] * len(arc.one)
        pairs = {
            frozenset((int(padded[a[0] + 1, a[1] + 1]), int(padded[b[0] + 1, b[1] + 1])))
            for a, b in zip(arc.one, arc.two, strict=True)
        }
        assert len(pairs) == 1


def test_a_circle_is_a_few_curves() -> None:
    """A circle of radius 100 is fitted by at most 16 curves that are nowhere off by more than asked."""
    turn = np.linspace(0, 2 * np.pi, 400)
    ring = np.column_stack([200 + 100 * np.cos(turn), 200 + 100 * np.sin(turn)])
    curves = fit(ring, 0.5, closed=True)
    assert len(curves) <= 16
    for curve in curves:
        assert np.abs(np.hypot(*(sampled(curve) - 200).T) - 100).max() < 0.6


def test_a_traced_disc_keeps_its_area() -> None:
    """From pixels to curves a disc keeps its area to 1.5 percent."""
    y, x = np.mgrid[:120, :120]
    mask = np.hypot(x - 60, y - 60) < 40
    (ring,) = outlines(mask, 3, 0.5, 10)
    assert area(np.concatenate([sampled(curve) for curve in ring])) == pytest.approx(np.pi * 1600, rel=0.015)


def test_smoothing_keeps_the_ends() -> None:
    """An open chain stays pinned at its nodes, so that arcs still meet."""
    chain = np.column_stack([np.arange(30.0), np.arange(30) % 2])
    out = smooth(chain, 3, closed=False)
    np.testing.assert_array_equal(out[[0, -1]], chain[[0, -1]])
    assert np.ptp(out[5:-5, 1]) < 0.2


def test_path_text() -> None:
    """Two units for each pixel, first point absolute, the rest relative; read back it is the same line."""
    curve = np.array([[1.0, 2.0], [2.0, 2.0], [3.0, 1.0], [4.0, 4.0]])
    assert path([curve]) == "M2 4c2 0 4-2 6 4"
    assert subpaths(path([curve], True)) == [[((2, 4),), ((2, 4), (4, 4), (6, 2), (8, 8)), ((8, 8), (2, 4))]]
    assert subpaths(path(backwards([curve]))) == [[((8, 8),), ((8, 8), (6, 2), (4, 4), (2, 4))]]
    pieces = [np.array([[1.0, 1.0], [3.0, 2.0]]), np.array([[3.0, 2.0], [3.0, 5.0]]), curve + np.array([2, 3])]
    assert path(pieces) == "M2 2l4 2 0 6c2 0 4-2 6 4"
    assert [len(piece) for piece in subpaths(path(pieces))[0]] == [1, 2, 2, 4]
    assert polyline(np.array([[0.0, 0], [5, -1]]), True) == "M0 0L10-2z"


def test_bounds_are_what_is_drawn() -> None:
    """A bow whose handles stand at 40 reaches 30, three quarters of the way."""
    svg = '<svg viewBox="0 0 90 90"><path d="M10 0c0 40 40 40 40 0"/></svg>'
    left, top, right, bottom = bounds(svg)
    assert (left, top, right, bottom) == pytest.approx((10, 0, 50, 30))
