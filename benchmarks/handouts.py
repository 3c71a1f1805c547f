"""Many handouts in one process: CPU against bare typst compiles of the same documents, and memory over time.

1,000 different plans of six exercises with pictures. The aims: at most 3x the CPU, memory flat.

    uv run python benchmarks/handouts.py [COUNT]
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import statistics
import sys
import time

import psutil

from kit.clinic import FORMS, Clinic
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.pdf import SOURCES, tree
from kit.library.library import Library
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.fonts import drawable
from kit.typeset.pdf import _EMPTY, STANDARDS, _compiler

COUNT, EXERCISES, BARE_EVERY = 1000, 6, 20
CLINIC = Clinic(name="Sample Clinic (synthetic)", therapist="Sample Physiotherapist", contact="020 7946 0000")


def plan_of(number: int, library: Library) -> Plan:
    """Six exercises, others each time, with a dose of its own."""
    chosen = list(library)
    plan = Plan.begin(f"P-{number:04}", patient=f"P-{number:04}", start=dt.date(2026, 6, 1))
    for place in range(EXERCISES):
        exercise = chosen[(number * 7 + place * 11) % len(chosen)]
        changes: ItemChanges = {} if exercise.dose.duration_s else {"reps": exercise.dose.reps + number % 3}
        plan = plan.add(exercise, **changes)
    return plan


def bare(plan: Plan, library: Library) -> float:
    """CPU seconds of typst alone on the same document."""
    data, pictures = tree(document(resolve(plan, library), CLINIC))
    inputs = {"data": json.dumps(drawable(data)), "pictures": json.dumps(pictures)}
    compiler = _compiler(SOURCES[FORMS[0]].parent)
    start = time.process_time()
    compiler.compile_with_warnings(
        SOURCES[FORMS[0]].read_bytes(), format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=0
    )
    took = time.process_time() - start
    for _ in range(_EMPTY):  # what it laid out is forgotten as the kit forgets it: memory is the kit's, not this one's
        compiler.compile(b"", format="svg")
    return took


def megabytes() -> float:
    """What the process holds now; a peak would tell of the largest plan alone."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    library = Library.load()
    whole, alone, memory = [], [], []
    for number in range(count):
        plan = plan_of(number, library)
        start = time.process_time()
        files(resolve(plan, library), CLINIC)
        whole.append(time.process_time() - start)
        if number % BARE_EVERY == 0:
            memory.append(megabytes())  # the kit's own
            alone.append(bare(plan, library))
    ratio = statistics.median(whole) / statistics.median(alone)
    print(f"all files of a handout of {EXERCISES} exercises / bare typst compile: {ratio:.2f} (aim: at most 3)")
    tenths = ", ".join(f"{memory[len(memory) * k // 10]:.0f}" for k in range(1, 10))
    print(f"memory after each tenth, at the end: {tenths}, {memory[-1]:.0f} MB")


if __name__ == "__main__":
    main()
