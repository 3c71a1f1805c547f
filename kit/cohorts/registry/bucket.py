"""A bucket: some patients with all their plans and rows, as two Parquet files."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kit.cohorts.registry.diary_rows import ROWS, WORDS, row_table, rows_of
from kit.cohorts.registry.plan_rows import PLANS, plan_table, plans_of
from kit.errors import ContentError, Fault
from kit.files import refusal, write_atomic
from kit.plan.plan import Plan

PLANS_FILE, ROWS_FILE = "plans.parquet", "rows.parquet"
_COLUMNS = {PLANS_FILE: PLANS.names, ROWS_FILE: ROWS.names}
_AGAIN = "Make the registry again with kit registry."


@dataclass(frozen=True)
class Bucket:
    """The folder of a bucket."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def rows(self) -> int:
        """How many there are, as the file says without being read."""
        return int(pq.read_metadata(self.folder / ROWS_FILE).num_rows)

    @property
    def mark(self) -> str:
        """What its files are like; another text once anybody has changed them."""
        stats = [(self.folder / name).stat() for name in (PLANS_FILE, ROWS_FILE)]
        return " ".join(f"{stat.st_size}:{stat.st_mtime_ns}" for stat in stats)

    @property
    def begins(self) -> dt.date:
        """The first day of the earliest plan."""
        found: dt.date = pc.min(self._read(PLANS_FILE, columns=["start"])["start"]).as_py()
        return found

    @property
    def faults(self) -> list[Fault]:
        """What keeps it from being counted, as its files say without being read."""
        return [fault for name in _COLUMNS if (fault := self._fault(name))]

    def plans(self) -> list[Plan]:
        """All versions of all plans of its patients. Raises `ContentError` where the file is damaged."""
        return plans_of(self._read(PLANS_FILE))

    def diaries(self) -> pd.DataFrame:
        """All rows of their diaries, with the columns of `read_diary`. Raises as `plans`."""
        return rows_of(self._read(ROWS_FILE, columns=ROWS.names, read_dictionary=WORDS))

    def _read(self, name: str, **how: Any) -> pa.Table:
        try:
            return pq.read_table(self.folder / name, **how)
        except (pa.ArrowException, OSError) as error:
            raise ContentError(self._unread(name, error)) from None

    def _fault(self, name: str) -> Fault | None:
        try:
            columns = pq.read_schema(self.folder / name).names
        except (pa.ArrowException, OSError) as error:
            return self._unread(name, error)
        if columns == _COLUMNS[name]:
            return None
        what = f"has other columns than this version of the kit reads: {', '.join(columns)}."
        return Fault(f"{self.name}/{name}", what, _AGAIN)

    def _unread(self, name: str, error: Exception) -> Fault:
        if isinstance(error, PermissionError):  # nothing is wrong with the file
            return refusal(Path(self.name, name), "read", error)
        return Fault(f"{self.name}/{name}", "is missing or damaged.", _AGAIN)


def write_bucket(folder: Path, plans: Sequence[Plan], rows: pd.DataFrame) -> Bucket:
    """Write a bucket of whole patients. Raises `MachineError` where it cannot be written."""
    put_table(plan_table(plans), folder / PLANS_FILE)
    put_table(row_table(rows), folder / ROWS_FILE)
    return Bucket(folder)


def put_table(table: pa.Table, path: Path) -> None:
    """Write a Parquet file, private, whole or not at all. Raises `MachineError` where it cannot be written."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    write_atomic(path, sink.getvalue())


def buckets_in(folder: Path) -> list[Bucket]:
    """What is there of a registry, in the order of the names."""
    return [Bucket(path) for path in sorted(folder.glob("bucket=*"))]
