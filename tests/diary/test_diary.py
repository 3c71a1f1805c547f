"""The diary: what goes home blank comes back as it was meant, or is refused with the reason."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diary.cells import from_spreadsheet, spreadsheet_safe
from kit.diary.columns import ANSWERS, COLUMNS, REQUIRED
from kit.diary.dates import day, order_of
from kit.diary.entries import has_entries
from kit.diary.read import Diary, frame, read_diary
from kit.diary.template import diary_csv
from kit.diary.values import CellError
from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.code import derived_code
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.words.catalogue import Catalogue

CODE = derived_code("P-001")
ROW = {
    **dict.fromkeys(COLUMNS, ""),
    "plan_code": CODE,
    "plan_id": "P-001",
    "plan_version": "1",
    "item_id": "i1",
    "week": "1",
    "date": "2026-06-01",
    "slot": "1",
    "side": "left",
}


def write(path: Path, *rows: dict[str, str], separator: str = ",", encoding: str = "utf-8-sig") -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read(folder: Path, *changes: dict[str, str]) -> Diary:
    return read_diary(write(folder / "diary.csv", *({**ROW, **change} for change in changes)))


def test_template_read_back_is_blank(four: Plan, library: Library, words: Catalogue, tmp_path: Path) -> None:
    """A diary that nobody wrote in has no rejects, no faults and no answers; each has its day."""
    plan = four.adjust("i2", schedule=Schedule(days_a_week=3)).adjust("i3", sides="both")
    path = tmp_path / "diary.csv"
    path.write_bytes(diary_csv(resolve(plan, library), words))
    diary = read_diary(path)
    assert (diary.rejects, diary.faults) == ((), ())
    assert diary.rows[list(ANSWERS)].isna().all(axis=None)
    assert list(diary.rows.columns) == list(COLUMNS)
    assert diary.rows["date"].notna().all()
    assert len(diary.rows) == 28 * 2 * 2 + 4 * 3 * 2 + 28
    assert not has_entries(path)


def test_template_bytes(four: Plan, library: Library, words: Catalogue) -> None:
    """UTF-8 with byte order mark, CRLF, and the same bytes each time."""
    content = diary_csv(resolve(four, library), words)
    assert content.startswith(b"\xef\xbb\xbfplan_code,plan_id,plan_version,item_id,week,date,slot,")
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + 28 * 4 * 2
    assert content == diary_csv(resolve(four, library), words)


@given(st.text(alphabet="=+-@\t\r'a1 "))
def test_spreadsheet_safe(text: str) -> None:
    """No formula comes out, and every text comes back."""
    safe = spreadsheet_safe(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert from_spreadsheet(safe) == text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    """However it was saved, the rows are the same."""
    row = {**ROW, "status": "done", "note": "café, müde; “ok”"}
    diary = read_diary(write(tmp_path / "d.csv", row, separator=separator, encoding=encoding))
    assert diary.rejects == ()
    assert diary.rows["note"].tolist() == ["café, müde; “ok”"]
    assert diary.rows["status"].tolist() == ["done"]


def test_blank_is_not_not_done_and_zero_is_data(tmp_path: Path) -> None:
    rows = read(tmp_path, {"pain_before": "0", "effort": "0"}).rows
    assert rows["status"].isna().all()
    assert rows["pain_before"].tolist() == rows["effort"].tolist() == [0]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": "dnoe"}, "status: “dnoe” is not a status. Did you mean “done”?"),
        ({"status": "??"}, "status: “??” is not a status. Write done, partial or not_done, or leave it blank."),
        ({"date": "3/4/2026"}, "date: “3/4/2026” could be two different days. Write it as 2026-06-30."),
        ({"date": "Monday"}, "date: “Monday” is not a date. Write it as 2026-06-30."),
        ({"date": "31.6.2026"}, "date: “31.6.2026” is no day of the calendar. Write it as 2026-06-30."),
        ({"date": "", "week": ""}, "date: neither a date nor a week is given. Write the day of the session."),
        ({"side": "up"}, "side: “up” is not a side. Write left, right or both."),
        ({"item_id": ""}, "item_id: is empty. Copy it from the row above."),
        (
            {"plan_code": "BCDFGHJB"},
            "plan_code: “BCDFGHJB” is not a plan's code, 8 letters of which the last one checks the others. "
            "Copy it from the row above, or from the handout.",
        ),
        ({"status": "1"}, "status: “1” is not a status. Write done, partial or not_done, or leave it blank."),
        ({"date": "0026-06-01"}, "date: “0026-06-01”: the year 0026 cannot be right. Did you mean 2026?"),
    ],
)
def test_refused_cells(tmp_path: Path, change: dict[str, str], why: str) -> None:
    """The row is refused with reason and mend, and kept as it stands."""
    diary = read(tmp_path, change)
    assert [(r.row, r.why) for r in diary.rejects] == [(2, why)]
    assert diary.rejects[0].cells == tuple({**ROW, **change}.values())
    assert diary.rows.empty


def test_dates() -> None:
    """Slashes are read when the row or the rest of the file tells the order."""
    assert order_of(["3/4/2026", "13/4/2026"]) == "day first"
    assert order_of(["3/4/2026", "4/13/2026"]) == "month first"
    assert order_of(["13/4/2026", "4/13/2026"]) is None
    assert day("3/4/2026", "day first") == dt.date(2026, 4, 3)
    assert day("3/4/2026", "month first") == dt.date(2026, 3, 4)
    assert day("13/4/2026", None) == day("4/13/2026", None) == day("13.4.2026", None) == dt.date(2026, 4, 13)
    assert day("6/6/2026", None) == dt.date(2026, 6, 6)
    with pytest.raises(CellError):
        day("1/6/26", None)


def test_repeats(tmp_path: Path) -> None:
    """The same entry twice counts once; two answers are both refused; a blank copy gives way."""
    same = read(tmp_path, {"status": "done"}, {"status": "Done"})
    assert len(same.rows) == 1
    assert list(map(str, same.faults)) == [
        "diary.csv, row 3: is the same entry as row 2. It is counted once; delete one of them."
    ]
    two = read(tmp_path, {"status": "done"}, {"status": "not done"})
    assert two.rows.empty
    assert str(two.rejects[0]) == (
        "row 2: row 3 answers differently for the same exercise, session and side. Keep the right one."
    )
    assert [r.row for r in two.rejects] == [2, 3]
    assert read(tmp_path, {}, {"status": "done"}).rows["status"].tolist() == ["done"]


def test_a_diary_of_nothing() -> None:
    """No rows, and so none that is repeated or blank."""
    nothing = Diary(frame([]), (), ())
    assert (len(nothing.rows), nothing.repeated, nothing.blank) == (0, 0, 0)


def test_session_conflict(tmp_path: Path) -> None:
    diary = read(tmp_path, {"pain_after": "3"}, {"side": "right", "pain_after": "5"})
    assert list(map(str, diary.faults)) == [
        "diary.csv: pain_after is 3 (row 2) and 5 (row 3) in one session: 2026-06-01, slot 1. Keep one of them."
    ]
    assert len(diary.rows) == 2
    for elsewhere in ({"slot": "2"}, {"date": "2026-06-02"}, {"plan_version": "2"}):
        assert read(tmp_path, {"pain_after": "3"}, {"pain_after": "5", **elsewhere}).faults == ()


def test_columns(tmp_path: Path) -> None:
    """An unknown column is named and ignored; missing ones are all named at once."""
    diary = read_diary(write(tmp_path / "d.csv", {**ROW, "pain_befor": "3"}))
    assert list(map(str, diary.faults)) == [
        "d.csv, row 1: the column “pain_befor” is not part of a diary and is ignored. Did you mean “pain_before”?"
    ]
    with pytest.raises(ContentError) as caught:
        read_diary(write(tmp_path / "d.csv", {"note": "x"}))
    assert str(caught.value) == (
        f"d.csv, row 1: has no column {', '.join(REQUIRED)}. Use the diary file that came with the handout."
    )


def test_unclosed_quote_loses_nothing(tmp_path: Path) -> None:
    """It costs its own row; the rows after it are read as if it were not there."""
    path = write(tmp_path / "d.csv", {**ROW, "status": "done"})
    last = path.read_bytes().splitlines()[1].replace(b",left,", b",right,")
    path.write_bytes(path.read_bytes() + b'P-001,1,i1,1,2026-06-02,1,,,left,,"done\r\n' + last + b"\r\n")
    diary = read_diary(path)
    assert diary.rows.index.tolist() == [2, 4]
    assert list(map(str, diary.rejects)) == ["row 3: a quotation mark is opened and never closed. Close it."]
    assert diary.rejects[0].cells[-1] == "done\r\n"


def test_without_status(tmp_path: Path) -> None:
    assert list(map(str, read(tmp_path, {"sets_done": "2"}).faults)) == [
        "diary.csv, row 2: says how much was done, but has no status, and counts as not logged. "
        "Write done, partial or not_done."
    ]


def test_a_cross_beside_work_is_told(tmp_path: Path) -> None:
    """It counts as not done, as the sheet says, and the clinician hears that the row says otherwise; 0 is no work."""
    diary = read(
        tmp_path, {"status": "x", "sets_done": "1"}, {"side": "right", "status": "x", "sets_done": "0", "reps_done": ""}
    )
    assert diary.rows["status"].tolist() == ["not_done", "not_done"]
    assert list(map(str, diary.faults)) == [
        "diary.csv, row 2: is marked as not done, a cross too, and says how much was done; it counts as not done. "
        "Ask the patient, and write done where it was."
    ]


def test_a_column_that_stands_twice(tmp_path: Path) -> None:
    """Nobody can know which of them counts."""
    path = write(tmp_path / "d.csv", ROW)
    path.write_bytes(path.read_bytes().replace(b"hold_done_s", b"reps_done"))
    with pytest.raises(ContentError) as caught:
        read_diary(path)
    assert str(caught.value) == "d.csv, row 1: the column “reps_done” stands 2 times. Keep one of them."


def test_has_entries(tmp_path: Path) -> None:
    """Any answer, and any file that cannot be read, counts as somebody's work."""
    path = tmp_path / "d.csv"
    assert not has_entries(path)
    assert not has_entries(write(path, ROW))
    assert [name for name in ANSWERS if not has_entries(write(path, {**ROW, name: "0"}))] == []
    path.write_bytes(b"PK\x03\x04...")
    assert has_entries(path)


