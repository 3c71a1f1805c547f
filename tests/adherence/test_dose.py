"""The dose done against the dose planned, worked by hand (6.3 and 6.5 of the specification)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest

from kit.adherence.dose import DoseDone
from kit.adherence.measure import measure
from kit.diary.rows import Row
from kit.library.library import Library
from kit.plan.plan import Plan
from tests.adherence.conftest import WHOLE, entry, june, only, rows_of, session


def dose(plan: Plan, *rows: Row | list[Row]) -> DoseDone:
    return measure([plan], rows_of(*rows), june(8)).dose


def hold(side: str, reps: int | None, seconds: int | None, status: str = "done", sets: int | None = 1) -> Row:
    return entry(june(1), status, side=side, sets_done=sets, reps_done=reps, hold_done_s=seconds)


def test_worked_sessions(four: Plan) -> None:
    """Planned 2 x 30 s on each side: (a) right 2 x 30, left 1 x 20 -> 80 of 120; (b) right 4 x 30, left 0 -> 60."""
    plan = only(four, "i1")
    assert dose(plan, hold("right", 2, 30), hold("left", 1, 20, "partial")) == DoseDone(
        1, 1, Fraction(2, 3), "s", 80, 120
    )
    assert dose(plan, hold("right", 4, 30), entry(june(1), "not_done")) == DoseDone(1, 1, Fraction(1, 2), "s", 60, 120)


@pytest.mark.parametrize(
    "left",
    [
        None,
        hold("left", None, 30),
        hold("left", 2, None),
        hold("left", 2, 30, sets=None),
        entry(june(1), None, side="left"),
    ],
)
def test_what_is_left_open_is_not_guessed(four: Plan, left: Row | None) -> None:
    """A session that does not tell all of it counts among those done, not among those that tell."""
    rows = [hold("right", 2, 30), *([left] if left else [])]
    assert dose(only(four, "i1"), *rows) == DoseDone(1, 0)


def test_only_sessions_done(four: Plan) -> None:
    """A session that was not done is in the share of sessions, not once more in the dose."""
    plan = only(four, "i1")
    found = dose(plan, session(june(1), "done", **WHOLE), session(june(2), "not_done"), session(june(3), "done"))
    assert found == DoseDone(2, 1, Fraction(1), "s", 120, 120)


def test_a_hold_that_was_broken_off(four: Plan) -> None:
    """No repetition to its end, and 20 s of the first."""
    found = dose(only(four, "i1"), hold("right", 0, 20, "partial", sets=0), hold("left", 2, 30))
    assert (found.done, found.planned) == (80, 120)


def test_repetitions(four: Plan, library: Library) -> None:
    """2 sets of 10, the last one of 6: 16 of 20. A bridge's short hold does not make it a hold."""
    plan = only(four.add(library["bridge"]), "i5")
    row = entry(june(1), "partial", item_id="i5", side="both", sets_done=2, reps_done=10, hold_done_s=2)
    last = entry(june(1), "partial", item_id="i5", side="both", sets_done=2, reps_done=10, reps_last_set=6)
    if plan.items[0].schedule.weekdays is None:
        row, last = (type(row)(2, {**one.values, "date": None}, ()) for one in (row, last))
    assert dose(plan, row) == DoseDone(1, 1, Fraction(1), "reps", 20, 20)
    assert dose(plan, last) == DoseDone(1, 1, Fraction(4, 5), "reps", 16, 20)


def test_by_the_clock(four: Plan, library: Library) -> None:
    """300 s of a walk of 600 s, of which no set came to its end."""
    plan = only(four.add(library["walking"]), "i5").adjust("i5", duration_s=600)
    row = entry(None, "partial", item_id="i5", side="both", sets_done=0, hold_done_s=300)
    assert dose(plan, row) == DoseDone(1, 1, Fraction(1, 2), "s", 300, 600)


def test_seconds_and_repetitions(four: Plan, library: Library) -> None:
    """The mean over exercises and sides: 60 of 60 s, 30 of 60 s and 10 of 20 repetitions are (1 + 1/2 + 1/2) / 3."""
    daily = four.items[0].schedule
    plan = only(four.add(library["bridge"], schedule=daily), "i1", "i5")
    bridge = entry(june(1), "partial", item_id="i5", side="both", sets_done=1, reps_done=10)
    found = dose(plan, hold("right", 2, 30), hold("left", 1, 30, "partial"), bridge)
    assert found == DoseDone(1, 1, Fraction(2, 3), None, None, None)
    assert found.as_dict()["share"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(("hold", "unit", "planned"), [(3, "reps", 20), (4, "reps", 20), (5, "s", 100)])
def test_what_is_mostly_held_is_counted_in_seconds(
    four: Plan, library: Library, hold: int, unit: Literal["s", "reps"], planned: int
) -> None:
    """Held for longer than it moves, 4 s here; as long is not mostly."""
    daily = four.items[0].schedule
    plan = only(four.add(library["bridge"], schedule=daily, sets=2, reps=10, hold_s=hold, tempo_s=4), "i5")
    row = entry(june(1), "done", item_id="i5", side="both", sets_done=2, reps_done=10, hold_done_s=hold)
    assert dose(plan, row) == DoseDone(1, 1, Fraction(1), unit, planned, planned)
