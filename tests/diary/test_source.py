"""A diary file looked at once: what it is, and how its records are to be read."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kit.diary import workbook
from kit.diary.columns import COLUMNS, REQUIRED
from kit.diary.source import HEAD, PIECE, Source, look_at
from kit.diary.streaming import BATCH, numbered, read_rows
from kit.diary.workbook import is_workbook, sheet_rows
from kit.errors import ContentError

HEADER = ",".join(COLUMNS)


def look(folder: Path, content: bytes, name: str = "d.csv") -> Source:
    (folder / name).write_bytes(content)
    return look_at(folder / name)


@pytest.mark.parametrize(
    ("content", "encoding", "separator", "said"),
    [
        (HEADER.encode(), "utf-8-sig", ",", False),
        (HEADER.replace(",", ";").encode(), "utf-8-sig", ";", False),
        (HEADER.replace(",", "\t").encode("utf-16"), "utf-16", "\t", False),
        (b"sep=;\r\n" + HEADER.replace(",", ";").encode(), "utf-8-sig", ";", True),
        (HEADER.encode() + b"\n\xe9", "cp1252", ",", False),
        (b"", "utf-8-sig", ",", False),
    ],
)
def test_what_a_text_is(tmp_path: Path, content: bytes, encoding: str, separator: str, said: bool) -> None:
    """Its encoding, separator, size and digest; nothing of it is read yet."""
    found = look(tmp_path, content)
    assert (found.encoding, found.separator, found.has_separator_line) == (encoding, separator, said)
    assert (found.path, found.name, found.size) == (tmp_path / "d.csv", "d.csv", len(content))
    assert (found.sha256, found.position) == (hashlib.sha256(content).hexdigest(), 0)


@pytest.mark.parametrize(
    ("content", "tells"),
    [
        (b"13/06/2026", True),
        (b"13-06-2026", True),
        (b"2026-06-13", False),
        (b"13.06.2026", False),
        (b"/206", False),
        ("x".encode("utf-16"), True),
    ],
)
def test_what_may_tell_the_order_of_dates(tmp_path: Path, content: bytes, tells: bool) -> None:
    """A year behind a slash or a hyphen; in a workbook or in UTF-16, which are not looked through, it always may."""
    assert look(tmp_path, content).may_tell_order is tells
    book = openpyxl.Workbook()
    book.save(tmp_path / "d.xlsx")
    found = look_at(tmp_path / "d.xlsx")
    assert (found.encoding, found.may_tell_order, found.separator) == (None, True, ",")


@pytest.mark.parametrize(("line", "refused"), [(PIECE - 1, False), (PIECE, True)])
def test_a_line_of_a_million_characters(tmp_path: Path, line: int, refused: bool) -> None:
    """A piece of the file without an end of line is none of a diary, whichever sign ends lines."""
    assert (PIECE, HEAD, BATCH) == (1_048_576, 65_536, 5_000)
    if refused:
        with pytest.raises(ContentError, match=r"^d\.csv: has a line of more than a million characters\."):
            look(tmp_path, b"x" * line)
    else:
        assert look(tmp_path, b"x" * line).size == line
    for end in (b"\n", b"\r"):
        assert look(tmp_path, b"x" * (PIECE - 1) + end + b"y").size == PIECE + 1


def test_how_far_it_is_read(tmp_path: Path) -> None:
    """Told every thousand records, at the end the whole size, and from the beginning when it is read again."""
    found = look(tmp_path, "\n".join([HEADER, *["P,1"] * 2_500]).encode())
    for _ in range(2):
        records = found.records()
        next(records)
        first = found.position
        assert 0 < first < found.size
        rest = [found.position for _ in records]
        assert rest == sorted(rest)
        assert len({first, *rest}) <= 4
        assert found.position == found.size


def test_a_file_that_was_changed_since_it_was_looked_at(tmp_path: Path) -> None:
    """It is not read to its end, also where its size is the same."""
    found = look(tmp_path, HEADER.encode())
    (tmp_path / "d.csv").write_bytes(HEADER.upper().encode())
    os.utime(tmp_path / "d.csv", (1, 1))
    with pytest.raises(ContentError) as caught:
        list(found.records())
    assert str(caught.value) == "d.csv: was changed while it was read. Read it again."
    found = look(tmp_path, HEADER.encode() + b"\nx")
    (tmp_path / "d.csv").write_bytes(HEADER.encode() + b"\n\xff")
    with pytest.raises(ContentError) as caught:
        list(found.records())
    assert str(caught.value) == "d.csv: was changed while it was read. Read it again."


def test_records_are_numbered_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    """From 1 with the first line; what is empty above the header is passed over."""
    header, records = numbered(look(tmp_path, f"\n,,\n{HEADER}\nP,1\n\nP,2\n".encode()))
    assert header.columns["plan_code"] == 0
    assert [(number, cells) for number, (cells, _) in records] == [(4, ["P", "1"]), (5, []), (6, ["P", "2"])]
    with pytest.raises(ContentError, match=r"has no column plan_code"):
        numbered(look(tmp_path, b""))


def test_what_is_told_with_the_first_batch_is_told_once(tmp_path: Path) -> None:
    """What is wrong with the header; each batch then tells its own."""
    lines = [f"{HEADER},zzz", *["BCDFGHJF,,1,i1,1,2026-06-01,1,,,left,,,3" + "," * 15 + str(n) for n in range(4)]]
    (tmp_path / "d.csv").write_text("\n".join(lines), encoding="utf-8")
    batches = list(read_rows(str(tmp_path / "d.csv"), size=2))
    assert [len(batch.faults) for batch in batches] == [3, 2]
    assert "zzz" in str(batches[0].faults[0])
    assert [batch.bytes_total for batch in batches] == [(tmp_path / "d.csv").stat().st_size] * 2


# Workbooks


def save(path: Path, *sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_cells_of_a_workbook_as_text(tmp_path: Path) -> None:
    """Whole numbers without a point, days and times as they are written in a diary, nothing for an empty cell."""
    cells = [3.0, 2.5, True, None, dt.date(2026, 6, 1), dt.datetime(2026, 6, 1, 18, 30), dt.time(18, 30), "a", 7]
    path = save(tmp_path / "d.xlsx", [cells, [None, None], ["x", None]])
    said = ["3", "2.5", "True", "", "2026-06-01T00:00:00", "2026-06-01T18:30:00", "18:30:00", "a", "7"]
    assert list(sheet_rows(path, "d.xlsx")) == [(pytest.approx(1 / 3), said), (pytest.approx(2 / 3), []), (1.0, ["x"])]


def test_what_no_text_may_hold_is_shown() -> None:
    """A sign that would end a text becomes the picture of it."""
    assert workbook._text("a\x00b") == "a␀b"


def test_the_sheet_of_the_diary(tmp_path: Path) -> None:
    """The first one that names what a diary must have in one of its first five rows, in cells or in one; else the first."""
    names = list(REQUIRED[1:])
    for head in ([names], [["x"]] * 4 + [names], [[",".join(REQUIRED)]]):
        path = save(tmp_path / "d.xlsx", [["notes"]], head)
        assert list(sheet_rows(path, "d.xlsx"))[-1][1] == head[-1]
    for head in ([["x"]] * 5 + [names], [names[1:]], [[",".join(REQUIRED[1:])]]):
        path = save(tmp_path / "d.xlsx", [["notes"]], head)
        assert [cells for _, cells in sheet_rows(path, "d.xlsx")] == [["notes"]]


def test_a_workbook_of_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused before it is read; up to the limit it is read."""
    path = save(tmp_path / "d.xlsx", [["text"]])
    assert workbook.MAX_TEXTS == 200_000_000
    size = 1_500
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", " " * size)
    monkeypatch.setattr(workbook, "MAX_TEXTS", size)
    assert len(list(sheet_rows(path, "d.xlsx"))) == 1
    monkeypatch.setattr(workbook, "MAX_TEXTS", size - 1)
    with pytest.raises(ContentError) as caught:
        list(sheet_rows(path, "d.xlsx"))
    assert str(caught.value) == (
        f"d.xlsx: is a workbook with {size:,} bytes of text. Open it in a spreadsheet and save it as CSV UTF-8."
    )


def test_what_is_no_workbook(tmp_path: Path) -> None:
    """Another archive, a broken one, a text; the name of the file says nothing."""
    path = save(tmp_path / "d.csv", [["text"]])
    assert is_workbook(path.read_bytes()[:4], path)
    assert not is_workbook(b"plan", path)
    path.write_bytes(b"PK\x03\x04 and nothing")
    assert not is_workbook(b"PK\x03\x04", path)
    assert not is_workbook(b"PK\x03\x04", tmp_path / "no.xlsx")
    (tmp_path / "e.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(ContentError) as caught:
        list(sheet_rows(tmp_path / "e.xlsx", "e.xlsx"))
    assert str(caught.value) == (
        "e.xlsx: is a workbook that cannot be read. Open it in a spreadsheet and save it as CSV UTF-8."
    )
