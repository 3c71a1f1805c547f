"""A study in a folder: each plan and diary that stands in it, what is neither is named, and nothing is mixed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.folder import read_study
from kit.cohorts.written import write_cohort
from kit.diary.read import Diary
from kit.errors import ContentError
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.samples.clinic import Patient
from tests.adherence.conftest import rows_of
from tests.cohorts.conftest import ON

Kit = Callable[..., tuple[int, str, str]]


def test_every_plan_and_diary_is_read(study: Path, sample: tuple[Patient, ...], of_sample: Cohort) -> None:
    found = read_study(study)
    assert {(p.code, p.version) for p in found.plans} == {(p.code, p.version) for one in sample for p in one.plans}
    assert sorted(Path(name).name for name in found.diaries) == sorted(s.name for one in sample for s in one.sheets)
    assert found.faults == ()
    counted = cohort(found.plans, list(found.diaries.values()), ON)
    pd.testing.assert_frame_equal(counted.patients, of_sample.patients)


def test_what_is_neither_is_named_and_costs_itself_alone(study: Path, tmp_path: Path, plan: Plan) -> None:
    """A broken plan, another JSON file, another table; a hidden file is none of anybody's."""
    (tmp_path / "plan.json").write_text(to_document(plan))
    (tmp_path / "copy.json").write_text(to_document(plan))
    (tmp_path / "bundle.json").write_text('{"resourceType": "Bundle"}')
    (tmp_path / "sums.csv").write_text("a,b\n1,2\n")
    (tmp_path / ".hidden.json").write_text("no")
    found = read_study(tmp_path)
    assert found.plans == (plan,)
    assert found.diaries == {}
    assert [fault.where for fault in found.faults] == ["bundle.json", "sums.csv"]
    assert str(found.faults[0]) == (
        "bundle.json: is left out: has no format number, and this kit reads format 2 and 1. Open it with the version of the kit that made it."
    )


def test_a_version_that_stands_twice_and_differs_is_refused(tmp_path: Path, plan: Plan) -> None:
    """Each of them, with what else is wrong."""
    other = plan.model_copy(update={"title": "Another"})
    (tmp_path / "a.json").write_text(to_document(plan))
    (tmp_path / "b.json").write_text(to_document(other))
    (tmp_path / "c.json").write_text(to_document(other))
    (tmp_path / "d.json").write_text("{}")
    with pytest.raises(ContentError) as refused:
        read_study(tmp_path)
    assert [fault.where for fault in refused.value.faults] == ["b.json", "c.json", "d.json"]
    assert str(refused.value.faults[0]) == (
        f"b.json: and a.json hold different plans as version 1 of P-001 ({plan.code}). Keep the one that was issued."
    )


def test_a_folder_without_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"holds no plan. Put the plan files there, such as plan.json.$"):
        read_study(tmp_path)


def test_the_files_say_what_the_cohort_says(of_sample: Cohort, tmp_path: Path) -> None:
    """Tables, vector figures and the paragraph, private; no label of a patient in any of them."""
    written = write_cohort(of_sample, tmp_path / "out")
    assert {path.name for path in written} >= {
        "patients.csv",
        "trajectories.csv",
        "heat.pdf",
        "weekly.svg",
        "methods.txt",
    }
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in written)
    table = pd.read_csv(tmp_path / "out" / "patients.csv")
    assert table["patient_code"].tolist() == of_sample.patients["patient_code"].tolist()
    assert table["done"].tolist() == pytest.approx(of_sample.patients["done"].tolist())
    assert all(b"DEMO" not in path.read_bytes() for path in written if path.suffix in (".csv", ".txt", ".svg"))
    assert "Trajectories: Patients were put into 3 groups" in (tmp_path / "out" / "methods.txt").read_text()


def test_of_few_patients_there_are_no_trajectories(plan: Plan, tmp_path: Path) -> None:
    names = {path.name for path in write_cohort(cohort([plan], rows_of(), ON), tmp_path)}
    assert "trajectories.csv" not in names
    assert "Trajectories" not in (tmp_path / "methods.txt").read_text()


def test_a_cell_that_a_spreadsheet_could_run_is_text(given: tuple[list[Plan], list[Diary]], tmp_path: Path) -> None:
    plans, diaries = given
    found = cohort(plans, diaries, ON)
    table = found.patient_exercises.assign(name="=1+1")
    found.__dict__["patient_exercises"] = table
    write_cohort(found, tmp_path)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "patient-exercises.csv").read_text())))
    assert {row["name"] for row in rows} == {"'=1+1"}


def test_the_command_says_it_and_writes_it(kit: Kit, study: Path, of_sample: Cohort) -> None:
    code, out, err = kit("cohort", str(study), "--as-of", ON.isoformat(), "-o", "out")
    pooled = of_sample.summary.iloc[0]["pooled"]
    assert out.startswith("30 patients, up to 2026-06-29.\nRecorded: done of due: mean ")
    assert f"pooled {100 * pooled:.1f} % (" in out
    assert "Nothing was imputed." in out
    assert code == 1  # rows were refused, and each is told
    assert "row " in err
    assert Path("out/weekly.pdf").read_bytes().startswith(b"%PDF")


def test_the_command_as_json(kit: Kit, study: Path, of_sample: Cohort) -> None:
    _, out, _ = kit("cohort", str(study), "--as-of", ON.isoformat(), "--weeks", "3", "--json")
    told = json.loads(out)
    assert (told["patients"], told["as_of"], told["synthetic"]) == (30, "2026-06-29", False)
    assert max(week["week"] for week in told["weeks"]) == 3
    assert {row["share"] for row in told["summary"]} == {"recorded", "logged", "upper", "full", "completeness"}


def test_a_workspace_is_a_cohort_too(kit: Kit) -> None:
    kit("sample", "ws", "--patients", "6", "--on", ON.isoformat())
    _, out, _ = kit("cohort", "ws", "--as-of", ON.isoformat())
    assert out.startswith("Synthetic patients: made up, nobody's data.\n6 patients, up to 2026-06-29.")
