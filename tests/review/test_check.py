"""A review gives findings for any plan, in words that fit the numbers, and raises nothing."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from kit.library.dose import Dose
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.check import check
from kit.review.quantities import OF_ITEM, OF_PLAN, called

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)


def test_what_cannot_be_checked_is_an_error_and_raises_nothing(library: Library) -> None:
    """Unknown exercises and conditions, and an empty plan, are findings with the nearest name."""
    unknown = EMPTY.add(library["bridge"].model_copy(update={"id": "brigde"}))
    unknown = unknown.describe(context=Context(conditions=(ConditionInForce(condition="gtsp"),)))
    errors = [str(f) for f in check(unknown, library) if f.level == "ERROR"]
    assert len(errors) == 2
    assert "Did you mean “bridge”?" in errors[0]
    assert "Did you mean “gtps”?" in errors[1]
    assert next(f.level for f in check(EMPTY, library)) == "ERROR"


@given(data=st.data())
def test_check_never_raises_on_content(library: Library, data: st.DataObject) -> None:
    """Any legal dose, context and mix of exercises gives findings, never an exception; keys name them one by one."""
    plan = EMPTY
    for exercise in data.draw(st.lists(st.sampled_from(list(library)), min_size=1, max_size=4)):
        dose = data.draw(
            st.builds(
                Dose,
                sets=st.integers(1, 10),
                reps=st.integers(1, 100),
                hold_s=st.integers(0, 300),
                tempo_s=st.integers(1, 60),
                rest_set_s=st.integers(0, 600),
                effort_target=st.none() | st.integers(0, 10),
                load_kg=st.none() | st.integers(0, 50_000).map(lambda n: n / 100),
            )
        )
        plan = plan.add(exercise).adjust(
            f"i{len(plan.items) + 1}", **(dose.model_dump() if exercise.dose.duration_s is None else {})
        )
    context = data.draw(
        st.builds(
            Context,
            age=st.none() | st.integers(0, 120),
            conditions=st.lists(
                st.builds(
                    ConditionInForce,
                    condition=st.sampled_from(["gtps", "tka", "acute_fracture", "nwb", "nonsense"]),
                    side=st.sampled_from([None, "left", "right", "both"]),
                    region=st.sampled_from([None, "hip", "neck"]),
                    until=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
                    since=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
                ),
                max_size=3,
            ).map(tuple),
            support=st.sampled_from([None, True, False]),
        )
    )
    found = check(plan.describe(context=context), library)
    assert all(f.where and f.what and f.why and f.source and f.mend for f in found)


ONE_OF_MANY = re.compile(r"\b1 (sets|days|weeks|minutes|exercises|times|sides|repetitions|months|years|sessions)\b")


@given(data=st.data())
def test_one_is_never_many(library: Library, data: st.DataObject) -> None:
    """No finding says "1 sets": over all exercises and any small dose, one of a thing is called by its own word."""
    few = st.integers(1, 2)
    plan = EMPTY.describe(context=Context(age=data.draw(few), minutes_a_day=1))
    exercises = data.draw(st.lists(st.sampled_from(list(library)), min_size=1, max_size=3))
    for exercise in exercises:
        dose: ItemChanges = {"sets": data.draw(few), "reps": data.draw(few), "effort_target": 9}
        if data.draw(st.booleans()):
            dose |= {"schedule": Schedule(days_a_week=data.draw(few), times_a_day=data.draw(few))}
        plan = plan.add(
            exercise, **(dose if exercise.dose.duration_s is None else {"schedule": Schedule(days_a_week=1)})
        )
    for finding in check(plan, library):
        assert not ONE_OF_MANY.search(f"{finding} {finding.what} {finding.why} {finding.mend}")


def test_every_counted_quantity_knows_its_one() -> None:
    """Each quantity of the limits, at the value 1 and at 2, in words that fit the number."""
    said = {quantity: (called(quantity, 1), called(quantity, 2)) for quantity in [*OF_ITEM, *OF_PLAN]}
    assert not any(ONE_OF_MANY.search(one) for one, _ in said.values())
    assert said["sets"] == ("1 set", "2 sets")
    assert said["reps"] == ("1 repetition", "2 repetitions")
    assert said["days_a_week"] == ("1 day a week", "2 days a week")
    assert said["times_a_day"] == ("1 time a day", "2 times a day")
    assert said["exercises"] == ("1 exercise", "2 exercises")
    assert said["session_min"] == ("a session of 1 min", "a session of 2 min")
