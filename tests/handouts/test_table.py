"""The table: a row an item that a spreadsheet opens as text and numbers, and never runs."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.diary.cells import from_spreadsheet
from kit.handouts import table
from kit.handouts.table import COLUMNS, to_csv
from kit.library.library import Library
from kit.plan.keywords import DoseChanges
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides

LIBRARY = Library.load()
WORDS = Catalogue()
FORMULAS = ('=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(1,1)", "=cmd|' /C calc'!A0", "''=1")


def rows(plan: Plan) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(resolve(plan, LIBRARY), WORDS).decode("utf-8-sig"))))


def test_every_column_is_documented(four: Plan) -> None:
    """The module's table of columns names each column once, in the order of the file."""
    named = [line.split("|")[1] for line in (table.__doc__ or "").splitlines() if line.startswith("| ")][1:]
    assert tuple(name.strip() for cell in named for name in cell.split(",")) == COLUMNS
    assert tuple(rows(four)[0]) == COLUMNS


def test_a_row_an_item(four: Plan) -> None:
    """The founding four: a row each in order, the numbers of the dose, the sentences of the handout."""
    found = rows(four)
    assert [(row["position"], row["item_id"]) for row in found] == [("1", "i1"), ("2", "i2"), ("3", "i3"), ("4", "i4")]
    first = found[0]
    assert (first["sets"], first["reps"], first["hold_s"], first["load_kg"]) == ("1", "2", "30", "")
    assert (first["weekdays"], first["days_a_week"]) == ("mon tue wed thu fri sat sun", "7")
    assert first["dose"] == "Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times."
    assert first["frequency"] == "Once a day."
    assert rows(Plan.begin("P-001", start=four.start)) == []


@given(
    sets=st.integers(1, 4),
    reps=st.integers(1, 12),
    hold=st.integers(1, 60),
    rests=st.tuples(*[st.integers(0, 90)] * 2),
    around=st.tuples(*[st.integers(0, 30)] * 2),
    sides=st.sampled_from(["left", "right", "both", "each"]),
)
@settings(max_examples=40)
def test_the_seconds_follow_from_the_columns(
    four: Plan,
    sets: int,
    reps: int,
    hold: int,
    rests: tuple[int, int],
    around: tuple[int, int],
    sides: Sides,
) -> None:
    """Whoever reads the file can count `seconds` from the other columns of the row."""
    (rest_rep, rest_set), (setup, switch) = rests, around
    dose: DoseChanges = {"sets": sets, "reps": reps, "hold_s": hold, "rest_rep_s": rest_rep, "rest_set_s": rest_set}
    row = rows(four.adjust("i1", **dose).adjust("i1", sides=sides, setup_s=setup, switch_s=switch))[0]
    n = {name: int(row[name]) for name in COLUMNS if row[name].isdigit()}
    turns = 2 if row["sides"] == "each" else 1
    one_set = n["reps"] * (n["hold_s"] + n["tempo_s"]) + (n["reps"] - 1) * n["rest_rep_s"]
    a_round = turns * one_set + (turns - 1) * n["switch_s"]
    assert n["seconds"] == n["setup_s"] + n["sets"] * a_round + (n["sets"] - 1) * n["rest_set_s"]


def test_pandas_opens_it(four: Plan) -> None:
    """Without any option, pandas reads the byte order mark away and the numbers as numbers."""
    frame = pd.read_csv(io.BytesIO(to_csv(resolve(four.adjust("i1", load_kg=2.5), LIBRARY), WORDS)))
    assert list(frame.columns) == list(COLUMNS)
    assert frame["seconds"].tolist() == [170] * 4
    assert frame["load_kg"].iloc[0] == 2.5
    assert frame["load_kg"].isna().tolist() == [False, True, True, True]


@given(
    note=st.one_of(
        st.sampled_from(
            [*FORMULAS, "\t=1", "\r\n=1", "a\r\nb,c;d", '"', '","=1', "\u202e=1", "<script>", "]]>", "A" * 2000, "膝😀"]
        ),
        st.text(max_size=80),
    )
)
@settings(max_examples=150)
def test_hostile_text_is_text(note: str, four: Plan) -> None:
    """Any note stands in its own cell, is given back whole, and no cell begins as a formula does."""
    plan = four.adjust("i2", note=note)
    content = to_csv(resolve(plan, LIBRARY), WORDS)
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [len(row) for row in found] == [len(COLUMNS)] * 5
    assert content.startswith(b"\xef\xbb\xbf")
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert from_spreadsheet(found[2][-1]) == plan.items[1].note


def test_a_spreadsheet_shows_formulas_as_text(four: Plan, tmp_path: Path) -> None:
    """LibreOffice opens the file and runs none of its cells: every note comes out as it stands in the file."""
    office = shutil.which("soffice")
    if office is None:
        # Four hundred megabytes for one test: not even a machine that runs all tests has to have it.
        pytest.skip("LibreOffice is not on this machine; install it with: apt-get install libreoffice-calc")
    plan = four
    for item, formula in zip(four.items, FORMULAS, strict=False):
        plan = plan.adjust(item.item_id, note=formula)
    source = tmp_path / "handout.csv"
    source.write_bytes(to_csv(resolve(plan, LIBRARY), WORDS))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    # Comma, quotation mark, UTF-8, and formulas evaluated: the setting that is dangerous.
    options = "44,34,76,1,,0,false,true,false,false,false,-1,true"
    command = [
        office,
        home,
        "--headless",
        f"--infilter=CSV:{options}",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    opened = (tmp_path / "handout.fods").read_text(encoding="utf-8")
    assert "table:formula" not in opened
    assert "HYPERLINK" in opened
