"""Counting a registry: CPU beside a bare scan of the columns, memory, cost a row as it grows, and one patient of 30 %.

    OMP_NUM_THREADS=1 uv run python -m benchmarks.registry [ROWS] [LARGE] [FOLDER]

All ratios are of one run. ROWS (3,000,000) is the registry of the ratios, LARGE (10 times as many) the grown one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.adherence import AS_OF, clinic, kinds
from kit.cohorts.registry.bucket import buckets_in
from kit.cohorts.registry.build import Part, build_registry
from kit.cohorts.registry.diary_rows import ROWS, WORDS
from kit.cohorts.registry.run import cores
from kit.plan.code import new_code

ROWS_OF, GROWN = 3_000_000, 10
PART = 100_000


def registry(count: int, skew: float = 0.0) -> Iterator[Part]:
    """Plans with `count` rows in all, in parts; with `skew`, that share of them is of one patient with many plans."""
    random, numbers = Random(1), np.random.default_rng(1)
    known = kinds(random)
    one, done = new_code(random), 0
    while done < count:
        is_skewed = done < skew * count
        most = int(skew * count) if is_skewed else min(PART, count - done)
        plans, rows = clinic(most, known, random, numbers, one if is_skewed else "")
        yield plans, rows
        done += len(rows)


def scan(folder: Path) -> float:
    """CPU seconds of reading the same columns into Arrow."""
    begun = time.process_time()
    for bucket in buckets_in(folder):
        pq.read_table(bucket.folder / "rows.parquet", columns=ROWS.names, read_dictionary=WORDS)
    return time.process_time() - begun


class Spent(NamedTuple):
    """CPU and wall seconds, rows, and megabytes at most."""

    cpu: float
    wall: float
    rows: int
    most: int

    @property
    def cpu_a_row(self) -> float:
        return self.cpu / self.rows

    @property
    def wall_a_row(self) -> float:
        return self.wall / self.rows


def told(one: Spent, even: Spent) -> str:
    """Beside the even case."""
    cpu, wall = one.cpu_a_row / even.cpu_a_row, one.wall_a_row / even.wall_a_row
    return f"{cpu:.2f} times the CPU a row, {wall:.2f} times the wall, {one.most} MB at most"


def counted(folder: Path, threads: int = 1) -> Spent:
    """What counting takes in a process of its own."""
    code = (
        "import time, resource, datetime as dt; from pathlib import Path\n"
        "from benchmarks.registry import rows_in\n"
        "from kit.cohorts.registry.run import run_registry\n"
        f"folder = Path({str(folder)!r}); rows = rows_in(folder)\n"
        "cpu, wall = time.process_time(), time.perf_counter()\n"
        f"run_registry(folder, dt.date.fromisoformat('{AS_OF}'), {threads})\n"
        "most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "print(time.process_time() - cpu, time.perf_counter() - wall, rows, most)"
    )
    cpu, wall, rows, most = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    return Spent(float(cpu), float(wall), int(rows), int(most))


def rows_in(folder: Path) -> int:
    return sum(bucket.rows for bucket in buckets_in(folder))


def main() -> None:
    pa.set_cpu_count(1)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS_OF
    large = int(sys.argv[2]) if len(sys.argv) > 2 else GROWN * count
    with tempfile.TemporaryDirectory(dir=sys.argv[3] if len(sys.argv) > 3 else None) as name:
        base = Path(name)
        build_registry(base / "even", registry(count))
        even = counted(base / "even")
        bare = min(scan(base / "even") for _ in range(3))
        print(
            f"{even.rows:,} rows: {1e6 * even.cpu_a_row:.2f} µs of CPU a row, {even.cpu / bare:.0f} times a bare scan"
        )
        print(f"{even.most} MB at most")
        build_registry(base / "skew", registry(count, 0.3))
        print(f"one patient of 30 %: {told(counted(base / 'skew'), even)}")
        for threads in sorted({2, cores()}):
            build_registry(base / f"threads{threads}", registry(count))
            print(f"{threads} threads: {told(counted(base / f'threads{threads}', threads), even)}")
        if large > count:
            build_registry(base / "large", registry(large))
            grown = counted(base / "large")
            print(f"{grown.rows:,} rows: {told(grown, even)}")


if __name__ == "__main__":
    main()
