"""The exercises of a follow-up, by hand from small frames."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kit.followup.exercise_table import exercise_table
from kit.followup.pointer import Pointer
from kit.plan.plan import Plan
from kit.statistics.interval import wilson
from tests.followup.frames import On, days, frames_of, june


def test_a_row_of_each_exercise_in_the_order_of_the_plan(four: Plan) -> None:
    """Sessions due, done and wholly done, Wilson's interval of the share, and each session behind it. A reason of a
    whole session is none of the exercise."""
    first = four.items[0].item_id
    told = [*days(1, 4), On(june(5), "partial"), On(june(6), "not_done", reason="forgot"), On(june(7), "missing")]
    frames = frames_of(four, told)
    lines = exercise_table(frames.cells, frames.slots, frames.sessions)
    assert [line.item_id for line in lines] == [item.item_id for item in four.items]
    assert [line.place for line in lines] == [1, 2, 3, 4]
    line = lines[0]
    assert line.item_id == first
    assert (line.expected, line.done, line.wholly) == (Fraction(7), Fraction(5), Fraction(4))
    assert line.interval == pytest.approx(wilson(5, 7))
    assert line.reasons == ()
    assert line.rows == (*(Pointer(june(n), 1, n) for n in range(1, 7)), Pointer(june(7), 1, None))
    assert not line.is_gap


@pytest.mark.parametrize(("sessions", "known"), [(2, False), (3, True)])
def test_below_three_nothing_is_estimated(four: Plan, sessions: int, known: bool) -> None:
    """No interval and no median of the pain after."""
    frames = frames_of(four, days(1, sessions, pain=(1, 2, 4, 1)))
    line = exercise_table(frames.cells, frames.slots, frames.sessions)[0]
    assert (line.interval is not None) == known
    assert line.pain_after == (4.0 if known else None)


def test_a_side_that_is_left_out_is_a_gap(four: Plan) -> None:
    """Right done 20 times and left 10: told of the exercise with sides; 12 against 10 is no gap."""
    each = next(item for item in four.items if item.sides == "each")
    for right, gap in ((20, True), (12, False)):
        frames = frames_of(four, days(1, 20))
        its = (frames.cells["item_id"] == each.item_id) & (frames.cells["status"] == "done")
        for side, done in (("left", 10), ("right", right)):
            rows = frames.cells.index[its & (frames.cells["side"] == side)]
            frames.cells.loc[rows[done:], "status"] = "not_done"
        lines = {line.item_id: line for line in exercise_table(frames.cells, frames.slots, frames.sessions)}
        line = lines[each.item_id]
        assert {side.side: (int(side.done), int(side.expected)) for side in line.sides} == {
            "left": (10, 20),
            "right": (right, 20),
        }
        assert line.is_gap == gap


def test_a_reason_is_of_the_exercise_that_it_was_given_for(four: Plan) -> None:
    """The rest of the session was done: it stands at that exercise alone."""
    frames = frames_of(four, days(1, 4))
    first = frames.cells["item_id"] == four.items[0].item_id
    its = first & (frames.cells["date"] == "2026-06-02")
    frames.cells.loc[its, "status"] = "not_done"
    frames.cells.loc[its, "reason"] = "pain"
    lines = exercise_table(frames.cells, frames.slots, frames.sessions)
    assert [line.reasons for line in lines] == [(("pain", 1),), (), (), ()]


@pytest.mark.parametrize(("logged", "known"), [(13, False), (14, True)])
def test_no_percentage_of_what_is_not_logged(four: Plan, logged: int, known: bool) -> None:
    """Of 20 sessions 14 have to be logged; else how many were done is all that is said."""
    frames = frames_of(four, [*days(1, logged), *days(logged + 1, 20, status="missing")])
    line = exercise_table(frames.cells, frames.slots, frames.sessions)[0]
    assert (line.is_logged, line.interval is not None, "%" in line.share) == (known, known, known)
    assert f"{logged} of 20" in line.share
