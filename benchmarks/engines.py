"""The three engines and the naive way on fuzzed diaries of 200,000 rows: equal frames, or it ends with 1; seconds each.

    uv run python -m benchmarks.engines [ROWS]

Without Spark or Java that engine is left out, and told.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from kit.cohorts.registry.build import build_registry
from kit.cohorts.registry.run import count_registry
from kit.cohorts.registry.spark import count_with_spark
from kit.diary.read import frame
from kit.diary.rows import Row
from kit.errors import MachineError
from kit.plan.code import new_code
from kit.plan.plan import Plan
from tests.adherence import fuzz
from tests.adherence.conftest import START
from tests.cohorts.registry.oracle import by_hand

Found = TypeVar("Found")
ROWS = 200_000
AS_OF = START + dt.timedelta(days=24)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    random, plans, its = Random(1), list[Plan](), list[Row]()
    whose = new_code(random)
    while len(its) < count:
        versions, rows, _ = fuzz.case(random)
        whose = whose if random.random() < 0.3 else new_code(random)  # some patients have several plans
        plans += [plan.model_copy(update={"patient_code": whose}) for plan in versions]
        its += rows
    table = frame(its)
    with tempfile.TemporaryDirectory() as name:
        one, two = Path(name) / "one", Path(name) / "two"
        build_registry(one, [(plans, table)], size=20_000)
        build_registry(two, [(plans, table)], size=50_000)
        plain = timed("plain", lambda: count_registry(one, AS_OF))
        threads = timed("threads", lambda: count_registry(two, AS_OF, threads=2))
        equal = {"threads": all(a.equals(b) for a, b in zip(plain, threads, strict=True))}
        try:
            spark = timed("spark, with its start", lambda: count_with_spark(one, AS_OF, "local[1]"))
            equal["spark"] = all(a.equals(b) for a, b in zip(plain, spark, strict=True))
        except MachineError as error:
            print(error.faults[0])
    found = plain.patients.set_index("patient_code").to_dict("index")
    wanted = timed("naive", lambda: by_hand(plans, table, AS_OF))
    equal["naive"] = wanted.keys() == found.keys() and all(
        abs(found[code][name] - value) < 1e-9 for code, counts in wanted.items() for name, value in counts.items()
    )
    print(f"{len(table):,} rows of {len(plan_codes(plans)):,} plans, {len(found):,} patients: {equal}")
    sys.exit(0 if all(equal.values()) else 1)


def timed(engine: str, count: Callable[[], Found]) -> Found:
    begun = time.perf_counter()
    found = count()
    print(f"{engine}: {time.perf_counter() - begun:.1f} s", flush=True)
    return found


def plan_codes(plans: list[Plan]) -> set[str]:
    return {plan.code for plan in plans}


if __name__ == "__main__":
    main()
