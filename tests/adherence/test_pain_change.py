"""Pain from the first sessions to the last week, within sessions, and by the next morning."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.adherence.frames import SESSIONS
from kit.adherence.pain_change import (
    PainChange,
    category,
    high_peaks,
    not_settled,
    pain_change,
    session_change,
)
from kit.adherence.pain_rule import SessionPain
from kit.errors import ContentError
from kit.statistics.interval import wilson

DAY = dt.date(2026, 6, 1)


def days(*after: int) -> list[dt.date]:
    return [DAY + dt.timedelta(one) for one in after]


def test_worked() -> None:
    """6, 5, 6 and then 3, 4, 3, 3 in the last week: much better."""
    found = pain_change(days(0, 1, 2, 21, 22, 24, 27), [6, 5, 6, 3, 4, 3, 3], DAY + dt.timedelta(27))
    assert (found.baseline, found.current, found.change, found.percent) == pytest.approx(
        (5.6667, 3.25, -2.4167, -42.65), abs=5e-3
    )
    assert (found.category, found.words) == ("much better", "much better")


def test_the_last_week_is_seven_days() -> None:
    """The day of the report and the six before it; what came later is not known yet."""
    dates = days(0, 1, 2, 20, 21, 22, 27, 28)
    scores = [5, 5, 5, 10, 1, 2, 3, 10]
    assert pain_change(dates, scores, DAY + dt.timedelta(27)).current == 2


@pytest.mark.parametrize(
    ("dates", "scores", "baseline", "current"),
    [
        (days(0, 1), [5, 5], None, None),
        (days(0, 1, 2, 26, 27), [5, 5, 5, 3, 3], 5, None),
        (days(22, 23, 24, 26, 27), [5, 5, 5, 3, 3], 5, None),  # a score is not counted twice
        ([], [], None, None),
    ],
)
def test_not_enough(dates: list[dt.date], scores: list[int], baseline: float | None, current: float | None) -> None:
    """Either mean takes three scores."""
    found = pain_change(dates, scores, DAY + dt.timedelta(27))
    assert found == PainChange(baseline=baseline, current=current)
    assert found.words == "not enough"


def test_baseline_of_the_first_week() -> None:
    """All scores of the first seven days, from the first score on."""
    dates, scores = days(1, 3, 5, 7, 8, 25, 26, 27), [8, 6, 4, 2, 9, 3, 3, 3]
    assert pain_change(dates, scores, DAY + dt.timedelta(27), "first 7 days").baseline == 5
    assert pain_change(dates, scores, DAY + dt.timedelta(27)).baseline == 6


CATEGORIES = [
    (-2.4167, 5.6667, "much better"),
    (-1.0, 3.0, "likely better"),
    (-2.0, 8.0, "likely better"),
    (-2.0, 20 / 3, "much better"),
    (-1.99, 6.64, "slightly better"),
    (-1.0, 8.0, "slightly better"),
    (-0.75, 5.0, "slightly better"),
    (-0.74, 5.0, "no clear change"),
    (0.0, 5.0, "no clear change"),
    (-0.3, 1.0, "likely better"),
    (-0.9999999999999, 8.0, "slightly better"),  # means do not come out even
]


@pytest.mark.parametrize(("change", "baseline", "called"), CATEGORIES)
def test_categories(change: float, baseline: float, called: str) -> None:
    """Each at its border, and worse as the mirror of better."""
    assert category(change, baseline) == called
    assert category(-change, baseline) == called.replace("better", "worse")


@pytest.mark.parametrize(
    ("change", "called"),
    [(0.9, "no clear change"), (1.0, "slightly worse"), (2.0, "likely worse"), (9.0, "likely worse")],
)
def test_from_no_pain(change: float, called: str) -> None:
    """Of 0 there is no percentage: the points alone count, and "much" takes both."""
    assert category(change, 0) == called


def test_no_percentage_of_nothing() -> None:
    found = pain_change(days(0, 1, 2, 25, 26, 27), [0, 0, 0, 2, 2, 2], DAY + dt.timedelta(27))
    assert (found.change, found.percent, found.category) == (2, None, "likely worse")


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0, 10))
def test_more_pain_is_never_called_better(was: float, now: float, more: float) -> None:
    """The categories stand in the order of the pain."""
    order = [
        *("much better", "likely better", "slightly better", "no clear change"),
        *("slightly worse", "likely worse", "much worse"),
    ]
    low, high = sorted((now, more))
    assert order.index(category(low - was, was)) <= order.index(category(high - was, was))


Told = tuple[int | None, int | None, int | None, int | None]


def sessions(*told: Told, dates: list[dt.date] | None = None) -> pd.DataFrame:
    """SESSIONS by hand: before, worst, after, next morning."""
    rows = [
        (at, "P", 1, 1, pd.Timestamp(dates[at] if dates else DAY), 1, "due", True, 0.0, True, *scores, *[None] * 5)
        for at, scores in enumerate(told)
    ]
    return pd.DataFrame(rows, columns=list(SESSIONS)).astype(SESSIONS)


def test_peaks() -> None:
    """Over 5, during or after; a session that tells neither is not counted."""
    table = sessions((2, 5, 5, 2), (2, 6, 3, 2), (2, None, 6, 2), (2, 3, None, None), (9, None, None, 9))
    assert high_peaks(table) == (2, 4, wilson(2, 4))
    assert high_peaks(table.iloc[:0]) == (0, 0, None)


def test_settled_by_morning() -> None:
    """Above the score before is not settled, and above 2 where nobody told that; an untold morning is not counted."""
    table = sessions((2, 4, 3, 2), (2, 4, 3, 3), (None, 4, 3, 2), (None, 4, 3, 3), (2, 4, 3, None))
    assert not_settled(table) == (2, 4, wilson(2, 4))


_SCORE = st.none() | st.integers(0, 10)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_SCORE, _SCORE, _SCORE, _SCORE), max_size=8))
def test_as_each_session_is_judged(told: list[Told]) -> None:
    """The shares are those of the rule that judges one session."""
    each = [SessionPain(*one) for one in told]
    peaks = [one.peak for one in each if one.peak is not None]
    assert high_peaks(sessions(*told))[:2] == (sum(peak > 5 for peak in peaks), len(peaks))
    settled = [one.settled for one in each if one.settled is not None]
    assert not_settled(sessions(*told))[:2] == (settled.count(False), len(settled))


def test_within_a_session() -> None:
    """After less before, of pairs alone."""
    assert session_change(sessions((2, 9, 4, 2), (5, 9, 4, 2), (None, 9, 4, 2), (1, 9, None, 2))) == (0.5, 2)
    assert session_change(sessions((1, 9, None, 2))) == (None, 0)


def test_refused_all_at_once() -> None:
    missing: Any = pd.NA
    with pytest.raises(ContentError) as caught:
        pain_change([DAY, DAY - dt.timedelta(1)], [11, 3, missing], DAY)
    assert str(caught.value) == (
        "pain_change: 2 dates stand beside 3 scores. Give one date for each score.\n"
        "pain_change, dates: they are not in order. Sort the scores by their day.\n"
        "pain_change, score 1: 11 is not 0 to 10. Leave out a score that nobody told.\n"
        "pain_change, score 3: <NA> is not 0 to 10. Leave out a score that nobody told."
    )


@pytest.mark.parametrize(("change", "baseline"), [(-3, 2), (9, 2), (0, 11), (0, -1)])
def test_a_change_that_cannot_be(change: float, baseline: float) -> None:
    with pytest.raises(ContentError) as caught:
        category(change, baseline)
    assert str(caught.value) == (
        f"category: a change of {change} from {baseline} is none of scores from 0 to 10. Correct the scores."
    )


def test_words_give_no_reason() -> None:
    """No category says why."""
    called = {category(b / 2 - a / 2, a / 2) for a, b in itertools.product(range(21), repeat=2)}
    assert called == {name for _, _, name in CATEGORIES} | {
        *("slightly worse", "likely worse", "much worse"),
    }
