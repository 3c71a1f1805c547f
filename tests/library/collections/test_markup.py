"""HTML of strangers becomes plain text: every word that a reader would see, and nothing of the markup."""

from __future__ import annotations

import html

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.library.collections.draft import steps
from kit.library.collections.markup import blocks

WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
TAG = st.sampled_from(["b", "p", "li", "ul", "div onclick='x()'", 'a href="javascript:x()"', "h2", "span style=x"])


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<p>Sit.</p><ul><li>Lift <b>one</b> leg.</li><li>Hold.</ul>", ["Sit.", "Lift one leg.", "Hold."]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("below &lt; 90&deg; &amp; slow&nbsp;&#x2013; end", ["below < 90° & slow – end"]),
        ("a<script>alert('<p>x</p>')</script>b<STYLE>p{}</STYLE >c", ["abc"]),
        ("a<!-- <b>hidden</b> -->b<?php x ?>c", ["abc"]),
        ("w < 5 and > 3", ["w < 5 and > 3"]),
        ("a<svg><title>t</title><p>x</p></svg>b", ["ab"]),
        ("tail &am", ["tail &am"]),
        ("nul\x00byte", ["nulbyte"]),
        ("", []),
    ],
)
def test_worked(markup: str, told: list[str]) -> None:
    """A list gives its items, a line break a new line, an entity its sign; scripts, styles and comments nothing."""
    assert blocks(markup) == told


@pytest.mark.parametrize("markup", ["a <img src=x onerror=alert(1)", "a <script>alert(1)", "a <svg><p>x", "a <!-- b"])
def test_never_closed(markup: str) -> None:
    """What is never closed may swallow the rest: it is refused, not guessed."""
    with pytest.raises(ValueError, match="never closed"):
        blocks(markup)


@given(st.lists(st.tuples(TAG, WORD), min_size=1, max_size=8))
def test_words_stay_and_tags_go(parts: list[tuple[str, str]]) -> None:
    """In any nesting of tags every word stays, in order, and no tag does."""
    markup = "".join(f"<{tag}>{word}</{tag.split()[0]}>" for tag, word in parts)
    assert "".join(blocks(markup)).replace(" ", "") == "".join(word for _, word in parts)


@given(st.text(max_size=80).filter(lambda t: "\x00" not in t and "\r" not in t))
@example("<script>alert(1)</script>")
def test_escaped_text_is_text(text: str) -> None:
    """Text that was escaped comes back as it was, whatever it looks like, but for its white space."""
    assert " ".join(blocks(html.escape(text))) == " ".join(text.split())


def test_steps_lose_no_word() -> None:
    """A text over 200 characters is one step a sentence, a longer sentence is parted between words."""
    long = "word " * 60 + "end"
    told = steps([f"Short one. And two. {long}. Last.", "  .  ", "Next {x}."])
    assert told[:2] == ("Short one.", "And two.")
    assert " ".join(told) == f"Short one. And two. {long}. Last. Next (x)."
    assert max(map(len, told)) <= 200


@given(st.lists(st.text(st.characters(categories=("L", "P", "Zs")), max_size=500), max_size=4))
def test_steps_fit(texts: list[str]) -> None:
    """Each step fits a line unless one word alone does not; no letter is lost."""
    told = steps(texts)
    assert all(len(step) <= 200 or " " not in step for step in told)
    letters = [c for step in told for c in step if c.isalnum()]
    assert letters == [c for step in steps([" ".join(texts)]) for c in step if c.isalnum()]
