"""A diary of a million rows brought into the store, beside a bare bulk insert of the same rows into the same table.

The aims: at most 5 times the bare insert; memory at the end as at a tenth of the file; and the planner opens on that
store within 1.3 times of an empty one.

    uv run python benchmarks/diary_import.py [--count ROWS] [--random-order]
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sqlalchemy import insert

from kit.diary.columns import COLUMNS
from kit.diary.streaming import read_rows
from kit.diary.template import diary_csv
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.store.entries import record
from kit.store.store import Store, open_store
from kit.store.tables import diary_files, diary_rows
from kit.words.catalogue import Catalogue

START = dt.date(2026, 6, 1)
DAYS = 250  # of a plan: 2,000 rows
ROUNDS = 9
AT = {name: n for n, name in enumerate(COLUMNS)}
OPENING = """
import datetime as dt, sys, time
from pathlib import Path
begun = time.perf_counter()
from kit.store.store import open_store
from kit.store.workspace import Workspace
from kit.ui.planner.desk import Desk
folder = Path(sys.argv[1])
store = open_store(folder, who="benchmark", now=lambda: dt.datetime.now(dt.UTC))
Desk(Workspace(folder), store, dt.date(2026, 6, 1)).view()
print(time.perf_counter() - begun)
"""


def opened(folder: Path) -> Store:
    return open_store(folder, who="benchmark", now=lambda: dt.datetime.now(dt.UTC))


def plans(count: int) -> Iterator[Plan]:
    """Issued plans of the founding four, each of a patient of its own."""
    random, library = Random(1), Library.load()
    made = template("knee-glute-stretches")
    for n in range(count):
        plan = made.plan(library, f"P-{n:05}", START, f"P-{n:05}", random=random)
        yield finalised(resolve(plan.describe(review_on=START + dt.timedelta(days=DAYS)), library), "A. Physio", START)


def answered(plan: Plan, library: Library, random: Random) -> Iterator[list[str]]:
    blank = csv.reader(io.StringIO(diary_csv(resolve(plan, library), Catalogue()).decode("utf-8-sig"), newline=""))
    next(blank)
    for row in blank:
        row[AT["status"]] = random.choice(("done", "done", "partial", "x"))
        row[AT["pain_worst"]] = str(random.randint(0, 10))
        row[AT["started_at"]] = f"{row[AT['date']]}T18:{random.randint(0, 59):02}+02:00"
        row[AT["note"]] = f"note {random.random()}" if random.random() < 0.2 else ""
        yield row


def write(path: Path, made: list[Plan], count: int, is_shuffled: bool) -> None:
    random, library = Random(2), Library.load()
    rows = [row for plan in made for row in answered(plan, library, random)][:count]
    if is_shuffled:
        random.shuffle(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def peak_mb() -> int:
    """The most memory that this process has had."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def bring_in(folder: Path, path: Path) -> None:
    """In a process of its own: seconds in all and of the transaction, megabytes at a tenth and at the end, as JSON."""
    store = opened(folder)
    peaks: list[int] = []
    read_at = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal read_at
        read_at = time.perf_counter()
        if not peaks and done >= total / 10:
            peaks.append(peak_mb())

    begun = time.perf_counter()
    made = store.diaries.bring_in(path, progress=progress)
    ended = time.perf_counter()
    log = folder / "clinic.db-wal"
    found = {"s": ended - begun, "after_s": ended - read_at, "at_a_tenth_mb": peaks[0], "at_the_end_mb": peak_mb()}
    print(json.dumps({**found, "wal_mb": log.stat().st_size >> 20, "kept": made.file.kept}))


def bare(folder: Path, path: Path, made: list[Plan]) -> float:
    """Seconds of a bulk insert of the same rows, prepared before the clock runs, in one transaction."""
    store = opened(folder)
    known = {plan.code: plan for plan in made}
    for plan in made:
        store.versions.take_in(plan)
    took = 0.0
    engine = store.database.engine.execution_options(kit_write=True)
    file = {"name": "f", "digest": "d", "kept": 0, "rejected": 0, "repeated": 0, "blank": 0, "corrected": 0}
    with engine.connect() as connection, connection.begin() as transaction:
        connection.execute(insert(diary_files).values(**file, made_at="", made_by=""))
        for batch in read_rows(path, lambda code: [known[code]]):
            rows = [{**record(row), "file_id": 1, "in_force": 1, "replaces": None} for row in batch.rows]
            begun = time.perf_counter()
            connection.execute(insert(diary_rows), rows)
            took += time.perf_counter() - begun
        begun = time.perf_counter()
        transaction.commit()
        took += time.perf_counter() - begun
    return took


def child(*words: object) -> str:
    return subprocess.run([sys.executable, *map(str, words)], check=True, capture_output=True, text=True).stdout


def opening(folders: list[Path]) -> list[float]:
    """Median seconds until the planner has its first view, one process a round."""
    took: list[list[float]] = [[] for _ in folders]
    for _ in range(ROUNDS):
        for folder, times in zip(folders, took, strict=True):
            times.append(float(child("-c", OPENING, folder)))
    return [statistics.median(times) for times in took]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=1_000_000)
    asked.add_argument("--random-order", action="store_true", help="rows in any order, not plan by plan")
    asked.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.child:
        bring_in(*options.child)
        return
    with tempfile.TemporaryDirectory(dir=".") as place:
        home = Path(place)
        path, full, empty = home / "diary.csv", home / "full", home / "empty"
        made = list(plans(-(-options.count // (DAYS * 8))))
        write(path, made, options.count, options.random_order)
        store = opened(full)
        for plan in made:
            store.versions.take_in(plan)
        store.close()
        found = json.loads(child(__file__, "--child", full, path))
        assert found["kept"] == options.count
        seconds = bare(home / "bare", path, made)
        opened(empty).close()
        on_full, on_empty = opening([full, empty])
    print(f"{options.count:,} rows: {found['s']:.1f} s, of these {found['after_s']:.1f} s after the last row was read")
    print(f"bare insert: {seconds:.1f} s; {found['s'] / seconds:.2f} times that (aim: at most 5)")
    print(f"memory: {found['at_a_tenth_mb']} MB at a tenth, {found['at_the_end_mb']} MB at the end")
    print(f"write-ahead log: {found['wal_mb']} MB")
    print(f"planner: {on_full:.2f} s on this store, {on_empty:.2f} s on an empty one, {on_full / on_empty:.2f} times")


if __name__ == "__main__":
    main()
