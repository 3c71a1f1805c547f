"""Lines that a spreadsheet put into one cell each are read, with what was typed behind them, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kit.diary.columns import COLUMNS
from kit.diary.entries import has_entries
from kit.diary.read import read_diary
from kit.diary.template import diary_csv
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue

TOLD = (
    "d.csv: has each line in one cell; a status behind it is read as that of its row. "
    "Open the file with the comma as separator, and look."
)


@pytest.fixture
def lines(four: Plan, library: Library, words: Catalogue) -> list[str]:
    """The header and the first four rows of the blank diary."""
    return diary_csv(resolve(four, library), words).decode("utf-8-sig").splitlines()[:5]


def quoted(line: str) -> str:
    return '"' + line.replace('"', '""') + '"'


@pytest.mark.parametrize("header", [";", ";;", "", ";status"])
@pytest.mark.parametrize("pack", [quoted, str])
def test_a_status_behind_the_line(
    pack: Callable[[str], str], header: str, lines: list[str], four: Plan, tmp_path: Path
) -> None:
    """With or without quotation marks, whatever the header has there: each status is that of its row."""
    typed = ("done", "x", "P", "")
    pad = ";" if header == ";;" else ""
    rows = [pack(line) + ";" + said + pad for line, said in zip(lines[1:], typed, strict=True)]
    path = tmp_path / "d.csv"
    path.write_text("\r\n".join([pack(lines[0]) + header, *rows]) + "\r\n", encoding="utf-8-sig", newline="")
    diary = read_diary(path, [four])
    assert diary.rejects == ()
    assert diary.rows["status"].fillna("").tolist() == ["done", "not_done", "partial", ""]
    assert diary.rows["note"].isna().all()
    assert list(map(str, diary.faults)) == [TOLD]
    assert has_entries(path)


def test_a_line_without_any_text_that_holds_a_comma(four: Plan, tmp_path: Path) -> None:
    """It has no separator more than its cells need, and is a line all the same."""
    row = dict.fromkeys(COLUMNS, "") | {"plan_code": four.code, "plan_version": "1", "item_id": "i1", "week": "1"}
    line = ",".join((row | {"slot": "1", "side": "right"}).values())
    path = tmp_path / "d.csv"
    path.write_text("\n".join([quoted(",".join(COLUMNS)), quoted(line) + ";done"]), encoding="utf-8")
    diary = read_diary(path, [four])
    assert (diary.rejects, diary.rows["status"].tolist()) == ((), ["done"])


@pytest.mark.parametrize("typed", ["5", "done;3"])
def test_what_could_be_any_column_is_refused(typed: str, lines: list[str], four: Plan, tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text(
        "\n".join([quoted(lines[0]) + ";" * typed.count(";") + ";", quoted(lines[1]) + ";" + typed]), encoding="utf-8"
    )
    diary = read_diary(path, [four])
    first = typed.split(";")[0]
    assert str(diary.rejects[0]).startswith(
        f"row 2: “{first}” stands behind a line that is all in one cell. Write it into the cell of its column."
    )


def test_two_answers_for_one_column_are_refused(lines: list[str], four: Plan, tmp_path: Path) -> None:
    """A status in the line and another one behind it."""
    line = lines[1].removesuffix("," * 16) + ",done" + "," * 15
    path = tmp_path / "d.csv"
    path.write_text("\n".join([quoted(lines[0]) + ";", quoted(line) + ";x"]), encoding="utf-8")
    assert list(map(str, read_diary(path, [four]).rejects)) == [
        "row 2: “x” stands behind a line that is all in one cell. Write it into the cell of its column."
    ]


def test_a_note_that_begins_with_a_separator_is_a_note(lines: list[str], four: Plan, tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("\n".join([lines[0], lines[1] + ";-)", lines[2]]), encoding="utf-8")
    diary = read_diary(path, [four])
    assert diary.rows["note"].fillna("").tolist() == [";-)", ""]
    assert diary.faults == ()
