"""Diaries come in: whole or not at all, matched by code, each row once, each refused row kept with its reason."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from kit.adherence.measure import measure
from kit.diary.read import frame, read_diary
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.audit import trail
from kit.store.incoming import MOST
from kit.store.store import Store
from kit.store.tables import diary_rows
from tests.store.conftest import Opener
from tests.store.diary_files import Answered, diary, fault, numbers, row, said

START = dt.date(2026, 6, 1)
KEEP = "Keep the right one."


def test_a_row_comes_back_as_the_reader_gives_it(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Every answer, the day or the week; what was printed for people alone is missing."""
    full: Answered = {
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


def test_lines_in_one_cell_are_read(held: Store, issued: Plan, tmp_path: Path) -> None:
    """A spreadsheet that does not know the separator puts each line into one cell, and the status behind it."""
    path = diary(tmp_path / "d.csv", [row(issued), row(issued, side="right")])
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f'"{lines[0]}";', *(f'"{line}";done' for line in lines[1:])]), encoding="utf-8")
    made = held.diaries.bring_in(path)
    assert numbers(made.file) == (2, 0, 0, 0, 0)
    assert {status for status, _ in said(held, issued.code).values()} == {"done"}
    assert made.faults_in_all == len(made.faults) == 1


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


def test_progress_is_told(held: Store, issued: Plan, tmp_path: Path) -> None:
    """In bytes, rising, up to the end of the file."""
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), *[{"plan_code": "", "week": 1}] * 12_000])
    told: list[tuple[int, int]] = []
    held.diaries.bring_in(path, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == 3
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


def test_rows_that_differ_in_one_part_are_rows_of_their_own(
    held: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """Version, item, side, day, slot, and the week where no day is given: none of them corrects another."""
    two = issued.new_version(START + dt.timedelta(days=7))
    held.versions.take_in(finalised(resolve(two, library), "A. Physio", two.start))
    one = row(issued, day="2026-06-02", status="done")
    changed: tuple[Answered, ...] = (
        {},
        {"item_id": "i2"},
        {"side": "right"},
        {"date": "2026-06-03"},
        {"slot": 2},
    )
    undated = [{**one, "date": "", "week": week, "plan_version": number} for week, number in ((1, 1), (2, 1), (1, 2))]
    rows = [*({**one, **change, "effort": n} for n, change in enumerate(changed)), *undated]
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", rows))
    assert numbers(made.file) == (8, 0, 0, 0, 0)
