"""CPU of loading the whole library with every check, against a bare tomllib read of the same files. The aim: at most 4.

Also, for a collection of 5,000 made-up records: reading it against a bare json read of the same file, and seconds.

    uv run python benchmarks/library.py
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from kit.library.collections.read import import_collection
from kit.library.loader import read_exercises
from kit.places import data_dir

ROUNDS = 15
RECORDS = 5_000


def cpu(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Median CPU seconds of each of `works`, which take turns, after one round to warm up."""
    took: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for work, times in zip(works, took, strict=True):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return [statistics.median(times[1:]) for times in took]


def bare() -> None:
    """The files of the library, read and parsed, nothing checked."""
    files = [data_dir() / "tags.toml", data_dir() / "sources.toml", *(data_dir() / "exercises").glob("*.toml")]
    for path in files:
        tomllib.loads(path.read_text(encoding="utf-8"))


def record(number: int) -> dict[str, object]:
    """A record in the shape of free-exercise-db."""
    told = [f"Step {n} of it: bend one knee slowly, hold it for a moment, and let it go again." for n in range(5)]
    return {
        "id": f"Made_up_{number}",
        "name": f"Made-up exercise {number % 4_000}",
        "force": "push",
        "level": "beginner",
        "mechanic": None,
        "equipment": "body only",
        "primaryMuscles": ["hamstrings"],
        "secondaryMuscles": ["calves", "glutes"],
        "instructions": told,
        "category": "stretching",
        "images": [f"Made_up_{number}/0.jpg"],
    }


def main() -> None:
    number = len(read_exercises(data_dir())[0])
    loaded, parsed = cpu(ROUNDS, lambda: read_exercises(data_dir()), bare)
    print(f"the library of {number} exercises / bare tomllib: {loaded / parsed:.2f} (at most 4)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exercises.json"
        path.write_text(json.dumps([record(number) for number in range(RECORDS)]), encoding="utf-8")
        read, parsed = cpu(
            3, lambda: import_collection("free-exercise-db", [path]), lambda: json.loads(path.read_bytes())
        )
    print(f"{RECORDS} foreign records / bare json: {read / parsed:.0f} ({read:.1f} s of CPU)")


if __name__ == "__main__":
    main()
