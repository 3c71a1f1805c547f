"""Diaries come in: whole or not at all, matched by code, each row once, each refused row kept with its reason."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, text

from kit.adherence.measure import measure
from kit.diary.read import frame, read_diary
from kit.errors import ContentError, KitError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.template import template
from kit.store.audit import trail
from kit.store.diaries import DiaryFile
from kit.store.incoming import MOST
from kit.store.store import Store
from kit.store.tables import diary_rows
from tests.store.conftest import Opener
from tests.store.diary_files import diary, row

START = dt.date(2026, 6, 1)
KEEP = "Keep the right one."


@pytest.fixture
def held(store: Store, issued: Plan) -> Store:
    """A store with the founding four, issued."""
    store.versions.take_in(issued)
    return store


def numbers(file: DiaryFile) -> tuple[int, int, int, int, int]:
    return file.kept, file.rejected, file.repeated, file.blank, file.corrected


def said(store: Store, code: str) -> dict[tuple[str, str, str], tuple[str | None, int | None]]:
    """Status and worst pain by item, side and day."""
    found = [r.values for r in store.diaries.rows(code)]
    told = {(v["item_id"], v["side"], str(v["date"])): (v["status"], v["pain_worst"]) for v in found}
    assert len(told) == len(found)
    return told


def fault(call: Callable[..., object], *args: object, **named: object) -> str:
    with pytest.raises(KitError) as caught:
        call(*args, **named)
    return str(caught.value)


def other_plan(library: Library, plan_id: str, patient: str) -> Plan:
    plan = template("knee-glute-stretches").plan(library, plan_id, START, patient)
    return finalised(plan, "A. Physio", START, library)


def test_a_row_comes_back_as_the_reader_gives_it(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Every answer, the day or the week; what was printed for people alone is missing."""
    full = {
        "status": "partial", "sets_done": 1, "reps_done": 2, "reps_last_set": 1, "hold_done_s": 20, "load_kg": 2.5,
        "pain_before": 0, "pain_worst": 5, "pain_after": 3, "pain_next_morning": 1, "effort": 6, "reason": "tired",
        "help_sign": "none", "started_at": "2026-06-01T18:30:00", "logged_at": "2026-06-01T19:00:00+02:00", "note": "é\n",
    }  # fmt: skip
    path = diary(tmp_path / "d.csv", [row(issued, **full), row(issued, day="", side="right", status="done")])
    assert numbers(held.diaries.bring_in(path).file) == (2, 0, 0, 0, 0)
    from_file = read_diary(path, [issued]).rows.reset_index(drop=True)
    from_store = frame(held.diaries.rows(issued.code)).sort_index().reset_index(drop=True)
    assert from_store.equals(from_file.assign(exercise_id=from_store["exercise_id"]))


