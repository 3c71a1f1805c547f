"""CPU of counting adherence: the engine on a million rows beside the plain way, one session after another, on 100,000.

Both find the counts of weeks and exercises, and the dose. The aim: the engine takes at least 25 times less CPU a row.

    OMP_NUM_THREADS=1 uv run python -m benchmarks.adherence [ROWS] [ROWS OF THE PLAIN WAY]
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
import time
from random import Random

import numpy as np
import pandas as pd
import pyarrow as pa

from kit.adherence.dose import dose
from kit.adherence.exercises import by_exercise
from kit.adherence.placed import placed
from kit.diary.read import frame
from kit.diary.rows import Row
from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.plan.template import template
from kit.timing.slots import slots
from tests.adherence.conftest import START, WHOLE, entry
from tests.adherence.naive.measure import naive

ROWS, PLAIN = 1_000_000, 100_000
AIM = 25
AS_OF = START + dt.timedelta(days=28)
STATUS = np.array(["done", "partial", "not_done", None], dtype=object)
SHARES = (0.65, 0.1, 0.1, 0.15)
Kinds = list[tuple[Plan, pd.DataFrame]]
Clinic = tuple[list[Plan], pd.DataFrame]
MOVED = 0.1  # of the sessions of a plan of the patient's choice


def patterns() -> list[Plan]:
    """Of four, three with fixed days, one with two exercises on days of the patient's own."""
    fixed = template("knee-glute-stretches").plan(Library.load(), "P-001", START, random=Random(1))
    mixed = fixed.adjust("i3", schedule=Schedule(days_a_week=3)).adjust("i4", schedule=Schedule(days_a_week=3))
    return [fixed, fixed, fixed, mixed]


def diary_of(plan: Plan, random: Random) -> pd.DataFrame:
    """All rows of its sessions, some on another day."""
    rows: list[Row] = []
    for slot in slots(plan):
        moved = random.choice((-1, 1)) if plan.items[-1].schedule.weekdays is None and random.random() < MOVED else 0
        for item in slot.items:
            day = slot.date + dt.timedelta(days=moved) if item.schedule.weekdays is None else slot.date
            day = min(max(day, plan.start), AS_OF - dt.timedelta(days=1))
            for side in item.sides_in_order:
                rows.append(entry(day, "done", item_id=item.item_id, side=side or "both", week=slot.week, **WHOLE))
    return frame(rows)


def kinds(random: Random) -> Kinds:
    """Patterns, each with five diaries."""
    return [(plan, diary_of(plan, random)) for plan in patterns() for _ in range(5)]


def clinic(count: int, kinds: Kinds, random: Random, numbers: np.random.Generator, one: str = "") -> Clinic:
    """Plans with `count` rows in all, and the rows: of a patient each, or all of `one`."""
    plans: list[Plan] = []
    diaries: list[pd.DataFrame] = []
    rows = 0
    while rows < count:
        plan, diary = kinds[len(plans) % len(kinds)]
        whose = one or new_code(random)
        plans.append(plan.model_copy(update={"code": new_code(random), "patient_code": whose}))
        diaries.append(diary)
        rows += len(diary)
    table = pd.concat(diaries)
    codes = np.repeat(np.array([plan.code for plan in plans], dtype=object), [len(diary) for diary in diaries])
    status = STATUS[numbers.choice(len(STATUS), len(table), p=SHARES)]
    return plans, table.assign(plan_code=pd.array(codes, "string"), status=pd.array(status, "string"))


def engine(plans: list[Plan], rows: pd.DataFrame) -> float:
    begun = time.process_time()
    frames = placed(plans, rows, AS_OF)
    by_exercise(frames.cells)
    dose(frames.cells, frames.slots)
    return time.process_time() - begun


def plain(plans: list[Plan], rows: pd.DataFrame) -> float:
    its = dict(list(rows.groupby("plan_code")))
    begun = time.process_time()
    for plan in plans:
        naive([plan], its[plan.code], AS_OF)
    return time.process_time() - begun


def main() -> None:
    pa.set_cpu_count(1)
    many = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    few = int(sys.argv[2]) if len(sys.argv) > 2 else PLAIN
    random, numbers = Random(1), np.random.default_rng(1)
    known = kinds(random)
    small, large = (clinic(count, known, random, numbers) for count in (few, many))
    engine(*small)  # what loads once
    slow = plain(*small) / len(small[1])
    fast = min(engine(*large) for _ in range(2)) / len(large[1])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"plain: {slow * 1e6:.1f} µs a row, on {len(small[1]):,} rows of {len(small[0]):,} plans")
    print(
        f"engine: {fast * 1e6:.2f} µs a row, on {len(large[1]):,} rows of {len(large[0]):,} plans; {memory} MB at most"
    )
    print(f"{slow / fast:.0f} times less CPU a row (aim: at least {AIM})")


if __name__ == "__main__":
    main()
