"""Plan files taken in: each once, nobody mixed up, none lost, and what contradicts itself is in the list twice."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from kit.library.library import Library
from kit.plan.document import to_document, write_plan
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.seal import seal_of
from kit.store.check import check
from kit.store.store import Store
from kit.store.tables import patients, taken_files
from kit.store.takein import take_files, take_in
from kit.store.workspace import Workspace
from tests.store.conftest import NOON, Clock, Opener
from tests.store.filled import contents, plan_of

START = dt.date(2026, 6, 1)


def first_format(plan: Plan) -> dict[str, Any]:
    """The plan as the first format had it: no codes, no seal, and the label in `replaces`."""
    data = json.loads(to_document(plan))
    for name in ("code", "patient_code", "seal"):
        data.pop(name, None)
    if plan.replaces:
        data["replaces"]["plan_id"] = plan.plan_id
    return {**data, "format": 1}


class Old:
    """A workspace from before the store."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder, self.library, self.number = folder, library, 0
        (folder / "plans").mkdir(parents=True)

    def put(self, plan: Plan, name: str | None = None, *, codes: bool = False) -> Path:
        path = self.folder / "plans" / (name or f"{plan.plan_id}.v{plan.version}.json")
        text = to_document(plan) if codes else json.dumps(first_format(plan))
        path.write_text(text, encoding="utf-8")
        self.number += 1
        os.utime(path, (self.number, self.number))
        return path

    def issued(self, plan: Plan) -> Plan:
        return finalised(resolve(plan, self.library), "A. Physio", plan.start)

    def bytes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "plans").iterdir() if path.is_file()}


@pytest.fixture
def old(tmp_path: Path, library: Library) -> Old:
    return Old(tmp_path / "clinic", library)


def said(store: Store, old: Old) -> list[str]:
    return [str(fault) for fault in take_in(store, old.folder)]


UNPROVEN = (
    "P-001.v1.json: is of format 1 and says that it is issued, and nothing proves that it is unchanged: it is read as "
    "a draft. Review it and issue it anew."
)


def _late(store: Store, old: Old, plan: Plan, *, codes: bool) -> tuple[Plan, list[Path]]:
    """The second version is taken in; the first one comes to its place afterwards."""
    first = old.issued(plan)
    next_one = first.new_version(dt.date(2026, 6, 15))
    old.put(old.issued(next_one.describe(patient="Anna") if codes else next_one), codes=codes)
    said(store, old)
    return first, [old.put(first, codes=codes)]


def labels(store: Store) -> list[tuple[str, str, tuple[int, ...], int | None]]:
    return [(p.plan_id, p.patient, p.issued, p.draft) for p in store.plans.recent()]


def test_versions_and_drafts_come_in_with_new_codes(store: Store, old: Old, library: Library) -> None:
    """A chain of versions stays one plan; content as in the files, sealed anew; files stay; nothing to check."""
    one = old.issued(plan_of(library, "P-001", 1))
    two = old.issued(one.new_version(dt.date(2026, 6, 15)))
    three = two.new_version(dt.date(2026, 6, 29)).adjust("i1", hold_s=45)
    for plan in (three, one, two):
        old.put(plan)
    old.put(plan_of(library, "P-002", 2))
    before = old.bytes()
    assert said(store, old) == []
    assert labels(store) == [("P-002", "P-002", (), 1), ("P-001", "P-001", (1, 2), 3)]
    code = store.plans.labelled("P-001")[0].code
    patient = store.plans.labelled("P-001")[0].patient_code
    assert code not in (one.code, store.plans.labelled("P-002")[0].code)
    for plan in (one, two, three):
        kept = store.open(code, plan.version).plan
        coded = plan.model_copy(update={"code": code, "patient_code": patient, "seal": None})
        assert kept == coded.model_copy(update={"seal": seal_of(coded) if plan.issued else None})
    assert old.bytes() == before
    assert check(store, old.folder) == []


