"""The published limits of doses: each worked case with all that it finds, and a naive second implementation."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.schedule import Schedule
from kit.plan.template import template, templates
from kit.review.dosed import Dosed
from kit.review.finding import Finding
from kit.review.quantities import OF_ITEM, OF_PLAN
from kit.timing.session import steps_of
from kit.words.numbers import clock as by_the_clock
from tests.review.conftest import limits_of

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)
TABLE: dict[str, Any] = json.loads(Path(__file__).with_name("limit_cases.json").read_text(encoding="utf-8"))
BY = rules()
TIMED = {"sets": 1, "reps": 1, "hold_s": 0, "tempo_s": 0}
NEW = {row[0] for row in TABLE["item_limits"]}


def planned(library: Library, exercise: str, dose: dict[str, Any], days: dict[str, int], context: Context) -> Plan:
    changes: dict[str, Any] = {**dose, "schedule": Schedule(**days)} if days else dose
    return EMPTY.add(library[exercise], **changes).describe(context=context)


def found(library: Library, plan: Plan) -> list[Finding]:
    return limits_of(plan, library)


def quantity(finding: Finding) -> str:
    name = finding.key.split()[1]
    return BY.limits[name].quantity if name in BY.limits else name


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_worked_case(library: Library, case: dict[str, Any]) -> None:
    """Each quantity has the published value, and each finding of the published table is there, and no other."""
    plan = planned(library, case["exercise"], case["dose"], case["schedule"], Context(age=50))
    dosed = Dosed(plan.items[0], library[case["exercise"]])
    values = {name: OF_ITEM[name] for name in case["quantities"]}
    assert {name: of(dosed) or 0 for name, of in values.items()} == pytest.approx(case["quantities"])
    told = [
        [f.level, quantity(f), round(float(f.key.split()[3]), 1)]
        for f in found(library, plan)
        if f.item and quantity(f) in NEW
    ]
    expected = [[level, name, round(value, 1)] for level, name, value in case["findings"]]
    strength = library[case["exercise"]].category == "strength"
    earlier = [
        ["CAUTION", "reps", 100],
        ["CAUTION", "sets", 10],
        ["INFO", "sets", 1],
    ]  # of strength work, another table
    told = [one for one in told if not (strength and one in earlier)]
    assert sorted(told, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("exercise", "dose", "days", "expected"),
    [
        (
            "heel_raise_single",
            {"sets": 3, "reps": 15},
            {"days_a_week": 7, "times_a_day": 2},
            [
                "CAUTION strength_days_unset i1 7",
                "CAUTION strength_reps_week_many i1 630",
            ],
        ),
        ("walking", {"duration_s": 1800}, {"days_a_week": 7}, []),
        ("walking", {"duration_s": 3000}, {"days_a_week": 7}, ["CAUTION walk_week_long i1 350"]),
        (
            "quad_set",
            {"reps": 10, "hold_s": 60},
            {"days_a_week": 7, "times_a_day": 3},
            ["CAUTION hold_effort_long i1 60", "ERROR held_day_impossible i1 1800", "CAUTION item_day_long i1"],
        ),
        ("bridge", {}, {"days_a_week": 7, "times_a_day": 3}, ["CAUTION strength_days_unset i1 7", "CAUTION strength_reps_week_many i1 420"]),
        ("quad_set", {}, {"days_a_week": 7}, []),
        ("step_up", {"effort_target": 5}, {"days_a_week": 5}, []),
        ("step_up", {"effort_target": 6}, {"days_a_week": 5}, ["CAUTION strength_days_many i1 5"]),
        ("step_up", {}, {"days_a_week": 5}, ["CAUTION strength_days_unset i1 5"]),
        ("step_up", {}, {"days_a_week": 4}, []),
        ("gastroc_stretch", {}, {"days_a_week": 7}, []),
    ],
)  # fmt: skip
def test_a_dose_of_days_and_weeks(
    library: Library, exercise: str, dose: dict[str, Any], days: dict[str, int], expected: list[str]
) -> None:
    """By the day, by the week, and strength work without an effort; all findings of the item but hints."""
    plan = planned(library, exercise, dose, days, Context(age=50))
    keys = [f.key for f in found(library, plan) if f.item and f.level != "INFO"]
    assert len(keys) == len(expected)
    assert all(key.startswith(start) for key, start in zip(keys, expected, strict=True)), keys


def test_a_low_effort_may_be_daily(library: Library) -> None:
    """It is a hint that it may be too little, and no question of 48 hours."""
    plan = planned(library, "step_up", {"effort_target": 4}, {"days_a_week": 5}, Context(age=50))
    assert [f.key for f in found(library, plan)] == ["INFO effort_low i1 4"]


def test_the_words(library: Library) -> None:
    """The value, why, and the mend, of an item, a day and a week."""
    plan = planned(library, "side_bridge_knees", {**TIMED, "duration_s": 600}, {}, Context(age=50))
    plan = plan.add(library["walking"], duration_s=10_740, schedule=Schedule(days_a_week=5, times_a_day=10))
    plan = plan.add(library["bridge"], schedule=Schedule(days_a_week=5))
    side, walk, bridge = (library[name].patient_name for name in ("side_bridge_knees", "walking", "bridge"))
    told = [
        str(f)
        for f in found(library, plan)
        if f.level in ("ERROR", "CAUTION") and quantity(f) not in ("session_min", "times_a_day")
    ]
    assert told == [
        f"ERROR  i1, {side}: 600 s in one hold. A hold above 3 minutes is likely a typing error. [design choice (D)] Check the number of seconds.",
        f"CAUTION  i1, {side}: 600 s of holding a day. More than 5 minutes of holding in a day. [design choice (D)] Take holds, sets or times a day away.",
        f"ERROR  i2, {walk}: 1790 min of aerobic work a day. More than 3 hours in a day is likely a typing error. [design choice (D)] Check minutes and times a day.",
        f"ERROR  i2, {walk}: 8950 min of aerobic work a week. More than 15 hours in a week is likely a typing error. [design choice (D)] Check minutes, days and times a day.",
        f"CAUTION  i3, {bridge}: 5 days a week. No effort is set; it is judged as hard work. 48 hours between. [Garber2011 (S)] 2 to 3 days a week, or set a lower effort.",
        f"ERROR  plan: {minutes(plan, 'day')} on the fullest day. More than 3 hours on one day is likely a typing error. [design choice (D)] Check sets, repetitions, rests and times a day.",
        f"ERROR  plan: {minutes(plan, 'week')} in a week. More than 15 hours in a week is likely a typing error. [design choice (D)] Check sets, repetitions, days and times a day.",
    ]  # fmt: skip


def minutes(plan: Plan, of: str) -> str:
    value = OF_PLAN["day_min" if of == "day" else "week_min"](plan)
    assert value
    return by_the_clock(round(value * 60))


@pytest.mark.parametrize(
    ("seconds", "days", "expected"),
    [
        (1785, 7, ["INFO session_some"]),
        (1845, 7, ["CAUTION session_long", "INFO day_some"]),
        (3585, 5, ["CAUTION session_long", "INFO day_some"]),
        (3645, 4, ["CAUTION session_long", "CAUTION day_long"]),
        (3645, 5, ["CAUTION session_long", "CAUTION day_long", "CAUTION week_long"]),
    ],
)
def test_the_day_and_the_week_of_a_plan(library: Library, seconds: int, days: int, expected: list[str]) -> None:
    """30, 60 and 180 minutes of the fullest day, 300 and 900 of the week, above each; 15 s to set up count."""
    plan = planned(library, "walking", {"duration_s": seconds}, {"days_a_week": days}, Context(age=50))
    assert [" ".join(f.key.split()[:2]) for f in found(library, plan) if f.item is None] == expected


def test_no_default_dose_breaks_a_limit(library: Library) -> None:
    """None of the 53 exercises, nor any template, has more than a hint."""
    assert len(library) == 53
    for exercise in library:
        assert [str(f) for f in found(library, EMPTY.add(exercise)) if f.level != "INFO"] == []
    for name in templates():
        plan = template(name).plan(library, "P-001", START)
        assert [str(f) for f in found(library, plan) if f.level != "INFO"] == []


# A naive second implementation: straight from the published tables, by name.


def naive_quantities(item: Prescription, exercise: Exercise) -> dict[str, float]:
    """Every published quantity of a dose that it has."""
    dose, days, times = item.dose, item.schedule.each_week, item.schedule.times_a_day
    still = exercise.category == "stretch" or exercise.work in (None, "hold")
    clock = dose.duration_s or 0
    both = 2 if item.sides == "each" else 1
    hold = (clock if still else 0) if clock else dose.hold_s
    work = clock or dose.reps * (dose.hold_s + dose.tempo_s)
    whole = steps_of([item]).total_s
    values: dict[str, float] = {"held_s": hold, "sets": dose.sets, "item_day_min": whole * times / 60}
    if clock:
        values["moving_s"] = 0 if still else clock
    else:
        reps = dose.sets * dose.reps * times
        values |= {"reps": dose.reps, "reps_day": reps, "reps_week": reps * days}
    stretch = dose.sets * dose.reps * hold * times
    values |= {"stretch_day_s": stretch, "stretch_week_s": stretch * days}
    if still or (exercise.category == "strength" and hold >= 10):
        values["held_day_s"] = stretch
    walk = both * dose.sets * work * times / 60
    return {**values, "walk_day_min": walk, "walk_week_min": walk * days}


def naive(item: Prescription, exercise: Exercise, context: Context) -> Iterator[tuple[str, str]]:
    """Level and quantity of each finding above a limit."""
    values = naive_quantities(item, exercise)
    for name, categories, info, caution, error in TABLE["item_limits"]:
        if exercise.category in categories and name in values:
            for level, limit in (("ERROR", error), ("CAUTION", caution), ("INFO", info)):
                if limit is not None and values[name] > limit:
                    yield level, name
                    break
    load = item.dose.load_kg
    first_caution, first_error, _ = TABLE["load_limits_kg"][exercise.load_class or naive_class(exercise)]
    fragile = {"falls_risk", "osteoporosis", "pregnancy", "pregnancy_warning", "recent_surgery"}
    halved = (context.age or 0) >= 65 or any(c.condition in fragile for c in context.conditions)
    if load and load > first_error:
        yield "ERROR", "first_load"
    elif load and first_caution is not None and load > first_caution / (1 + halved):
        yield "CAUTION", "first_load"


def naive_class(exercise: Exercise) -> str:
    if exercise.category != "strength" or exercise.region in ("neck", "thoracic"):
        return "none"
    return "other_strength"


counted = st.builds(
    Dose,
    sets=st.integers(1, 10),
    reps=st.one_of(st.integers(1, 20), st.integers(1, 100)),
    hold_s=st.one_of(st.integers(0, 20), st.integers(0, 300)),
    tempo_s=st.integers(1, 20),
    rest_rep_s=st.integers(0, 60),
    rest_set_s=st.integers(0, 120),
    load_kg=st.none() | st.integers(0, 60).map(lambda n: n / 2),
)
timed = st.builds(
    Dose,
    sets=st.integers(1, 4),
    duration_s=st.one_of(st.integers(1, 400), st.integers(1, 10_800)),
    load_kg=st.none() | st.integers(0, 60).map(lambda n: n / 2),
)
contexts = st.builds(
    Context,
    age=st.none() | st.sampled_from([50, 64, 65, 80]),
    conditions=st.lists(
        st.builds(ConditionInForce, condition=st.sampled_from(["osteoporosis", "gtps", "recent_surgery", "pregnancy"])),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=1000)
@given(
    exercise=st.sampled_from(list(Library.load())),
    dose=counted | timed,
    days=st.builds(Schedule, days_a_week=st.integers(1, 7), times_a_day=st.integers(1, 10)),
    sides=st.sampled_from(["left", "each", "both"]),
    context=contexts,
    unsaid=st.booleans(),
)
def test_any_dose_agrees_with_a_naive_second_implementation(
    exercise: Exercise, dose: Dose, days: Schedule, sides: Any, context: Context, unsaid: bool
) -> None:
    """Every level and quantity of the published tables, for any exercise, one that says nothing of its work too."""
    if unsaid:
        exercise = exercise.model_copy(update={"id": "own_one", "work": None, "load_class": None})
    item = Prescription(item_id="i1", exercise_id=exercise.id, sides=sides, lead_side="left", dose=dose, schedule=days)
    plan = EMPTY.model_copy(update={"items": (item,), "context": context})
    told = [f for f in limits_of(plan, [(item, exercise)]) if f.item]
    published = {f"{quantity(f)}": f.level for f in told if above(f)}
    assert published == {name: level for level, name in naive(item, exercise, context)}


def above(finding: Finding) -> bool:
    """Whether a finding is one of the published rows: of a highest value, that no other table has."""
    name = finding.key.split()[1]
    if name == "first_load":
        return True
    limit = BY.limits.get(name)
    if limit is None or limit.above is None or limit.when != type(limit.when)():
        return False
    return any(
        limit.quantity == row[0] and set(limit.categories) & set(row[1]) and limit.above in row[2:]
        for row in TABLE["item_limits"]
    )
