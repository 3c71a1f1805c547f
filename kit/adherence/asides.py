"""The frame ASIDES: what a patient says in rows that count for nothing, so that no measure but the signs reads it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from kit.diary.aside import Aside
from kit.show import frame

# A row for each; `date` is missing where it is not certain, `when` the text of its cell.
ASIDES = {
    "plan_code": "string",
    "plan_version": "Int64",
    "date": "datetime64[s]",
    "when": "string",
    "slot": "Int64",
    "help_sign": "string",
    "note": "string",
    "where": "string",
    "fate": "string",
}


def asides_frame(found: Iterable[Aside] = ()) -> pd.DataFrame:
    """Columns as in `ASIDES`. What names no plan is left out: nobody can know whose it is."""
    rows = [
        (a.plan_code, a.plan_version, a.date, a.when, a.slot, a.help_sign, a.note, a.where, a.fate)
        for a in found
        if a.plan_code
    ]
    return frame(ASIDES, rows)
