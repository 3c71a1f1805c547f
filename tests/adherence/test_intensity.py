"""Dose in time, lowered doses, interruptions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from kit.adherence.frames import CELLS, SLOTS
from kit.adherence.intensity import (
    Interruption,
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


def cells(*rows: tuple[int, str, str, int, int | None], code: str = "P") -> pd.DataFrame:
    """CELLS by hand: session, status, unit, planned, done."""
    day = pd.Timestamp(2026, 6, 1)
    whole = [
        (
            code,
            1,
            1,
            day,
            session,
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


def slots(*statuses: str, code: str = "P") -> pd.DataFrame:
    """SLOTS by hand: sessions 1 to n of a day."""
    day = pd.Timestamp(2026, 6, 1)
    whole = [(code, 1, 1, day, at, False, 1.0, status, None) for at, status in enumerate(statuses, 1)]
    return pd.DataFrame(whole, columns=list(SLOTS)).astype(SLOTS)


def test_lowered() -> None:
    """Of the sessions done that tell their whole dose; one exercise with less is enough, more is not less."""
    table = cells(
        (1, "done", "s", 60, 60),
        (1, "partial", "s", 60, 20),
        (2, "done", "s", 60, 60),
        (2, "done", "s", 60, 90),
        (3, "done", "s", 60, 60),
        (3, "done", "s", 60, None),  # not told
        (4, "not_done", "s", 60, 0),
        (4, "not_done", "s", 60, 0),  # not a session done
        (5, "done", "s", 60, 60),
        (5, "not_done", "s", 60, 0),  # left out is less
        (6, "done", "s", 60, 60),
        (6, "missing", "s", 60, None),  # not told
        (7, "missing", "s", 60, None),
    )
    due = slots(*["done"] * 3, "not_done", "done", "partial", "missing")
    assert lowered(table, due) == (2, 3)
    other = cells((1, "done", "s", 60, 60), code="Q")
    assert lowered(pd.concat([table, other]), pd.concat([due, slots("done", code="Q")])) == (2, 4)
    assert lowered(table.iloc[:0], due.iloc[:0]) == (0, 0)


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
