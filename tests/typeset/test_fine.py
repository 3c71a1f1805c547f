"""The lines of pictures, as fine as print."""

from __future__ import annotations

import re

import numpy as np
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.typeset.fine import MOST_PT, no_finer_than_print

ROUND = 1e-9


def printed(content: str) -> str:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(content.encode())
    no_finer_than_print(pdf, page)
    return page.obj.Contents.read_bytes().decode()


@given(
    st.floats(0.001, 0.9),
    st.booleans(),
    st.lists(st.tuples(st.integers(-5000, 5000), st.integers(-5000, 5000)), min_size=1),
)
def test_no_point_moves_further_than_may_be(scale: float, mirrored: bool, points: list[tuple[int, int]]) -> None:
    """Whatever the scale of the picture; no number more, no number less."""
    drawn = " ".join(f"{x} {y} l" for x, y in points)
    sign = "-" if mirrored else ""
    was = f"q {sign}{scale:.6f} 0 0 -{scale:.6f} 10.5 20.25 cm/c0 cs 0.5 scn {drawn}\nf\nQ\n"
    now = printed(was)
    one, other = ([int(n) for n in re.findall(r"(-?\d+)(?= (?:-?\d+ )?l)", text)] for text in (was, now))
    assert len(one) == len(other) == 2 * len(points)
    assert max(abs(a - b) for a, b in zip(one, other, strict=True)) * scale <= MOST_PT + ROUND
    assert re.sub(r"-?\d+ -?\d+ l", "", now) == re.sub(r"-?\d+ -?\d+ l", "", was)


@pytest.mark.parametrize(
    "content",
    [
        "q 1 0 0 1 10 20 cm/c0 cs 1 scn 3 5 m 7 9 l\nf\nQ\n",  # of the page itself
        "BT (3 5 l) Tj ET\n",
        "q 0.2 0 0 -0.2 10 20 cm/c0 cs 1 scn 3 5 m 7 9 l\nf\nQ\n",  # a picture drawn coarser than print
        "q 0.1 0 0 -0.1 10 20 cm/c0 cs 1 scn 3 5 m 7.5 9 20 9 30 5 c\nf\nQ\n",  # a logo, not of whole units
        "q 0.05 0 0 -0.05 10 20 cm/c0 cs 1 scn 3.25 5 m 9 6 20 6 31 5 c\nf\nQ\n",
    ],
)
def test_all_else_keeps_its_numbers(content: str) -> None:
    assert printed(content) == content


def test_curves_are_rounded_too() -> None:
    assert printed("q 0.05 0 0 -0.05 1 2 cm/c0 cs 1 scn 3 5 m 7 29 31 33 45 7 c\nf\nQ\n") == (
        "q 0.05 0 0 -0.05 1 2 cm/c0 cs 1 scn 4 4 m 8 28 32 32 44 8 c\nf\nQ\n"
    )


def test_a_curve_as_good_as_straight_is_a_line() -> None:
    """A curve that comes back to where it began is none."""
    straight, loop = (
        printed(f"q 0.1 0 0 -0.1 1 2 cm/c0 cs 1 scn 0 0 m {curve} c\nf\nQ\n")
        for curve in ("9 0 21 0 30 0", "9 9 9 -9 0 0")
    )
    assert " 0 0 m 30 0 l\n" in straight
    assert " 0 0 m 9 9 9 -9 0 0 c\n" in loop


def drawn(start: tuple[int, int], text: str) -> np.ndarray:
    """Points along one line or curve of a page's contents."""
    numbers = np.array([start, *np.array(re.findall(r"-?\d+", text.rpartition("m ")[2]), dtype=float).reshape(-1, 2)])
    t = np.linspace(0, 1, 50)[:, None]
    if len(numbers) == 2:
        return np.asarray(numbers[0] * (1 - t) + numbers[1] * t)
    a, b, c, d = numbers
    return np.asarray(a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3)


POINT = st.tuples(st.integers(-60, 60), st.integers(-60, 60))


@given(st.floats(0.03, 0.13), st.lists(POINT, min_size=3, max_size=3))
def test_no_curve_moves_further_than_twice_that(scale: float, points: list[tuple[int, int]]) -> None:
    """Once for rounding, once where a line is drawn for it."""
    curve = " ".join(f"{x} {y}" for x, y in points)
    was = f"0 0 m {curve} c"
    now = re.search(r"0 0 m [^\n]*", printed(f"q {scale:.6f} 0 0 -{scale:.6f} 1 2 cm/c0 cs 1 scn {was}\nf\nQ\n"))
    assert now
    one, other = drawn((0, 0), was), drawn((0, 0), now[0])
    off = np.hypot(*(one[:, None] - other[None]).transpose(2, 0, 1)).min(1).max() * scale
    gap = np.hypot(*np.diff(other, axis=0).T).max() * scale / 2  # between the points of the other
    assert off <= 2 * MOST_PT + gap + ROUND
