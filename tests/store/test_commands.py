"""`kit store`: what it prints, what it asks, and how it ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.library.library import Library
from kit.plan.document import write_plan
from kit.store.store import open_store
from tests.conftest import Kit
from tests.store.conftest import Clock
from tests.store.filled import contents, fill, plan_of


@pytest.fixture
def clinic(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    store = open_store(tmp_path / "clinic", who="tester", now=Clock())
    fill(store, tmp_path / "clinic", library)
    store.close()
    return tmp_path / "clinic"


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    store = open_store(folder, who="tester", now=Clock())
    try:
        return contents(store)
    finally:
        store.close()


def test_out_and_back(kit: Kit, clinic: Path) -> None:
    """A backup and an export, and each back into a new workspace."""
    before = rows(clinic)
    assert kit("store", "backup", "kept.db", "--workspace", clinic) == (0, "kept.db: 2 plans.\n", "")
    assert kit("store", "restore", "kept.db", "--workspace", "a") == (0, "kept.db: restored, 2 plans.\n", "")
    assert kit("store", "export", "out", "--workspace", clinic)[0] == 0
    assert kit("store", "import", "out", "--workspace", "b") == (0, "out: 2 plans.\n", "")
    taken = rows(Path("b"))
    *audit, last = taken.pop("audit")  # one line more: that it was taken in
    assert (audit, last[3]) == (before.pop("audit"), "took in an export")
    assert {name: kept for name, kept in taken.items() if name != "preferences"} == {
        name: kept for name, kept in before.items() if name != "preferences"
    }


def test_restore_over_what_is_there(kit: Kit, clinic: Path) -> None:
    """Refused without --replace; with it, what was there is named; a damaged store is named too."""
    kit("store", "backup", "kept.db", "--workspace", clinic)
    code, out, err = kit("store", "restore", "kept.db", "--workspace", clinic)
    assert (code, out) == (1, "")
    assert err.endswith("Add --replace; a backup of it is made first.\n")
    code, out, err = kit("store", "restore", "kept.db", "--workspace", clinic, "--replace")
    assert re.fullmatch(
        rf"{clinic}/clinic\.db\.before-restore-\d{{8}}T\d{{6}}Z: what was there before\.\nkept\.db: restored, 2 plans\.\n",
        out,
    )
    (clinic / "clinic.db").write_text("Dear diary", encoding="utf-8")
    for beside in clinic.glob("clinic.db-*"):
        beside.unlink()
    assert kit("store", "check", "--workspace", clinic) == (
        1,
        "",
        f"{clinic}/clinic.db: is no database, and is left as it is. "
        "Move the file away, or restore a backup: kit store restore.\n",
    )
    code, out, err = kit("store", "restore", "kept.db", "--workspace", clinic)
    assert re.fullmatch(
        rf"{clinic}/clinic\.db\.damaged-\d{{8}}T\d{{6}}Z: the damaged store, under this name now\.\nkept\.db: restored, 2 plans\.\n",
        out,
    )
    assert [path.read_text(encoding="utf-8") for path in clinic.glob("*damaged*")] == ["Dear diary"]


def test_where_there_is_no_store_none_is_made(kit: Kit, tmp_path: Path) -> None:
    """A wrong folder is told, and stays without a store."""
    for command in (("backup", "x"), ("export", "x"), ("check",), ("forget", "x")):
        assert kit("store", *command) == (
            1,
            "",
            "clinic.db: is not there. Name the folder that you open with kit lab: --workspace clinic.\n",
        )
    assert list(tmp_path.iterdir()) == []


def test_check_ends_with_the_faults(kit: Kit, clinic: Path) -> None:
    code, out, err = kit("store", "check", "--workspace", clinic)
    assert (code, out) == (1, "")
    assert err.count("nobody has decided on it") == len(err.splitlines()) == 2
    kit("store", "forget", "P-007", "--yes", "--workspace", clinic)
    kit("store", "forget", "P-0071", "--yes", "--workspace", clinic)
    assert kit("store", "check", "--workspace", clinic) == (0, f"{clinic}/clinic.db: 0 plans, no fault.\n", "")


def test_forgetting_asks_first(kit: Kit, clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what will go, and nothing goes without a yes; afterwards it says who still holds the patient."""
    before = rows(clinic)
    monkeypatch.setattr("typer.confirm", lambda _: False)
    code, out, err = kit("store", "forget", "P-007", "--workspace", clinic)
    assert code == 1
    assert re.fullmatch(
        r"Patient P-007 \([B-Z]{8}\)\. Plans: P-007 \([B-Z]{8}\)\.\n"
        r"Folders with handouts: 1\. Diary rows: 2\.\nNothing was removed\.\n",
        out,
    )
    assert {**rows(clinic), "preferences": []} == {**before, "preferences": []}
    code, out, err = kit("store", "forget", "P-007", "--yes", "--workspace", clinic)
    assert (code, err) == (0, "")
    assert out.splitlines()[2:] == [
        "Forgotten: 1 plan, 1 folder, 2 diary rows.",
        "Backups and exports that were made before still hold this patient. Delete them, or make them anew.",
    ]


def test_plan_files_come_in(kit: Kit, tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Single ones and a folder of them; one that is none is told, and the others are taken."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    (tmp_path / "files").mkdir()
    for number in (1, 2, 3):
        write_plan(plan_of(library, f"P-00{number}", number), tmp_path / f"files/{number}.json")
    Path("one.json").write_text("[", encoding="utf-8")
    assert kit("store", "import", "files", "one.json", "--workspace", "clinic") == (
        1,
        "3 of 4 plan files are in the store.\n",
        "one.json: is not JSON: Expecting value: line 1 column 2 (char 1). Save it again from the planner.\n",
    )
    assert sorted(str(row[2]) for row in rows(Path("clinic"))["plans"]) == ["P-001", "P-002", "P-003"]