def test_work_beside_the_columns_of_a_diary_is_an_entry(tmp_path: Path) -> None:
    """In a column of somebody's own, in one without a name, beyond the header, or with an open quotation mark."""
    path = write(tmp_path / "d.csv", {**ROW, "mine": ""})
    assert not has_entries(path)
    assert has_entries(write(path, {**ROW, "mine": "asked him"}))
    head, row, _ = write(path, ROW).read_bytes().split(b"\r\n")
    for written, found in ((b",,", False), (b",,5", True), (b',"', True), (b'," "', False)):
        path.write_bytes(head + b",\r\n" + row + written + b"\r\n")
        assert has_entries(path) is found
    path.write_bytes(b"")
    assert not has_entries(path)


def test_only_line_ends_end_a_row(tmp_path: Path) -> None:
    """Signs that Unicode calls line ends stay within their cell, and so do line breaks in quotation marks.

    What a terminal obeys is stored as the picture of it.
    """
    note = "one\u2028two\x0bthree\nfour"
    path = write(tmp_path / "d.csv", {**ROW, "note": note}, {**ROW, "side": "right", "status": "done"})
    path.write_bytes(b"sep=,\r\n" + path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    diary = read_diary(path)
    assert diary.rows["note"].tolist()[0] == "one\u2028two␋three\nfour"
    assert diary.rows.index.tolist() == [2, 3]
