"""Imports and undos in any order, against a naive model: files as plain tables, laid over one another again each time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from kit.plan.plan import Plan
from kit.store.store import Store
from kit.store.tables import diary_files, diary_rejects, diary_repeats, diary_rows
from tests.store.diary_files import diary, row

Key = tuple[str, str]
Line = tuple[Key, str]  # what was answered about a key; "" is a blank row

KEYS: list[Key] = [("i1", "left"), ("i1", "left"), ("i1", "right"), ("i9", "left")]  # the plan has no i9
lines = st.tuples(st.sampled_from(KEYS), st.sampled_from(["done", "partial", "not_done", ""]))
files = st.lists(st.lists(lines, min_size=1, max_size=4), min_size=3, max_size=5)
steps = st.lists(st.tuples(st.sampled_from(["import", "import", "undo"]), st.integers(0, 9)), min_size=3, max_size=12)
LEFT = ("i1", "left")
CHAIN: list[list[Line]] = [[(LEFT, "done")], [(LEFT, "partial")], [(LEFT, "not_done")], [(LEFT, "partial")]]
IN_ALL = [("import", n) for n in range(3)]


@dataclass
class Naive:
    """The files that came in, each with what it says, and which were undone."""

    came: list[tuple[int, dict[Key, str]]] = field(default_factory=list)  # the file's place among those drawn
    undone: set[int] = field(default_factory=set)

    def in_force(self) -> dict[Key, str]:
        """Each standing file laid over those before it."""
        found: dict[Key, str] = {}
        for n, (_, says) in enumerate(self.came):
            if n not in self.undone:
                found |= says
        return found

    def stands(self, file: int) -> bool:
        return any(f == file and n not in self.undone for n, (f, _) in enumerate(self.came))

    def expected(self, file: list[Line]) -> tuple[dict[str, int], dict[Key, str]]:
        """The counts of a file that comes in now, and what it says."""
        answers: dict[Key, set[str]] = {}
        for key, answer in file:
            if answer and key[0] != "i9":
                answers.setdefault(key, set()).add(answer)
        says = {key: min(given) for key, given in answers.items() if len(given) == 1}
        now = self.in_force()
        kept = [key for key, answer in says.items() if now.get(key) != answer]
        return {"kept": len(kept), "corrected": sum(key in now for key in kept)}, says


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example(CHAIN, [*IN_ALL, ("undo", 2), ("undo", 1), ("undo", 0)])  # from the newest
@example(CHAIN, [*IN_ALL, ("undo", 1), ("undo", 1), ("undo", 0), ("import", 1)])  # out of the middle
@example(CHAIN, [("import", 0), ("import", 1), ("import", 3), ("undo", 1), ("undo", 1), ("undo", 0)])  # said again
@example(CHAIN, [("import", 1), ("import", 3), ("undo", 1), ("undo", 0), ("import", 0)])
@given(files, steps)
def test_in_force_is_what_the_standing_files_say(
    held: Store, issued: Plan, tmp_path: Path, drawn: list[list[Line]], todo: list[tuple[str, int]]
) -> None:
    """After each step: the rows in force are those of the standing files laid over one another in the order in which
    they came; each row below a header is kept, rejected, repeated or blank; nothing that came in is ever lost."""
    _empty(held)
    model, numbers = Naive(), list[int]()
    paths = [_file(tmp_path / f"{n}.csv", issued, n, file) for n, file in enumerate(drawn)]
    for what, at in todo:
        if what == "import":
            _import(held, model, numbers, paths, drawn, at % len(drawn))
        elif standing := [n for n in range(len(model.came)) if n not in model.undone]:
            _undo(held, model, numbers, standing[at % len(standing)])
        found = {(r.values["item_id"], r.values["side"]): r.values["status"] for r in held.diaries.rows(issued.code)}
        assert found == model.in_force()
    kept = sum(file.kept for file in held.diaries.files())
    rejected = sum(file.rejected for file in held.diaries.files())
    assert (_count(held, diary_rows), _count(held, diary_rejects)) == (kept, rejected)


def _import(
    store: Store, model: Naive, numbers: list[int], paths: list[Path], drawn: list[list[Line]], at: int
) -> None:
    file = drawn[at]
    made = store.diaries.bring_in(paths[at])
    assert made.is_known == model.stands(at)
    if made.is_known:
        return
    counts, says = model.expected(file)
    got = made.file
    assert got.kept + got.rejected + got.repeated + got.blank == len(file)
    assert {"kept": got.kept, "corrected": got.corrected} == counts
    assert [c.number for c in made.corrections] == [c.number for c in store.diaries.corrections(got.number)]
    assert len(made.corrections) == got.corrected
    refused = {reject.row - 2 for reject in store.diaries.rejects(got.number)}
    assert len(refused) == got.rejected
    assert all(file[n][0][0] == "i9" or file[n][0] not in says for n in refused)
    model.came.append((at, says))
    numbers.append(got.number)


def _undo(store: Store, model: Naive, numbers: list[int], n: int) -> None:
    before = model.in_force()
    done = store.diaries.undo(numbers[n])
    model.undone.add(n)
    after = model.in_force()
    assert done.withdrawn == sum(after.get(key) != answer for key, answer in before.items())
    assert done.restored == sum(before.get(key) != answer for key, answer in after.items())


def _file(path: Path, plan: Plan, n: int, file: list[Line]) -> Path:
    """Each file has bytes of its own: a plan's label is for people, and may differ."""
    rows: list[dict[str, Any]] = [
        row(plan, item, side, status=answer, plan_id=f"file {n}", exercise=f"row {at % 2}")
        for at, ((item, side), answer) in enumerate(file)
    ]
    return diary(path, rows)


def _empty(store: Store) -> None:
    with store.database.write() as connection:
        for table in (diary_repeats, diary_rejects, diary_rows, diary_files):
            connection.execute(delete(table))


def _count(store: Store, table: Any) -> int:
    with store.database.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()