def test_the_store_counts_as_the_file_does(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Adherence of the rows in the store is that of the file, its blank rows too."""
    status = ["done", "done", "not_done", "", "partial"]
    rows = [
        row(issued, item, side, f"2026-06-{day:02}", status=status[(day + n) % 5])
        for day in range(1, 8)
        for n, (item, side) in enumerate((i.item_id, s) for i in issued.items for s in ("left", "right"))
    ]
    path = diary(tmp_path / "d.csv", rows)
    made = held.diaries.bring_in(path).file
    assert made.blank == sum(not r["status"] for r in rows)
    assert made.kept + made.blank == len(rows)
    as_of = dt.date(2026, 6, 7)
    from_store = measure([issued], frame(held.diaries.rows(issued.code)), as_of)
    assert from_store == measure([issued], read_diary(path, [issued]).rows, as_of)


def test_the_same_file_brings_nothing(opener: Opener, issued: Plan, tmp_path: Path) -> None:
    """Whatever its name; it says when it was imported, and by whom."""
    opener().versions.take_in(issued)
    path = diary(tmp_path / "d.csv", [row(issued, status="done")])
    first = opener("one").diaries.bring_in(path)
    again = opener("two").diaries.bring_in(path.rename(tmp_path / "copy.csv"))
    assert again.is_known
    assert again.file == first.file
    assert again.file.by == "one"
    assert opener().diaries.files() == [first.file]


def test_a_file_that_overlaps_keeps_each_row_once(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Equal answers are repeated, new rows are kept, other answers are a correction that names the old row."""
    one = [row(issued, side=side, status="done", pain_worst=3) for side in ("left", "right")]
    two = [one[0], {**one[1], "status": "partial", "pain_worst": 4, "note": "a \x1b"}, row(issued, "i2", status="done")]
    held.diaries.bring_in(diary(tmp_path / "june.csv", one))
    made = held.diaries.bring_in(diary(tmp_path / "july.csv", two))
    assert numbers(made.file) == (2, 0, 1, 0, 1)
    assert [str(c) for c in made.corrections] == [
        "row 3: corrects row 3 of june.csv, item i1 right on 2026-06-01, slot 1: "
        "status “done” is now “partial”; pain_worst 3 is now 4; note blank is now “a ␛”."
    ]
    assert said(held, issued.code) == {
        ("i1", "left", "2026-06-01"): ("done", 3),
        ("i1", "right", "2026-06-01"): ("partial", 4),
        ("i2", "left", "2026-06-01"): ("done", None),
    }
    with held.database.read() as connection:
        stored = {r.id: r for r in connection.execute(select(diary_rows))}
    assert len(stored) == 4
    (correction,) = (r for r in stored.values() if r.replaces)
    assert (stored[correction.replaces].status, stored[correction.replaces].in_force) == ("done", None)


@pytest.mark.parametrize("between", [0, 12_000])
def test_two_answers_in_one_file_are_both_refused(held: Store, issued: Plan, tmp_path: Path, between: int) -> None:
    """However far apart; each is kept as a rejected row with its cells, and a row that says it again is repeated."""
    one, other = row(issued, status="done"), row(issued, status="not_done")
    third = row(issued, "i2", status="done")
    rows = [one, third, *[{"plan_code": "", "week": 1}] * between, other, {**third, "exercise": "Other words"}]
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", rows))
    last = 4 + between
    assert numbers(made.file) == (1, 2 + between, 1, 0, 0)
    found = {reject.row: reject for reject in held.diaries.rejects(made.file.number)}
    assert len(found) == 2 + between
    assert found[2].why == f"row {last} answers differently for the same exercise, session and side. {KEEP}"
    assert found[last].why == f"row 2 answers differently for the same exercise, session and side. {KEEP}"
    assert [found[n].cells[11] for n in (2, last)] == ["done", "not_done"]
    assert said(held, issued.code) == {("i2", "left", "2026-06-01"): ("done", None)}
    assert len(made.rejects) == min(2 + between, MOST)


def test_what_the_plan_does_not_have_is_refused_by_name(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Another plan, item or version; the cells are kept as they stood, and each reason says what is wrong."""
    stranger = {**row(issued, status="done"), "plan_code": "BCDFGHJF"}
    rows = [stranger, row(issued, "i9", status="done"), row(issued, plan_version=9, status="done")]
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", rows))
    assert numbers(made.file) == (0, 3, 0, 0, 0)
    rejects = held.diaries.rejects(made.file.number)
    assert [r.why for r in rejects] == [
        "plan_code: no plan here has the code BCDFGHJF. Use the diary of this plan.",
        "item i9 is not in version 1 of plan P-001. It has i1, i2, i3, i4.",
        "plan P-001 has no version 9. It has 1.",
    ]
    assert rejects[1].cells[:4] == (issued.code, "P-001", "1", "i9")
    assert held.diaries.rows(issued.code) == []


@pytest.mark.parametrize("label", ["7", "3-Apr"])
def test_a_label_that_a_spreadsheet_changed_costs_nothing(
    held: Store, issued: Plan, tmp_path: Path, label: str
) -> None:
    path = diary(tmp_path / "d.csv", [row(issued, status="done", plan_id=label)])
    assert numbers(held.diaries.bring_in(path).file) == (1, 0, 0, 0, 0)


def test_lines_in_one_cell_are_read(held: Store, issued: Plan, tmp_path: Path) -> None:
    """A spreadsheet that does not know the separator puts each line into one cell, and the status behind it."""
    path = diary(tmp_path / "d.csv", [row(issued), row(issued, side="right")])
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f'"{lines[0]}";', *(f'"{line}";done' for line in lines[1:])]), encoding="utf-8")
    made = held.diaries.bring_in(path)
    assert numbers(made.file) == (2, 0, 0, 0, 0)
    assert {status for status, _ in said(held, issued.code).values()} == {"done"}
    assert made.faults_in_all == len(made.faults) == 1


def test_rows_of_a_draft_wait_for_it_to_be_issued(store: Store, four: Plan, library: Library, tmp_path: Path) -> None:
    """They are refused with the mend; once the plan is issued the same file brings them, and nothing else."""
    draft = store.drafts.begin(four.describe(context=Context(red_flags_screened=START)))
    path = diary(tmp_path / "d.csv", [row(four, status="done"), row(four, "i9", status="done")])
    first = store.diaries.bring_in(path)
    assert numbers(first.file) == (0, 2, 0, 0, 0)
    assert first.rejects[0].why == ("version 1 of plan P-001 is a draft. Issue the plan, and import the file again.")
    assert store.diaries.bring_in(path).is_known
    store.versions.issue(draft, library, "A. Physio", START)
    assert numbers(store.diaries.bring_in(path).file) == (1, 1, 0, 0, 0)
    assert store.diaries.bring_in(path).is_known
    assert len(store.diaries.files()) == 2


def test_the_same_file_again_never_goes_over_a_correction(
    held: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """A file that was refused in part brings, when it comes again, what was refused alone."""
    other = other_plan(library, "P-002", "P-002")
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), row(other, status="done")])
    held.diaries.bring_in(path)
    held.diaries.bring_in(diary(tmp_path / "e.csv", [row(issued, status="partial")]))
    held.versions.take_in(other)
    again = held.diaries.bring_in(path)
    assert numbers(again.file) == (1, 0, 1, 0, 0)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("partial", None)}


def test_the_patient_narrows_down(held: Store, issued: Plan, library: Library, tmp_path: Path) -> None:
    """Rows of another patient's plan are refused by name; a label that nobody has is refused at once."""
    other = other_plan(library, "P-002", "Second")
    held.versions.take_in(other)
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), row(other, status="done")])
    made = held.diaries.bring_in(path, patient="P-001")
    assert numbers(made.file) == (1, 1, 0, 0, 0)
    assert made.rejects[0].why == (
        "version 1 of plan P-002 is for patient Second, not for P-001. Bring it in for the right patient."
    )
    assert held.diaries.rows(other.code) == []
    assert fault(held.diaries.bring_in, path, patient="P-9") == (
        "patient: nobody in this store has the label “P-9”. Write the label as it stands in the plan."
    )


