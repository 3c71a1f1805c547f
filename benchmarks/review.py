"""CPU of reviewing a plan of 30 exercises for a patient with three conditions, against loading the library.

The aim: at most a tenth.

    uv run python benchmarks/review.py
"""

from __future__ import annotations

import datetime as dt
import itertools
import statistics
import time
from collections.abc import Callable

from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import MAX_ITEMS, Plan
from kit.review.check import check

ROUNDS = 25
CONDITIONS = ("tha_posterior", "falls_risk", "hypertension")


def plan_of_thirty(library: Library) -> Plan:
    """The first 30 exercises, an age, conditions and things at home, so that every check has work."""
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1))
    for exercise in itertools.islice(library, MAX_ITEMS):
        plan = plan.add(exercise)
    held = tuple(ConditionInForce(condition=name, side="left") for name in CONDITIONS)
    return plan.describe(context=Context(age=70, conditions=held, equipment=("mat", "chair"), minutes_a_day=20))


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    library = Library.load()
    plan = plan_of_thirty(library)
    found = check(plan, library)
    loads, checks = [], []
    for _ in range(ROUNDS):
        loads.append(cpu(Library.load))
        checks.append(cpu(lambda: check(plan, library)))
    ratio = statistics.median(checks) / statistics.median(loads)
    print(f"check of {len(plan.items)} exercises, {len(found)} findings, against loading the library: {ratio:.3f}")
    print("aim: at most 0.100")


if __name__ == "__main__":
    main()
