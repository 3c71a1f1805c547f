"""Records line by line: an open quotation mark costs its own line, and a long note is none."""

from __future__ import annotations

import pytest

from kit.diary.records import MAX_CHARACTERS, MAX_LINES, Records


def records(*lines: str, separator: str = ",") -> list[tuple[list[str], bool]]:
    return list(Records(lines, separator))


def row(cells: int, first: str = "P") -> str:
    return ",".join([first, *(str(n) for n in range(1, cells))]) + "\n"


@pytest.mark.parametrize(("lines", "broken"), [(MAX_LINES - 2, False), (MAX_LINES - 1, True)])
def test_a_note_of_a_thousand_lines_is_none(lines: int, broken: bool) -> None:
    """With the line it begins in and the one it ends in, 1,000 are the most."""
    assert MAX_LINES == 1_000
    found = records('a,"\n', *["x\n"] * lines, 'y",b\n', "c,d\n")
    assert found[0][1] is broken
    assert found[-1] == (["c", "d"], False)


def test_a_note_of_a_million_characters_is_none() -> None:
    """The line after it is a row of its own."""
    assert MAX_CHARACTERS == 1_000_000
    for more, broken in ((999_996, False), (999_997, True)):
        assert records('a,"' + "x" * more + "\n", 'y",b\n')[0][1] is broken


@pytest.mark.parametrize(
    ("cells", "first", "broken"),
    [(7, "P", False), (8, "P", True), (8, "Q", False), (20, "Q", False), (21, "Q", True), (21, "P", True)],
)
def test_a_line_within_quotation_marks_that_is_a_row(cells: int, first: str, broken: bool) -> None:
    """From 8 cells on where it begins as the row before it, from 21 whatever it begins with; a shorter one is a note's."""
    open_row = row(cells).rstrip("\n") + ',"open\n'
    found = records(row(cells), open_row.replace(f",{cells - 1},", ",", 1), row(cells, first), '"\n')
    assert found[1][1] is broken


def test_a_line_with_fewer_cells_than_the_header_is_no_row() -> None:
    found = records(row(9), row(9).rstrip("\n")[:-2] + ',"open\n', row(8), '"\n')
    assert [broken for _, broken in found] == [False, False]


def test_the_line_that_is_refused_keeps_its_cells() -> None:
    """And what it had swallowed is read again, in order."""
    found = records(row(8), 'P,1,2,3,4,5,6,"7\n', "x\n", row(8), row(8, "R"))
    assert found == [
        (["P", "1", "2", "3", "4", "5", "6", "7"], False),
        (["P", "1", "2", "3", "4", "5", "6", "7\n"], True),
        (["x"], False),
        (["P", "1", "2", "3", "4", "5", "6", "7"], False),
        (["R", "1", "2", "3", "4", "5", "6", "7"], False),
    ]


def test_other_separators_and_empty_files() -> None:
    assert records("a;b\n", "1;2", separator=";") == [(["a", "b"], False), (["1", "2"], False)]
    assert records() == []
    assert records("\n", "a,b\n") == [([], False), (["a", "b"], False)]
    assert records('"' + "x" * 200_000 + '"\n')[0][0] == ["x" * 200_000]
