"""A backup holds everything, goes back into either database, and nothing is lost on the way."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.store.backup import backup, restore
from kit.store.held import ConflictError
from kit.store.outlet import appearing
from kit.store.store import Store, open_store
from kit.store.tables import REVISION
from tests.store.conftest import Clock, Opener
from tests.store.filled import contents, fill, plan_of


def put_back(opener: Opener, folder: Path, file: Path, *, replace: bool = False) -> str:
    """Restore into the store of this test; what the kit said of it."""
    try:
        done = restore(folder, file, replace=replace, who="tester", now=Clock(), url=os.environ.get("KIT_DATABASE"))
    except KitError as error:
        return str(error)
    return f"{done.backup and done.backup.name}, {done.damaged and done.damaged.name}"


def but_the_trail(store: Store) -> dict[str, list[object]]:
    """Everything, without the line that says that it was restored."""
    found = contents(store)
    return {**found, "audit": [line for line in found["audit"] if "restored" not in line[3]]}


@pytest.fixture
def kept(opener: Opener, tmp_path: Path, library: Library) -> tuple[Path, dict[str, list[object]]]:
    """A backup of a store with everything in it, and what was in it."""
    store = opener()
    fill(store, tmp_path / "clinic", library)
    backup(store.database, tmp_path / "kept.db", tmp_path / "clinic")
    return tmp_path / "kept.db", contents(store)


def test_a_backup_is_one_private_file_that_any_sqlite_reads(kept: tuple[Path, dict[str, list[object]]]) -> None:
    """No log beside it, nobody else may read it, nothing hidden is left, and it is whole."""
    path, rows = kept
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.glob("*kept*")] == ["kept.db"]
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert {name: len(rows[name]) for name in rows} == {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in rows
    }
    connection.close()


def test_it_goes_into_an_empty_store_of_either_kind(
    kept: tuple[Path, dict[str, list[object]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opener: Opener
) -> None:
    """A backup of either database gives equal rows in a new SQLite store; and again in the store that it came from."""
    path, rows = kept
    assert put_back(opener, tmp_path / "clinic", path, replace=True).startswith("clinic.db.before-restore-2026")
    assert {**but_the_trail(opener()), "plans": []} == {**rows, "plans": []}
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    assert put_back(opener, tmp_path / "new", path) == "None, None"
    store = open_store(tmp_path / "new", who="tester", now=Clock())
    assert but_the_trail(store) == rows
    assert len(contents(store)["audit"]) == len(rows["audit"]) + 1
    store.close()


def test_a_restored_store_goes_on_counting(
    kept: tuple[Path, dict[str, list[object]]], tmp_path: Path, opener: Opener, library: Library
) -> None:
    """What is added after a restore does not collide with what was put back."""
    put_back(opener, tmp_path / "clinic", kept[0], replace=True)
    store = opener()
    plan = plan_of(library, "P-100", 100)
    held = store.drafts.begin(plan)
    store.handouts.made(held.plan, "handouts/new", {})
    store.drafts.put(held, plan.adjust("i1", hold_s=50))
    with pytest.raises(ConflictError):
        store.drafts.put(held, plan.adjust("i1", hold_s=60))


def test_a_store_that_holds_something_is_replaced_only_if_asked(
    kept: tuple[Path, dict[str, list[Any]]], tmp_path: Path, opener: Opener, library: Library
) -> None:
    """Else it stays as it is; and what was there before lies beside it as a backup that can be restored."""
    store = opener()
    store.drafts.begin(plan_of(library, "P-100", 100))
    before = contents(store)
    assert put_back(opener, tmp_path / "clinic", kept[0]) == (
        f"{store.database.where}: holds plans already, and is left as it is. "
        "Add --replace; a backup of it is made first."
    )
    assert contents(store) == before
    said = put_back(opener, tmp_path / "clinic", kept[0], replace=True)
    assert {p.code for p in opener().plans.recent()} == {row[0] for row in kept[1]["plans"]}
    put_back(opener, tmp_path / "clinic", tmp_path / "clinic" / said.split(",")[0], replace=True)
    assert {**but_the_trail(opener()), "plans": []} == {**before, "plans": []}


def test_an_edit_from_before_the_restore_overwrites_nothing(opener: Opener, tmp_path: Path, library: Library) -> None:
    """Who had a plan open when it was restored is told, however many edits came since: no revision comes twice."""
    store = opener()
    plan = plan_of(library, "P-007", 7)
    held = store.drafts.begin(plan)
    backup(store.database, tmp_path / "kept.db", tmp_path / "clinic")
    held = store.drafts.put(held, plan.adjust("i1", hold_s=45))
    put_back(opener, tmp_path / "clinic", tmp_path / "kept.db", replace=True)
    since = store.open(plan.code)
    while since.revision < held.revision:
        since = store.drafts.put(since, since.plan.adjust("i1", hold_s=50 + since.revision))
    with pytest.raises(ConflictError):
        store.drafts.put(held, held.plan.adjust("i1", hold_s=55))
    assert store.open(plan.code) == since


def test_a_backup_is_never_written_over_a_file(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(KitError) as caught:
        backup(opener().database, tmp_path / "mine.txt", tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / 'mine.txt'}: is there already, and is left as it is. Choose another name."
    )
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "broken", ["text", "short", "inside", "orphans", "empty", "foreign", "newer", "folder", "missing"]
)
def test_what_is_no_backup_is_refused(
    kept: tuple[Path, dict[str, list[object]]], tmp_path: Path, opener: Opener, broken: str
) -> None:
    """With the file named and the present store untouched, also with --replace."""
    path, rows = kept
    said = _break(path, broken)
    mend = "Give a file that kit store backup has made."
    assert put_back(opener, tmp_path / "clinic", path, replace=True) == f"{path}: {said.replace('MEND', mend)}"
    assert contents(opener()) == rows
    assert not list((tmp_path / "clinic").glob(".restore*"))
    assert not list((tmp_path / "clinic").glob("*before*"))


def _break(path: Path, how: str) -> str:
    content = path.read_bytes()
    if how == "text":
        path.write_text("Dear diary")
        return "is no database. MEND"
    if how == "short":
        path.write_bytes(content[: len(content) // 2])
        return "is cut short: the end of the file is missing. MEND"
    if how == "inside":
        path.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])
        return "it is damaged. Restore a backup: kit store restore. The damaged file is left as it is."
    if how == "orphans":
        connection = sqlite3.connect(path)
        connection.executescript("DELETE FROM scores; DELETE FROM patients")
        connection.commit()
        connection.close()
        return "is damaged: plans has a row without its patients. MEND"
    path.unlink()
    if how == "empty":
        path.touch()
        return "is empty: all that was in it is missing. MEND"
    if how == "folder":
        path.mkdir()
        return "is no file. MEND"
    if how == "foreign":
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.close()
        return "holds tables of another program (bookmarks). Name a database of its own for the kit."
    if how == "newer":
        path.write_bytes(content)
        connection = sqlite3.connect(path)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()
        return (
            f"has schema 9999, and this kit knows up to {REVISION}: a newer kit has made it. "
            "Install the newer kit; nothing was changed."
        )
    return "is not there. MEND"


@pytest.mark.parametrize("broken", ["text", "short", "inside", "orphans"])
def test_a_damaged_store_is_renamed_and_replaced(
    tmp_path: Path, library: Library, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup takes its place without further ado; the damaged file keeps every byte under a new name."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    folder = tmp_path / "clinic"
    store = open_store(folder, who="tester", now=Clock())
    fill(store, folder, library)
    backup(store.database, tmp_path / "kept.db", tmp_path / "clinic")
    rows = contents(store)
    store.close()
    _break(folder / "clinic.db", broken)
    damaged = (folder / "clinic.db").read_bytes()
    done = restore(folder, tmp_path / "kept.db", replace=False, who="tester", now=Clock())
    assert done.damaged is not None
    assert done.damaged.name.startswith("clinic.db.damaged-2026")
    assert done.damaged.read_bytes() == damaged
    store = open_store(folder, who="tester", now=Clock())
    assert but_the_trail(store) == rows
    store.close()
    assert stat.S_IMODE((folder / "clinic.db").stat().st_mode) == 0o600


def test_a_damaged_store_is_told_and_gives_no_backup(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup that could not be restored is not made."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    store = open_store(tmp_path / "clinic", who="tester", now=Clock())
    fill(store, tmp_path / "clinic", library)
    store.close()
    path = tmp_path / "clinic" / "clinic.db"
    connection = sqlite3.connect(path)
    connection.executescript("DELETE FROM scores; DELETE FROM patients")
    connection.commit()
    connection.close()
    store = open_store(tmp_path / "clinic", who="tester", now=Clock())
    with pytest.raises(KitError) as caught:
        backup(store.database, tmp_path / "kept.db", tmp_path / "clinic")
    assert str(caught.value).splitlines()[0] == (
        f"{path}: is damaged: plans has a row without its patients. "
        "Restore a backup: kit store restore. The damaged file is kept."
    )
    assert not (tmp_path / "kept.db").exists()
    store.close()


def test_what_killed_backups_left_is_swept(opener: Opener, tmp_path: Path) -> None:
    """Of this name and of others; other programs' hidden files stay."""
    for name in (".kept.db.outgoing", ".other.db.outgoing", ".kept.db.outgoing-wal", ".mine.part"):
        (tmp_path / name).write_text("half of it", encoding="utf-8")
    (tmp_path / ".out.outgoing").mkdir()
    backup(opener().database, tmp_path / "kept.db", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "clinic") == [".mine.part", "kept.db"]


