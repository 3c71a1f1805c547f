"""What a version of a plan has, to its last day and week; and whose a row is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.diary.prescribed import Prescribed, Shelf, Stranger
from kit.diary.values import CellError
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule

DAY = dt.timedelta(days=1)


def held(plan: Plan, *more: Plan, **options: Any) -> Shelf:
    return Shelf(lambda _: [plan, *more], **options)


def version(plan: Plan) -> Prescribed:
    found = held(plan).of(plan.code, None, plan.version)
    assert isinstance(found, Prescribed)
    return found


@pytest.mark.parametrize(("days", "weeks"), [(1, 1), (7, 1), (8, 2), (28, 4), (29, 5)])
def test_a_week_that_has_begun_is_one(four: Plan, days: int, weeks: int) -> None:
    """The last one may be short, and the next one is refused by name."""
    one = version(four.describe(review_on=four.start + days * DAY))
    assert one.weeks == weeks
    assert list(one.refusals({"week": weeks})) == []
    assert list(one.refusals({"week": weeks + 1})) == [
        f"week {weeks + 1} is not in version 1 of plan P-001, which has {weeks}. Copy it from the handout."
    ]
    assert [one.has(four.start + n * DAY) for n in (-1, 0, days - 1, days)] == [False, True, True, False]


def test_of_many_items_the_first_ten_are_named(four: Plan, library: Any) -> None:
    """The rest is counted; where there are none, that is said."""
    for count, said in (
        (10, "i1, i2, i3, i4, i5, i6, i7, i8, i9, i10"),
        (12, "i1, i2, i3, i4, i5, i6, i7, i8, i9, i10 and 2 more"),
    ):
        plan = four
        for _ in range(count - 4):
            plan = plan.add(library["bridge"])
        assert list(version(plan).refusals({"item_id": "i99"})) == [
            f"item i99 is not in version 1 of plan P-001. It has {said}."
        ]
    empty = four.model_copy(update={"items": ()})
    assert list(version(empty).refusals({"item_id": "x" * 70})) == [
        f"item {'x' * 60}… is not in version 1 of plan P-001. It has no exercises."
    ]


def test_all_reasons_of_a_row_come_at_once(four: Plan) -> None:
    """Week, exercise, side and dose; what a row does not say is not held against it."""
    found = {
        "week": 9,
        "item_id": "i1",
        "exercise_id": "x",
        "side": "both",
        "sets_done": 11,
        "reps_done": 21,
        "reps_last_set": 20,
    }
    assert [reason.split(" is ")[0] for reason in version(four).refusals(found)] == [
        "week 9",
        "exercise x",
        "side both",
        "sets_done 11",
        "reps_done 21",
    ]
    assert list(version(four).refusals({"item_id": "i1"})) == []
    assert list(version(four).refusals({"item_id": "i1", "exercise_id": None, "week": None, "sets_done": 0})) == []


def test_a_day_is_the_one_that_the_plan_leaves(four: Plan) -> None:
    """Of its days, else of the printed week, else of those on which the item is due; two that are left are none."""
    plan = four.describe(review_on=dt.date(2026, 7, 20)).adjust("i1", schedule=Schedule(weekdays=("mon",)))
    one, both = version(plan), (dt.date(2026, 6, 8), dt.date(2026, 7, 7))  # a Monday, a Tuesday of week 6
    assert (
        one.day("x", dt.date(2026, 6, 8), {}) == one.day("x", (dt.date(2026, 5, 1), dt.date(2026, 6, 8)), {}) == both[0]
    )
    assert [one.day("x", both, {"week": week}) for week in (2, 6)] == list(both)
    assert one.day("x", both, {"item_id": "i1"}) == both[0]
    for values in ({}, {"item_id": "i9"}, {"item_id": "i2"}, {"week": 3}):
        with pytest.raises(CellError) as caught:
            one.day("x", both, values)
        assert (caught.value.what, caught.value.mend) == (
            "“x” could be two different days of version 1 of plan P-001.",
            f"Write it as {both[0]}.",
        )
    with pytest.raises(CellError) as caught:
        one.day("x", dt.date(2026, 7, 20), {})
    assert (caught.value.what, caught.value.mend) == (
        "“x” is not in version 1 of plan P-001, which has the days 2026-06-01 to 2026-07-19.",
        "Correct it, or use the diary of that time.",
    )


def test_whose_a_row_is(four: Plan) -> None:
    """The plan's with the code, or where no code is given with the label; else it is a stranger's."""
    assert held(four).of(None, "P-001", 1) == held(four).of(four.code, "other", 1) == version(four)
    assert held(four).of("BCDFGHJF", "P-001", 1) == Stranger(
        "BCDFGHJF", "plan_code: no plan here has the code BCDFGHJF. Use the diary of this plan."
    )
    assert held(four).of(None, "P-002", 1) == Stranger(
        "P-002", "plan_id: no plan here has the label “P-002”. Use the diary of this plan."
    )


def test_a_version_that_is_not_there(issued: Plan) -> None:
    """Those that are there are named in order."""
    two = issued.new_version(issued.start + DAY)
    assert held(two, issued).of(issued.code, None, 3) == "plan P-001 has no version 3. It has 1, 2."


def test_a_label_of_two_plans(four: Plan, issued: Plan) -> None:
    """It says whose a row is only where one of them alone has the version."""
    twin = four.model_copy(update={"code": "BCDFGHJF"})
    codes = ", ".join(sorted((four.code, "BCDFGHJF")))
    told = f"plan_id: 2 plans have the label P-001: {codes}. Write the right one into a column plan_code."
    assert held(four, twin).of(None, "P-001", 1) == held(four, twin).of(None, "P-001", 7) == told
    later = four.model_copy(update={"code": "BCDFGHJF", "version": 2})
    found = held(four, later).of(None, "P-001", 2)
    assert isinstance(found, Prescribed)
    assert (found.code, found.version) == ("BCDFGHJF", 2)


def test_rows_of_a_version_that_are_not_taken(four: Plan) -> None:
    """The reason is that of whoever asked; without one the version is taken."""
    assert (
        held(four, refuse=lambda plan: f"version {plan.version} is closed.").of(four.code, None, 1)
        == "version 1 is closed."
    )
    assert held(four, refuse=lambda _: "").of(four.code, None, 1) == version(four)


def test_a_plan_is_looked_up_once(four: Plan) -> None:
    """Each code or label and version, however many rows ask."""
    asked: list[str] = []
    shelf = Shelf(lambda name: asked.append(name) or [four])  # type: ignore[func-returns-value]
    for code, label, number in (
        (four.code, "a", 1),
        (four.code, "b", 1),
        (four.code, "a", 2),
        (None, "P-001", 1),
        (None, "P-001", 1),
    ):
        shelf.of(code, label, number)
    assert asked == [four.code, four.code, "P-001"]
