"""What may be said of a share, and when nothing may."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.certainty import BADGE, certainty, is_enough, percent, words
from kit.statistics.interval import interval


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((0.8, 1.0), "clearly at or above"),
        ((0.7999, 1.0), "could be either"),
        ((0.5, 0.8), "could be either"),
        ((0.5, 0.7999), "clearly below"),
        ((0.8421, 0.9868), "clearly at or above"),  # 40 of 42, plain
        ((0.6851, 0.9430), "could be either"),  # 24 of 28, plain
    ],
)
def test_words(bounds: tuple[float, float], said: str) -> None:
    """Clearly where the whole interval lies on one side; the threshold itself belongs to the upper side."""
    assert words(bounds) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("1" * 28, "clearly at or above"), ("1" * 7, "could be either"), ("10" * 14, "clearly below")],
)
def test_sessions_in_words(text: str, said: str) -> None:
    """By the interval for sessions that hang together: 28 of 28 is clear, 7 of 7 is not."""
    found = certainty([sign == "1" for sign in text], len(text))
    assert (found.words, found.badge) == (said, "")
    assert found.bounds == interval([sign == "1" for sign in text])


def test_another_threshold() -> None:
    """The words follow it."""
    assert certainty([True] * 7, 7, threshold=0.5).words == "clearly at or above"


@pytest.mark.parametrize(
    ("k", "n", "told"), [(2, 2, None), (2, 3, 67), (1, 8, 13), (15, 22, 68), (0, 3, 0), (1, 200, 1)]
)
def test_percent(k: int, n: int, told: int | None) -> None:
    """Whole, half up; none below 3 expected."""
    assert percent(k, n) == told


@pytest.mark.parametrize(("logged", "badge"), [(7, ""), (6, BADGE)])
def test_the_badge(logged: int, badge: str) -> None:
    """From 70 % logged on it is judged; below, the badge stands in place of words."""
    found = certainty([True] * 5 + [False] * 5, logged)
    assert (found.badge, found.words is None, found.percent) == (badge, bool(badge), 50)
    assert BADGE == "not enough logs to judge"


def test_two_sessions_are_not_judged() -> None:
    """Below 3 expected there is no percentage and no word, but the counts."""
    found = certainty([True, True], 2)
    assert (found.done, found.expected, found.percent, found.words, found.badge) == (2, 2, None, None, "")


@given(st.lists(st.booleans(), min_size=3, max_size=60), st.floats(0.05, 1))
def test_never_clear_against_the_share(done: list[bool], threshold: float) -> None:
    """Clearly at or above only where the share itself is, clearly below only where it is below."""
    found = certainty(done, len(done), threshold)
    share = sum(done) / len(done)
    assert not (found.words == "clearly at or above" and share < threshold)
    assert not (found.words == "clearly below" and share >= threshold)


@pytest.mark.parametrize("logged", [1, 4, None])
def test_logged_that_cannot_be(logged: Any) -> None:
    """More than expected, or fewer than done."""
    with pytest.raises(ContentError) as caught:
        certainty([True, True, False], logged)
    assert str(caught.value) == (
        f"certainty, logged: {logged} of 3 sessions are logged, and 2 done. "
        "Give a number from those done to those expected."
    )


@pytest.mark.parametrize("threshold", [0, 1.01, 80, float("nan"), None])
def test_a_threshold_that_is_no_share(threshold: Any) -> None:
    """Told at either door, also where nothing would be judged by it."""
    told = f"threshold: {threshold} is no share. Give a number such as 0.8."
    with pytest.raises(ContentError) as caught:
        words((0.5, 0.6), threshold)
    assert str(caught.value) == told
    with pytest.raises(ContentError) as caught:
        certainty([True, True], 2, threshold)
    assert str(caught.value) == told


def test_a_percentage_of_what_is_no_share() -> None:
    with pytest.raises(ContentError) as caught:
        percent(4, 3)
    assert str(caught.value) == "percent: 4 of 3 is no share. k runs from 0 to n."


def test_clearly_below_holds_whatever_was_not_logged() -> None:
    """14 of 22 with 5 not logged may be 86 %: it could be either; with as many not done it is clearly below."""
    done = [sign == "d" for sign in "d.ddxdd.dd.xd.dd.xddd"]
    assert certainty(done, len(done)).words == words(interval(done))
    series = [True] * 5 + [False] * 15
    assert certainty(series, 20).words == "clearly below"
    assert certainty(series, 14).words == "clearly below"  # 11 of 20 at most
    many = [True, True, False] * 10
    assert words(interval(many)) == "clearly below"
    assert certainty(many, 30).words == "clearly below"
    assert certainty(many, 27).words == "clearly below"  # 23 of 30 at most
    assert certainty(many, 26).words == "could be either"  # 24 of 30 at most, which is 80 %


@pytest.mark.parametrize(
    ("logged", "expected", "enough"), [(7, 10, True), (6, 10, False), (0, 0, False), (14, 20, True)]
)
def test_what_is_enough(logged: int, expected: int, enough: bool) -> None:
    """70 % and more; of nothing nothing."""
    assert is_enough(Fraction(logged), Fraction(expected)) == enough
