"""What each day was."""

from __future__ import annotations

import pandas as pd

from kit.adherence.days import active_days
from kit.adherence.frames import DAYS


def test_active_days() -> None:
    """Days of rest and pause and those ahead are left out; partly done is done; the order is that of the days."""
    kinds = ["done", "rest", "partial", "pause", "not_done", "missing", "ahead"]
    rows = [("P", 1, pd.Timestamp(2026, 6, day), kind) for day, kind in enumerate(kinds, 1)]
    table = pd.DataFrame(rows, columns=list(DAYS)).astype(DAYS)
    assert active_days(table.iloc[::-1]) == [True, True, False, False]
