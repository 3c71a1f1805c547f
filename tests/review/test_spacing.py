"""Strength work on neighbouring days: told where fixed weekdays could leave a day between, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import WEEKDAYS, Schedule, Weekday
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.spacing import LIMIT, spacing

START = dt.date(2026, 6, 1)
Days = tuple[Weekday, ...]


def found(library: Library, *items: tuple[str, Schedule]) -> list[Finding]:
    plan = Plan.begin("P-001", START)
    for exercise, schedule in items:
        plan = plan.add(library[exercise], schedule=schedule)
    return list(spacing(resolve(plan, library)))


def on(*days: Weekday) -> Schedule:
    return Schedule(weekdays=days)


def test_the_message(library: Library) -> None:
    """Squat on Monday and Tuesday: leave a day between."""
    (finding,) = found(library, ("mini_squat", on("mon", "tue")))
    name = library["mini_squat"].patient_name
    assert finding == Finding(
        level="CAUTION",
        where=f"i1, {name}",
        what="is on Monday and Tuesday.",
        why="Muscles that were worked hard need about 48 hours.",
        source="Garber2011 (S)",
        mend="Leave a day between.",
        key="CAUTION spacing i1 mini_squat",
        item="i1",
    )


@pytest.mark.parametrize(
    ("days", "what"),
    [
        (("mon", "wed", "fri"), None),
        (("mon",), None),
        (("mon", "thu"), None),
        (("sun", "mon"), "is on Sunday and Monday."),
        (("mon", "tue", "wed"), "is on Monday and Tuesday, Tuesday and Wednesday."),
        (("mon", "fri", "sat"), "is on Friday and Saturday."),
        (("mon", "tue", "thu", "sat"), None),
        (WEEKDAYS, None),
    ],
)
def test_where_it_could_be_avoided(library: Library, days: Days, what: str | None) -> None:
    """Up to three days a week, Sunday next to Monday; four of seven have neighbours whatever one does."""
    assert [one.what for one in found(library, ("mini_squat", on(*days)))] == ([what] if what else [])


@pytest.mark.parametrize("exercise", ["quad_set", "bird_dog", "side_bridge_knees", "curl_up"])
def test_what_may_be_done_daily(library: Library, exercise: str) -> None:
    """The four that the limit of days a week leaves out are left out here, and no others are."""
    assert library[exercise].category == "strength"
    assert exercise in rules().limits[LIMIT].exempt
    assert len(rules().limits[LIMIT].exempt) == 4
    assert found(library, (exercise, on("mon", "tue"))) == []


@pytest.mark.parametrize("exercise", ["walking", "gastroc_stretch", "tandem_stance", "pelvic_tilt"])
def test_strength_alone(library: Library, exercise: str) -> None:
    """A stretch, balance, mobility or a walk may follow on the day after."""
    assert library[exercise].category != "strength"
    assert found(library, (exercise, on("mon", "tue"))) == []


def test_days_that_the_patient_picks(library: Library) -> None:
    """Are proposed apart, and are not looked at."""
    assert found(library, ("mini_squat", Schedule(days_a_week=3))) == []
    assert found(library, ("mini_squat", Schedule(days_a_week=2)), ("step_up", on("tue"))) == []


def test_two_exercises_of_one_region(library: Library) -> None:
    """One on the day after the other; what one of them says by itself is not said again; other regions may follow."""
    squat, step = library["mini_squat"], library["step_up"]
    assert squat.region == step.region == "knee"
    (finding,) = found(library, (squat.id, on("mon", "thu")), (step.id, on("tue")))
    assert finding.where == f"i2, {step.patient_name}"
    assert finding.what == f"and {squat.patient_name} (i1) are for the knee, on Monday and Tuesday."
    assert finding.key == "CAUTION spacing i2 step_up i1 mini_squat"
    (other,) = found(library, (squat.id, on("tue")), (step.id, on("mon", "thu")))
    assert other.what == f"and {squat.patient_name} (i1) are for the knee, on Monday and Tuesday."
    same = found(library, (squat.id, on("mon", "tue")), (step.id, on("mon", "tue")))
    assert [one.key for one in same] == ["CAUTION spacing i1 mini_squat", "CAUTION spacing i2 step_up"]
    assert found(library, (squat.id, on("mon", "thu")), (step.id, on("mon", "thu"))) == []
    assert library["heel_raise_double"].region == "ankle_foot"
    assert found(library, (squat.id, on("mon")), ("heel_raise_double", on("tue"))) == []


def test_the_review_tells_it(library: Library) -> None:
    """Among the findings of a plan."""
    plan = Plan.begin("P-001", START).add(library["mini_squat"], schedule=on("mon", "tue"))
    assert "CAUTION spacing i1 mini_squat" in [finding.key for finding in check(plan, library)]
