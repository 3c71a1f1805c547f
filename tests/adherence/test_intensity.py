"""Dose in time, lowered doses, interruptions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from kit.adherence.frames import CELLS
from kit.adherence.intensity import (
    Interruption,
    dose_share,
    interruptions,
    lowered,
    relative_dose_intensity,
)
from kit.errors import ContentError


@pytest.mark.parametrize(
    ("done", "days", "told"), [(1800, 21, 0.7143), (2520, 30, 0.7000), (2160, 21, 0.8571), (0, 21, 0.0)]
)
def test_worked(done: float, days: float, told: float) -> None:
    """Of 2520 s in 21 days: less dose, more days, and over-days capped off."""
    assert relative_dose_intensity(done, 2520, days, 21) == pytest.approx(told, abs=5e-5)


def cells(*rows: tuple[int | None, str, str, int, int | None], code: str = "P") -> pd.DataFrame:
    """CELLS by hand: session, status, unit, planned, done."""
    day = pd.Timestamp(2026, 6, 1)
    whole = [
        (
            code,
            1,
            1,
            day,
            1,
            f"i{at}",
            "x",
            "X",
            at,
            "both",
            1.0,
            status,
            unit,
            planned,
            done,
            None,
            None,
            None,
            session,
        )
        for at, (session, status, unit, planned, done) in enumerate(rows, 1)
    ]
    return pd.DataFrame(whole, columns=list(CELLS)).astype(CELLS)


def test_each_side_is_capped() -> None:
    """2 x 30 s a side: right whole and left once 20 s is two thirds; right twice over and left none is one half."""
    assert dose_share(cells((1, "done", "s", 60, 60), (1, "partial", "s", 60, 20))).share == pytest.approx(80 / 120)
    assert dose_share(cells((1, "done", "s", 60, 120), (1, "not_done", "s", 60, None))).share == 0.5


def test_what_is_not_told() -> None:
    """Not done and not logged are 0; done without an amount is left out, and counted as not told."""
    found = dose_share(
        cells(
            (1, "done", "s", 60, 60),
            (1, "done", "s", 30, None),
            (None, "missing", "s", 60, None),
            (2, "not_done", "s", 40, None),
        )
    )
    assert (found.told, found.cells) == (3, 4)
    assert found.share == pytest.approx(60 / 160)
    assert dose_share(cells((1, "done", "s", 60, None))) == (None, 0, 1)


def test_mixed_units() -> None:
    """Seconds beside repetitions: the mean over the cells, each capped."""
    found = dose_share(cells((1, "done", "s", 60, 30), (1, "done", "reps", 10, 20)))
    assert found.share == pytest.approx(0.75)


def test_lowered() -> None:
    """Of the sessions done that tell their whole dose; one exercise with less is enough, more is not less."""
    table = cells(
        (1, "done", "s", 60, 60),
        (1, "partial", "s", 60, 20),
        (2, "done", "s", 60, 60),
        (2, "done", "s", 60, 90),
        (3, "done", "s", 60, 60),
        (3, "done", "s", 60, None),  # not told
        (4, "not_done", "s", 60, None),
        (4, "not_done", "s", 60, None),  # not a session done
        (5, "done", "s", 60, 60),
        (5, "not_done", "s", 60, None),  # left out is less
        (6, "done", "s", 60, 60),
        (6, "missing", "s", 60, None),  # not told
        (None, "missing", "s", 60, None),
    )
    assert lowered(table) == (2, 3)
    assert lowered(pd.concat([table, cells((1, "done", "s", 60, 60), code="Q")])) == (2, 4)
    assert lowered(table.iloc[:0]) == (0, 0)


def test_interruptions() -> None:
    """Three in a row and more, each with its place; two are none."""
    done = [sign == "1" for sign in "0001001000010000"]
    assert interruptions(done) == (Interruption(1, 3), Interruption(8, 4), Interruption(13, 4))
    assert interruptions([True, False, False]) == ()


def test_refused_all_at_once() -> None:
    missing: Any = None
    with pytest.raises(ContentError) as caught:
        relative_dose_intensity(-1, 0, missing, float("nan"))
    assert str(caught.value) == (
        "relative_dose_intensity, done: -1 is not 0 or more. Correct it.\n"
        "relative_dose_intensity, planned: 0 is not more than 0. Correct it.\n"
        "relative_dose_intensity, days_used: None is not more than 0. Correct it.\n"
        "relative_dose_intensity, days_planned: nan is not more than 0. Correct it."
    )
