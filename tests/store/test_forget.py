"""A patient forgotten is nowhere any more, and nobody else has lost anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.audit import trail
from kit.store.check import check
from kit.store.forget import forget, look
from kit.store.store import Store
from kit.store.tables import diary_files, diary_rejects, diary_rows
from tests.store.conftest import Opener
from tests.store.filled import SECRET, contents, fill, plan_of


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "clinic"


def gone(store: Store, workspace: Path, word: str) -> list[str]:
    return [str(fault) for fault in forget(store.database, workspace, look(store.database, word)).faults]


def refused(store: Store, word: str) -> str:
    with pytest.raises(KitError) as caught:
        look(store.database, word)
    return str(caught.value)


def with_old_file(workspace: Path, store: Store, his: Plan) -> None:
    """His plan file of before the store, as it was taken in."""
    from kit.store.tables import taken_files
    from kit.store.takein import digest_of

    path = workspace / "plans" / "P-007.v1.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"plan_id": "P-007", "note": SECRET}), encoding="utf-8")
    with store.database.write() as connection:
        connection.execute(taken_files.update().values(digest=digest_of(path)).where(taken_files.c.code == his.code))


def test_no_file_of_the_workspace_holds_him(opener: Opener, workspace: Path, library: Library) -> None:
    """Neither label nor code nor a note of his is in any byte of any file, in any row, or in a name; by any spelling."""
    store = opener()
    his, _ = fill(store, workspace, library)
    with_old_file(workspace, store, his)
    assert gone(store, workspace, "P-007") == []
    words = [SECRET, his.code, his.patient_code, his.code[:4]]
    if store.database.is_sqlite:
        with store.database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA freelist_count").scalar() == 0
    rows = str(contents(store))
    assert [word for word in words if word in rows] == []
    assert "P-007" not in rows.replace("P-0071", "")
    for path in workspace.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found = [word for word in words if word.encode() in content or word in path.name]
        assert (path, found) == (path, [])
        assert content.replace(b"P-0071", b"").count(b"P-007") == 0
        assert "P-007" not in path.name.replace("P-0071", "")


def test_nobody_else_has_lost_anything(opener: Opener, workspace: Path, library: Library) -> None:
    """The other patient's rows are the same, row by row, and his handout as it was made."""
    store = opener()
    his, other = fill(store, workspace, library)
    before = contents(store)
    gone(store, workspace, his.patient_code)
    after = contents(store)
    for table in ("drafts", "versions", "asides", "handouts", "edits", "plans", "patients"):
        assert after[table] == [row for row in before[table] if his.code not in row and his.patient_code not in row]
    assert after["preferences"] == [row for row in before["preferences"] if his.code not in row[1]]
    assert [fault for fault in check(store, workspace) if "handout" in fault.where] == []
    assert (workspace / f"handouts/P-0071-{other.code}/patient/diary.csv").is_file()


def test_the_trail_keeps_that_somebody_was_forgotten(opener: Opener, workspace: Path, library: Library) -> None:
    store = opener()
    _, other = fill(store, workspace, library)
    gone(store, workspace, "P-007")
    lines = trail(store.database)
    assert (lines[0].what, lines[0].code, lines[0].patient_code) == ("a patient was forgotten", None, None)
    assert [line.what for line in lines[1:] if line.code is None] == ["imported P-0071-diary.csv"]
    assert {line.code for line in lines} == {None, other.code}


def test_shared_diary_files_keep_what_is_others(opener: Opener, workspace: Path, library: Library) -> None:
    """His rows go, and rejected rows that are his or nobody's; the file's numbers say what is left of it."""
    store = opener()
    _, other = fill(store, workspace, library)
    gone(store, workspace, "P-007")
    with store.database.read() as connection:
        rows = connection.execute(select(diary_rows.c.number, diary_rows.c.code).order_by(diary_rows.c.id)).all()
        rejects = list(connection.execute(select(diary_rejects.c.cells).order_by(diary_rejects.c.id)).scalars())
        columns = (diary_files.c.name, diary_files.c.kept, diary_files.c.rejected)
        files = connection.execute(select(*columns).order_by(diary_files.c.id)).all()
    assert [tuple(row) for row in rows] == [(2, other.code), (3, other.code), (5, other.code)]
    assert rejects == [json.dumps([other.code, "x"]), json.dumps(["y"])]
    assert [tuple(row) for row in files] == [("shared.csv", 2, 1), ("P-0071-diary.csv", 1, 1)]


def test_a_reason_that_names_him_goes_too(opener: Opener, workspace: Path, library: Library) -> None:
    """Whatever file the row came in, and though its cells do not say whose it is."""
    store = opener()
    fill(store, workspace, library)
    row = {"id": 9, "file_id": 3, "number": 9, "cells": '["z"]', "why": "week 9 is not in version 1 of plan P-007."}
    with store.database.write() as connection:
        connection.execute(diary_rejects.insert().values(row))
    gone(store, workspace, "P-007")
    with store.database.read() as connection:
        left = list(connection.execute(select(diary_rejects.c.cells).where(diary_rejects.c.file_id == 3)).scalars())
    assert left == [json.dumps(["y"])]


