"""Streaks and gaps."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import ContentError
from kit.statistics.streaks import streaks

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "longest", "current", "gap"),
    [
        ("1101110", 3, 0, 1),
        ("0011101100011", 3, 2, 3),
        ("1", 1, 1, 0),
        ("0", 0, 0, 1),
        ("111", 3, 3, 0),
        ("000", 0, 0, 3),
        ("10010001", 1, 1, 3),
    ],
)
def test_runs(text: str, longest: int, current: int, gap: int) -> None:
    """Longest and current run of done sessions, and longest of those not done."""
    found = streaks([sign == "1" for sign in text])
    assert (found.longest, found.current, found.longest_gap) == (longest, current, gap)
    assert (found.gap_first, found.gap_last, found.gap_days) == (None, None, None)


def test_the_gap_has_days() -> None:
    """The earliest of equal gaps, from the day of its first session to that of its last; a pause within counts as days."""
    dates = [DAY + dt.timedelta(days) for days in (0, 2, 9, 10, 11, 12)]
    found = streaks([True, False, False, True, False, False], dates)
    assert (found.gap_first, found.gap_last, found.gap_days) == (DAY + dt.timedelta(2), DAY + dt.timedelta(9), 8)
    assert streaks([True, True], dates[:2]).gap_days is None


@pytest.mark.parametrize(
    ("done", "dates", "told"),
    [
        ([], None, "streaks: no session was expected. Give at least one."),
        ([True], [], "streaks, dates: 0 dates and 1 session are given. Give one for each session."),
        (
            [True, False],
            [DAY, DAY - dt.timedelta(1)],
            "streaks, dates: they are not in order. Sort the sessions by their day.",
        ),
    ],
)
def test_refused(done: list[bool], dates: list[dt.date] | None, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        streaks(done, dates)
    assert str(caught.value) == told
