"""The law of reading: rows in = kept + rejected + repeated + blank, whatever was done to the file."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diary.records import Records
from kit.plan.plan import Plan
from tests.diary.mutations import trial

CASES, ROUNDS = 500, 5


@pytest.mark.parametrize("part", range(ROUNDS))
def test_mutated_diaries(part: int, four: Plan, tmp_path: Path) -> None:
    """No row gets lost or counts twice, no traceback, messages grow with the rows, no control character comes out."""
    seeds = range(part * CASES // ROUNDS, (part + 1) * CASES // ROUNDS)
    assert {seed: broken for seed in seeds if (broken := trial(tmp_path, four, seed))} == {}


@given(st.lists(st.lists(st.text('ab,"\r\n ', max_size=4), min_size=2, max_size=4), min_size=1, max_size=5))
def test_records_are_what_was_written(rows: list[list[str]]) -> None:
    """Where all quotation marks are closed, the records are those of the standard library."""
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    lines = list(StringIO(text.getvalue(), newline=""))
    assert list(Records(lines, ",")) == [(row, False) for row in rows]


def test_an_open_quotation_mark_costs_its_line() -> None:
    """At the end of a text, or before a row of the same plan; a long note is none."""
    assert list(Records(['a,"b\n', "c,d\n"], ",")) == [(["a", "b\n"], True), (["c", "d"], False)]
    header, row, odd = ",".join("abcdefgh") + "\n", ",".join("12345678") + "\n", '1,2,3,4,5,6,7,"8\n'
    found = list(Records([header, odd, row, row.replace("8", '"8"')], ","))
    assert [broken for _, broken in found] == [False, True, False, False]
    note = '1,2,3,4,5,6,7,"one\ntwo, three, four, five, six, seven, eight, nine, ten\n"\n'
    assert len(list(Records([header, *note.splitlines(keepends=True)], ","))) == 2