def test_it_happens_once(opener: Opener, old: Old, library: Library) -> None:
    """A later start takes nothing in, though the plan was changed since and a file came to the folder."""
    old.put(plan_of(library, "P-001", 1))
    store = opener()
    said(store, old)
    held = store.open(store.plans.recent()[0].code)
    store.drafts.put(held, held.plan.adjust("i1", hold_s=45))
    old.put(plan_of(library, "P-002", 2))
    before = contents(store)
    assert said(opener(), old) == []
    assert contents(store) == before
    assert [str(fault) for fault in check(store, old.folder)] == [
        "plans/P-002.v1.json: is not in the store. Take it in: kit store import plans/P-002.v1.json"
    ]


def test_one_label_of_a_patient_is_one_patient(store: Store, old: Old, library: Library) -> None:
    """Two plans of "Anna" share a patient; two plans without a patient's label do not."""
    for number, (label, patient) in enumerate([("A-1", "Anna"), ("A-2", "Anna"), ("B-1", ""), ("B-2", "")], 1):
        old.put(plan_of(library, label, number, patient))
    said(store, old)
    codes = {p.plan_id: p.patient_code for p in store.plans.recent()}
    assert codes["A-1"] == codes["A-2"]
    assert len({codes["A-1"], codes["B-1"], codes["B-2"]}) == 3
    with store.database.read() as connection:
        assert len(connection.execute(select(patients)).all()) == 3


def test_a_label_of_two_patients_is_two_plans(store: Store, old: Old, library: Library) -> None:
    """Patients are never put together, though one label stood for both; that is told."""
    one = old.issued(plan_of(library, "P-001", 1, "Anna"))
    old.put(one)
    old.put(plan_of(library, "P-001", 2, "Bert"), "P-001.v1 of Bert.json")
    assert said(store, old) == [
        "plan P-001: is the label of plans of several patients (Anna, Bert); each is a plan of its own now. "
        "Give one of them another label."
    ]
    assert sorted(labels(store)) == [("P-001", "Anna", (1,), None), ("P-001", "Bert", (), 1)]
    assert len({p.patient_code for p in store.plans.recent()}) == 2


@pytest.mark.parametrize("name", ["P-001.v1_conflict.json", "P-001.v1 (Kopie).json", "A.json"])
@pytest.mark.parametrize("codes", [False, True])
def test_a_file_that_contradicts_is_a_plan_of_its_own(
    store: Store, old: Old, library: Library, name: str, codes: bool
) -> None:
    """The file that bears the plan's name goes on as that plan; the other one is beside it; both are named."""
    plan = plan_of(library, "P-001", 1)
    old.put(plan.adjust("i1", hold_s=60), name, codes=codes)
    old.put(plan, codes=codes)
    (told,) = said(store, old)
    main, other = sorted(
        store.plans.labelled("P-001"), key=lambda p: store.open(p.code).plan.item("i1").dose.hold_s or 0
    )
    assert told == (
        f"P-001.v1.json and {name}: both say that they are plan P-001 version 1, and differ: "
        "items.1.dose.hold_s: 60, was 30. "
        f"Both are in the list, as plans of their own ({main.code} and {other.code}): look at them, and go on with the right one."
    )
    assert store.open(main.code).plan.item("i1").dose.hold_s == 30
    assert main.patient_code == other.patient_code
    assert not codes or main.code == plan.code
    assert check(store, old.folder) == []


def test_a_contradiction_of_a_later_version_keeps_its_past(store: Store, old: Old, library: Library) -> None:
    """The plan of its own has the versions before, so that it can be read and gone on with."""
    one = old.issued(plan_of(library, "P-001", 1))
    two = one.new_version(dt.date(2026, 6, 15))
    old.put(one)
    old.put(old.issued(two))
    old.put(old.issued(two.adjust("i1", hold_s=60)), "P-001.v2_conflict.json")
    said(store, old)
    assert labels(store) == [("P-001", "P-001", (1, 2), None)] * 2
    for listed in store.plans.recent():
        newest = store.open(listed.code).plan
        assert store.before(newest) == store.open(listed.code, 1).plan
    assert check(store, old.folder) == []


