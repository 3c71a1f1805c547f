"""Text from a person is one clean line within its limit; a label is a file name on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.model import Model, parse
from kit.words.text import LINE, NOTE, Label, Line, Name, Note, clean, clip, is_blank, is_name, letters_in


class Form(Model):
    label: Label = "x"
    line: Line = ""
    name: Name = "x"
    note: Note = ""


def refused(**values: object) -> str:
    with pytest.raises(ContentError) as caught:
        parse(Form, values, "form")
    return str(caught.value)


@pytest.mark.parametrize(("field", "limit"), [("line", LINE), ("name", LINE), ("note", NOTE)])
def test_a_text_may_be_as_long_as_its_limit(field: str, limit: int) -> None:
    """To the letter, counted once it is clean; one more is refused, with how many there are and how many fit."""
    assert (LINE, NOTE) == (200, 2000)
    assert getattr(parse(Form, {field: " " + "x" * limit}, "form"), field) == "x" * limit
    what = f"it has {limit + 1} characters, and at most {limit} fit. Shorten it."
    assert refused(**{field: "x" * (limit + 1)}) == f"form, {field}: “{'x' * 60}…”: {what}"


@pytest.mark.parametrize("empty", ["", "  ", "\u200b", "\u3164", "\u1160\u115f", "\uffa0 \u2800", "\u17b4"])
def test_a_name_is_not_empty(empty: str) -> None:
    """Nor made of what nobody sees; a line and a note may be."""
    assert refused(name=empty) == f"form, name: “{empty}”: it is empty. Write a text."
    assert parse(Form, {"line": empty, "note": empty}, "form") == Form()


@pytest.mark.parametrize("field", ["label", "line", "name", "note"])
def test_what_is_no_text_is_told_as_that(field: str) -> None:
    """A number is not turned into a text."""
    assert refused(**{field: 5}) == f"form, {field}: 5 is refused: it must be text. Correct the value."


@given(st.text(max_size=30), st.integers(1, 30))
def test_a_clipped_text_shows_that_it_is_cut(text: str, limit: int) -> None:
    """Whole where it fits, else its beginning and a sign, together as long as the limit."""
    whole, clipped = clean(text), clip(text, limit)
    assert clipped == whole if len(whole) <= limit else clipped == whole[: limit - 1] + "…"
    assert clip("x" * (NOTE + 1)) == "x" * (NOTE - 1) + "…"


def test_one_letter_has_one_spelling() -> None:
    """A letter and its accent are one, and what stood between two words of a line is one space."""
    assert clean("Zoe\u0308") == "Zoë"
    assert clean("a \u200b b") == "a b"


@pytest.mark.parametrize("label", ["x" * 64, "com0", "com10", "con1", "lpt", "a-b_c.d", "A.con"])
def test_labels_that_are_only_like_reserved_ones(label: str) -> None:
    """64 letters fit; com1 to com9 and lpt1 to lpt9 alone belong to a system, as the first part of a name."""
    assert parse(Form, {"label": label}, "form").label == label


@pytest.mark.parametrize(
    "stem", ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))]
)
def test_reserved_labels(stem: str) -> None:
    """No name of a device, with or without an ending, in capitals or not."""
    for label in (stem, stem.upper(), f"{stem}.pdf"):
        said = "an id is 1 to 64 letters, digits, dots, hyphens or underscores, and can be a file name. Use one such as P-001."
        assert refused(label=label) == f"form, label: “{label}”: {said}"


@pytest.mark.parametrize("unseen", ["", "\u3164", "\u1160", "\u115f", "\uffa0", "\u2800", "\u200d", "\u0301", "\ufe0f"])
def test_what_nobody_sees_is_blank_and_has_no_letters(unseen: str) -> None:
    """However often it stands there; beside a letter it adds none, and a name of marks alone is refused."""
    assert (is_blank(unseen * 12), is_name(unseen * 12), letters_in(unseen * 12)) == (True, False, 0)
    assert (is_blank(f"a{unseen}"), letters_in(f"a{unseen}b")) == (False, 2)
    assert "it is empty. Write a text." in refused(name=unseen)


def test_a_dot_is_seen_and_is_no_name() -> None:
    """Something stands there, and nobody is named."""
    assert (is_blank("."), is_name(".")) == (False, False)
