"""The rows of a frame as plain Python, plan by plan: for what looks at a few rows of each of many plans.

Pandas pays for each question it is asked, not for each row; over hundreds of plans the questions are what takes time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

Rows = list[dict[str, Any]]
OF_SLOTS = ("date", "slot", "status", "weight", "session")
OF_SESSIONS = (
    *("date", "slot", "session", "done"),
    *("pain_before", "pain_worst", "pain_after", "pain_next_morning"),
)


def rows_by_plan(table: pd.DataFrame, names: Sequence[str]) -> dict[str, Rows]:
    """The columns `names` of the rows by their `plan_code`, in their order: days as dates, None for what is missing."""
    found: dict[str, Rows] = defaultdict(list)
    for code, *cells in zip(_plain(table["plan_code"]), *(_plain(table[name]) for name in names), strict=True):
        found[code].append(dict(zip(names, cells, strict=True)))
    return dict(found)


def _plain(column: pd.Series[Any]) -> list[Any]:
    if isinstance(column.dtype, pd.api.extensions.ExtensionDtype):
        return list(column.array.to_numpy(dtype=object, na_value=None))
    if not pd.api.types.is_datetime64_any_dtype(column):
        return column.tolist()
    return list(column.to_numpy().astype("datetime64[D]").tolist())  # None where a day is missing
