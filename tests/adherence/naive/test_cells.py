"""The smallest thing that is counted: the answer for one exercise on one side."""

from __future__ import annotations

from typing import Any

import pytest

from kit.plan.plan import Plan
from tests.adherence.naive.cell import Cell, by_side, is_wholly_done, sides


def cell(side: str, status: Any = "done", *amounts: int | None, item: str = "i1", exercise: str | None = None) -> Cell:
    return Cell(item, exercise, side, status, *amounts)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (("not_done",), ("partial",)),
        (("partial", 9, 9, 9, 9), ("done",)),
        (("done",), ("done", 0)),
        (("done", 1, 9), ("done", 2, 0)),
        (("done", 1, 1, 9), ("done", 1, 2, 0)),
        (("done", 1, 1, 1, 9), ("done", 1, 1, 2, 0)),
        (("done", 1, 1, 1, 1), ("done", 1, 1, 1, 2)),
    ],
)
def test_of_two_answers_the_one_with_more_counts(four: Plan, less: tuple[Any, ...], more: tuple[Any, ...]) -> None:
    """By status, then sets, repetitions, those of the last set, seconds; what is told is more than what is not."""
    one, two = cell("left", *less), cell("left", *more)
    for given in ([one, two], [two, one]):
        assert by_side(given, four.items[0]) == {"left": two}


def test_an_answer_of_another_item_or_exercise_is_another_ones(four: Plan) -> None:
    """Where a row names no exercise, its item does."""
    item = four.items[0]
    cells = [cell("left", item="i2"), cell("right", exercise="walking"), cell("both", exercise=item.exercise_id)]
    assert list(by_side(cells, item)) == ["both"]


def test_sides_as_a_diary_writes_them(four: Plan) -> None:
    assert sides(four.items[0]) == ("right", "left")
    assert sides(four.adjust("i1", sides="both").items[0]) == ("both",)
    assert sides(four.adjust("i1", sides="left").items[0]) == ("left",)


@pytest.mark.parametrize(
    ("right", "left", "wholly"),
    [("done", "done", True), ("done", "partial", False), ("not_done", "done", False), ("done", None, False)],
)
def test_wholly_done_is_every_side(four: Plan, right: str, left: str | None, wholly: bool) -> None:
    """None of them in part, and none left out; a side that is not due is not asked for."""
    cells = [cell("right", right), *([cell("left", left)] if left else [])]
    assert is_wholly_done(cells, four.items[0]) is wholly
    assert is_wholly_done([cell("left")], four.adjust("i1", sides="left").items[0])


def test_done_is_wholly_or_in_part() -> None:
    assert [cell("left", status).is_done for status in ("not_done", "partial", "done")] == [False, True, True]
