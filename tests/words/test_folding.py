"""Words to compare: what a person may write in one way or another is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.words.folding import LONGEST, fold, joined, singular, typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bird-Dog", ["bird", "dog"]),
        ("figure4", ["figure", "4"]),
        ("Figure_4 (2nd)", ["figure", "4", "2", "nd"]),
        ("Zoë’s KNEE", ["zoe", "s", "knee"]),
        ("soft\u00adhyphen \u200fright", ["softhyphen", "right"]),
        ("ﬁgure STRAßE", ["figure", "strasse"]),
        ("رُكبة", ["ركبة"]),
        ("… -- ", []),
    ],
)
def test_what_makes_no_difference(text: str, words: list[str]) -> None:
    """Capitals, accents, hyphens, joined letters and invisible signs; a run of digits is a word of its own."""
    assert fold(text) == words


@given(st.text(max_size=60))
def test_folded_words_are_folded(text: str) -> None:
    """Folding what was folded changes nothing."""
    words = fold(text)
    assert [again for word in words for again in fold(word)] == words


def test_of_a_pasted_text_the_beginning_is_read() -> None:
    """400 characters of it."""
    assert LONGEST == 400
    assert typed("a" * 400 + " b") == ["a" * 400]
    assert typed("a" * 398 + " b") == ["a" * 398, "b"]


def test_words_written_as_one() -> None:
    assert joined(["bird", "dog"]) == joined(["birddog"]) == "birddog"


@pytest.mark.parametrize(
    ("word", "one"),
    [("knees", "knee"), ("stretches", "stretch"), ("pushes", "push"), ("presses", "press"), ("reflexes", "reflex"), ("boxes", "boxe"),
     ("bus", "bus"), ("legs", "leg"), ("press", "press"), ("knee", "knee"), ("does", "doe"), ("exercises", "exercise")],
)  # fmt: skip
def test_a_plural_without_its_ending(word: str, one: str) -> None:
    """Where it has one; short words, and those that end in two s, are left as they are."""
    assert singular(word) == one
