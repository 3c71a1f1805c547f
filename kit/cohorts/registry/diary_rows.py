"""Rows of diaries as a table: what the measures of a registry read. Notes, signs and moments stay with the clinic."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa

from kit.adherence.arrays import NONE
from kit.adherence.frames import REASONS
from kit.diary.read import DTYPES
from kit.followup.reasons import reason_code

WORD = pa.dictionary(pa.int32(), pa.string())
ROWS = pa.schema(
    [
        ("plan_code", WORD),
        ("plan_version", pa.int16()),
        ("item_id", WORD),
        ("week", pa.int16()),
        ("date", pa.date32()),
        ("slot", pa.int16()),
        ("side", WORD),
        ("status", WORD),
        *((name, pa.int32()) for name in ("sets_done", "reps_done", "reps_last_set", "hold_done_s")),
        ("load_kg", pa.float64()),
        ("reason", WORD),
    ]
)
WORDS = [field.name for field in ROWS if field.type == WORD]
PLAIN = pa.schema([(field.name, pa.string() if field.type == WORD else field.type) for field in ROWS])
_WIDE = {pa.int16(): pa.int64(), pa.int32(): pa.int64(), pa.date32(): pa.timestamp("s")}
_TYPES = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype()}


def row_table(rows: pd.DataFrame) -> pa.Table:
    """ROWS of a frame as `read_diary` gives it. A reason in the patient's own words is `other`."""
    reason = rows["reason"].map(_coded, na_action="ignore").astype("string")
    return pa.Table.from_pandas(rows[list(ROWS.names)].assign(reason=reason), PLAIN, preserve_index=False).cast(ROWS)


def _coded(reason: str) -> str:
    code = reason_code(reason)
    return code if code in REASONS else "other"


def rows_of(table: pa.Table) -> pd.DataFrame:
    """The frame again; a column that a registry does not hold is missing in every row.

    Words are categories, so that each is looked up once, however many rows give it.
    """
    wide = [column.cast(_WIDE.get(column.type, column.type)) for column in table.select(ROWS.names).columns]
    found = pa.table(wide, ROWS.names).to_pandas(types_mapper=_TYPES.get)
    nowhere = np.full(len(table), NONE)
    blank = {kind: pd.array([], dtype=kind).take(nowhere, allow_fill=True) for kind in ("string", "Int64")}
    columns = {name: found[name] if name in found else blank[kind] for name, kind in DTYPES.items()}
    return pd.DataFrame(columns, copy=False)
