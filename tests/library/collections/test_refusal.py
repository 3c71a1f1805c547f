"""An exercise that no clinician has completed goes into no plan, by no way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.errors import PlanError
from kit.library.collections.read import import_collection
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

START = dt.date(2026, 6, 1)
TOLD = (
    "the exercise “fedb_floor_leg_slide” is not complete: region, position, sides, feel, precautions, tags, dose still"
    " to be filled in. Fill these fields in fedb_floor_leg_slide.toml in your exercises folder, then take them out of"
    " needs_clinician."
)


@pytest.fixture
def imported(data: Path) -> Exercise:
    return import_collection("free-exercise-db", [data / "exercises.json"]).exercises[0]


@pytest.fixture
def empty() -> Plan:
    return Plan.begin("P-001", start=START)


def test_a_plan_refuses_it(imported: Exercise, empty: Plan) -> None:
    """The message names the exercise, the missing fields and the mend."""
    with pytest.raises(PlanError) as caught:
        empty.add(imported)
    assert str(caught.value) == f"plan P-001 version 1: {TOLD}"


def test_once_complete_it_is_taken(imported: Exercise, empty: Plan) -> None:
    """With nothing open the same exercise goes in."""
    assert len(empty.add(imported.model_copy(update={"needs_clinician": ()})).items) == 1


def test_a_plan_that_has_it_already_is_not_issued(imported: Exercise, empty: Plan) -> None:
    """A plan made while it was complete is held back when it is open again."""
    plan = empty.add(imported.model_copy(update={"needs_clinician": ()}))
    assert [str(f) for f in resolve(plan, Library([imported])).faults] == [f"plan P-001, item i1: {TOLD}"]
    with pytest.raises(PlanError):
        finalised(resolve(plan, Library([imported])), "A. Physio", START)


def test_an_open_exercise_is_not_signed_off(imported: Exercise) -> None:
    """Signed off and open exclude each other."""
    with pytest.raises(ValueError, match="signed off, but region, position"):
        Exercise.model_validate({**dict(imported), "review": "signed_off"})
