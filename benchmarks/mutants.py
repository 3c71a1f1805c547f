"""Breaks each rule of a room once, in a copy, and tells which breaks no test of that room has noticed.

    uv run --group mutants python benchmarks/mutants.py [ROOM | ROOM/FILE.py ...] [--sample 60 --seed 1]

What is broken comes from mutmut's operators. Its own runner leaves out constants, properties, validators and class
bodies, which hold half of this kit's rules; so the operators alone are taken, and each mutant runs `tests/ROOM` in a
copy of the checkout. `mutants.toml` beside this file says which mutants are no break, and why.
"""

from __future__ import annotations

import argparse
import difflib
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import Any

import libcst as cst
from libcst import matchers as m
from mutmut.mutation.mutators import mutation_operators

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ROOMS = ("words", "plan", "timing", "review", "diary", "statistics", "adherence", "followup")
MEMORY = 6 * 2**30  # bytes that one mutant may take
LOG = "mutant.log"
PYTEST = ["-x", "--ff", "-q", "-p", "no:nbval", "-p", "no:xdist", "-o", "addopts=--import-mode=importlib"]
TYPE = m.Subscript(value=m.Name("tuple") | m.Name("dict") | m.Name("Literal") | m.Name("Callable"))
FROZEN = m.Decorator(decorator=m.Call(func=m.Name("dataclass")))  # tests/test_frozen.py sees to that
EXPLAINED = m.Expr(value=m.SimpleString())
NEVER = m.ImportFrom() | m.If(test=m.Name("TYPE_CHECKING")) | EXPLAINED | FROZEN | m.Assign(value=TYPE)


@dataclass(frozen=True)
class Mutant:
    """One break of one file, both as text."""

    file: str  # kit/words/text.py
    code: str
    was: str  # the lines that differ, without what stands around them
    now: str
    diff: str


@dataclass(frozen=True)
class Place:
    """A file's parsed code, the node that breaks, and what takes its place."""

    file: str
    module: cst.Module
    node: cst.CSTNode
    other: cst.CSTNode

    def mutant(self) -> Mutant | None:
        """The break; None where the code stays what it was."""
        made = self.module.deep_replace(self.node, self.other)
        assert isinstance(made, cst.Module)
        old, new = self.module.code.splitlines(), made.code.splitlines()
        if old == new:
            return None
        lines = list(difflib.unified_diff(old, new, self.file, self.file, n=0, lineterm=""))
        was, now = ("\n".join(line[1:].strip() for line in lines[2:] if line[0] == sign) for sign in "-+")
        return Mutant(self.file, made.code, was, now, "\n".join(lines))


class Breaks(cst.CSTVisitor):
    """All places of a module that the operators break. Types are no rules, and a text that explains is none."""

    def __init__(self, file: str, module: cst.Module) -> None:
        self.found: list[Place] = []
        self._file, self._module = file, module

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, NEVER):
            return False
        if isinstance(node, cst.Annotation):  # a limit such as Field(ge=0) is a rule, whatever stands around it
            for call in m.findall(node, m.Call()):
                call.visit(self)
            return False
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                others = list(operator(node))
                # One spelling of a broken text is enough of three.
                self._add(node, others[:1] if isinstance(node, cst.SimpleString) else others)
        if isinstance(node, cst.If | cst.While | cst.CompIf):
            self._add(node, [node.with_changes(test=_turned(node.test))])
        return True

    def _add(self, node: cst.CSTNode, others: list[cst.CSTNode]) -> None:
        self.found += [Place(self._file, self._module, node, other) for other in others]


def _turned(test: cst.BaseExpression) -> cst.BaseExpression:
    return cst.UnaryOperation(
        cst.Not(), test.with_changes(lpar=[cst.LeftParen(), *test.lpar], rpar=[*test.rpar, cst.RightParen()])
    )


