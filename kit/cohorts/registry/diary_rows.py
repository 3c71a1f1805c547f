"""Rows of diaries as a table: what the measures of a registry read. Notes, signs and moments stay with the clinic."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from kit.adherence.frames import REASONS
from kit.diary.columns import COLUMNS
from kit.diary.read import frame_of
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
_WHOLE = [field.name for field in ROWS if pa.types.is_integer(field.type)]
_TYPES = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype()}


def row_table(rows: pd.DataFrame) -> pa.Table:
    """ROWS of a frame as `read_diary` gives it. A reason in the patient's own words is `other`."""
    reason = rows["reason"].map(_coded, na_action="ignore").astype("string")
    return pa.Table.from_pandas(rows[list(ROWS.names)].assign(reason=reason), PLAIN, preserve_index=False).cast(ROWS)


def _coded(reason: str) -> str:
    code = reason_code(reason)
    return code if code in REASONS else "other"


def rows_of(table: pa.Table) -> pd.DataFrame:
    """The frame again; a column that a registry does not hold is missing in every row."""
    for name in _WHOLE:
        table = table.set_column(table.column_names.index(name), name, table[name].cast(pa.int64()))
    table = table.set_column(table.column_names.index("date"), "date", table["date"].cast(pa.timestamp("s")))
    for name in WORDS:
        table = table.set_column(table.column_names.index(name), name, table[name].cast(pa.string()))
    found = table.to_pandas(types_mapper=_TYPES.get).astype({**dict.fromkeys(WORDS, "string"), "date": "datetime64[s]"})
    blank = frame_of({}, []).reindex(found.index)
    return blank.assign(**{name: found[name] for name in found.columns})[list(COLUMNS)]
