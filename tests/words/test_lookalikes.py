"""Letters that look like others, and names that a reader takes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.words.lookalikes import as_latin, skeleton


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("\u0410. \u0420hysio", "a. physio"),
        ("\u0391. Physi\u03bf", "a. physio"),
        ("Ａ. Ｐｈｙｓｉｏ", "a. physio"),
        ("Á. Phýsio", "a. physio"),
        ("\u0441\u0430ud\u0430 \u0435qu\u0456n\u0430", "cauda equina"),
        ("\u0421\u0410UD\u0410 EQUINA", "cauda equina"),
        ("ＮＷＢ", "nwb"),
        ("د. سارة", "د. سارة"),
    ],
)
def test_a_letter_is_read_as_what_it_looks_like(text: str, latin: str) -> None:
    """In small letters, without accents; other scripts stay."""
    assert as_latin(text) == latin


@pytest.mark.parametrize("other", ["A. Phys1o", "A. Physi0", "A. PHYSIO", "A. Phys|o", "A. Phvsio"])
def test_one_shape_is_one_skeleton(other: str) -> None:
    """A digit or a bar in the place of a letter; another letter is another name."""
    assert (skeleton(other) == skeleton("A. Physio")) is (other != "A. Phvsio")
    assert skeleton("Barnes") == skeleton("Bames")


@given(st.text())
def test_a_skeleton_of_a_skeleton_in_capitals_is_itself(text: str) -> None:
    """Case makes no difference, whatever the text."""
    assert as_latin(as_latin(text)) == as_latin(text)
