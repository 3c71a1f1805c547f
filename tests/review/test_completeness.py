"""What a plan says of itself: each entry by its name, missing alone where it is not said, and with how to say it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.resolved import resolve
from kit.review.completeness import Completeness, cert, fitt_vp

START = dt.date(2026, 6, 1)
ABOUT = Reporting(
    provider="A", progression_rule="P", advice="none", tailoring="tailored", tailored_how="By pain.", start_rule="8"
)
NAMES = {
    "1": ("Equipment", "Add exercises; each names its equipment."),
    "2": ("Provider and qualification", "Name the therapist and the qualification."),
    "3": ("Alone or in a group", ""),
    "4": ("Supervision and delivery", "Say how the plan is supervised."),
    "5": ("How adherence is measured", "Add exercises; the diary measures it."),
    "6": ("Motivation", "Write down the patient's goal."),
    "7a": ("Rule of progression", "Say when the plan will be made harder."),
    "7b": ("How it progresses", "Set a review date."),
    "8": ("Each exercise described", "Add exercises."),
    "9": ("Home part", "Add exercises."),
    "10": ("Parts that are no exercise", "Write the advice given, or “none”."),
    "11": ("Adverse events", "Add exercises; the diary asks for pain and help signs."),
    "12": ("Setting", "Say where it is done."),
    "13": ("Dose", "Add exercises with a dose."),
    "14a": ("Generic or tailored", "Say whether the plan is tailored."),
    "14b": ("How it is tailored", "Say how it was tailored to the patient."),
    "15": ("Starting level", "Say how the starting dose was found."),
    "16a": ("How fidelity is measured", "Add exercises; the diary measures it."),
}


@pytest.fixture
def full(library: Library) -> Plan:
    """A plan that says everything."""
    plan = Plan.begin("P-001", START, context=Context(goal="Stairs."), reporting=ABOUT)
    return plan.add(library["bridge"], effort_target=6).describe(review_on=START + dt.timedelta(days=28))


def missing(found: Completeness) -> list[str]:
    return [entry.number for entry in found.missing]


def test_the_entries_of_cert(full: Plan, library: Library) -> None:
    """In the order of the checklist, each with its mend; all of them said here."""
    found = cert(resolve(full, library))
    assert {entry.number: (entry.name, entry.mend) for entry in found.entries} == NAMES
    assert [entry.number for entry in found.entries] == list(NAMES)
    assert (found.said, found.missing, found.as_dict()) == (18, (), {"said": 18, "of": 18, "missing": []})


@pytest.mark.parametrize(
    ("about", "numbers"),
    [
        ({"provider": ""}, ["2"]),
        ({"supervision": ""}, ["4"]),
        ({"progression_rule": ""}, ["7a"]),
        ({"advice": ""}, ["10"]),
        ({"setting": ""}, ["12"]),
        ({"tailoring": None}, ["14a"]),
        ({"tailored_how": ""}, ["14b"]),
        ({"tailored_how": "", "tailoring": "generic"}, []),
        ({"tailored_how": "", "tailoring": None}, ["14a", "14b"]),
        ({"start_rule": ""}, ["15"]),
    ],
)
def test_what_is_not_said_is_missing_by_itself(
    full: Plan, library: Library, about: dict[str, Any], numbers: list[str]
) -> None:
    """A plan for everybody needs no word of how it was tailored."""
    plan = full.describe(reporting=ABOUT.model_copy(update=about))
    found = cert(resolve(plan, library))
    assert missing(found) == numbers
    assert [entry["number"] for entry in found.as_dict()["missing"]] == numbers
    assert found.as_dict()["said"] == 18 - len(numbers)


def test_goal_review_and_exercises(full: Plan, library: Library) -> None:
    """Each is missed where it is not there; what follows from the exercises all at once."""
    assert missing(cert(resolve(full.describe(context=Context()), library))) == ["6"]
    assert missing(cert(resolve(full.describe(review_on=None), library))) == ["7b"]
    assert missing(cert(resolve(full.remove("i1"), library))) == ["1", "5", "8", "9", "11", "13", "16a"]


def test_the_entries_of_fitt_vp(full: Plan, library: Library) -> None:
    """Five of each exercise by its name, and two of the plan."""
    found = fitt_vp(resolve(full, library))
    assert [(entry.number, entry.name, entry.said) for entry in found.entries] == [
        ("F", "i1, Hip lift: frequency", True),
        ("I", "i1, Hip lift: intensity", True),
        ("T", "i1, Hip lift: time", True),
        ("T", "i1, Hip lift: type", True),
        ("V", "i1, Hip lift: volume", True),
        ("P", "Progression: rule", True),
        ("P", "Progression: review", True),
    ]
    bare = full.describe(reporting=Reporting(), review_on=None)
    assert [(entry.name, entry.mend) for entry in fitt_vp(resolve(bare, library)).missing] == [
        ("Progression: rule", "Say when the plan will be made harder."),
        ("Progression: review", "Set a review date."),
    ]


@pytest.mark.parametrize(
    ("exercise", "dose", "said"),
    [
        ("bridge", {}, False),
        ("bridge", {"effort_target": 0}, True),
        ("bridge", {"load_kg": 2.0}, True),
        ("bridge", {"load_kg": 0.0}, False),
        ("bridge", {"band": "red"}, True),
        ("walking", {}, False),
        ("standing_itb_stretch", {}, True),
        ("single_leg_stance", {}, True),
    ],
)
def test_how_hard_an_exercise_is(library: Library, exercise: str, dose: dict[str, Any], said: bool) -> None:
    """Strength and endurance need an effort, a load or a band; others carry theirs."""
    plain = library[exercise].model_copy(
        update={"dose": library[exercise].dose.model_copy(update={"effort_target": None})}
    )
    known = resolve(Plan.begin("P-001", START).add(plain, **dose), library)
    (intensity,) = [entry for entry in fitt_vp(known).entries if entry.number == "I"]
    assert (intensity.said, intensity.mend) == (said, "Set a target effort, a load or a band.")


def test_a_review_date_or_a_version_before_says_how_a_plan_progresses(library: Library, issued: Plan) -> None:
    """CERT 7b: either is enough, and with neither it is missing."""
    bare = Plan.begin("P-001", START).add(library["bridge"])
    dated = bare.describe(review_on=START + dt.timedelta(days=28))
    second = issued.new_version(START + dt.timedelta(days=7))
    missing = [{entry.number for entry in cert(resolve(plan, library)).missing} for plan in (bare, dated, second)]
    assert second.review_on is None
    assert ["7b" in numbers for numbers in missing] == [True, False, False]
