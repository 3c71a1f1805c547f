"""SIGKILL at random moments of a program that edits, issues, takes in and exports: what it had acknowledged is there.

The aim: of 500 kills none loses an acknowledged write, leaves half a version or half a folder, or a store that does
not open. `--count` says how many.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.document import write_plan
from kit.plan.plan import Plan
from kit.plan.template import template
from kit.store.backup import must_be_whole
from kit.store.export import check_export, export
from kit.store.store import Store, open_store
from kit.store.takein import missing_versions, take_files
from kit.store.versions import faults

START = dt.date(2026, 6, 1)
LONGEST_S = 0.5  # from the start of a program, or from its first deed, to its end
OPENING = 0.2  # the share of the programs that may be killed before their first deed
PATIENCE_S = 60.0  # for the first deed, on a machine that does much else
FRESH = 25  # kills after which a new store is begun
HAS_HANDOUTS = importlib.util.find_spec("kit.handouts.folder") is not None
DEEDS = ("edit", "edit", "edit", "edit", "begin", "issue", "take in", "export", *(["handout"] if HAS_HANDOUTS else []))


@dataclass
class Figures:
    """What was acknowledged and what a kill cut off, by deed, and all that was wrong afterwards."""

    kills: int = 0
    acknowledged: Counter[str] = field(default_factory=Counter)
    cut_off: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def opened(folder: Path) -> Store:
    return open_store(folder, who="benchmark", now=lambda: dt.datetime.now(dt.UTC))


# The program that is killed


class Worker:
    """Does one deed after the other; each is told before it is begun and when it is done."""

    def __init__(self, folder: Path, out: int, seed: int, library: Library) -> None:
        self.folder, self.out, self.random, self.library = folder, out, Random(seed), library
        self.store = opened(folder / "clinic")

    def run(self) -> NoReturn:
        numbers = iter(range(1_000_000))
        while True:
            deed = self.random.choice(DEEDS)
            getattr(self, "_" + deed.replace(" ", "_"))(f"{os.getpid()}-{next(numbers)}")

    def _told(self, stage: str, deed: str, **what: Any) -> None:
        os.write(self.out, (json.dumps({"stage": stage, "deed": deed, **what}) + "\n").encode())

    def _plan(self, mark: str) -> Plan:
        plan = template("knee-glute-stretches").plan(self.library, mark, START, mark)
        return plan.describe(context=Context(red_flags_screened=START))

    def _begin(self, mark: str) -> None:
        plan = self._plan(mark)
        self._told("will", "begin", code=plan.code, title=plan.title)
        self.store.drafts.begin(plan)
        self._told("did", "begin", code=plan.code, title=plan.title)

    def _take_in(self, mark: str) -> None:
        plan = self._plan(mark)
        write_plan(plan, self.folder / f"{mark}.json")
        self._told("will", "take in", code=plan.code, title=plan.title)
        take_files(self.store, [self.folder / f"{mark}.json"], self.folder)
        self._told("did", "take in", code=plan.code, title=plan.title)

    def _edit(self, mark: str) -> None:
        listed = self.store.plans.in_work()
        if listed is None:
            return self._begin(mark)
        held = self.store.open(listed.code)
        self._told("will", "edit", code=listed.code, title=mark)
        self.store.drafts.put(held, held.plan.describe(title=mark))
        return self._told("did", "edit", code=listed.code, title=mark)

    def _issue(self, mark: str) -> None:
        listed = self.store.plans.in_work()
        if listed is None:
            return self._begin(mark)
        held = self.store.open(listed.code)
        version = held.plan.version
        self._told("will", "issue", code=listed.code, title=held.plan.title, version=version)
        self.store.versions.issue(held, self.library, "A. Physio", START)
        return self._told("did", "issue", code=listed.code, title=held.plan.title, version=version)

    def _export(self, mark: str) -> None:
        self._told("will", "export", folder=f"out-{mark}")
        export(self.store.database, self.folder / f"out-{mark}")
        self._told("did", "export", folder=f"out-{mark}")

    def _handout(self, mark: str) -> None:
        """A set of small files in the place of the real ones: what is tried is the folder."""
        from kit.handouts.folder import folder_name, put_set
        from kit.handouts.parts import PLAN
        from kit.plan.document import to_document

        listed = self.store.plans.in_work()
        if listed is None:
            return self._begin(mark)
        plan = self.store.open(listed.code).plan
        place = self.folder / "clinic" / "handouts" / folder_name(plan)
        made = {PLAN: to_document(plan).encode(), "patient/handout.pdf": mark.encode() * 1000}
        self._told("will", "handout", folder=str(place), code=plan.code)
        put_set(place, made, plan)
        return self._told("did", "handout", folder=str(place), code=plan.code)


# The program that kills and looks


@dataclass
class Model:
    """What the store has to hold: the title of each plan, its issued versions, the folders."""

    titles: dict[str, str] = field(default_factory=dict)
    issued: set[tuple[str, int]] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    handouts: dict[str, str] = field(default_factory=dict)

    def note(self, line: dict[str, Any]) -> None:
        if "title" in line:
            self.titles[line["code"]] = line["title"]
        if line["deed"] == "issue":
            self.issued.add((line["code"], line["version"]))
        if line["deed"] == "export":
            self.folders.add(line["folder"])
        if line["deed"] == "handout":
            self.handouts[line["folder"]] = line["code"]


def kills(folder: Path, count: int, seed: int = 0) -> Figures:
    """Start and kill `count` programs, and look after each."""
    import pyarrow.parquet  # noqa: F401 (once, not in each program)

    random, library, figures, model = Random(seed), Library.load(), Figures(), Model()
    place = folder
    for number in range(count):
        if number % FRESH == 0:
            shutil.rmtree(place, ignore_errors=True)
            place, model = folder / f"round-{number}", Model()
            place.mkdir(parents=True)
        pending = one_kill(place, random, library, model, figures)
        figures.kills += 1
        figures.wrong += [f"kill {number}: {line}" for line in look(place, model, pending)]
    return figures


def one_kill(folder: Path, random: Random, library: Library, model: Model, figures: Figures) -> dict[str, Any] | None:
    """Start a program and kill it; what it had begun and not acknowledged."""
    reading, writing = os.pipe()
    seed, life, opening = random.getrandbits(32), random.uniform(0.01, LONGEST_S), random.random() < OPENING
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            Worker(folder, writing, seed, library).run()
        except BaseException as error:  # noqa: BLE001 (told to the parent, which counts it as wrong)
            os.write(writing, (json.dumps({"stage": "failed", "deed": repr(error)}) + "\n").encode())
        finally:
            os._exit(1)
    os.close(writing)
    if not opening:  # how long a program takes to open the store is the machine's affair
        select.select([reading], [], [], PATIENCE_S)
    end, said = time.monotonic() + life, b""
    while (left := end - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
        if not (part := os.read(reading, 65536)):
            break
        said += part
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 65536):
        said += part
    os.close(reading)
    return _heard(said, model, figures)


def _heard(said: bytes, model: Model, figures: Figures) -> dict[str, Any] | None:
    pending = None
    for text in said.decode().splitlines():
        line = json.loads(text)
        if line["stage"] == "failed":
            figures.wrong.append(line["deed"])
        elif line["stage"] == "did":
            model.note(line)
            figures.acknowledged[line["deed"]] += 1
            pending = None
        else:
            pending = line
    if pending:
        figures.cut_off[pending["deed"]] += 1
    return pending


def look(folder: Path, model: Model, pending: dict[str, Any] | None) -> list[str]:
    """What is wrong; the deed that was cut off may be there or not, and the model takes over which."""
    try:
        store = opened(folder / "clinic")
    except KitError as error:
        return [f"the store does not open: {error}"]
    try:
        assert store.database.file
        must_be_whole(store.database.file, "store")
        wrong = [str(fault) for fault in faults(store.database)]
        wrong += _versions(store, model, pending) + _folders(folder, model) + _handouts(model, pending)
    except KitError as error:
        return [str(error)]
    finally:
        store.close()
    return wrong


def _versions(store: Store, model: Model, pending: dict[str, Any] | None) -> list[str]:
    wrong = []
    maybe = pending if pending and "code" in pending else {}
    with store.database.read() as connection:
        codes = {row[0] for row in connection.exec_driver_sql("SELECT code FROM plans")}
        gaps = [code for code in codes if missing_versions(connection, code)]
    wrong += [f"gap in {code}" for code in gaps]
    wrong += [f"lost plan {code}" for code in model.titles.keys() - codes]
    wrong += [f"plan {code} of nobody" for code in codes - model.titles.keys() - {maybe.get("code")}]
    for code in codes:
        listed, plan = store.plans.one(code), store.open(code).plan
        assert listed
        if plan.title != model.titles.get(code) and not (
            maybe.get("code") == code and maybe.get("title") == plan.title
        ):
            wrong.append(f"{code} says {plan.title}, acknowledged was {model.titles.get(code)}")
        if listed.draft in listed.issued:
            wrong.append(f"{code}: version {listed.draft} is a draft and issued")
        there, must = {(code, n) for n in listed.issued}, {pair for pair in model.issued if pair[0] == code}
        wrong += [f"lost {pair}" for pair in must - there]
        model.titles[code] = plan.title
        model.issued |= there
    return wrong


def _folders(folder: Path, model: Model) -> list[str]:
    wrong = []
    there = {path.name for path in folder.glob("out-*")}
    wrong += [f"lost {name}" for name in model.folders - there]
    for name in there:
        try:
            check_export(folder / name)
        except KitError as error:
            wrong.append(f"{name} is not whole: {error}")
        shutil.rmtree(folder / name)
    model.folders.clear()
    return wrong


def _handouts(model: Model, pending: dict[str, Any] | None) -> list[str]:
    if not HAS_HANDOUTS:
        return []
    from kit.handouts.folder import plan_in, sweep

    wrong = []
    if pending and pending["deed"] == "handout":
        sweep(Path(pending["folder"]))
    for folder, code in model.handouts.items():
        plan = plan_in(Path(folder))
        if plan is None or plan.code != code:
            wrong.append(f"{folder} holds {plan and plan.code}, not {code}")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = kills(Path(folder) / "kills", given.count, given.seed)
    print(f"kills: {figures.kills}")
    print(f"acknowledged: {dict(figures.acknowledged)}")
    print(f"cut off: {dict(figures.cut_off)}")
    print(f"wrong: {len(figures.wrong)}")
    for line in figures.wrong[:20]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
