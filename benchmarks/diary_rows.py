"""CPU and memory of reading a diary of a million rows, held against its plans, beside Python's own CSV reader.

The aim: at most 25 s of CPU, and memory that does not grow with the file.

    uv run python benchmarks/diary_rows.py [ROWS]
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from kit.diary.columns import COLUMNS
from kit.diary.streaming import read_rows
from kit.diary.template import diary_csv
from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.words.catalogue import Catalogue

ROWS = 1_000_000
AT = {name: n for n, name in enumerate(COLUMNS)}


def write(path: Path, rows: int) -> dict[str, Plan]:
    """A file of `rows` filled rows, each patient's with a plan of its own; the plans by code."""
    random, library = Random(1), Library.load()
    base = template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1), random=random)
    blank = list(
        csv.reader(io.StringIO(diary_csv(resolve(base, library), Catalogue()).decode("utf-8-sig"), newline=""))
    )[1:]
    plans: dict[str, Plan] = {}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for start in range(0, rows, len(blank)):
            code = new_code(random)
            plans[code] = base.model_copy(update={"code": code})
            for cells in itertools.islice(blank, rows - start):
                row = [code, *cells[1:]]
                row[AT["status"]] = random.choice(("done", "done", "partial", "x"))
                row[AT["pain_worst"]] = str(random.randint(0, 10))
                row[AT["started_at"]] = f"{row[AT['date']]}T18:{random.randint(0, 59):02}+02:00"
                row[AT["note"]] = f"note {random.random()}" if random.random() < 0.2 else ""
                writer.writerow(row)
    return plans


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "diary.csv")
        plans = write(path, rows)
        begun = time.process_time()
        with path.open(encoding="utf-8-sig", newline="") as file:
            count = sum(1 for _ in csv.reader(file)) - 1
        bare, before = time.process_time() - begun, megabytes()
        begun = time.process_time()
        kept = sum(len(batch.rows) for batch in read_rows(path, lambda code: [plans[code]] if code in plans else []))
        read = time.process_time() - begun
    assert kept == count == rows
    print(f"{rows:,} rows: read in {read:.1f} s of CPU (aim: at most 25), {read / bare:.1f} times the bare CSV reader")
    print(f"memory: {before} MB before, {megabytes()} MB at most")


if __name__ == "__main__":
    main()