def test_what_a_killed_restore_left_is_swept(kept: tuple[Path, dict[str, list[object]]], opener: Opener) -> None:
    """The next restore takes its copy away with its own."""
    path, _ = kept
    folder = path.parent / "clinic"
    (folder / ".restore").mkdir()
    for name in ("clinic.db", "clinic.db-wal", "notes"):
        (folder / ".restore" / name).write_text("half of a copy", encoding="utf-8")
    assert put_back(opener, folder, path, replace=True).startswith("clinic.db.before-restore-2026")
    assert not list(folder.glob(".restore*"))


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_name_that_is_taken_meanwhile_stays_as_it_is(tmp_path: Path, is_folder: bool) -> None:
    """Somebody else's file of that name is not replaced, and nothing hidden is left."""
    target = tmp_path / "kept"
    with pytest.raises(KitError) as caught, appearing(target) as part:  # noqa: PT012 (the end of the block raises)
        part.mkdir() if is_folder else part.write_text("ours", encoding="utf-8")
        target.write_text("theirs", encoding="utf-8")
    assert str(caught.value) == f"{target}: is there already, and is left as it is. Choose another name."
    assert target.read_text(encoding="utf-8") == "theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_one_program_at_a_time_writes_under_a_name(tmp_path: Path) -> None:
    """The second is told, and sweeps nothing of the first's away."""
    target = tmp_path / "kept"
    with appearing(target) as part:
        part.write_text("ours", encoding="utf-8")
        with pytest.raises(KitError) as caught, appearing(target):
            raise AssertionError("two at once")
        with appearing(tmp_path / "other") as other:
            other.write_text("other", encoding="utf-8")
    assert str(caught.value) == (
        f"{target}: another program holds it. Close the other program, or try again in a minute."
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "other"]
