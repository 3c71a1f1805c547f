"""What synthetic patients say of the activities that matter to them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kit.adherence.activities import activity_days, times_asked
from kit.diary.columns import ACTIVITIES
from kit.diary.read import read_diary
from kit.samples.clinic import Patient
from kit.samples.matters import OWN_WORDS
from kit.timing.asking import asking_weeks
from kit.timing.days import DAY
from tests.samples.conftest import ON


def test_every_second_patient_names_one_or_two(large: tuple[Patient, ...]) -> None:
    """In words of the list, the same in each version of her plan."""
    for number, patient in enumerate(large, 1):
        for plan in patient.plans:
            assert (len(plan.activities) in (1, 2)) == (number % 2 == 0)
            assert set(plan.activities) <= set(OWN_WORDS)
            assert plan.activities == patient.plans[0].activities
    used = Counter(name for patient in large for name in patient.plans[0].activities)
    assert set(used) == set(OWN_WORDS)


def test_she_is_scored_once_in_a_week_that_asks(small: tuple[Patient, ...], tmp_path: Path) -> None:
    """All of her activities on one day of it, each 0 to 10, and never in another week; the diary is read whole."""
    scored = 0
    for patient in small:
        for sheet in patient.sheets:
            (tmp_path / sheet.name).write_bytes(sheet.content)
            read = read_diary(tmp_path / sheet.name, patient.plans)
            assert len(read.rejects) == sheet.refused
            plan = next(plan for plan in patient.plans if plan.version == sheet.version)
            told = read.rows[read.rows[[*ACTIVITIES]].notna().any(axis="columns")]
            weeks = [(day.date() - plan.start) // DAY // 7 + 1 for day in told["date"]]
            assert len(weeks) == len(set(weeks))
            assert set(weeks) <= set(asking_weeks(plan))
            assert (told[[*ACTIVITIES]].notna().sum(axis="columns") == len(plan.activities)).all()
            days = activity_days(read.rows, patient.plans, ON)
            assert days["value"].between(0, 10).all()
            assert len(weeks) <= times_asked(patient.plans, ON)
            scored += len(weeks)
    assert scored >= 6


def test_some_activity_goes_better_and_some_worse(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """And most have more than one score, so that a line can be drawn."""
    ways: Counter[int] = Counter()
    for patient in large[1::2]:
        for sheet in patient.sheets[:1]:
            (tmp_path / sheet.name).write_bytes(sheet.content)
            days = activity_days(read_diary(tmp_path / sheet.name, patient.plans).rows, patient.plans, ON)
            for _, own in days.groupby("activity"):
                first, last = int(own["value"].iloc[0]), int(own["value"].iloc[-1])
                ways[0 if len(own) < 2 else (last > first) - (last < first) or 2] += 1
    assert ways[1] > ways[-1] > 0
