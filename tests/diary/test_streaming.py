"""Reading in batches: the same rows as at once, with flat memory, from CSV files and workbooks alike."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import os
import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from kit.diary.columns import COLUMNS
from kit.diary.read import read_diary
from kit.diary.source import look_at
from kit.diary.streaming import read_rows
from kit.diary.template import diary_csv
from kit.errors import ContentError, MachineError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue


@pytest.fixture
def rows(four: Plan, library: Library, words: Catalogue) -> list[list[str]]:
    text = diary_csv(resolve(four, library), words).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def write(path: Path, rows: list[list[str]], times: int = 1) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(rows[0])
        for _ in range(times):
            writer.writerows(rows[1:])
    return path


def test_batches(rows: list[list[str]], four: Plan, tmp_path: Path) -> None:
    """Batches of any size give the rows in order, tell how far they are, and end at the end of the file."""
    path = write(tmp_path / "d.csv", rows)
    batches = list(read_rows(path, lambda _: [four], size=50))
    assert [len(batch.rows) for batch in batches] == [50, 50, 50, 50, 24]
    assert [row.number for batch in batches for row in batch.rows] == list(range(2, 226))
    assert {batch.bytes_total for batch in batches} == {path.stat().st_size}
    assert [batch.bytes_read for batch in batches] == sorted(batch.bytes_read for batch in batches)
    assert batches[-1].bytes_read == path.stat().st_size
    first = batches[0].rows[0]
    assert first.cells == tuple(rows[1])
    assert first.values["date"] == dt.date(2026, 6, 1)


def test_only_a_header(rows: list[list[str]], tmp_path: Path) -> None:
    """There is always a batch, so that what is wrong with the header is told."""
    (batch,) = read_rows(write(tmp_path / "d.csv", [[*rows[0], "pain"]]))
    assert (batch.rows, batch.rejects, batch.repeated, batch.blank) == ([], [], 0, 0)
    assert "the column “pain” is not part of a diary" in str(batch.faults[0])


def test_repeated_and_blank(rows: list[list[str]], four: Plan, tmp_path: Path) -> None:
    """A row that stands already is repeated, one without anything blank; a refused one is refused each time."""
    odd = [*rows[1][:3], "i99", *rows[1][4:]]
    path = write(tmp_path / "d.csv", [rows[0], rows[1], [], rows[1], ["", " "], odd, odd])
    (batch,) = read_rows(path, lambda _: [four])
    assert (len(batch.rows), batch.repeated, batch.blank, [r.row for r in batch.rejects]) == (1, 1, 2, [6, 7])
    assert list(map(str, batch.faults)) == [
        "d.csv, row 4: is the same entry as row 2. It is counted once; delete one of them."
    ]
    diary = read_diary(path, [four])
    assert (len(diary.rows), diary.repeated, diary.blank, len(diary.rejects)) == (1, 1, 2, 2)


def test_memory_is_flat(rows: list[list[str]], four: Plan, tmp_path: Path) -> None:
    """Four times the rows take no more memory."""
    peaks = []
    for times in (60, 240):
        path = write(tmp_path / f"{times}.csv", rows, times)
        tracemalloc.start()
        count = sum(len(batch.rows) + batch.repeated for batch in read_rows(path, lambda _: [four], size=1_000))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count == times * (len(rows) - 1)
    assert peaks[1] < 1.2 * peaks[0]


def test_cells_beside_the_columns(rows: list[list[str]], tmp_path: Path) -> None:
    """A column without a name is told once where something stands in it; a cell beyond the header refuses its row."""
    header, *lines = rows[:5]
    wide = [[*lines[0], ""], [*lines[1], "5"], [*lines[2], "6"], [*lines[3], "", "lost"]]
    diary = read_diary(write(tmp_path / "d.csv", [[*header, ""], *wide]))
    assert list(map(str, diary.faults)) == [
        "d.csv, row 1: column 31 without a name is not part of a diary and is ignored. "
        "Move what you need into the column “note”."
    ]
    assert list(map(str, diary.rejects)) == [
        "row 5: it has 32 cells, and the header has 31. Put a text that holds the separator in quotation marks."
    ]


@pytest.mark.parametrize("before", range(5))
def test_the_order_of_dates_is_looked_for(before: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A date with slashes is seen wherever a piece of the file ends; a file of other dates is read without a search."""
    monkeypatch.setattr("kit.diary.source.PIECE", 5)
    monkeypatch.setattr("kit.diary.source._check_lines", lambda *_: None)
    path = tmp_path / "d.csv"
    path.write_text(f"date,note\n{'x' * before},13/06/2026\n", encoding="utf-8")
    assert look_at(path).may_tell_order
    path.write_text("date,note\n2026-06-13,18:30+02:00\n", encoding="utf-8")
    assert not look_at(path).may_tell_order


