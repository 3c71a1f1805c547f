"""Whose rows they are: by code, else by label and version; what a plan does not have is refused by name."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.store import Store
from tests.store.diary_files import diary, fault, numbers, other_plan, row, said

START = dt.date(2026, 6, 1)


def test_what_the_plan_does_not_have_is_refused_by_name(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Another plan, item or version; the cells are kept as they stood, and each reason says what is wrong."""
    stranger = {**row(issued, status="done"), "plan_code": "BCDFGHJF"}
    rows = [stranger, row(issued, "i9", status="done"), row(issued, plan_version=9, status="done")]
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", rows))
    assert numbers(made.file) == (0, 3, 0, 0, 0)
    rejects = held.diaries.rejects(made.file.number)
    assert [r.why for r in rejects] == [
        "plan_code: no plan here has the code BCDFGHJF. Use the diary of this plan.",
        "item i9 is not in version 1 of plan P-001. It has i1, i2, i3, i4.",
        "plan P-001 has no version 9. It has 1.",
    ]
    assert rejects[1].cells[:4] == (issued.code, "P-001", "1", "i9")
    assert held.diaries.rows(issued.code) == []


@pytest.mark.parametrize("label", ["7", "3-Apr"])
def test_a_label_that_a_spreadsheet_changed_costs_nothing(
    held: Store, issued: Plan, tmp_path: Path, label: str
) -> None:
    path = diary(tmp_path / "d.csv", [row(issued, status="done", plan_id=label)])
    assert numbers(held.diaries.bring_in(path).file) == (1, 0, 0, 0, 0)


def test_rows_of_a_draft_wait_for_it_to_be_issued(store: Store, four: Plan, library: Library, tmp_path: Path) -> None:
    """They are refused with the mend; once the plan is issued the same file brings them, and nothing else."""
    draft = store.drafts.begin(four.describe(context=Context(red_flags_screened=START)))
    path = diary(tmp_path / "d.csv", [row(four, status="done"), row(four, "i9", status="done")])
    first = store.diaries.bring_in(path)
    assert numbers(first.file) == (0, 2, 0, 0, 0)
    assert first.rejects[0].why == ("version 1 of plan P-001 is a draft. Issue the plan, and import the file again.")
    assert store.diaries.bring_in(path).is_known
    store.versions.issue(draft, library, "A. Physio", START)
    assert numbers(store.diaries.bring_in(path).file) == (1, 1, 0, 0, 0)
    assert store.diaries.bring_in(path).is_known
    assert len(store.diaries.files()) == 2


@pytest.mark.parametrize("came_before", [False, True])
def test_the_same_file_again_never_goes_over_a_correction(
    held: Store, issued: Plan, library: Library, tmp_path: Path, came_before: bool
) -> None:
    """A file that was refused in part brings, when it comes again, what was refused alone; also where all that it
    said the first time had been said before it."""
    other = other_plan(library, "P-002", "P-002")
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), row(other, status="done")])
    if came_before:
        held.diaries.bring_in(diary(tmp_path / "c.csv", [row(issued, status="done")]))
    held.diaries.bring_in(path)
    held.diaries.bring_in(diary(tmp_path / "e.csv", [row(issued, status="partial")]))
    held.versions.take_in(other)
    again = held.diaries.bring_in(path)
    assert numbers(again.file) == (1, 0, 1, 0, 0)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("partial", None)}


def test_the_patient_narrows_down(held: Store, issued: Plan, library: Library, tmp_path: Path) -> None:
    """Rows of another patient's plan are refused by name; a label that nobody has is refused at once."""
    other = other_plan(library, "P-002", "Second")
    held.versions.take_in(other)
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), row(other, status="done")])
    made = held.diaries.bring_in(path, patient="P-001")
    assert numbers(made.file) == (1, 1, 0, 0, 0)
    assert made.rejects[0].why == (
        "version 1 of plan P-002 is for patient Second, not for P-001. Bring it in for the right patient."
    )
    assert held.diaries.rows(other.code) == []
    assert fault(held.diaries.bring_in, path, patient="P-9") == (
        "patient: nobody in this store has the label “P-9”. Write the label as it stands in the plan."
    )


def test_without_a_code_label_and_version_say_which_plan(
    held: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """Where one plan has them. Two plans: refused with their codes, unless the patient or the version tells."""
    old = diary(tmp_path / "old.csv", [row(issued, status="done")], without=("plan_code",))
    assert numbers(held.diaries.bring_in(old).file) == (1, 0, 0, 0, 0)
    namesake = other_plan(library, "P-001", "Second")
    two = namesake.new_version(START + dt.timedelta(days=14))
    held.versions.take_in(namesake)
    held.versions.take_in(finalised(resolve(two, library), "A. Physio", START))
    one = row(issued, side="right", status="done")
    second = {**one, "plan_version": 2, "date": "2026-06-15", "week": 1}
    path = diary(tmp_path / "d.csv", [one, second], without=("plan_code",))
    made = held.diaries.bring_in(path)
    codes = ", ".join(sorted((issued.code, namesake.code)))
    assert [r.why for r in made.rejects] == [
        f"plan_id: 2 plans have the label P-001: {codes}. Write the right one into a column plan_code."
    ]
    assert [r.values["plan_version"] for r in held.diaries.rows(namesake.code)] == [2]
    assert numbers(held.diaries.bring_in(path, patient="P-001").file)[0] == 1
    assert len(held.diaries.rows(issued.code)) == 2
