"""Totals of scores: by name and day, and the last against the first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from kit.adherence.totals import TOTALS, changes, total_days

LATE = dt.date(2026, 12, 31)


@dataclass(frozen=True)
class Toy:
    """A total that was noted."""

    instrument: str | None
    name: str
    day: dt.date
    value: float | None


def lefs(day: int, value: float | None, month: int = 6) -> Toy:
    return Toy("lefs", "LEFS", dt.date(2026, month, day), value)


def test_a_row_for_each_score_and_day() -> None:
    """The later of two on one day, none of a day that is to come, none that was taken back; a name in one spelling."""
    scores = [lefs(8, 40), lefs(1, 30), lefs(8, 41), lefs(2, 50, month=7), lefs(3, None)]
    own = [Toy(None, "Grip", dt.date(2026, 6, 2), 12), Toy(None, "grip", dt.date(2026, 6, 9), 14)]
    days = total_days([*scores, *own], dt.date(2026, 7, 1))
    assert days.astype(object).where(days.notna(), None).values.tolist() == [
        ["Grip", None, dt.datetime(2026, 6, 2), 12.0],
        ["Grip", None, dt.datetime(2026, 6, 9), 14.0],
        ["LEFS", "lefs", dt.datetime(2026, 6, 1), 30.0],
        ["LEFS", "lefs", dt.datetime(2026, 6, 8), 41.0],
    ]
    assert {name: str(kind) for name, kind in days.dtypes.items()} == TOTALS


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        (
            [lefs(1, 30), lefs(8, 40.0)],
            "LEFS: 40 on 8 June 2026, 30 on 1 June 2026: 10 better; change that matters (9 points): reached.",
        ),
        (
            [lefs(1, 40), lefs(3, 70), lefs(8, 32)],
            "LEFS: 32 on 8 June 2026, 40 on 1 June 2026: 8 worse; change that matters (9 points): not reached.",
        ),
        ([lefs(1, 40), lefs(8, 40)], "LEFS: 40 on 8 June 2026, 40 on 1 June 2026: the same."),
        ([lefs(1, 40)], "LEFS: 40 on 1 June 2026, the only one."),
        (
            [Toy("akps", "AKPS", dt.date(2026, 6, day), value) for day, value in ((1, 60), (8, 69))],
            "AKPS: 69 on 8 June 2026, 60 on 1 June 2026: 9 better; change that matters (8 to 10 points): in between.",
        ),
        (
            [Toy(None, "Grip", dt.date(2026, 6, day), value) for day, value in ((1, 12.5), (8, 12))],
            "Grip: 12 on 8 June 2026, 12.5 on 1 June 2026: 0.5 less.",
        ),
        (
            [Toy("siras", "SIRAS", dt.date(2026, 6, day), value) for day, value in ((1, 9), (8, 12))],
            "SIRAS: 12 on 8 June 2026, 9 on 1 June 2026: 3 better.",
        ),
    ],
)
def test_the_last_against_the_first(scores: list[Toy], words: str) -> None:
    assert [change.words for change in changes(total_days(scores, LATE))] == [words]


def test_no_scores_no_changes() -> None:
    assert changes(total_days([], LATE)) == ()
