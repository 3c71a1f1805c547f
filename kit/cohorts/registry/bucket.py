"""A bucket: some patients with all their plans and rows, as two Parquet files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kit.cohorts.registry.diary_rows import ROWS, WORDS, row_table, rows_of
from kit.cohorts.registry.plan_rows import plan_table, plans_of
from kit.files import write_atomic
from kit.plan.plan import Plan

PLANS_FILE, ROWS_FILE = "plans.parquet", "rows.parquet"


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

    def plans(self) -> list[Plan]:
        """All versions of all plans of its patients."""
        return plans_of(pq.read_table(self.folder / PLANS_FILE))

    def diaries(self) -> pd.DataFrame:
        """All rows of their diaries, with the columns and types that `read_diary` gives."""
        return rows_of(pq.read_table(self.folder / ROWS_FILE, columns=ROWS.names, read_dictionary=WORDS))


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
    """Those of a registry, in the order of their names."""
    return [Bucket(path.parent) for path in sorted(folder.glob(f"bucket=*/{ROWS_FILE}"))]
