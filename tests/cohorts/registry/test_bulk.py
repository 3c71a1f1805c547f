"""Plans and diaries go out as FHIR in bulk and come back: the same answers, the same counts, and no label on the way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from fhir.resources.R4B import get_fhir_model_class

from kit.clinic import Clinic
from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.registry.bulk import read_bulk, write_bulk
from kit.cohorts.registry.counted import Counted, counted_patients
from kit.diary.columns import ANSWERS, REQUIRED
from kit.diary.read import Diary
from kit.errors import ContentError, MachineError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from tests.cohorts.conftest import ON

Kit = Callable[..., tuple[int, str, str]]
PLACE = ["plan_code", "plan_version", "week", "date", "slot", "item_id", "side"]
SAID = list(dict.fromkeys((*REQUIRED, *ANSWERS)))
FEW = 6


@pytest.fixture(scope="module")
def few(given: tuple[list[Plan], list[Diary]]) -> tuple[list[Plan], pd.DataFrame]:
    """The plans of some patients with all their rows."""
    plans, diaries = given
    codes = list(dict.fromkeys(plan.code for plan in plans))[:FEW]
    rows = pd.concat([diary.rows for diary in diaries])
    return [plan for plan in plans if plan.code in codes], rows[rows["plan_code"].isin(codes)]


@pytest.fixture(scope="module")
def bulk(few: tuple[list[Plan], pd.DataFrame], library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bulk")
    plans, rows = few
    write_bulk(folder, [resolve(plan, library) for plan in plans], rows, Clinic(), Catalogue())
    return folder


def resources(folder: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for path in sorted(folder.glob("*.ndjson")) for line in path.read_text().splitlines()]


def said(rows: pd.DataFrame) -> pd.DataFrame:
    told = rows[rows[list(ANSWERS)].notna().any(axis=1)]
    return told[SAID].sort_values(PLACE).reset_index(drop=True)


def test_what_was_said_comes_back(few: tuple[list[Plan], pd.DataFrame], bulk: Path, tmp_path: Path) -> None:
    """Row for row, cell for cell; nothing of it is left behind."""
    plans, rows = few
    again, diary = read_bulk(bulk, tmp_path)
    assert {(p.code, p.version, p.patient_code, p.start, p.until) for p in again} == {
        (p.code, p.version, p.patient_code, p.start, p.until) for p in plans
    }
    assert len(said(rows)) > 100
    pd.testing.assert_frame_equal(said(diary), said(rows))
    assert list(tmp_path.iterdir()) == []


def test_it_is_counted_the_same(few: tuple[list[Plan], pd.DataFrame], bulk: Path, tmp_path: Path) -> None:
    its: Cohort = cohort(*few, ON)
    found = counted_patients(*read_bulk(bulk, tmp_path), ON)
    for one, other in zip(found, Counted(its.patient_weeks, its.patients), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_every_line_is_a_resource_of_its_file_and_leads_to_one_that_is_there(bulk: Path) -> None:
    """FHIR takes each; a reference names kind and id of a resource in the same folder; each id stands once."""
    every = resources(bulk)
    names = [f"{one['resourceType']}/{one['id']}" for one in every]
    assert len(names) == len(set(names))
    for path in bulk.glob("*.ndjson"):
        kinds = {json.loads(line)["resourceType"] for line in path.read_text().splitlines()}
        assert kinds == {path.stem}
    for one in every[:: max(1, len(every) // 60)]:
        get_fhir_model_class(one["resourceType"]).model_validate(one)
    led = [word for one in every for word in json.dumps(one).split('"reference": "')[1:]]
    assert {word.partition('"')[0] for word in led} <= set(names)
    assert sum(one["resourceType"] == "Patient" for one in every) == FEW


def test_no_label_goes_out(few: tuple[list[Plan], pd.DataFrame], bulk: Path) -> None:
    labels = {plan.plan_id for plan in few[0]} | {plan.patient for plan in few[0] if plan.patient}
    text = json.dumps(resources(bulk))
    assert not [label for label in labels if label in text]


def test_the_same_gives_the_same_bytes(
    few: tuple[list[Plan], pd.DataFrame], bulk: Path, library: Library, tmp_path: Path
) -> None:
    plans, rows = few
    written = write_bulk(tmp_path, [resolve(plan, library) for plan in plans], rows, Clinic(), Catalogue())
    assert {path.name: path.read_bytes() for path in written} == {p.name: p.read_bytes() for p in bulk.iterdir()}


def test_what_is_none_of_the_kits_is_refused(bulk: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"holds no plans in bulk that this kit has made. Give such a folder.$"):
        read_bulk(tmp_path, tmp_path)
    (tmp_path / "CarePlan.ndjson").write_text("{}\n")
    with pytest.raises(ContentError, match=r"^CarePlan.ndjson, line 1: is no resource. Export it again.$"):
        read_bulk(tmp_path, tmp_path)


def test_files_that_are_broken_are_told(bulk: Path, tmp_path: Path) -> None:
    """Bytes that are no text, and a plan that is none; a blank line is nothing."""
    for path in bulk.iterdir():
        shutil.copy(path, tmp_path)
    binary = {"resourceType": "Binary", "id": "b", "data": "no"}
    (tmp_path / "Binary.ndjson").write_text(f"\n{json.dumps(binary)}\n")
    with pytest.raises(ContentError, match=r"^Binary/b: holds no plan that this kit has made. Export it again.$"):
        read_bulk(tmp_path, tmp_path)
    (tmp_path / "Binary.ndjson").write_bytes(b"\xff\xfe")
    with pytest.raises(MachineError, match=r"^.*Binary.ndjson: byte 0 is not UTF-8 text"):
        read_bulk(tmp_path, tmp_path)


def test_the_commands_out_and_back_in(kit: Kit, study: Path) -> None:
    """From a study to resources in bulk, from these to a registry: the same patients and shares, but for blank rows."""
    few = Path("few")
    for folder in sorted(study.iterdir())[:FEW]:
        shutil.copytree(folder, few / folder.name)
    kit("registry", "few", "bulk", "--as", "fhir")
    kit("registry", "bulk", "reg")
    _, cohort_out, _ = kit("cohort", "few", "--as-of", ON.isoformat())
    code, out, _ = kit("adherence", "--log", "reg", "--as-of", ON.isoformat())
    assert code == 0
    assert out.splitlines()[:6] == cohort_out.splitlines()[:6]
    code, _, err = kit("registry", "few", "other", "--as", "csv")
    assert (code, "'csv' is not one of parquet, fhir." in err) == (2, True)