def test_who_is_meant_has_to_be_clear(opener: Opener, workspace: Path, library: Library) -> None:
    """A label of two patients, a plan's label, and nobody's are refused, each with the codes to choose from."""
    store = opener()
    one, two = plan_of(library, "A-1", 1, "Anna"), plan_of(library, "A-2", 2, "Anna")
    for plan in (one, two):
        store.drafts.begin(plan)
    codes = " and ".join(sorted([one.patient_code, two.patient_code]))
    assert refused(store, "Anna") == (
        f"patient: “Anna” is the label of 2 patients: {codes}. Give the code of the one that you mean."
    )
    assert refused(store, "A-1") == (
        f"patient: “A-1” is no patient's label or code, but a plan's. Give the patient's code: {one.patient_code}."
    )
    assert refused(store, "Bert") == (
        "patient: “Bert” is no patient's label or code in this store. Copy it from the list of plans."
    )
    spelt = f"{one.patient_code[:4]}-{one.patient_code[4:].lower()}"
    assert look(store.database, spelt).plans == {one.code: "A-1"}


def test_what_still_names_him_is_named(opener: Opener, workspace: Path, library: Library) -> None:
    """Backups in the workspace, files of hers, a folder outside, a template: told, and left to her."""
    store = opener()
    his, _ = fill(store, workspace, library)
    store.preferences.keep("template", "knee", {"for": "P-007"})
    store.handouts.made(his, "../elsewhere", {})
    (workspace / "clinic.db.before-2026").write_text(f"…{his.code}…", encoding="utf-8")
    (workspace / "letter to p-007.txt").write_text("Dear", encoding="utf-8")
    for name in ("P-0071.txt", "XP-007.txt"):
        (workspace / name).write_text("another", encoding="utf-8")
    assert gone(store, workspace, "P-007") == [
        "../elsewhere: is left: it is not in the workspace. Delete what is his by hand.",
        "your template “knee”: still names the patient. Change it, or delete it.",
        f"{workspace / 'clinic.db.before-2026'}: still names the patient. Look at it, and delete it if it is not needed.",
        f"{workspace / 'letter to p-007.txt'}: still names the patient. Look at it, and delete it if it is not needed.",
    ]


def test_a_folder_of_two_patients_is_left(opener: Opener, workspace: Path, library: Library) -> None:
    store = opener()
    his, other = fill(store, workspace, library)
    for plan in (his, other):
        store.handouts.made(plan, "handouts/both", {})
    (workspace / "handouts/both").mkdir()
    assert gone(store, workspace, "P-007") == [
        "handouts/both: is left: it holds another patient's handout too. Delete what is his by hand."
    ]
    assert (workspace / "handouts/both").is_dir()


def test_a_plan_that_went_to_another_patient_keeps_no_step_of_his(
    opener: Opener, workspace: Path, library: Library
) -> None:
    """Steps of undo in which it was his are gone, the present state stays, and can be gone on with."""
    store = opener()
    his, theirs = plan_of(library, "P-007", 7), plan_of(library, "P-008", 8)
    store.drafts.begin(his)
    moved = his.model_copy(update={"code": theirs.code, "plan_id": "P-008"})
    held = store.drafts.begin(moved)
    held = store.drafts.put(held, moved.adjust("i1", note=SECRET))
    held = store.drafts.put(held, theirs)
    assert held.plan.patient_code == theirs.patient_code
    gone(store, workspace, his.patient_code)
    held = store.open(theirs.code)
    assert (held.plan, held.can_undo) == (theirs, False)
    assert his.patient_code not in str(contents(store))
    assert store.drafts.undo(store.drafts.put(held, theirs.adjust("i1", hold_s=45))).plan == theirs


def test_who_else_has_the_store_open_is_told(opener: Opener, workspace: Path, library: Library) -> None:
    """While another program reads, the log cannot be emptied: he is out, and it is said when he is overwritten."""
    store, reader = opener(), opener()
    if not store.database.is_sqlite:
        pytest.skip("PostgreSQL's server keeps its log itself")
    fill(store, workspace, library)
    with store.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=10")
    with reader.database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM plans").all()
        told = gone(store, workspace, "P-007")
    assert told == [
        f"{workspace / 'clinic.db'}: he is out of the store, but not yet overwritten on the disk: another program holds it. "
        "Close all programs that use the store; the last one overwrites it."
    ]
    store.close()
    reader.close()
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in workspace.glob("clinic.db*"))


def test_another_plan_in_the_place_of_his_file_is_left(opener: Opener, workspace: Path, library: Library) -> None:
    """A file that holds something else since it was taken in may be another patient's."""
    store = opener()
    his, _ = fill(store, workspace, library)
    with_old_file(workspace, store, his)
    path = workspace / "plans" / "P-007.v1.json"
    path.write_text("another patient's plan", encoding="utf-8")
    assert gone(store, workspace, "P-007") == [
        f"{path}: still names the patient. Look at it, and delete it if it is not needed."
    ]
    assert path.read_text(encoding="utf-8") == "another patient's plan"