def test_a_copy_that_says_the_same_is_one_plan(store: Store, old: Old, library: Library) -> None:
    plan = plan_of(library, "P-001", 1)
    old.put(plan)
    (old.folder / "plans" / "P-001.v1 (Kopie).json").write_text(
        json.dumps(first_format(plan), indent=1), encoding="utf-8"
    )
    assert said(store, old) == []
    assert len(store.plans.recent()) == 1
    assert check(store, old.folder) == []


def test_faulty_files_are_told_and_left(store: Store, old: Old, library: Library) -> None:
    """A broken file, a pipe and a gap between versions hide nothing else."""
    one = old.issued(plan_of(library, "P-001", 1))
    three = old.issued(old.issued(one.new_version(dt.date(2026, 6, 15))).new_version(dt.date(2026, 6, 29)))
    old.put(one)
    old.put(three)
    (old.folder / "plans" / "broken.json").write_text("[", encoding="utf-8")
    os.mkfifo(old.folder / "plans" / "pipe.json")
    assert said(store, old) == [
        "broken.json: is not JSON: Expecting value: line 1 column 2 (char 1). Save it again from the planner.",
        f"{old.folder}/plans/pipe.json: is no file. Give the name of a file, or take this one away.",
        "plan P-001: version 2 is missing. "
        "Look for the plan file, in a backup or with the patient, and take it in: kit store import FILE.",
    ]
    assert labels(store) == [("P-001", "P-001", (1, 3), None)]
    assert {path.name for path in (old.folder / "plans").iterdir()} == {
        "P-001.v1.json",
        "P-001.v3.json",
        "broken.json",
        "pipe.json",
    }


def test_a_draft_older_than_an_issued_version_is_told_and_left(store: Store, old: Old, library: Library) -> None:
    one = plan_of(library, "P-001", 1)
    two = old.issued(old.issued(one).new_version(dt.date(2026, 6, 15)))
    old.put(one)
    old.put(two)
    assert said(store, old)[0] == (
        "P-001.v1.json: is left: plan P-001: version 1, issued, is in the store. Open that one; nothing was taken in."
    )


def test_a_single_file_is_taken_in(opener: Opener, store: Store, old: Old, library: Library, tmp_path: Path) -> None:
    """A draft as a draft, an issued one sealed as it was, each once; another one in its place is told."""
    draft, issued = plan_of(library, "P-001", 1), old.issued(plan_of(library, "P-002", 2))
    paths = [tmp_path / "draft.json", tmp_path / "issued.json"]
    for plan, path in zip((draft, issued), paths, strict=True):
        write_plan(plan, path)
    for _ in range(2):
        assert take_files(opener(), paths, old.folder) == (2, [])
    assert store.open(draft.code).plan == draft
    assert store.open(issued.code).plan == issued
    write_plan(draft.adjust("i1", hold_s=45), paths[0])
    write_plan(old.issued(plan_of(library, "P-002", 2).adjust("i1", hold_s=45)), paths[1], over=True)
    count, faults = take_files(store, paths, old.folder)
    assert count == 0
    assert [str(fault) for fault in faults] == [
        "draft.json: is left: plan P-001: another draft of version 1 is in the store. "
        "Open that one; nothing was taken in.",
        "issued.json: is left: plan P-002: version 1 was issued otherwise here: items.1.dose.hold_s: 45, was 30. "
        "Keep one of the two; nothing was taken in.",
    ]
    assert store.open(draft.code).plan == draft


