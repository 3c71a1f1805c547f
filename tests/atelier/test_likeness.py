"""Two pictures are one where they differ by rounding alone; more, or another structure, is another picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.curve import UNITS
from atelier.likeness import alike, apart

BOX = "M10 10L90 10 90 60 10 60z"
ARC = "M10 10c20-20 60-20 80 0"


def svg(*paths: str, fill: str = "#22303a") -> str:
    drawn = "".join(f'<path d="{path}" fill="{fill}"/>' for path in paths)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">{drawn}</svg>'


@pytest.mark.parametrize(("pixels", "is_one"), [(0.0, True), (0.4, True), (-0.4, True), (0.6, False), (-0.6, False)])
@pytest.mark.parametrize("axis", ["x", "y"])
def test_a_corner_may_be_off_by_half_a_pixel(pixels: float, is_one: bool, axis: str) -> None:
    """One coordinate moved by 0.4 px is rounding, by 0.6 px another picture; it does not matter which one is new."""
    moved = 60 + pixels * UNITS if axis == "y" else 10 + pixels * UNITS
    other = f"M10 10L90 10 90 60 10 {moved}z" if axis == "y" else f"M10 10L90 10 90 60 {moved} 60z"
    assert alike(svg(BOX), svg(other)) is is_one
    assert alike(svg(other), svg(BOX)) is is_one


@pytest.mark.parametrize(("pixels", "is_one"), [(0.4, True), (0.6, False)])
def test_a_curve_is_judged_by_what_it_draws(pixels: float, is_one: bool) -> None:
    """Both handles moved by d move the middle of the curve by 3/4 d."""
    up = -20 - pixels * UNITS / 0.75
    assert alike(svg(ARC), svg(f"M10 10c20{up} 60{up} 80 0")) is is_one


def test_a_straight_line_may_be_cut_elsewhere() -> None:
    """Where a line goes on straight, a point on its way may stand anywhere on it; off it, it may not."""
    assert alike(svg("M10 10L50 10 90 10"), svg("M10 10L58 10 90 10"))
    assert not alike(svg("M10 10L50 10 90 10"), svg("M10 10L58 12 90 10"))


@pytest.mark.parametrize(
    "other",
    [
        svg("M10 10L90 10 90 60 10 60"),  # left open
        svg("M10 10L90 10 90 60z"),  # a point fewer
        svg("M10 10h80L90 60 10 60z"),  # another command
        svg(BOX, BOX),  # one element more
        svg(),  # an element is missing
        svg(BOX, fill="#22303b"),  # another colour
        svg(BOX).replace('0 0 100 80"', '0 0 101 80"'),  # another frame
        svg(BOX).replace("<path", '<path class="a"'),  # another attribute
        svg(BOX).replace("<path", "<g").replace("/>", "></g>"),  # another element
        svg(BOX)[:-8],  # half a file
    ],
)
def test_another_structure_is_another_picture(other: str) -> None:
    """Each is refused, though every line that is left is where it was."""
    assert not alike(svg(BOX), other)
    assert not alike(other, svg(BOX))


def test_many_small_steps_do_not_add_up() -> None:
    """Relative commands that are each off by little end far off: places are compared, not steps."""
    assert not alike(svg("M0 0" + "h10v5" * 6), svg("M0 0" + "h10.5v5" * 6))


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 70)), min_size=2, max_size=9), st.floats(-9, 9))
def test_lines_are_as_far_apart_as_they_are_shifted_at_most(points: list[tuple[int, int]], by: float) -> None:
    """A line is 0 from itself, and a line shifted as a whole is no farther than the shift."""
    line = np.array(points, dtype=np.float64)
    assert apart(line, line) == pytest.approx(0, abs=1e-9)
    assert apart(line, line + np.array([by, 0])) <= abs(by) + 1e-9