def test_without_a_code_label_and_version_say_which_plan(
    held: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """Where one plan has them. Two plans: refused with their codes, unless the patient or the version tells."""
    old = diary(tmp_path / "old.csv", [row(issued, status="done")], without=("plan_code",))
    assert numbers(held.diaries.bring_in(old).file) == (1, 0, 0, 0, 0)
    namesake = other_plan(library, "P-001", "Second")
    two = namesake.new_version(START + dt.timedelta(days=14))
    held.versions.take_in(namesake)
    held.versions.take_in(finalised(two, "A. Physio", START, library))
    one = row(issued, side="right", status="done")
    second = {**one, "plan_version": 2, "date": "2026-06-15", "week": 1}
    path = diary(tmp_path / "d.csv", [one, second], without=("plan_code",))
    made = held.diaries.bring_in(path)
    codes = ", ".join(sorted((issued.code, namesake.code)))
    assert [r.why for r in made.rejects] == [
        f"plan_id: 2 plans have the label P-001: {codes}. Write the right one into a column plan_code."
    ]
    assert [r.values["plan_version"] for r in held.diaries.rows(namesake.code)] == [2]
    assert numbers(held.diaries.bring_in(path, patient="P-001").file)[0] == 1
    assert len(held.diaries.rows(issued.code)) == 2


def test_undo_takes_back_and_the_file_may_come_again(held: Store, issued: Plan, tmp_path: Path) -> None:
    """What it corrected counts again; it is undone once; the list shows both."""
    held.diaries.bring_in(diary(tmp_path / "a.csv", [row(issued, status="done")]))
    path = diary(tmp_path / "b.csv", [row(issued, status="partial"), row(issued, "i2", status="done")])
    second = held.diaries.bring_in(path).file
    undone = held.diaries.undo(second.number)
    assert (undone.withdrawn, undone.restored, undone.file.undone_at is None) == (2, 1, False)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("done", None)}
    assert fault(held.diaries.undo, second.number) == (
        f"diary: number {second.number} (b.csv) is undone already. Look at the list: kit diary list."
    )
    assert fault(held.diaries.undo, 99) == "diary: there is no import number 99. Look at the list: kit diary list."
    assert numbers(held.diaries.bring_in(path).file) == (2, 0, 0, 0, 1)
    assert [f.name for f in held.diaries.files()] == ["b.csv", "b.csv", "a.csv"]


def test_import_and_undo_are_in_the_trail(held: Store, issued: Plan, tmp_path: Path) -> None:
    number = held.diaries.bring_in(diary(tmp_path / "a.csv", [row(issued, status="done")])).file.number
    held.diaries.undo(number)
    assert [entry.what for entry in trail(held.database, 2)] == [
        f"undid the import of diary a.csv (number {number})",
        f"imported diary a.csv (number {number}): 1 kept, 0 rejected, 0 repeated, 0 blank, 0 corrected",
    ]


def test_what_is_no_diary_leaves_nothing(held: Store, tmp_path: Path) -> None:
    """A file of something else, or one that ends in the middle of a character, is refused as a whole."""
    path = tmp_path / "d.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ContentError):
        held.diaries.bring_in(path)
    assert held.diaries.files() == []


def test_progress_is_told(held: Store, issued: Plan, tmp_path: Path) -> None:
    """In bytes, rising, up to the end of the file."""
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), *[{"plan_code": "", "week": 1}] * 12_000])
    told: list[tuple[int, int]] = []
    held.diaries.bring_in(path, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == 3
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


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
