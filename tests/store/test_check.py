"""A look through the store names everything that is wrong, each with a mend, and changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from kit.library.library import Library
from kit.store.audit import note_import
from kit.store.check import check
from kit.store.store import Store, open_store
from tests.store.conftest import Clock, Opener
from tests.store.filled import contents, fill


def told(store: Store, workspace: Path) -> list[str]:
    return [str(fault) for fault in check(store, workspace)]


def test_everything_that_is_wrong_is_told_at_once(opener: Opener, tmp_path: Path, library: Library) -> None:
    """An altered version, a missing one, a changed and a missing handout file, edits nobody decided on."""
    store, workspace = opener(), tmp_path / "clinic"
    his, other = fill(store, workspace, library)
    (workspace / f"handouts/P-007-{his.code}/patient/diary.csv").write_text("other", encoding="utf-8")
    (workspace / f"handouts/P-0071-{other.code}/patient/diary.csv").unlink()
    with store.database.write() as connection:
        connection.execute(text("DELETE FROM versions WHERE code = :code"), {"code": other.code})
        connection.execute(
            text("UPDATE versions SET seal = :seal WHERE code = :code"), {"seal": "0" * 64, "code": his.code}
        )
    before = contents(store)
    handout = "is missing, or is not as it was made. Make the handout again; look what the patient has in hand."
    aside = "an edit by tester of 2026-06-01 lies beside it, and nobody has decided on it. Open the plan, and choose: theirs, yours, or a copy."
    folders = sorted([(his.code, "P-007"), (other.code, "P-0071")])
    assert told(store, workspace) == [
        f"store, version 1 of {his.code}: is not the one whose seal is kept. Restore a backup: kit store restore.",
        f"plan P-0071 ({other.code}): version 1 is missing. "
        "Look for the plan file, in a backup or with the patient, and take it in: kit store import FILE.",
        *(f"handouts/{label}-{code}/patient/diary.csv: {handout}" for code, label in folders),
        f"plan P-007 ({his.code}): {aside}",
        f"plan P-0071 ({other.code}): {aside}",
    ]
    assert contents(store) == before


def test_a_damaged_database_hides_nothing_else(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own findings are told, and the rest is looked through as far as it can be read."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    workspace = tmp_path / "clinic"
    store = open_store(workspace, who="tester", now=Clock())
    his, _ = fill(store, workspace, library)
    store.close()
    connection = sqlite3.connect(workspace / "clinic.db")
    connection.execute("DELETE FROM scores")
    connection.execute("DELETE FROM patients WHERE code = ?", [his.patient_code])
    connection.commit()
    connection.close()
    (workspace / f"handouts/P-007-{his.code}/patient/diary.csv").unlink()
    store = open_store(workspace, who="tester", now=Clock())
    found = told(store, workspace)
    store.close()
    assert found[0] == (
        f"{workspace / 'clinic.db'}: is damaged: plans has a row without its patients. "
        "Restore a backup: kit store restore. The damaged file is kept."
    )
    assert any(f"handouts/P-007-{his.code}" in line for line in found[1:])


def test_a_plan_under_another_patient_is_told(store: Store, tmp_path: Path, library: Library) -> None:
    """Before somebody forgets one patient and loses another one's plan."""
    his, other = fill(store, tmp_path / "clinic", library)
    with store.database.write() as connection:
        connection.execute(
            text("UPDATE plans SET patient_code = :other WHERE code = :code"),
            {"other": other.patient_code, "code": his.code},
        )
    assert (
        f"plan {his.code}: version 1 was issued for another patient than the store has the plan under. "
        "Restore a backup: kit store restore. Forget nobody before."
    ) in told(store, tmp_path / "clinic")


def test_a_missing_table_is_named(store: Store, tmp_path: Path) -> None:
    with store.database.write() as connection:
        connection.execute(text("DROP TABLE edits"))
    assert f"{store.database.where}: has no table edits. Restore a backup: kit store restore." in told(store, tmp_path)


def test_handouts_that_never_came_along_are_not_missed(opener: Opener, tmp_path: Path, library: Library) -> None:
    """An export holds none: after it was taken in elsewhere nobody looks for them there. One that was made there since,
    and one that lies there and was changed, is told as ever."""
    store, workspace, elsewhere = opener(), tmp_path / "clinic", tmp_path / "elsewhere"
    his, _ = fill(store, workspace, library)
    assert not any("handouts/" in line for line in told(store, workspace))
    assert any("handouts/" in line for line in told(store, elsewhere))
    note_import(store.database)
    assert not any("handouts/" in line for line in told(store, elsewhere))
    folder = elsewhere / f"handouts/P-007-{his.code}"
    (folder / "patient").mkdir(parents=True)
    assert any(f"handouts/P-007-{his.code}/" in line for line in told(store, elsewhere))
    store.handouts.made(store.open(his.code).plan, "handouts/new", {"a.pdf": b"1"})
    assert any("handouts/new/a.pdf" in line for line in told(store, elsewhere))