def test_a_version_that_comes_late_fills_the_gap(store: Store, old: Old, library: Library) -> None:
    """The file that was missing joins its plan, and changes no label of it."""
    first, paths = _late(store, old, plan_of(library, "P-009", 9), codes=True)
    assert take_files(store, paths, old.folder) == (1, [])
    assert sorted(labels(store)) == [("P-009", "Anna", (1, 2), None)]
    assert store.open(first.code, 1).plan == first


def test_a_late_version_of_the_first_format_proves_nothing(store: Store, old: Old, library: Library) -> None:
    """It says that it is issued, and is no more than a draft, for which there is no place before an issued one."""
    _, paths = _late(store, old, plan_of(library, "P-001", 1), codes=False)
    count, faults = take_files(store, paths, old.folder)
    assert (count, [str(fault) for fault in faults][:2]) == (
        0,
        [
            UNPROVEN,
            "P-001.v1.json: is left: plan P-001: version 1, issued, is in the store. "
            "Open that one; nothing was taken in.",
        ],
    )
    assert labels(store) == [("P-001", "P-001", (2,), None)]


def test_a_single_file_of_the_first_format_is_never_issued(store: Store, old: Old, library: Library) -> None:
    """Brought in by hand it is a draft, whatever it says; that is told once."""
    path = old.put(old.issued(plan_of(library, "P-001", 1)))
    count, faults = take_files(store, [path], old.folder)
    assert (count, [*map(str, faults)]) == (1, [UNPROVEN])
    assert labels(store) == [("P-001", "P-001", (), 1)]
    assert take_files(store, [path], old.folder) == (1, [])


def test_a_gap_before_a_draft_is_told(store: Store, old: Old, library: Library) -> None:
    """The draft counts as the newest version: what lies between it and those that were issued is missing."""
    one = old.issued(plan_of(library, "P-001", 1))
    three = old.issued(one.new_version(dt.date(2026, 6, 15))).new_version(dt.date(2026, 6, 29))
    for plan in (one, three):
        old.put(plan, codes=True)
    assert said(store, old) == [
        "plan P-001: version 2 is missing. "
        "Look for the plan file, in a backup or with the patient, and take it in: kit store import FILE."
    ]


def test_a_draft_that_was_issued_elsewhere_is_told(store: Store, old: Old, library: Library, tmp_path: Path) -> None:
    """It is not issued behind the back of who works on it."""
    plan = plan_of(library, "P-001", 1)
    held = store.drafts.begin(plan)
    write_plan(old.issued(plan), tmp_path / "issued.json")
    _, faults = take_files(store, [tmp_path / "issued.json"], old.folder)
    assert [str(fault) for fault in faults] == [
        "issued.json: is left: plan P-001: version 1 was issued elsewhere, and version 1 is a draft here. "
        "Issue it in one place; nothing was taken in."
    ]
    assert store.open(plan.code) == held


def test_the_workspace_opens_its_store(old: Old, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken in, and what has to be told, come with the store."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    old.put(plan_of(library, "P-001", 1))
    (old.folder / "plans" / "broken.json").write_text("[", encoding="utf-8")
    store, faults = Workspace(old.folder).store(who="tester", now=Clock())
    assert len(faults) == 1
    assert [p.plan_id for p in store.plans.recent()] == ["P-001"]
    store.close()


def test_codes_are_drawn_from_the_randomness_of_the_database(opener: Opener, old: Old, library: Library) -> None:
    """The same seed gives the same codes; what was taken in is noted by its path below the workspace."""
    from kit.plan.code import new_code

    old.put(plan_of(library, "P-001", 1))
    store = opener(seed=3)
    said(store, old)
    draws = Random(3)
    drawn = {new_code(draws) for _ in range(2)}
    listed = store.plans.recent()[0]
    assert {listed.code, listed.patient_code} == drawn
    with store.database.read() as connection:
        rows = connection.execute(select(taken_files.c.path, taken_files.c.code)).all()
    assert [tuple(row) for row in rows] == [("plans/P-001.v1.json", listed.code)]
    assert store.database.now() > NOON