def test_the_order_of_dates_is_found(rows: list[list[str]], tmp_path: Path) -> None:
    at = list(COLUMNS).index("date")
    dated = [[*row[:at], f"{day}/06/2026", *row[at + 1 :]] for row, day in zip(rows[1:4], (1, 13, 2), strict=True)]
    diary = read_diary(write(tmp_path / "d.csv", [rows[0], *dated]))
    assert [day.day for day in diary.rows["date"]] == [1, 13, 2]


def test_a_file_that_ends_within_a_character(rows: list[list[str]], tmp_path: Path) -> None:
    """It is no UTF-8, and is read as Windows-1252."""
    path = write(tmp_path / "d.csv", rows[:2])
    path.write_bytes(path.read_bytes().rstrip().removesuffix(b",,,") + b"caf\xc3")
    assert read_diary(path).rows["note"].tolist() == ["cafÃ"]


def test_digest(rows: list[list[str]], tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", rows, 40)  # more than one piece
    assert look_at(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_changes_while_it_is_read(rows: list[list[str]], tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", rows)
    batches = read_rows(path, size=50)
    next(batches)
    with path.open("ab") as file:
        file.write(b"\r\n")
    with pytest.raises(ContentError) as caught:
        list(batches)
    assert str(caught.value) == "d.csv: was changed while it was read. Read it again."


def test_only_regular_files(tmp_path: Path) -> None:
    """A named pipe is refused at once, and nobody waits for it."""
    os.mkfifo(tmp_path / "d.csv")
    with pytest.raises(MachineError) as caught:
        read_diary(tmp_path / "d.csv")
    assert str(caught.value) == f"{tmp_path / 'd.csv'}: is no file. Give the name of a file, or take this one away."


def test_a_line_without_end(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(b"plan_code," * 300_000)
    with pytest.raises(ContentError) as caught:
        read_diary(path)
    assert str(caught.value) == (
        "d.csv: has a line of more than a million characters. Use the diary file that came with the handout."
    )


def test_a_workbook(rows: list[list[str]], four: Plan, tmp_path: Path) -> None:
    """Cells with types of their own are read as the same rows in a CSV file: days, numbers, serial numbers."""
    book = openpyxl.Workbook()
    book.active.append(["Notes of mine"])
    sheet = book.create_sheet("Diary")
    sheet.append(rows[0])
    at = {name: n for n, name in enumerate(COLUMNS)}
    dates: list[object] = [dt.datetime(2026, 6, 1), dt.date(2026, 6, 1), 46174, "01.06.26"]
    for row, date in zip(rows[1:5], dates, strict=True):
        cells: list[object] = [int(cell) if cell.isdigit() else cell or None for cell in row]
        cells[at["date"]], cells[at["status"]], cells[at["pain_worst"]] = date, "✓", 3.0
        cells[at["started_at"]], cells[at["load_kg"]] = dt.time(18, 30), 2.5
        cells[at["note"]] = 2e16  # a whole number, which comes out of a workbook as a float
        sheet.append(cells)
    sheet.append([None, "  "])
    path = tmp_path / "d.xlsx"
    book.save(path)
    diary = read_diary(path, [four])
    assert (diary.rejects, diary.faults, diary.blank) == ((), (), 1)
    assert diary.rows["date"].tolist() == [dt.datetime(2026, 6, 1)] * 4
    assert diary.rows["status"].tolist() == ["done"] * 4
    assert diary.rows[["pain_worst", "load_kg"]].values.tolist() == [[3, 2.5]] * 4
    assert diary.rows["started_at"].tolist() == ["2026-06-01T18:30:00"] * 4
    assert diary.rows["note"].tolist() == ["20000000000000000"] * 4


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_broken_workbook(rows: list[list[str]], tmp_path: Path, share: float) -> None:
    """One that was cut, or another archive, is refused in plain words."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "d.xlsx"
    book.save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ContentError) as caught:
        read_diary(path)
    assert str(caught.value) == (
        "d.xlsx: is a workbook or an archive, not a CSV file. Open it in a spreadsheet and save it as CSV UTF-8."
    )
    at = len(content) // 3
    path.write_bytes(content[:at] + bytes(reversed(content[at : at + 400])) + content[at + 400 :])
    with pytest.raises(ContentError) as caught:
        read_diary(path)
    assert "d.xlsx: is a workbook" in str(caught.value)
