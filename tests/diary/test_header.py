"""The header of a diary: what is told of it, however many columns somebody added or lost."""

from __future__ import annotations

import pytest

from kit.diary.columns import COLUMNS, REQUIRED
from kit.diary.header import Header, nameless_column, read_header
from kit.errors import ContentError

MOVE = "Move what you need into the column “note”."


def header(*cells: str) -> Header:
    return read_header(cells, ",", "d.csv")


def test_each_column_has_its_place() -> None:
    """However its name is typed; one without a name has its place too."""
    found = header("note", *(name.upper().replace("_", " ") for name in COLUMNS if name != "note"), "", " ")
    assert found.columns == {"note": 0, **{name: n for n, name in enumerate((n for n in COLUMNS if n != "note"), 1)}}
    assert (found.width, found.nameless, found.faults) == (32, (30, 31), ())
    assert found.has_codes


def test_a_column_that_is_no_part_of_a_diary() -> None:
    """It is told as it stands, with the nearest name, else with where to put what is needed."""
    assert [str(fault) for fault in header(*COLUMNS, " Pain Befor ", "zzz").faults] == [
        "d.csv, row 1: the column “Pain Befor” is not part of a diary and is ignored. Did you mean “pain_before”?",
        f"d.csv, row 1: the column “zzz” is not part of a diary and is ignored. {MOVE}",
    ]


@pytest.mark.parametrize(("more", "last"), [(20, None), (21, "1 more columns"), (30, "10 more columns")])
def test_of_many_columns_the_first_20_are_named(more: int, last: str | None) -> None:
    """And the rest is counted."""
    told = [str(fault) for fault in header(*COLUMNS, *(f"zz{n}" for n in range(more))).faults]
    assert told[19].startswith("d.csv, row 1: the column “zz19” is not part")
    assert told[20:] == ([f"d.csv, row 1: {last} are not part of a diary and are ignored. {MOVE}"] if last else [])


def test_what_is_missing_and_what_stands_twice_comes_at_once() -> None:
    """A label may stand for the code, and nothing for any other."""
    without = [name for name in COLUMNS if name not in ("slot", "plan_code")]
    assert not header(*(name for name in COLUMNS if name != "plan_code")).has_codes
    with pytest.raises(ContentError) as caught:
        header(*without, "side", "NOTE", "note")
    assert str(caught.value).splitlines() == [
        "d.csv, row 1: the column “side” stands 2 times. Keep one of them.",
        "d.csv, row 1: the column “note” stands 3 times. Keep one of them.",
        "d.csv, row 1: has no column slot. Use the diary file that came with the handout.",
    ]
    with pytest.raises(ContentError) as caught:
        header("status")
    missing = ", ".join(name for name in REQUIRED if name != "status")
    assert str(caught.value) == f"d.csv, row 1: has no column {missing}. Use the diary file that came with the handout."


def test_a_column_without_a_name_is_counted_from_1() -> None:
    assert str(nameless_column(0, "d.csv")) == (
        f"d.csv, row 1: column 1 without a name is not part of a diary and is ignored. {MOVE}"
    )
