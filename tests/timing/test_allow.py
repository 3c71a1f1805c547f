"""The time to allow: what is on top of the session, and for whom."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import ResolvedPlan, resolve
from kit.timing.allow import Spot, spot_of, to_allow_s, transfer_s, way_s
from kit.timing.session import session_of

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()


def plan_of(*ids: str, **context: Any) -> ResolvedPlan:
    items = tuple(prescribe(LIBRARY[exercise_id], f"i{n}") for n, exercise_id in enumerate(ids, 1))
    return resolve(Plan.begin("P-001", START, items=items, context=Context(**context)), LIBRARY)


def ways(known: ResolvedPlan) -> list[int]:
    return [transfer_s(known, one, two) for one, two in itertools.pairwise(known.plan.items)]


def test_the_founding_four(four: Plan, library: Library) -> None:
    """680 s of exercise; 740 s to allow in the founding order, 720 s with the standing one last."""
    known = resolve(four, library)
    assert session_of(known).total_s == 680
    assert ways(known) == [10, 30, 20]
    assert to_allow_s(known) == 740
    assert to_allow_s(known, [four.item(i) for i in ("i1", "i2", "i4", "i3")]) == 720


@pytest.mark.parametrize(
    ("one", "two", "seconds"),
    [
        (("stand", ""), ("stand", ""), 0),
        (("floor", "back"), ("floor", "back"), 0),
        (("stand", ""), ("chair", ""), 5),
        (("chair", ""), ("stand", ""), 5),
        (("stand", ""), ("floor", "back"), 20),
        (("chair", ""), ("bed", "side"), 20),
        (("floor", "hands"), ("stand", ""), 30),
        (("bed", "back"), ("chair", ""), 30),
        (("floor", "back"), ("floor", "side"), 10),
        (("bed", "back"), ("bed", "front"), 10),
        (("floor", "back"), ("bed", "back"), 50),
    ],
)
def test_each_way(one: Spot, two: Spot, seconds: int) -> None:
    """Down to the floor or a bed, up again, over to another posture, between chair and standing; up and down from floor
    to bed."""
    assert way_s(one, two) == seconds


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({}, [20, 30]),
        ({"age": 64}, [20, 30]),
        ({"age": 65}, [40, 60]),
        ({"conditions": ({"condition": "falls_risk"},)}, [40, 60]),
        ({"conditions": ({"condition": "falls_risk", "until": START},)}, [20, 30]),
        ({"conditions": ({"condition": "hypertension"},)}, [20, 30]),
    ],
)
def test_whoever_may_fall_has_twice_the_time(context: dict[str, Any], expected: list[int]) -> None:
    """From 65 years on, or at risk of falls on the first day of the plan."""
    assert ways(plan_of("mini_squat", "bridge", "step_up", **context)) == expected


def test_a_bed_is_another_place_than_the_floor() -> None:
    """At 82 the bridge is done on a bed, and bird dog, which no bed does for, on the floor: up and down between them."""
    known = plan_of("bridge", "clamshell", "bird_dog", age=82)
    assert [spot_of(known, item) for item in known.plan.items] == [("bed", "back"), ("bed", "side"), ("floor", "hands")]
    assert ways(known) == [20, 100]


def test_a_bed_that_is_prescribed() -> None:
    """The surface of the item counts before what the patient needs."""
    known = plan_of("bridge", "clamshell")
    items = [known.plan.items[0].model_copy(update={"surface": "bed"}), known.plan.items[1]]
    assert to_allow_s(known, items) - to_allow_s(known) == 50 - 10


@pytest.mark.parametrize(
    ("exercise_id", "spot"),
    [
        ("prone_press_up", ("floor", "front")),
        ("clamshell", ("floor", "side")),
        ("half_kneeling_hip_flexor", ("floor", "kneel")),
        ("bridge", ("floor", "back")),
        ("chin_tuck", ("chair", "")),
        ("mini_squat", ("stand", "")),
    ],
)
def test_an_exercise_that_does_not_say_where_is_placed_by_its_tags(exercise_id: str, spot: Spot) -> None:
    known = plan_of(exercise_id)
    bare = Library([LIBRARY[exercise_id].model_copy(update={"base": None})])
    assert spot_of(resolve(known.plan, bare), known.plan.items[0]) == spot == spot_of(known, known.plan.items[0])


def test_what_is_on_top() -> None:
    """Warm-up and rests between items are in it; nothing to do takes no time, not even a warm-up."""
    known = plan_of("chin_tuck", "neck_rotation", "mini_squat")
    rested = resolve(known.plan.model_copy(update={"rest_ex_s": 20}), LIBRARY)
    assert to_allow_s(known) == 85 + 80 + 155 + 5
    assert to_allow_s(known, warm_up_s=300) == 85 + 80 + 155 + 5 + 300
    assert to_allow_s(rested) == 85 + 80 + 155 + 5 + 40
    assert to_allow_s(known, [], warm_up_s=300) == 0


@given(st.permutations(sorted(LIBRARY.exercises)).map(lambda ids: ids[:5]), st.sampled_from([None, 50, 82]))
def test_the_time_to_allow_is_never_less_than_the_session(ids: list[str], age: int | None) -> None:
    known = plan_of(*ids, age=age)
    items: tuple[Prescription, ...] = known.plan.items
    assert to_allow_s(known) == session_of(known).total_s + sum(ways(known))
    assert to_allow_s(known, items[:3]) <= to_allow_s(known)
