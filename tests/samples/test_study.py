"""A synthetic study as files: the same bytes for the same seed, and each file what the patients sent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kit.cohorts.folder import read_study
from kit.samples.clinic import clinic
from kit.samples.study import sample_study

ON = dt.date(2026, 6, 29)


def test_a_study_is_its_patients(tmp_path: Path) -> None:
    sample_study(tmp_path / "one", 5, 3, ON)
    sample_study(tmp_path / "two", 5, 3, ON)
    one, two = (
        {path.relative_to(base): path.read_bytes() for path in base.rglob("*") if path.is_file()}
        for base in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two
    patients = clinic(5, 3, ON)
    found = read_study(tmp_path / "one")
    assert set(found.plans) == {plan for patient in patients for plan in patient.plans}
    assert {path.name: content for path, content in one.items() if path.suffix == ".csv"} == {
        sheet.name: sheet.content for patient in patients for sheet in patient.sheets
    }
    assert repr(found) == "StudyFolder(3 patients, 4 plan versions, 3 diaries; 0 rows refused, 0 files left out)"
