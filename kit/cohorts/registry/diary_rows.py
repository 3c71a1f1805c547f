"""Rows of diaries as a table: what the measures of a registry read. Notes, signs and moments stay with the clinic."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

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
# As the measures read them: every column of a diary, so that those a registry does not hold are missing in every row.
_KINDS = {"string": pa.string(), "Int64": pa.int64(), "Float64": pa.float64(), "datetime64[s]": pa.timestamp("s")}
_READ = pa.schema([(name, WORD if name in WORDS else _KINDS[kind]) for name, kind in DTYPES.items()])
_TYPES = {pa.string(): pd.StringDtype(), pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype()}


def row_table(rows: pd.DataFrame) -> pa.Table:
    """ROWS of a frame as `read_diary` gives it. A reason in the patient's own words is `other`."""
    reason = rows["reason"].map(_coded, na_action="ignore").astype("string")
    return pa.Table.from_pandas(rows[list(ROWS.names)].assign(reason=reason), PLAIN, preserve_index=False).cast(ROWS)


def _coded(reason: str) -> str:
    code = reason_code(reason)
    return code if code in REASONS else "other"


def rows_of(table: pa.Table) -> pd.DataFrame:
    """The frame again; its words are categories, so that each is looked up once, however many rows give it."""
    held = set(table.column_names)
    columns = [
        table[field.name].cast(field.type) if field.name in held else pa.nulls(len(table), field.type) for field in _READ
    ]
    found: pd.DataFrame = pa.table(columns, _READ).to_pandas(types_mapper=_TYPES.get)
    return found
