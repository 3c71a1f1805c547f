"""Lines that a spreadsheet put into one cell each are read, with what was typed behind them, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kit.diary.columns import COLUMNS
from kit.diary.entries import has_entries
from kit.diary.packed import Packing, is_packed, unpacked, unpacked_header
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
    line = lines[1].removesuffix("," * 19) + ",done" + "," * 18
    path = tmp_path / "d.csv"
    path.write_text("\n".join([quoted(lines[0]) + ";", quoted(line) + ";x"]), encoding="utf-8")
    assert list(map(str, read_diary(path, [four]).rejects)) == [
        "row 2: “x” stands behind a line that is all in one cell. Write it into the cell of its column."
    ]


def test_a_note_that_begins_with_a_separator_is_a_note(lines: list[str], four: Plan, tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("\n".join([lines[0], lines[1].removesuffix(",,,") + ";-),,,", lines[2]]), encoding="utf-8")
    diary = read_diary(path, [four])
    assert diary.rows["note"].fillna("").tolist() == [";-)", ""]
    assert diary.faults == ()


@pytest.mark.parametrize(
    ("cells", "width", "outer", "behind", "packed"),
    [
        (["a,b,c"], 3, None, (), True),
        (["a,b"], 3, None, (), False),
        (["a,b,c,d"], 3, None, (), True),
        (["a,b\n,c"], 3, None, (), False),
        (["a,b\r,c"], 3, None, (), False),
        (["a"], 1, None, (), False),
        (["a", "b", "c;done"], 3, ";", ("",), True),
        (["a", "b", "c"], 3, ";", ("",), False),
        (["a", "b", "c;"], 3, ";", ("", ""), False),
        (["a", "b"], 3, ";", ("",), False),
        (["a", "b", ";"], 3, None, (), True),
        (["a", "b", ";;"], 3, None, (), True),
        (["a", "b", ";x;"], 3, None, (), True),
        (["a", "b", " ;done "], 3, None, (), True),
        (["a", "b", ";later"], 3, None, (), False),
        (["a", "b", ",x"], 3, None, (), False),
        (["a", "b", ""], 3, None, (), False),
    ],
)
def test_which_row_is_a_packed_line(
    cells: list[str], width: int, outer: str | None, behind: tuple[str, ...], packed: bool
) -> None:
    """As many separators as its cells need, in one line; or behind the last cell what the header has there, or a status."""
    assert is_packed(cells, width, Packing(",", outer, behind)) is packed


@pytest.mark.parametrize(
    ("cells", "names", "packing"),
    [
        (["a", "b"], ["a", "b"], Packing(",", None, ())),
        (["a,b"], ["a", "b"], Packing(",", None, ())),
        (["a,b\n"], ["a,b\n"], Packing(",", None, ())),
        (["a", "b;"], ["a", "b"], Packing(",", ";", ("",))),
        (["a,b;;status"], ["a", "b"], Packing(",", ";", ("", "status"))),
        (["a,b\tx"], ["a", "b"], Packing(",", "\t", ("x",))),
        ([], [], Packing(",", None, ())),
    ],
)
def test_names_of_a_packed_header(cells: list[str], names: list[str], packing: Packing) -> None:
    """Out of its one cell, and what stands behind the last of them."""
    assert unpacked_header(cells, ",") == (names, packing)


@pytest.mark.parametrize(
    ("cells", "packing", "line", "behind"),
    [
        (["a,b,c"], Packing(",", None, ()), ["a", "b", "c"], []),
        (["a,b,c;done"], Packing(",", None, ()), ["a", "b", "c"], ["done"]),
        (["a", "b", 'c; "x" ;'], Packing(",", None, ()), ["a", "b", "c"], ["x", ""]),
        (["a", "b", "c;d;done"], Packing(",", ";", ("",)), ["a", "b", "c;d"], ["done"]),
        (["a", "b", "c"], Packing(",", ";", ("",)), ["a", "b", "c"], []),
    ],
)
def test_a_packed_line_taken_apart(cells: list[str], packing: Packing, line: list[str], behind: list[str]) -> None:
    """Its cells, and a text for each place behind them; a last cell may hold the sign itself."""
    assert unpacked(cells, packing) == (line, behind)
