"""How bent a joint is, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.words.bend import ANGLES, bend_at_end, bend_at_start
from kit.words.catalogue import Catalogue

WORDS = Catalogue()
ANGLE = {WORDS.say(f"bend.{angle}"): angle for angle in ANGLES}


def test_each_word() -> None:
    """What a patient can see on the own knee."""
    ends = {degrees: bend_at_end(degrees, WORDS) for degrees in (0, 10, 30, 45, 46, 75, 90, 91)}
    assert ends == {
        0: "straight",
        10: "not quite straight",
        30: "a little bent",
        45: "half bent",
        46: "more than half bent",
        75: "nearly as bent as when you sit",
        90: "as bent as when you sit",
        91: None,
    }
    assert bend_at_start(90, WORDS) == bend_at_start(120, WORDS) == "as bent as when you sit"
    assert bend_at_start(40, WORDS) == "a little bent"


@given(st.integers(0, 180))
def test_no_word_leads_past_the_limit(degrees: int) -> None:
    """At the end the word is never straighter than the limit, at the start never more bent, and the nearest such."""
    end = bend_at_end(degrees, WORDS)
    assert end is None or (degrees <= ANGLE[end] < degrees + 15)
    assert (end is None) == (degrees > 90)
    assert ANGLE[bend_at_start(degrees, WORDS)] <= degrees
