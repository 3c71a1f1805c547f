"""A diary that came back, as a frame of typed rows. What cannot be read for certain is refused, and kept to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from kit.diary.columns import COLUMNS
from kit.diary.dates import order_of
from kit.diary.entries import has_entries
from kit.diary.repeats import session_conflicts, single
from kit.diary.rows import Reject, Row, read_row, without_status
from kit.diary.table import read_table
from kit.errors import Fault
from kit.files import read_bytes
from kit.tabular import decode

__all__ = ["Diary", "Reject", "frame", "has_entries", "read_diary"]

_WHOLE = (
    *("plan_version", "week", "slot", "sets_done", "reps_done", "reps_last_set", "hold_done_s"),
    *("pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort"),
)
_DTYPES = {
    **dict.fromkeys(COLUMNS, "string"),
    **dict.fromkeys(_WHOLE, "Int64"),
    "load_kg": "Float64",
    "date": "datetime64[s]",
}


@dataclass(frozen=True)
class Diary:
    """`rows` has the diary's columns, missing where blank, and the spreadsheet's row number as index (`row`).

    `rejects` are the rows that were refused, in order; `faults` what was ignored or contradicts itself.
    """

    rows: pd.DataFrame
    rejects: tuple[Reject, ...]
    faults: tuple[Fault, ...]


def read_diary(path: Path) -> Diary:
    """The diary in a CSV file, saved by whatever program.

    Raises `MachineError` when the file cannot be read, `ContentError` when it is no diary.
    """
    where = path.name
    table = read_table(decode(read_bytes(path), where), where)
    order = order_of(table.cell(raw, "date") for raw in table.rows)
    read = [read_row(table, raw, order) for raw in table.rows]
    rows, conflicts, repeats = single((r for r in read if isinstance(r, Row)), where)
    rejects = [*(r for r in read if isinstance(r, Reject)), *conflicts]
    if table.unclosed:
        why = "a quotation mark is opened and never closed, so that the rows after it are lost. Close it."
        rejects.append(Reject(table.unclosed.number, why, table.unclosed.cells))
    faults = [*table.faults, *repeats, *filter(None, (without_status(row, where) for row in rows))]
    faults += session_conflicts(rows, where)
    return Diary(frame(rows), tuple(sorted(rejects, key=lambda r: r.row)), tuple(faults))


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """The rows as a frame with fixed types; no rows give an empty frame of the same types."""
    rows = list(rows)
    index = pd.Index([row.number for row in rows], dtype="int64", name="row")
    columns = {
        name: pd.Series([row.values[name] for row in rows], index=index, dtype=dtype) for name, dtype in _DTYPES.items()
    }
    return pd.DataFrame(columns, index=index)
