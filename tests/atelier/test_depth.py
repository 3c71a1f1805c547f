"""The depth buffer sees what a naive ray sees."""

from __future__ import annotations

import numpy as np
import pytest

from atelier import depth
from atelier.camera import view
from atelier.depth import NOTHING, Buffer, Screen
from atelier.props import box


def screen(az: float = 30, el: float = 20, size: float = 1.0, ppu: float = 40) -> Screen:
    return Screen(view(az, el), (-size, size, -size, size), ppu)


def ray_depth(onto: Screen, centre: np.ndarray, axes: np.ndarray, across: float, up: float) -> float:
    """Nearest hit of one ray with one ellipsoid, from the quadratic equation in its own unit sphere."""
    origin = across * onto.view[0] + up * onto.view[1] - centre
    inverse = np.linalg.inv(axes)
    start, way = inverse @ origin, inverse @ onto.view[2]
    a, b, c = way @ way, start @ way, start @ start - 1
    root = b * b - a * c
    return NOTHING if root <= 0 else float((-b + np.sqrt(root)) / a)


def test_ellipsoids_as_rays_see_them() -> None:
    """Depth and winner of each pixel agree with rays, for ellipsoids that lie across each other."""
    onto = screen()
    rng = np.random.default_rng(3)
    centre = rng.uniform(-0.4, 0.4, (4, 3))
    axes = np.array([np.linalg.qr(rng.normal(size=(3, 3)))[0] * rng.uniform(0.1, 0.5, 3) for _ in range(4)])
    buffer = Buffer.empty(onto)
    depth.ellipsoids(buffer, onto, centre, axes)
    across, up = onto.rays()
    for row in range(0, len(up), 7):
        for column in range(0, len(across), 7):
            seen = [ray_depth(onto, c, m, across[column], up[row]) for c, m in zip(centre, axes, strict=True)]
            assert buffer.depth[row, column] == pytest.approx(max(seen), abs=1e-9)
            assert buffer.index[row, column] == (int(np.argmax(seen)) if max(seen) > NOTHING else -1)


def test_normals_of_a_ball() -> None:
    """On a ball every normal points from its centre to the point."""
    onto = screen()
    centre, axes = np.array([[0.1, 0.2, 0.3]]), np.eye(3)[None] * 0.5
    buffer = Buffer.empty(onto)
    depth.ellipsoids(buffer, onto, centre, axes)
    hit = buffer.index >= 0
    out = (buffer.points(onto)[hit] - centre[0]) / 0.5
    np.testing.assert_allclose(depth.normals(buffer, buffer.points(onto), centre, axes)[hit], out, atol=1e-9)


def test_a_near_face_hides_a_far_one() -> None:
    """Of two boxes in a line the nearer one is seen, in whatever order they are drawn."""
    onto = screen(az=0, el=0)
    for order in ((-0.5, 0.5), (0.5, -0.5)):
        buffer = Buffer.empty(onto)
        for y in order:
            for face in box((0, y, 0), (0.4, 0.2, 0.4)):
                depth.face(buffer, onto, face)
        assert buffer.depth[40, 40] == pytest.approx(0.6)


def test_the_viewer_stands_where_the_guide_says() -> None:
    """Azimuth 0 sees a standing body's front to the right; 90 faces it; elevation looks down."""
    np.testing.assert_allclose(view(0, 0)[0], (1, 0, 0), atol=1e-12)
    np.testing.assert_allclose(view(90, 0)[2], (1, 0, 0), atol=1e-12)
    assert view(0, 30)[2, 2] == pytest.approx(0.5)
