"""A study in a folder: each plan and diary that stands in it, what is neither is named, and nothing is mixed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.folder import read_study
from kit.cohorts.twice import told_twice
from kit.cohorts.written import write_cohort
from kit.diary.read import Diary, frame
from kit.errors import ContentError
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.samples.clinic import Patient
from tests.adherence.conftest import START, rows_of, session
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


def test_a_folder_that_cannot_be_read_is_told(
    study: Path, tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody's patients are left out in silence: neither behind a lock, nor behind a link."""
    (tmp_path / "plan.json").write_text(to_document(plan))
    (tmp_path / "locked").mkdir()
    (tmp_path / "elsewhere").symlink_to(study, target_is_directory=True)
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = read_study(tmp_path)
    assert found.plans == (plan,)
    assert {str(fault) for fault in found.faults} == {
        "elsewhere: is left out: is a link to a folder. Put the folder itself there.",
        "locked: is left out: cannot be read: Permission denied. Check the name and your rights to the folder.",
    }


def test_what_a_handout_puts_beside_a_plan_is_no_fault_of_the_study(tmp_path: Path, plan: Plan) -> None:
    """The set of each patient may be copied there as it is; a diary under such a name is read all the same."""
    (tmp_path / "plan.json").write_text(to_document(plan))
    (tmp_path / "careplan.json").write_text('{"resourceType": "Bundle"}')
    (tmp_path / "handout.csv").write_text("exercise,how\n1,2\n")
    assert read_study(tmp_path).faults == ()
    frame(session(START, "done")).assign(plan_code=plan.code).to_csv(tmp_path / "handout.csv", index=False)
    assert [*read_study(tmp_path).diaries] == ["handout.csv"]


def test_what_two_diaries_say_of_one_thing_is_told(plan: Plan) -> None:
    """How many rows, and how many differ, whatever stands in no other file; blank rows say nothing."""
    done, later = session(START, "done"), session(START + dt.timedelta(days=1), "done")
    other = session(START, "not_done")
    its = {name: Diary(frame(rows), (), ()) for name, rows in {"a": done, "b": [*done[:1], *other[1:], *later]}.items()}
    (fault,) = told_twice(its)
    assert str(fault) == (
        f"b: answers {len(done)} rows that a has answered too, {len(done) - 1} of them differently: the one with the most "
        "done counts. Delete the one that is out of date."
    )
    (same,) = told_twice({"a": its["a"], "c": its["a"]})
    assert str(same) == f"c: answers {len(done)} rows that a has answered too. Delete the one that is out of date."
    assert [*told_twice({"a": its["a"], "d": Diary(frame(later), (), ())})] == []
    blank = frame(session(START, "done"))
    blank["status"] = blank["status"].where(blank["status"] != "done")
    assert [*told_twice({"a": its["a"], "e": Diary(blank, (), ())})] == []


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
    assert "rows 236, 237, 238: date: " in err
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


def test_a_reason_of_many_rows_is_told_once(kit: Kit, plan: Plan) -> None:
    """With the first rows that it is said of, and how many more there are."""
    Path("study").mkdir()
    Path("study/plan.json").write_text(to_document(plan))
    days = [START + dt.timedelta(days=number) for number in range(3)]
    rows = frame(row for day in days for row in session(day, "done")).assign(plan_code=plan.code, status="maybe")
    rows.to_csv("study/diary.csv", index=False)
    code, _, err = kit("cohort", "study", "--as-of", ON.isoformat())
    assert code == 1
    (line,) = err.splitlines()
    assert line.startswith(f"diary.csv, rows 2, 3, 4 and {len(rows) - 3} more rows: status: “maybe” ")


def test_rows_of_days_to_come_are_told(kit: Kit, plan: Plan) -> None:
    """They do not count, and nobody has to guess why; rows that nobody filled in are none."""
    Path("study").mkdir()
    Path("study/plan.json").write_text(to_document(plan))
    days = [START + dt.timedelta(days=number) for number in range(3)]
    rows = frame(row for day in days for row in session(day, "done")).assign(plan_code=plan.code)
    rows["status"] = rows["status"].where(rows["date"] < pd.Timestamp(days[2]))
    rows.to_csv("study/diary.csv", index=False)
    later = len(session(START, "done"))
    _, out, _ = kit("cohort", "study", "--as-of", START.isoformat())
    assert f"Rows of days after {START}, which do not count: {later}." in out
    _, out, _ = kit("cohort", "study", "--as-of", START.isoformat(), "--json")
    assert json.loads(out)["later"] == later
    _, out, _ = kit("cohort", "study", "--as-of", (START + dt.timedelta(days=1)).isoformat())
    assert "do not count:" not in out


def test_nothing_is_written_into_the_study_that_is_read(kit: Kit, study: Path) -> None:
    """Its tables would be taken for diaries the next time."""
    for words in (("cohort", study, "-o", study / "paper"), ("registry", study, study / "registry")):
        code, _, err = kit(*words)
        said = " ".join(err.replace("│", " ").split())
        assert code == 2
        assert (
            "in the folder that is read, where its files would be taken for diaries. Choose one outside of it." in said
        )
    assert not (study / "paper").exists()
    assert not (study / "registry").exists()


def test_a_day_that_is_none_is_told_in_words(kit: Kit, study: Path) -> None:
    code, _, err = kit("cohort", study, "--as-of", "2026-13-40")
    said = " ".join(err.replace("│", " ").split())
    assert code == 2
    assert "“2026-13-40” is no day of the calendar, as year, month and day. Write it like 2026-06-29." in said
