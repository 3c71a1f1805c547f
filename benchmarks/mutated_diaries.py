"""20,000 diaries as life treats them, each read and held against the law: every row kept, rejected, repeated or blank,
no traceback, no control character in a message, messages in proportion to the rows. Then rows that all contradict each
other, twice as many each time: how many characters of messages a row costs.

    uv run python benchmarks/mutated_diaries.py [CASES]
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from kit.diary.read import read_diary
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.template import template
from tests.diary.mutations import filled, trial

CASES = 20_000
CONFLICTS = (1_000, 2_000, 4_000, 8_000)


def characters_a_row(folder: Path, plan: Plan, rows: int) -> float:
    """Characters of messages for each of `rows` rows that answer differently for one exercise."""
    header, first, *_ = filled(plan, Random(1), 1).lines
    path = folder / "conflicts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([*first[:-1], f"note {n}"] for n in range(rows))])
    diary = read_diary(path, [plan])
    assert len(diary.rejects) == rows
    return sum(len(str(told)) for told in (*diary.rejects, *diary.faults)) / rows


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    plan = template("knee-glute-stretches").plan(
        Library.load(), "P-001", dt.date(2026, 6, 1), "P-001", random=Random(1)
    )
    begun, broken = time.perf_counter(), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(cases):
            if laws := trial(folder, plan, seed):
                broken += 1
                print(f"seed {seed}: {'; '.join(laws)}")
            (folder / f"{seed}.csv").unlink()
        print(f"{cases} diaries in {time.perf_counter() - begun:.0f} s, {broken} broke a law (aim: 0)")
        for rows in CONFLICTS:
            print(
                f"{rows} rows that contradict each other: {characters_a_row(folder, plan, rows):.0f} characters a row"
            )


if __name__ == "__main__":
    main()
