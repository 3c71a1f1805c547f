"""The blank diary: a row for each due occurrence and side, with what is printed in it."""

from __future__ import annotations

import csv
import io

import pytest

from kit.diary.columns import ANSWERS, COLUMNS
from kit.diary.template import diary_csv
from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.words.catalogue import Catalogue


def printed(plan: Plan, library: Library) -> list[dict[str, str]]:
    text = diary_csv(resolve(plan, library), Catalogue()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_what_is_printed_in_a_row(four: Plan, issued: Plan, library: Library) -> None:
    """All that places it, and the dose; a draft says that it is one. The answers are empty."""
    rows = printed(issued, library)
    assert {name: rows[0][name] for name in COLUMNS if name not in ANSWERS} == {
        "plan_code": issued.code,
        "plan_id": "P-001",
        "plan_version": "1",
        "item_id": "i1",
        "week": "1",
        "date": "2026-06-01",
        "slot": "1",
        "exercise_id": "seated_rotator_stretch",
        "exercise": "Seated hip stretch",
        "side": "right",
        "prescribed": "1 × 2 × 30 s, each side",
    }
    assert {row[name] for row in rows for name in ANSWERS} == {""}
    assert printed(four, library)[0]["prescribed"] == "DRAFT: 1 × 2 × 30 s, each side"


def test_sides_and_days_of_the_patients_choice(four: Plan, library: Library) -> None:
    """Both sides at once are one row; where the patient picks the day, the proposed one is printed."""
    plan = (
        four.remove("i3")
        .remove("i4")
        .adjust("i1", sides="both")
        .adjust("i2", schedule=Schedule(days_a_week=2), sides="left")
    )
    first = [row for row in printed(plan, library) if row["week"] == "1"]
    assert [(row["item_id"], row["side"], row["date"], row["slot"]) for row in first[:5]] == [
        ("i1", "both", "2026-06-01", "1"),
        ("i2", "left", "2026-06-01", "1"),
        ("i1", "both", "2026-06-02", "1"),
        ("i1", "both", "2026-06-03", "1"),
        ("i1", "both", "2026-06-04", "1"),
    ]
    assert [row["date"] for row in first if row["item_id"] == "i2"] == ["2026-06-01", "2026-06-04"]
    assert len(first) == 7 + 2


def test_a_text_that_a_spreadsheet_would_run_is_a_text(four: Plan, library: Library) -> None:
    name = "=1+1"
    odd = Library(e.model_copy(update={"patient_name": name}) for e in library)
    assert {row["exercise"] for row in printed(four, odd)} == {"'=1+1"}


def test_exercises_that_do_not_exist_are_told(four: Plan) -> None:
    with pytest.raises(PlanError) as caught:
        diary_csv(resolve(four, Library([])), Catalogue())
    assert len(caught.value.faults) == 4
