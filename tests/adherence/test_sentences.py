"""Counts in words, at each threshold; and how sure a share is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.adherence.counts import Counts, plain, pool
from kit.adherence.interval import wilson
from kit.adherence.sentences import bounds, category, certainty, headline, logged, number, percent, share
from kit.errors import ContentError
from tests.adherence.conftest import exactly


def counts(expected: float, done: float, not_done: float = 0) -> Counts:
    return Counts(Fraction(expected), Fraction(done), Fraction(not_done))


@pytest.mark.parametrize(
    ("done", "said"),
    [(100, "On track"), (80, "On track"), (79, "Part done"), (50, "Part done"), (49, "Low"), (0, "Low")],
)
def test_what_was_observed(done: int, said: str) -> None:
    """On track from 80 of 100, part done from 50."""
    assert category(counts(100, done)) == said


@pytest.mark.parametrize(
    ("expected", "done", "said"),
    [
        (0, 0, "No session was due yet"),
        (2, 1, "1 of 2; too few sessions for a percentage; full sessions 0 of 2"),
        (
            3,
            3,
            "On track: 100 % (3 of 3), between 44 % and 100 %; few sessions, could be on track or not; full sessions 0 % (0 of 3)",
        ),
        (10, 4, "Not enough logs to judge: 40 % (4 of 10), between 17 % and 69 %; full sessions 0 % (0 of 10)"),
    ],
)
def test_no_percentage_from_fewer_than_3(expected: int, done: int, said: str) -> None:
    """From 3 on there is one, and it stands with its range; with too few logs nothing is judged."""
    assert headline(counts(expected, done)) == said


def test_a_share_is_not_sure_without_an_interval() -> None:
    """The words for a share that could be anything."""
    assert certainty(Counts(Fraction(1), Fraction(1))) == "few sessions, could be on track or not"
    assert certainty(Counts(Fraction(5), Fraction(3))) == "could be on track or not"


def test_bounds_and_logs_in_words() -> None:
    """The upper bound where something is missing and a percentage may be given; a badge for too few logs."""
    assert bounds(counts(2, 1)) == "Done 1, not done 0, not logged 1."
    assert (
        bounds(counts(3, 1))
        == "Done 1, not done 0, not logged 2. If all that was not logged had been done, it would be 100 %."
    )
    assert (
        bounds(counts(4, 1, 1))
        == "Done 1, not done 1, not logged 2. If all that was not logged had been done, it would be 75 %."
    )
    assert logged(counts(10, 5, 2)) == "Logged: 70 % (7 of 10)."
    assert logged(counts(10, 5, 1)) == "Logged: 60 % (6 of 10). That is not enough logs to judge."
    assert logged(counts(2, 2)) == "Logged: 2 of 2."


def test_numbers_and_shares() -> None:
    """Fractions with one decimal; percent half up; none from fewer than 3."""
    assert [number(Fraction(n, 7)) for n in (14, 12, 1)] == ["2", "1.7", "0.1"]
    assert [percent(Fraction(n, 200)) for n in (0, 1, 99, 101, 199, 200)] == [
        "0 %",
        "1 %",
        "50 %",
        "51 %",
        "100 %",
        "100 %",
    ]
    assert [percent(0.125), percent(0.124)] == ["13 %", "12 %"]
    assert [share(counts(n, 2)) for n in (2, 3)] == ["2 of 2", "67 % (2 of 3)"]
    assert share(Counts(Fraction(20, 7), Fraction(2))) == "2 of 2.9"


def test_rates_of_counts() -> None:
    """Of 8: 4 done, 2 not done, 2 missing; without sessions there are none."""
    found = Counts(Fraction(8), Fraction(4), Fraction(2), Fraction(1), 3, Fraction(2))
    assert (found.missing, found.a_low, found.a_high, found.completeness) == exactly(2, 0.5, 0.75, 0.75)
    assert found.a_log == pytest.approx(4 / 6)
    assert found.as_dict() == {
        "expected": 8, "done": 4, "not_done": 2, "missing": 2, "over": 1, "full": 2, "extra": 3, "a_low": 0.5,
        "a_log": 4 / 6, "a_high": 0.75, "completeness": 0.75, "interval": list(wilson(4, 8)),
    }  # fmt: skip
    none = Counts().as_dict()
    assert {none[name] for name in ("a_low", "a_log", "a_high", "completeness", "interval")} == {None}
    assert {none[name] for name in ("expected", "done", "not_done", "missing", "over", "full", "extra")} == {0}
    assert pool([found, found, Counts()]) == Counts(Fraction(16), Fraction(8), Fraction(4), Fraction(2), 6, Fraction(4))
    assert pool([]) == Counts()
    assert [(plain(Fraction(4, 2)), type(plain(Fraction(4, 2)))), plain(Fraction(1, 4))] == [(2, int), 0.25]


@given(st.integers(1, 200), st.data())
def test_the_interval_holds_the_share(n: int, data: st.DataObject) -> None:
    """Between 0 and 1, the wider the fewer; nothing done reaches down to 0, and all of it up to 1."""
    k = data.draw(st.integers(0, n))
    low, high = wilson(k, n)
    assert 0 <= low <= k / n + 1e-12 <= high + 2e-12 <= 1 + 2e-12
    assert wilson(0, n)[0] == pytest.approx(0)
    assert wilson(n, n)[1] == pytest.approx(1)
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low))
    wider = wilson(2 * k, 2 * n)
    assert wider[1] - wider[0] <= high - low + 1e-12


@pytest.mark.parametrize(("k", "n"), [(-1, 2), (3, 2), (0, 0), (1, 0), (0, -1)])
def test_what_is_no_share(k: int, n: int) -> None:
    with pytest.raises(ContentError, match=f"^wilson: {k} of {n} is no share"):
        wilson(k, n)
