"""Two programs at one plan: no edit is lost, each conflict is told, and of two who issue at one instant one wins.

The aim, on SQLite and on PostgreSQL: after 60 s of edits every acknowledged one is a step of its own in the line of
undo, and every other one was told and lies beside the plan; of 200 rounds of issuing each has one winner. `--seconds`
and `--count` say how much. PostgreSQL is Debian's, started for this.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing as mp
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).parent.parent))  # for the tests' PostgreSQL

from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.seal import altered
from kit.plan.template import template
from kit.store import drafts
from kit.store.held import ConflictError
from kit.store.place import VARIABLE
from kit.store.store import Store, open_store
from kit.store.tables import asides, edits
from tests.store.postgres import binaries, server

START = dt.date(2026, 6, 1)
ITEMS = ("i1", "i2", "i3", "i4")
FORK = mp.get_context("fork")


@dataclass
class Figures:
    """What the writers were told, and all that does not agree with what the store holds."""

    alone: int = 0
    merged: int = 0
    conflicts: int = 0
    rounds: int = 0
    wrong: list[str] = field(default_factory=list)


def opened(folder: Path) -> Store:
    return open_store(folder, who=str(os.getpid()), now=lambda: dt.datetime.now(dt.UTC))


def begun(label: str) -> Plan:
    plan = template("knee-glute-stretches").plan(Library.load(), label, START, label)
    return plan.describe(context=Context(red_flags_screened=START))


# Edits


def writers(folder: Path, seconds: float, seed: int = 0) -> Figures:
    """Two programs edit one plan for so long; what they were told against what is there."""
    drafts._DEPTH = 10**9  # the whole line is looked at afterwards
    plan, figures = begun("P-001"), Figures()
    store = opened(folder)
    store.drafts.begin(plan)
    store.close()
    told: dict[str, str] = {}
    pipes, programs = [], []
    for number in (1, 2):
        ours, theirs = FORK.Pipe()
        programs.append(FORK.Process(target=write, args=(folder, plan.code, seconds, seed + number, number, theirs)))
        pipes.append(ours)
    for program in programs:
        program.start()
    for pipe in pipes:
        told |= pipe.recv()
    for program in programs:
        program.join()
    for how in told.values():
        setattr(figures, how, getattr(figures, how) + 1)
    store = opened(folder)
    figures.wrong = compare(store, plan, told)
    store.close()
    return figures


def write(folder: Path, code: str, seconds: float, seed: int, number: int, pipe: Pipe) -> None:
    """Edit without end, each edit under a mark of its own; how each went goes through the pipe at the end."""
    store, random, told, edit = opened(folder), Random(seed), dict[str, str](), 0
    held, end = store.open(code), time.monotonic() + seconds
    while time.monotonic() < end:
        edit += 1
        time.sleep(random.uniform(0, 0.004))  # a thought, in which the other one may write
        mark, unit = f"w{number}-{edit:06}", random.choice((*ITEMS, "title"))
        mine = held.plan.describe(title=mark) if unit == "title" else held.plan.adjust(unit, note=mark)
        try:
            held = store.drafts.put(held, mine)
            told[mark] = "merged" if held.merged else "alone"
        except ConflictError as conflict:
            held = conflict.theirs
            told[mark] = "conflicts"
    store.close()
    pipe.send(told)


def compare(store: Store, plan: Plan, told: dict[str, str]) -> list[str]:
    """Each acknowledged edit is one step that changes what it is about and nothing else; each other one lies beside."""
    wrong: list[str] = []
    steps: list[str] = []
    with store.database.read() as connection:
        line = select(edits.c.document).where(edits.c.code == plan.code).order_by(edits.c.number)
        before: dict[str, Any] | None = None
        for (document,) in connection.execute(line, execution_options={"yield_per": 100}):
            now = json.loads(document)
            if before is not None:
                changed = list(altered(now, before))
                steps += [change.split('"')[1] if '"' in change else change for change in changed]
                wrong += [f"a step changes {changed}"] if len(changed) != 1 else []
            before = now
        beside = [text for (text,) in connection.execute(select(asides.c.document))]
    kept = [mark for mark, how in told.items() if how != "conflicts"]
    wrong += [f"lost: {mark}" for mark in set(kept) - set(steps)]
    wrong += [f"of nobody: {mark}" for mark in set(steps) - set(kept)]
    if len(steps) != len(kept):
        wrong.append(f"{len(steps)} steps of {len(kept)} edits")
    aside = "".join(beside)
    refused = [mark for mark, how in told.items() if how == "conflicts"]
    wrong += [f"not beside the plan: {mark}" for mark in refused if mark not in aside]
    if len(beside) != len(refused):
        wrong.append(f"{len(beside)} lie beside, {len(refused)} were told")
    return wrong


# Issues


def issuers(folder: Path, rounds: int) -> Figures:
    """Two programs issue one draft at one instant, again and again."""
    figures, gate = Figures(), FORK.Barrier(2)
    pipes, programs = [], []
    for _ in range(2):
        ours, theirs = FORK.Pipe()
        programs.append(FORK.Process(target=issue, args=(folder, gate, theirs)))
        pipes.append(ours)
    for program in programs:
        program.start()
    ready = [pipe.recv() for pipe in pipes]
    assert ready == ["ready", "ready"]
    store = opened(folder)
    for number in range(1, rounds + 1):
        plan = begun(f"R-{number:03}")
        store.drafts.begin(plan)
        for pipe in pipes:
            pipe.send(plan.code)
        said = [pipe.recv() for pipe in pipes]
        figures.rounds += 1
        lost = f"plan {plan.plan_id}: version 1 was issued by "
        if sorted(text.startswith(lost) for text in said) != [False, True] or "issued" not in said:
            figures.wrong.append(f"round {number}: {said}")
        if len(store.versions.all(plan.code)) != 1:
            figures.wrong.append(f"round {number}: {len(store.versions.all(plan.code))} versions")
    for pipe in pipes:
        pipe.send(None)
    for program in programs:
        program.join()
    store.close()
    return figures


def issue(folder: Path, gate: Any, pipe: Pipe) -> None:
    store, library = opened(folder), Library.load()
    pipe.send("ready")
    while code := pipe.recv():
        held = store.open(code)
        gate.wait(60)
        try:
            store.versions.issue(held, library, f"Physio {os.getpid()}", START)
            pipe.send("issued")
        except PlanError as error:
            pipe.send(str(error))
    store.close()


def report(name: str, folder: Path, seconds: float, rounds: int) -> None:
    edited = writers(folder, seconds)
    said = f"{edited.alone} edits alone, {edited.merged} merged, {edited.conflicts} conflicts told"
    print(f"{name}, {seconds:g} s: {said}, {len(edited.wrong)} wrong {edited.wrong[:3] or ''}", flush=True)
    issued = issuers(folder, rounds)
    print(
        f"{name}: {issued.rounds} rounds of two issues, {len(issued.wrong)} wrong {issued.wrong[:3] or ''}", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=200, help="Rounds of issuing.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop(VARIABLE, None)
        report("SQLite", Path(folder) / "sqlite", given.seconds, given.count)
        programs = binaries()
        if programs is None:
            print("PostgreSQL is not on this machine; install it with: apt-get install postgresql")
            return
        with server(programs) as address:
            os.environ[VARIABLE] = address
            report("PostgreSQL", Path(folder) / "postgres", given.seconds, given.count)


if __name__ == "__main__":
    main()
