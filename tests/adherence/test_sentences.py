"""Counts in words, at each threshold; and how sure a share is."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.adherence.counts import Counts, plain, pool
from kit.adherence.judged import Judged, category, has_enough_logs, judged
from kit.adherence.sentences import about, bounds, compared, headline, logged, number, percent, share
from kit.errors import ContentError
from kit.statistics.interval import interval, wilson
from tests.adherence.conftest import exactly


def counts(expected: float, done: float, not_done: float = 0) -> Counts:
    return Counts(Fraction(expected), Fraction(done), Fraction(not_done))


def of(statuses: str, full: int = 0) -> Judged:
    """Of sessions in order: d done, n not done, m missing."""
    names = {"d": "done", "n": "not_done", "m": "missing"}
    days = pd.date_range("2026-06-01", periods=len(statuses))
    slots = pd.DataFrame({"date": days, "slot": 1, "status": [names[one] for one in statuses]})
    n, done, not_done = (Fraction(len(statuses)), *(Fraction(statuses.count(sign)) for sign in "dn"))
    return judged(Counts(n, done, not_done, full=Fraction(full)), slots.sample(frac=1, random_state=1))


@pytest.mark.parametrize(
    ("done", "said"),
    [(100, "On track"), (80, "On track"), (79, "Part done"), (50, "Part done"), (49, "Low"), (0, "Low")],
)
def test_what_was_observed(done: int, said: str) -> None:
    """On track from 80 of 100, part done from 50."""
    assert category(counts(100, done)) == said


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ("", ("No session was due yet.",)),
        (
            "dm",
            (
                "Not enough logs to judge: 1 of 2 logged as done, 1 not logged.",
                "Full sessions: 0 of 2.",
            ),
        ),
        (
            "dd",
            (
                "2 of 2 of the sessions done, each in part and none whole, too few for a percentage.",
                "Full sessions: 0 of 2.",
            ),
        ),
        (
            "ddd",
            (
                "On track: 100 % (3 of 3) of the sessions done, each in part and none whole, could be on either side of 80 %, "
                "between 35 % and 100 %.",
                "Full sessions: 0 % (0 of 3).",
            ),
        ),
        (
            "dddd" + "m" * 6,
            (
                "Not enough logs to judge: 4 of 10 logged as done, 6 not logged.",
                "Full sessions: 0 of 10.",
            ),
        ),
        (
            "d" * 28,
            (
                "On track: 100 % (28 of 28) of the sessions done, each in part and none whole, clearly at or above 80 %, "
                "between 80 % and 100 %.",
                "Full sessions: 0 % (0 of 28).",
            ),
        ),
        (
            "ddnnn" * 6,
            (
                "Low: 40 % (12 of 30) of the sessions done, each in part and none whole, clearly below 80 %, between 23 % and 62 %.",
                "Full sessions: 0 % (0 of 30).",
            ),
        ),
    ],
)
def test_the_headline(statuses: str, said: tuple[str, ...]) -> None:
    """A percentage from 3 on, with its interval; with too few logs nothing is judged and no percentage told."""
    assert headline(of(statuses)) == said


def test_full_sessions_stand_beside_the_rest() -> None:
    assert headline(of("ddd", full=2))[1] == "Full sessions: 67 % (2 of 3)."


def test_the_interval_shown_is_that_of_sessions_that_hang_together() -> None:
    """The simple one is said to be for comparison; below 3 there is neither."""
    found = of("d" * 14 + "n" * 4 + "d" * 10)
    assert (found.interval, found.simple) == (
        interval([one == "d" for one in "d" * 14 + "n" * 4 + "d" * 10]),
        wilson(24, 28),
    )
    assert compared(found) == ["For comparison, as if each session stood alone: between 69 % and 94 %."]
    assert (of("dd").interval, of("dd").simple, compared(of("dd"))) == (None, None, [])


def test_seven_in_ten_logged_are_enough() -> None:
    """Done or not, 70 of 100 are enough logs, and 69 are not."""
    assert has_enough_logs(counts(100, 40, 30))
    assert not has_enough_logs(counts(100, 40, 29))


def test_bounds_and_logs_in_words() -> None:
    """The upper bound where something is missing; a badge for too few logs."""
    upper = "If all that was not logged had been done, it would be"
    assert bounds(counts(2, 1)) == f"Done 1, not done 0, not logged 1. {upper} 2 of 2."
    assert bounds(counts(3, 1)) == f"Done 1, not done 0, not logged 2. {upper} 100 % (3 of 3)."
    assert bounds(counts(4, 1, 1)) == f"Done 1, not done 1, not logged 2. {upper} 75 % (3 of 4)."
    assert logged(counts(10, 5, 2)) == "Logged: 70 % (7 of 10)."
    assert logged(counts(10, 5, 1)) == "Logged: 60 % (6 of 10). That is not enough logs to judge."
    assert logged(counts(2, 2)) == "Logged: 2 of 2."


def test_numbers_and_shares() -> None:
    """About so many, where weeks are due in part; percent half up; none from fewer than 3."""
    assert share(Counts(Fraction(130, 7), Fraction(9), Fraction())) == "48 % (9 of about 19)"
    assert [about(Fraction(n, 7)) for n in (14, 12, 1)] == ["2", "about 2", "less than 1"]
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
    assert share(Counts(Fraction(20, 7), Fraction(2))) == "2 of about 3"


def test_rates_of_counts() -> None:
    """Of 8: 4 done, 2 not done, 2 missing; without sessions there are none."""
    found = Counts(Fraction(8), Fraction(4), Fraction(2), Fraction(1), 3, Fraction(2))
    assert (found.missing, found.a_low, found.a_high, found.completeness) == exactly(2, 0.5, 0.75, 0.75)
    assert found.a_log == pytest.approx(4 / 6)
    assert found.as_dict() == {
        "expected": 8, "done": 4, "not_done": 2, "missing": 2, "over": 1, "full": 2, "extra": 3, "a_low": 0.5,
        "a_log": 4 / 6, "a_high": 0.75, "completeness": 0.75, "simple_interval": list(wilson(4, 8)),
    }  # fmt: skip
    none = Counts().as_dict()
    assert {none[name] for name in ("a_low", "a_log", "a_high", "completeness", "simple_interval")} == {None}
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


def test_no_interval_of_what_is_not_known() -> None:
    """With too few logs neither is given: they would take what is missing as not done."""
    few, enough = of("dddd" + "m" * 6), of("ddddnnn" + "mmm")
    assert (few.interval, few.simple, few.badge) == (None, None, "not enough logs to judge")
    assert enough.interval is not None
    assert enough.simple is not None
