"""The blank diary, asked for from Python."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

import kit
from kit.diary.columns import ANSWERS
from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.plan import Plan


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("clinic", [None, kit.Clinic(locale="ar-EG")])
def test_as_it_goes_home(clinic: kit.Clinic | None, issued: Plan, library: Library, tmp_path: Path) -> None:
    """The same bytes as in the handout of the same clinic."""
    made = kit.handout(issued, library, tmp_path / "out", clinic=clinic)
    assert kit.blank_diary(issued, library, clinic=clinic) == (made.folder / "patient/diary.csv").read_bytes()


def test_blank_it_is_read_as_blank_and_filled_as_it_was_filled(issued: Plan, library: Library, tmp_path: Path) -> None:
    """Nothing in it is an answer; what is written into it is read back."""
    path = tmp_path / "diary.csv"
    path.write_bytes(kit.blank_diary(issued, library))
    blank = kit.read_diary(path, [issued])
    assert (blank.rejects, blank.faults) == ((), ())
    assert blank.rows[[*ANSWERS]].isna().all(axis=None)
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(blank.rows) == len(rows)
    assert {row[name] for row in rows for name in ANSWERS} == {""}
    rows[0]["status"] = "done"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    filled = kit.read_diary(path, [issued]).rows
    assert filled.loc[filled["status"].notna(), ["item_id", "date", "status"]].values.tolist() == [
        ["i1", dt.datetime(2026, 6, 1), "done"]
    ]


def test_a_plan_that_cannot_be_handed_out_has_none(library: Library) -> None:
    with pytest.raises(PlanError) as refused:
        kit.blank_diary(kit.Plan.begin("P-002", dt.date(2026, 6, 1)), library)
    assert str(refused.value) == "plan P-002: it has no exercises. Add at least one exercise."