def places(where: Path, what: str) -> list[Place]:
    """The places of `what` in a copy: a room such as "words", or one file of it such as "words/text.py"."""
    target = where / "kit" / what
    found: list[Place] = []
    files = sorted(target.rglob("*.py")) if target.is_dir() else [target]
    for path in files:
        named = path.relative_to(where)
        if any(one.as_posix() in _written()["left_out"] for one in (named, *named.parents)):
            continue
        module = cst.parse_module(path.read_text(encoding="utf-8"))
        breaks = Breaks(path.relative_to(where).as_posix(), module)
        module.visit(breaks)
        found += breaks.found
    return found


def copy(where: Path) -> Path:
    """The files of the checkout, as they are now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (where / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, where / name)
    return where


def _tests(where: Path, files: Sequence[str], seconds: int, loaded: Path | None = None) -> None:
    """In a process of its own: the tests in `files` of the copy `where`. The exit code is pytest's."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    out = os.open(where / LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.chdir(where)
    os.environ |= {"PYTHONPATH": str(where), "HYPOTHESIS_PROFILE": "mutants"}
    sys.path.insert(0, str(where))
    sys.dont_write_bytecode = loaded is None
    import pytest

    code = pytest.main([*PYTEST, *files])
    if loaded:
        loaded.write_text("\n".join(_foreign()))
    os._exit(int(code))


def _foreign() -> Iterator[str]:
    """The installed modules that are loaded: none of them is broken here, so that a process may begin with them."""
    for name, module in list(sys.modules.items()):
        origin = getattr(getattr(module, "__spec__", None), "origin", None)
        if origin and "site-packages" in origin and module.__spec__ and module.__spec__.name == name:
            yield name


def verdict(where: Path, files: Sequence[str], seconds: int) -> str:
    """ "killed" by the tests in `files`, "survived", or "timed out": in seconds of CPU, or ten times as many in all."""
    process = multiprocessing.get_context("forkserver").Process(target=_tests, args=(where, files, seconds))
    process.start()
    process.join(10 * seconds)
    if process.exitcode is None and process.pid:
        os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return "timed out"
    if process.exitcode in (-signal.SIGXCPU, -signal.SIGKILL):
        return "timed out"
    return "survived" if process.exitcode == 0 else "killed"


def whole(where: Path, room: str) -> tuple[int, list[str]]:
    """Seconds of CPU that the tests of a room may take, five times what they take on whole code; what they load."""
    before, loaded = resource.getrusage(resource.RUSAGE_CHILDREN), where / "loaded.txt"
    process = multiprocessing.get_context("spawn").Process(target=_tests, args=(where, [f"tests/{room}"], 600, loaded))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"{(where / LOG).read_text()}\nThe tests of {room} do not pass on whole code.")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return int(5 * (after.ru_utime - before.ru_utime)) + 5, loaded.read_text().split()


def tests_of(where: Path, file: str) -> list[str]:
    """The tests of a file's room, those of the file itself first, since they end the run the sooner."""
    _, room, name = file.split("/")
    own = Path("tests", room, f"test_{name}")
    return [*([own.as_posix()] if (where / own).is_file() else []), f"tests/{room}"]


