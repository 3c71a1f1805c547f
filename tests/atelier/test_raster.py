"""The depth buffer sees what a naive ray sees."""

from __future__ import annotations

import numpy as np
import pytest

from atelier.camera import view
from atelier.raster import FLOOR, NOTHING, Ground, Screen, drawn
from atelier.solids import ellipsoid, polygon


def screen(az: float = 30, el: float = 20, size: float = 1.0, ppu: float = 40) -> Screen:
    return Screen(view(az, el), (-size, size, -size, size), ppu)


def ray_depth(onto: Screen, corners: np.ndarray, across: float, up: float) -> float:
    """Where one ray meets one triangle, by Cramer's rule; nothing where it passes it by."""
    a, b, c = corners @ onto.view.T
    (u, v) = np.linalg.solve(np.stack([b[:2] - a[:2], c[:2] - a[:2]], axis=1), np.array([across, up]) - a[:2])
    return float(a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2])) if min(u, v, 1 - u - v) >= 0 else NOTHING


def test_triangles_as_rays_see_them() -> None:
    """Depth and winner of each pixel agree with rays, for triangles that lie across each other."""
    onto = screen()
    points = np.random.default_rng(3).uniform(-0.8, 0.8, (15, 3))
    faces = np.arange(15, dtype=np.int32).reshape(5, 3)
    buffer = drawn(points, faces, onto)
    across, up = onto.rays()
    for row in range(0, len(up), 3):
        for column in range(0, len(across), 3):
            seen = [ray_depth(onto, points[face], across[column], up[row]) for face in faces]
            assert buffer.depth[row, column] == pytest.approx(max(seen), abs=1e-9)
            assert buffer.index[row, column] == (int(np.argmax(seen)) if max(seen) > NOTHING else -1)


def test_many_portions_are_one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few pixels are asked about at once, the same is seen."""
    points, faces = ellipsoid(np.zeros(3), (0.5, 0.3, 0.7))
    whole = drawn(points, faces, screen())
    monkeypatch.setattr("atelier.raster._AT_ONCE", 500)
    np.testing.assert_array_equal(drawn(points, faces, screen()).index, whole.index)


def test_what_is_cut_away_is_not_seen() -> None:
    """A square kept where its height is above 0 shows its upper half, to a pixel."""
    onto = screen(az=0, el=0)
    square = np.array([[-0.5, 0, -0.5], [0.5, 0, -0.5], [0.5, 0, 0.5], [-0.5, 0, 0.5]])
    buffer = drawn(*polygon(square), onto, square[:, 2])
    rows = np.flatnonzero((buffer.index >= 0).any(1))
    assert (rows.min(), rows.max()) == (20, 39)


def test_values_are_seen_where_they_are() -> None:
    """The places of a ball's points, as the pixels see them, lie on the ball and under their pixels."""
    onto = screen()
    points, faces = ellipsoid(np.array([0.1, 0.2, 0.3]), (0.5,) * 3)
    buffer = drawn(points, faces, onto)
    seen = buffer.sampled(points, faces)[buffer.index >= 0]
    np.testing.assert_allclose(np.linalg.norm(seen - [0.1, 0.2, 0.3], axis=1), 0.5, atol=0.01)
    rows, columns = np.nonzero(buffer.index >= 0)
    np.testing.assert_allclose(onto.pixels(seen)[0], np.stack([columns, rows], axis=1) + 0.5, atol=1e-6)


def one_pixel(onto: Screen) -> np.ndarray:
    where = np.zeros(onto.shape, dtype=bool)
    where[7, 31] = True
    return where


def test_the_floor_under_a_pixel() -> None:
    """The point of the floor that a ray meets is drawn at that ray's pixel."""
    onto = screen(az=50, el=25)
    floor = onto.on(FLOOR, one_pixel(onto))[0]
    np.testing.assert_allclose(onto.pixels(np.array([[*floor, 0.0]]))[0][0], (31.5, 7.5), atol=1e-9)


def test_the_ground_of_a_wall() -> None:
    """The point of a wall that a ray meets is drawn at that ray's pixel, and lies in the wall's plane."""
    onto = screen(az=50, el=25)
    wall = Ground(np.array([0.1, 0.2, 0.0]), np.array([0.0, -1, 0]), np.array([0.0, 0, 1]))
    across, up = onto.on(wall, one_pixel(onto))[0]
    met = wall.at + across * wall.across + up * wall.up
    np.testing.assert_allclose(onto.pixels(met[None])[0][0], (31.5, 7.5), atol=1e-9)
    flat, away = wall.within(met[None] + 0.3 * wall.out)
    np.testing.assert_allclose([*flat[0], away[0]], [across, up, 0.3], atol=1e-12)


def test_the_viewer_stands_where_the_guide_says() -> None:
    """Azimuth 0 sees a standing body's front to the right; 90 faces it; elevation looks down."""
    np.testing.assert_allclose(view(0, 0)[0], (1, 0, 0), atol=1e-12)
    np.testing.assert_allclose(view(90, 0)[2], (1, 0, 0), atol=1e-12)
    assert view(0, 30)[2, 2] == pytest.approx(0.5)


def test_the_inside_of_a_closed_surface_is_not_seen() -> None:
    """A triangle that is seen from its back is left out where it is part of a closed surface, and drawn otherwise."""
    corners, faces = np.array([[0.1, 0.1, 0], [0.9, 0.1, 0], [0.1, 0.9, 0]]), np.array([[0, 1, 2]], dtype=np.int32)
    screen = Screen(np.eye(3), (0.0, 1.0, 0.0, 1.0), 20)
    closed = np.array([True])
    assert (drawn(corners, faces, screen, closed=closed).index >= 0).any()
    assert not (drawn(corners, faces[:, ::-1], screen, closed=closed).index >= 0).any()
    assert (drawn(corners, faces[:, ::-1], screen, closed=~closed).index >= 0).any()
