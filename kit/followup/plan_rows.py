"""The rows of a frame as plain Python, plan by plan: for what looks at a few rows of each of many plans.

Pandas pays for each question it is asked, not for each row; over hundreds of plans the questions are what takes time.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

Rows = list[dict[str, Any]]


def rows_by_plan(table: pd.DataFrame) -> dict[str, Rows]:
    """The rows by their `plan_code`, in their order: days as dates, and None for what is missing."""
    columns = [_plain(table[name]) for name in table]
    found: dict[str, Rows] = defaultdict(list)
    for cells in zip(*columns, strict=True):
        row = dict(zip(table, cells, strict=True))
        found[row["plan_code"]].append(row)
    return dict(found)


def _plain(column: pd.Series[Any]) -> list[Any]:
    values = column.dt.date if pd.api.types.is_datetime64_any_dtype(column) else column
    is_missing = column.isna()
    if not is_missing.any():
        return values.tolist()
    return [None if gone else value for value, gone in zip(values.tolist(), is_missing, strict=True)]
