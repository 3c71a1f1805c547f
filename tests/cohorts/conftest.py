"""A cohort of synthetic patients, with their files, and the frames of many fuzzed diaries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from kit.cohorts.cohort import Cohort, cohort
from kit.diary.read import Diary, frame, read_diary
from kit.plan.code import new_code
from kit.plan.plan import Plan
from kit.samples.clinic import Patient, clinic
from tests.adherence import fuzz

ON = dt.date(2026, 6, 29)


@pytest.fixture
def plan(four: Plan) -> Plan:
    return four


@pytest.fixture(scope="session")
def sample() -> tuple[Patient, ...]:
    return clinic(3, 30, ON)


@pytest.fixture(scope="session")
def study(sample: tuple[Patient, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder a patient: the plan of each version, and the diaries that came back."""
    from kit.plan.document import to_document

    base = tmp_path_factory.mktemp("study")
    for number, patient in enumerate(sample):
        folder = base / f"{number:02d}"
        folder.mkdir()
        for plan in patient.plans:
            (folder / f"plan-v{plan.version}.json").write_text(to_document(plan))
        for sheet in patient.sheets:
            (folder / sheet.name).write_bytes(sheet.content)
    return base


@pytest.fixture(scope="session")
def given(sample: tuple[Patient, ...], study: Path) -> tuple[list[Plan], list[Diary]]:
    plans = [plan for patient in sample for plan in patient.plans]
    return plans, [read_diary(path, plans) for path in sorted(study.rglob("*.csv"))]


@pytest.fixture(scope="session")
def of_sample(given: tuple[list[Plan], list[Diary]]) -> Cohort:
    return cohort(*given, ON)


Fuzzed = tuple[list[list[Plan]], pd.DataFrame]


@pytest.fixture(scope="session")
def fuzzed() -> Callable[[int, int], Fuzzed]:
    """So many diaries drawn from a seed, every third patient with two plans: the versions of each plan, and all rows."""

    def drawn(seed: int, count: int) -> Fuzzed:
        random = Random(seed)
        every, rows, whose = [], [], new_code(random)
        for number in range(count):
            plans, its, _ = fuzz.case(random)
            whose = whose if number % 3 == 2 else new_code(random)
            every.append([plan.model_copy(update={"patient_code": whose}) for plan in plans])
            rows += its
        return every, frame(rows)

    return drawn
