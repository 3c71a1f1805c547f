"""The flesh goes with the bones, and looks the same on both sides."""

from __future__ import annotations

import numpy as np
import pytest

from atelier.anatomy import body
from atelier.flesh import smooth_rows
from atelier.proportions import HIP_Z
from atelier.skeleton import frames, vector


def test_at_rest_nothing_moves() -> None:
    """Posed at rest, each ellipsoid is where and as it was built."""
    rest = {"root.z": HIP_Z, "thumb.L.open": -18, "thumb.R.open": -18}
    flesh = body()
    centre, axes = flesh.posed(frames(vector(rest)[None]))
    plain = ~flesh.on(["thumb", "thum2"])
    np.testing.assert_allclose(centre[0, plain], flesh.centre[plain], atol=1e-9)
    np.testing.assert_allclose(axes[0, plain], flesh.axes[plain], atol=1e-9)


def test_left_and_right_are_mirror_images() -> None:
    """Every ellipsoid of a left part has its twin on the right."""
    flesh = body()
    for part in (name for name in flesh.parts if name.endswith(".L")):
        left = flesh.centre[flesh.part == flesh.parts.index(part) + 1]
        right = flesh.centre[flesh.part == flesh.parts.index(part[:-1] + "R") + 1]
        np.testing.assert_allclose(left * (1, -1, 1), right, atol=1e-12)


def test_the_body_is_as_tall_as_its_stature() -> None:
    """From sole to crown the body at rest measures H, to 1.5 percent."""
    flesh = body()
    reach = np.linalg.norm(flesh.axes[:, 2, :], axis=1)
    assert (flesh.centre[:, 2] - reach).min() == pytest.approx(0, abs=0.004)
    assert (flesh.centre[:, 2] + reach).max() == pytest.approx(1, abs=0.015)


def test_flesh_between_two_bones_keeps_its_size() -> None:
    """A deep bend squeezes no ellipsoid: each keeps its volume."""
    flesh = body()
    _, axes = flesh.posed(frames(vector({"hip.L.flex": 120, "lumbar.flex": 50})[None]))
    np.testing.assert_allclose(np.abs(np.linalg.det(axes[0])), np.abs(np.linalg.det(flesh.axes)), rtol=1e-9)


def test_profiles_do_not_overshoot() -> None:
    """Between two rows a profile stays between their values."""
    rows = [(0.0, 1.0), (1.0, 1.0), (2.0, 3.0)]
    values = np.array([value[0] for _, value in smooth_rows(rows, 41)])
    assert values.min() == 1.0
    assert values.max() == 3.0
    assert (np.diff(values) >= 0).all()


def test_thinned_flesh_is_a_part_of_it() -> None:
    """Every third ellipsoid, unchanged."""
    flesh = body()
    np.testing.assert_array_equal(flesh.thinned(3).centre, flesh.centre[::3])
