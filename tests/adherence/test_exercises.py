"""Sessions of each exercise, and full sessions, against numbers worked by hand (10.2 of the specification)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kit.adherence.measure import measure
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from tests.adherence.conftest import entry, exactly, june, only, rows_of, session

FOUR = ("i1", "i2", "i3", "i4")


def test_one_part_of_one_exercise_each_day(four: Plan) -> None:
    """Seven days of i1 partly on the right and nothing else: sessions 7 of 7, full 0 of 7, i1 7 of 7, the rest 0."""
    days = [
        [entry(june(day), "partial", side="right"), *session(june(day), "not_done", FOUR[1:])] for day in range(1, 8)
    ]
    found = measure([four], rows_of(*days), june(8))
    assert (found.pooled.done, found.pooled.full, found.pooled.expected) == exactly(7, 0, 7)
    counts: list[tuple[object, ...]] = [(e.item_id, e.done, e.wholly, e.partly, e.expected) for e in found.exercises]
    assert counts == [("i1", 7, 0, 7, 7), ("i2", 0, 0, 0, 7), ("i3", 0, 0, 0, 7), ("i4", 0, 0, 0, 7)]


@pytest.mark.parametrize(
    ("right", "left", "done", "wholly"),
    [
        ("done", "done", 1, 1),
        ("done", "partial", 1, 0),
        ("done", "not_done", 1, 0),
        ("done", None, 1, 0),
        ("not_done", "partial", 1, 0),
        ("not_done", "not_done", 0, 0),
    ],
)
def test_wholly_is_every_side(four: Plan, right: str, left: str | None, done: int, wholly: int) -> None:
    """A side that is left out, cut short or not answered makes the exercise a part of one, and the session not full."""
    rows = rows_of(entry(june(1), right, side="right"), entry(june(1), left, side="left"))
    found = measure([only(four, "i1")], rows, june(2))
    assert [(e.done, e.wholly) for e in found.exercises] == [exactly(done, wholly)]
    assert found.pooled.full == wholly


def test_full_is_every_exercise_that_was_due(four: Plan) -> None:
    """i2 is due on Mondays alone, so that i1 by itself is a full session on Tuesday and none on Monday."""
    plan = only(four, "i1", "i2").adjust("i2", schedule=Schedule(weekdays=("mon",)))
    found = measure([plan], rows_of(session(june(1), "done"), session(june(2), "done")), june(3))
    assert (found.pooled.done, found.pooled.full) == exactly(2, 1)
    assert [(e.done, e.expected) for e in found.exercises] == [exactly(2, 2), exactly(0, 1)]


def test_days_of_the_patients_choice(four: Plan) -> None:
    """Over 4 days, 3 a week expects 12/7 and 5 a week 20/7; what is done is capped there, for each exercise."""
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(days_a_week=3))
    plan = plan.adjust("i2", schedule=Schedule(days_a_week=5))
    done = [session(None, "done", ("i1", "i2"), slot=slot) for slot in (1, 2)]
    found = measure([plan], rows_of(*done), june(5))
    assert [(e.done, e.expected) for e in found.exercises] == [
        (Fraction(12, 7), Fraction(12, 7)),
        (Fraction(2), Fraction(20, 7)),
    ]
    assert (found.pooled.done, found.pooled.full) == exactly(2, 2)


def test_full_on_days_of_the_patients_choice(four: Plan) -> None:
    """i2 alone is all of Tuesday and Saturday, so that two sessions of it are full, whatever their number, and no more."""
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(days_a_week=3))
    plan = plan.adjust("i2", schedule=Schedule(days_a_week=5))
    for count, full in ((1, 1), (2, 2), (3, 2), (5, 2)):
        alone = [session(None, "done", ("i2",), slot=slot) for slot in range(7 - count, 7)]
        found = measure([plan], rows_of(*alone), june(8))
        assert (found.pooled.done, found.pooled.full) == exactly(count, full)


def test_an_extra_session_counts_for_no_exercise(four: Plan) -> None:
    """Nothing was due on Saturday."""
    plan = only(four, "i1").adjust("i1", schedule=Schedule(weekdays=("mon",)))
    found = measure([plan], rows_of(session(june(6), "done")), june(8))
    assert (found.pooled.extra, found.pooled.full) == exactly(1, 0)
    assert [(e.done, e.expected) for e in found.exercises] == [exactly(0, 1)]


def test_versions_are_summed_by_item_and_exercise(issued: Plan, library: Library) -> None:
    """i1 goes on over both versions; i5, new in the second one, has the days of that one, and comes last."""
    draft = issued.new_version(june(4))
    second = only(draft.add(library["bridge"], schedule=issued.items[0].schedule), "i1", "i5")
    done = [session(june(day), "done", plan_version=1 if day < 4 else 2) for day in range(1, 6)]
    found = measure([issued, second], rows_of(*done), june(6))
    counts: list[tuple[object, ...]] = [(e.item_id, e.done, e.expected) for e in found.exercises]
    assert counts == [("i1", 5, 5), ("i2", 0, 3), ("i3", 0, 3), ("i4", 0, 3), ("i5", 0, 2)]


def test_an_id_of_another_exercise_is_another_one(issued: Plan) -> None:
    """The first version's i1 was not the second one's: rows of the old sheet count for neither after the change."""
    other = issued.items[1].model_copy(update={"item_id": "i1"})
    second = only(issued.new_version(june(2)), "i1").model_copy(update={"items": (other,)})
    found = measure([issued, second], rows_of(session(june(1), "done"), session(june(2), "done")), june(3))
    counts: list[tuple[object, ...]] = [
        (e.item_id, e.exercise_id, e.done, e.expected) for e in found.exercises if e.item_id == "i1"
    ]
    assert counts == [("i1", issued.items[0].exercise_id, 1, 1), ("i1", other.exercise_id, 0, 1)]


def test_of_two_answers_for_one_side_the_better_counts(four: Plan) -> None:
    """As from two diaries, in whichever order."""
    rows = [entry(june(1), "done", side="right"), entry(june(1), "done"), entry(june(1), "not_done")]
    for given in (rows, rows[::-1]):
        assert measure([only(four, "i1")], rows_of(given), june(2)).exercises[0].wholly == 1


def test_frame(four: Plan) -> None:
    """Fixed types, with rows and without."""
    names = ["item", "exercise", "name", "expected", "done", "wholly", "partly"]
    types = ["string", "string", "string", "float64", "float64", "float64", "float64"]
    empty = measure([four], rows_of(), june(1)).by_exercise()
    told = measure([four], rows_of(session(june(1), "done")), june(2)).by_exercise()
    assert list(empty.columns) == list(told.columns) == names
    assert [str(kind) for kind in empty.dtypes] == [str(kind) for kind in told.dtypes] == types
    assert told[["expected", "done", "wholly", "partly"]].to_numpy().tolist() == [[1, 1, 1, 0], *[[1, 0, 0, 0]] * 3]