def run(seconds: int, mutants: list[Mutant], copies: list[Path]) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with its verdict, as they come."""
    free: SimpleQueue[Path] = SimpleQueue()
    for where in copies:
        free.put(where)

    def one(mutant: Mutant) -> tuple[Mutant, str]:
        where = free.get()
        file = where / mutant.file
        code = file.read_bytes()
        file.write_text(mutant.code, encoding="utf-8")
        try:
            return mutant, verdict(where, tests_of(where, mutant.file), seconds)
        finally:
            file.write_bytes(code)
            free.put(where)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(one, mutants)


def room_of(what: str) -> str:
    return what.split("/")[0]


def equivalent(mutant: Mutant) -> bool:
    """Whether `mutants.toml` says that it is no break."""
    return any(_is_of(mutant, entry) for entry in _written()["equivalent"])


def _is_of(mutant: Mutant, entry: dict[str, str]) -> bool:
    """Whether it is such a change of such a line, in the file of the entry or, where it names none, in any."""
    here = entry.get("file", mutant.file) == mutant.file
    return here and mutant.was.replace(entry["was"], entry["now"]) == mutant.now


def unused(mutants: list[Mutant]) -> Iterator[str]:
    """The entries of `mutants.toml` on files of `mutants`, which are all there are, that no mutant is any more."""
    files = {mutant.file for mutant in mutants}
    for entry in _written()["equivalent"]:
        if entry.get("file") in files and not any(_is_of(mutant, entry) for mutant in mutants):
            yield f"mutants.toml: {entry['file']} has no “{entry['was']}” that becomes “{entry['now']}”. Take it out.\n"


@cache
def _written() -> dict[str, Any]:
    """`mutants.toml`: files and folders `left_out`, and `equivalent` changes, each with why."""
    return tomllib.loads((HERE / "mutants.toml").read_text(encoding="utf-8"))


def drawn(where: Path, what: str, sample: int | None, seed: int) -> list[Mutant]:
    """All mutants of `what`, or a sample of them, in the order of the code."""
    known = places(where, what)
    order = list(range(len(known)))
    if sample is not None:
        order = sorted(Random(f"{seed} {what}").sample(order, min(sample, len(known))))
    return [mutant for n in order if (mutant := known[n].mutant())]


def parts_of(where: Path, whats: Sequence[str], sample: int, seed: int) -> Counter[str]:
    """How many of a sample over all of `whats` fall to each: any mutant is as likely as any other."""
    every = [what for what in whats for _ in places(where, what)]
    return Counter(Random(f"{seed} {' '.join(whats)}").sample(every, min(sample, len(every))))


def report(what: str, seconds: int, mutants: list[Mutant], copies: list[Path]) -> float:
    """Run `mutants`, tell the survivors with their diff, and the score, 0 to 1."""
    asked = [mutant for mutant in mutants if not equivalent(mutant)]
    count: Counter[str] = Counter(equivalent=len(mutants) - len(asked))
    for mutant, how in run(seconds, asked, copies):
        count[how] += 1
        if how == "survived":
            sys.stdout.write(f"{mutant.diff}\n\n")
            sys.stdout.flush()
    share = (count["killed"] + count["timed out"]) / max(1, len(asked))
    told = ", ".join(f"{count[how]} {how}" for how in ("killed", "timed out", "survived", "equivalent"))
    sys.stdout.write(f"{what}: {share:.1%} of {len(asked)} ({told})\n\n")
    sys.stdout.flush()
    return share


def main() -> int:
    """1 where a room has too few that die."""
    parser = argparse.ArgumentParser(description="Which deliberate breaks no test notices.")
    parser.add_argument("what", nargs="*", default=ROOMS, metavar="ROOM", help="all if not given; or ROOM/FILE.py")
    parser.add_argument("--sample", type=int, help="as many mutants a room, drawn at random; all if not given")
    parser.add_argument("--together", action="store_true", help="the sample is one over all that is given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--least", type=float, default=0.9, help="the share of mutants that has to die in each room")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        first = copy(Path(folder) / "0")
        rooms = {room: whole(first, room) for room in dict.fromkeys(map(room_of, told.what))}
        copies = [first, *(shutil.copytree(first, Path(folder) / str(n)) for n in range(1, told.jobs))]
        loaded = dict.fromkeys(name for _, names in rooms.values() for name in names)
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(loaded))
        shares = []
        parts = parts_of(first, told.what, told.sample, told.seed) if told.sample and told.together else None
        for what in told.what:
            mutants = drawn(first, what, told.sample if parts is None else parts[what], told.seed)
            shares.append(report(what, rooms[room_of(what)][0], mutants, copies))
            if told.sample is None:
                sys.stdout.writelines(unused(mutants))
    return int(min(shares) < told.least)


if __name__ == "__main__":
    sys.exit(main())
