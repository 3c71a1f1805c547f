"""A colour on paper can be read, whatever it is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from kit.typeset.contrast import READABLE, WHITE, contrast, mixed, on_paper, rgb


@given(st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True))
@example("#000000")
@example("#FFFFFF")
@example("#FFFF00")
@example("#767676")
@example("#777777")
def test_any_colour_can_be_read(colour: str) -> None:
    """4.5 to 1 on white and on its tints, and of white on it; one that can be read stays as it is written."""
    dark = on_paper(colour)
    grounds = [WHITE, *(mixed(WHITE, rgb(dark), share) for share in (0.09, 0.1))]
    assert min(contrast(rgb(dark), ground) for ground in grounds) >= READABLE
    if min(contrast(rgb(colour), ground) for ground in (WHITE, mixed(WHITE, rgb(colour), 0.1))) >= READABLE:
        assert dark == colour
