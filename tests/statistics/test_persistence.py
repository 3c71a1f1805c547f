"""How long a patient kept going."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.persistence import GAPS, persistence

WORKED = [sign == "1" for sign in "111110111100111000010000000001100000000000"]


@pytest.mark.parametrize(
    ("gap", "episodes", "days", "going"),
    [
        (3, ((1, 15), (20, 20), (30, 31)), 15, False),
        (7, ((1, 20), (30, 31)), 20, False),
        (14, ((1, 31),), 31, True),
        (11, ((1, 31),), 31, True),
        (10, ((1, 31),), 31, False),  # one episode, and the tail of 11 is more than the gap
        (9, ((1, 31),), 31, False),
        (8, ((1, 20), (30, 31)), 20, False),
    ],
)
def test_worked(gap: int, episodes: tuple[tuple[int, int], ...], days: int, going: bool) -> None:
    """The worked 42 days, and the gaps at which they change."""
    found = persistence(WORKED, gap)
    assert (found.gap, found.episodes, found.days, found.still_going) == (gap, episodes, days, going)


def test_the_gaps_shown() -> None:
    assert GAPS == (3, 7, 14)


def test_late_start_and_none() -> None:
    """An episode begins with the first day done; without one there is none."""
    late = persistence([False] * 5 + [True, True], 3)
    assert (late.episodes, late.days, late.still_going) == (((6, 7),), 2, True)
    none = persistence([False] * 2, 3)
    assert (none.episodes, none.days, none.still_going) == ((), 0, False)


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(1, 20))
def test_episodes_are_told_apart_by_the_gap(done: list[bool], gap: int) -> None:
    """Every done day is in one; between two are more than `gap` days, and within one never so many in a row undone."""
    found = persistence(done, gap)
    inside = {day for first, last in found.episodes for day in range(first, last + 1)}
    assert {day for day, one in enumerate(done, 1) if one} <= inside
    for (_, last), (first, _) in zip(found.episodes, found.episodes[1:], strict=False):
        assert first - last - 1 > gap
    for first, last in found.episodes:
        assert done[first - 1]
        assert done[last - 1]
        runs = "".join("1" if one else "0" for one in done[first - 1 : last]).split("1")
        assert max(map(len, runs)) <= gap


@pytest.mark.parametrize("gap", [0, -1, 2.5])
def test_a_gap_that_is_none(gap: int) -> None:
    with pytest.raises(ContentError) as caught:
        persistence([True], gap)
    assert str(caught.value) == (
        f"persistence, gap: {gap} is no number of days that a patient may leave out. Give a whole number from 1."
    )


def test_no_days() -> None:
    with pytest.raises(ContentError) as caught:
        persistence([], 3)
    assert str(caught.value) == "persistence: no session was expected. Give at least one."
