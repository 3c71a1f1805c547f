"""HTML of strangers becomes plain text: every word that a reader would see, and nothing of the markup."""

from __future__ import annotations

import html

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.library.collections.draft import Told, steps
from kit.library.collections.markup import blocks
from kit.words.text import clean, clip

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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. Sit.", ["Sit."]),
        ("2) - **Sit** down.", ["Sit down."]),
        ("Step 3: Sit.", ["Sit."]),
        ("a) Sit.", ["Sit."]),
        ("## Sit", ["Sit"]),
        ("• Sit", ["Sit"]),
        ("<p>**Note:**sit</p>", ["Note: sit"]),
        ("<p><b>Note:</b>sit</p>", ["Note: sit"]),
        ("_Sit_ on a `mat`, ~~slowly~~", ["Sit on a mat, slowly"]),
        ("1. Sit. 2. Stand. 3. Go.", ["Sit.", "Stand.", "Go."]),
        ("1. Sit\n2. Stand", ["Sit", "Stand"]),
        ("- Sit\n  slowly\n- Stand", ["Sit slowly", "Stand"]),
        ("<ol>\n<li>1. Sit</li>\n<li>2. Stand</li></ol>", ["Sit", "Stand"]),
        ("Sit &amp; <i>breathe</i>", ["Sit & breathe"]),
        ("Stand 1.5 m from the wall.", ["Stand 1.5 m from the wall."]),
        ("Step 2 feet to the side.", ["Step 2 feet to the side."]),
        ("2 x 3 * 4 * 5 snake_case_word", ["2 x 3 * 4 * 5 snake_case_word"]),
        ("w < 5 and > 3", ["w < 5 and > 3"]),
        ("!", []),
        ("1.", []),
    ],
)
def test_marks_of_a_step_go(text: str, told: list[str]) -> None:
    """Numbers of a list, bullets, Markdown and HTML go; a number, a sign or a name that is text stays."""
    assert steps([text]) == Told(tuple(told))


@pytest.mark.parametrize(
    "text",
    [
        "https://a.org/v_1_",
        "https://a.org/x/__q__/y",
        "See www.a.org",
        "Video: <b>youtu.be/x</b>.",
        "[link](http://a.b)",
    ],
)
def test_an_address_is_no_step(text: str) -> None:
    """A text that is an address, with or without a word that says so, is kept as a link."""
    told = steps(["Sit.", text])
    (link,) = told.links
    assert (told.steps, link) == (("Sit.",), link)
    assert link in text


def test_steps_are_never_cut() -> None:
    """A text of one sentence is one step, however long; of several that do not fit together each is a step.

    What no step can hold is shown with its end left out, and kept whole.
    """
    fits = "a" * 99 + " " + "b" * 100
    long = "word " * 60 + "end."
    told = steps([fits, f"{fits} c", f"Short one. {long} Last.", "Next {x}."])
    assert told.steps[0] == fits
    assert told.steps[2:] == ("Short one.", clip(long, 200), "Last.", "Next (x).")
    assert told.long == (f"{fits} c", long)
    assert max(map(len, told.steps)) == 200


@given(st.lists(st.text(st.characters(categories=("L", "Zs"), include_characters=".,!?"), max_size=500), max_size=4))
def test_steps_fit(texts: list[str]) -> None:
    """Each step fits a line; with what is kept whole beside, no letter is lost."""
    told = steps(texts)
    whole = iter(told.long)
    said = [next(whole) if step.endswith("…") else step for step in told.steps]
    assert all(len(step) <= 200 for step in told.steps)
    letters = [c for step in said for c in step if c.isalnum()]
    assert letters == [c for c in clean(" ".join(texts)) if c.isalnum()]
