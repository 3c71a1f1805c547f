"""An import is there whole or not at all: killed, refused, or tried by two at one instant."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from kit.errors import ContentError, KitError
from kit.plan.plan import Plan
from kit.store.store import Store
from kit.store.tables import diary_rows
from tests.store.conftest import Opener
from tests.store.diary_files import diary, numbers, row, said


def test_what_is_no_diary_leaves_nothing(held: Store, tmp_path: Path) -> None:
    """A file of something else, or one that ends in the middle of a character, is refused as a whole."""
    path = tmp_path / "d.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ContentError):
        held.diaries.bring_in(path)
    assert held.diaries.files() == []


def test_one_row_of_a_key_is_in_force(held: Store, issued: Plan, tmp_path: Path) -> None:
    """The database itself refuses a second one."""
    held.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done")]))
    columns = ", ".join(c.name for c in diary_rows.c if c.name != "id")
    with pytest.raises(KitError), held.database.write() as connection:
        connection.execute(text(f"INSERT INTO diary_rows ({columns}) SELECT {columns} FROM diary_rows"))


KILLED = """
import datetime as dt, os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from kit.store import arrival
from kit.store.store import open_store

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

moment = sys.argv[3]
if moment == "written":
    added = arrival.add_rejects
    arrival.add_rejects = lambda *given: (added(*given), die())
store = open_store(Path(sys.argv[1]), who="child", now=lambda: dt.datetime.now(dt.UTC))
store.diaries.bring_in(sys.argv[2], progress=die if moment == "read" else None)
"""


@pytest.mark.parametrize("moment", ["read", "written"])
def test_a_killed_import_leaves_nothing(opener: Opener, issued: Plan, tmp_path: Path, moment: str) -> None:
    """Whether it was killed while it read, or with all its rows written and not yet in force; then it comes in."""
    store = opener()
    store.versions.take_in(issued)
    store.diaries.bring_in(diary(tmp_path / "a.csv", [row(issued, status="done")]))
    path = diary(tmp_path / "b.csv", [row(issued, status="partial"), row(issued, "i9", status="done")])
    child = [sys.executable, "-c", KILLED, str(tmp_path / "clinic"), str(path), moment]
    assert subprocess.run(child, check=False).returncode == -signal.SIGKILL
    assert [file.name for file in store.diaries.files()] == ["a.csv"]
    assert said(store, issued.code) == {("i1", "left", "2026-06-01"): ("done", None)}
    assert numbers(store.diaries.bring_in(path).file) == (1, 1, 0, 0, 1)


def test_of_two_who_import_a_file_at_one_instant_one_does(opener: Opener, issued: Plan, tmp_path: Path) -> None:
    """The other is told that it is there."""
    opener().versions.take_in(issued)
    path = diary(tmp_path / "d.csv", [row(issued, status="done")])
    gate = threading.Barrier(2)

    def one(store: Store) -> bool:
        def wait(*_: int) -> None:
            gate.wait(30)

        return store.diaries.bring_in(path, progress=wait).is_known

    with ThreadPoolExecutor() as pool:
        assert sorted(pool.map(one, [opener("one"), opener("two")])) == [False, True]
    assert len(opener().diaries.files()) == 1
