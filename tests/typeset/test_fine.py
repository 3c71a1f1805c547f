"""The lines of pictures, as fine as print."""

from __future__ import annotations

import re

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
    ],
)
def test_all_else_keeps_its_numbers(content: str) -> None:
    assert printed(content) == content


def test_curves_are_rounded_too() -> None:
    assert printed("q 0.05 0 0 -0.05 1 2 cm/c0 cs 1 scn 3 5 m 7 9 11 13 15 17 c\nf\nQ\n") == (
        "q 0.05 0 0 -0.05 1 2 cm/c0 cs 1 scn 4 4 m 8 8 12 12 16 16 c\nf\nQ\n"
    )
