"""A diary with every defect of the field, and the numbers that a person works out by hand.

Two versions: one exercise on both sides, daily from 1 June; from 15 June on Monday to Friday. Report on 2 July.

| day | what came back | it is |
|---|---|---|
| 1 June | done, worst pain 0 | done, full; a pain of 0 is a rating |
| 2 June | done, and once more from a second diary: not done | done, full; of two answers the better counts |
| 3 June | right done, left blank | done, not full |
| 4 June | both sides partly | done, not full |
| 5 June | not done | not done |
| 6 June | rows printed, nothing filled in | missing |
| 7 June | no row | missing |
| 8 to 14 June | done | 7 done, full |
| 15, 16 June, sheet of version 1 | done | 4 rows refused: version 2 was in force |
| 15, 17, 18, 19 June | done | 4 done, full; 16 June is missing |
| 20 June, a Saturday | done | extra, in no share |
| 24 June | done, written down on 1 July | done, full, 7 days late; 22, 23, 25, 26 June are missing |
| 29, 30 June, 1 July | done | 3 done, full; the week goes over the end of the month |
| 2 July | no row | the day of the report is not over |
| 6 July | done | ahead of the report: not counted |
"""

from __future__ import annotations

import datetime as dt

import pytest

from kit.adherence.entries import entries
from kit.adherence.measure import Adherence, measure
from kit.adherence.placed import placed
from kit.adherence.sides import by_side
from kit.diary.rows import Row
from kit.errors import ContentError
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from tests.adherence.conftest import entry, exactly, june, only, rows_of, session

WORKDAYS = Schedule(weekdays=("mon", "tue", "wed", "thu", "fri"))


def july(day: int) -> dt.date:
    return dt.date(2026, 7, day)


def versions(four: Plan) -> list[Plan]:
    first = only(four, "i1")
    later = {"version": 2, "start": june(15), "review_on": july(10)}
    return [first, first.adjust("i1", schedule=WORKDAYS).model_copy(update=later)]


def diary() -> list[Row | list[Row]]:
    second = [*map(june, (15, 17, 18, 19, 20, 29, 30)), july(1), july(6)]
    return [
        session(june(1), "done", pain_worst=0),
        [*session(june(2), "done"), *session(june(2), "not_done")],
        [entry(june(3), "done", side="right"), entry(june(3), None, side="left")],
        session(june(4), "partial"),
        session(june(5), "not_done"),
        [entry(june(6), None, side="right"), entry(june(6), None, side="left")],
        *(session(june(day), "done") for day in range(8, 17)),
        *(session(day, "done", plan_version=2) for day in second),
        session(june(24), "done", plan_version=2, logged_at="2026-07-01T08:00:00+01:00"),
    ]


@pytest.fixture
def found(four: Plan) -> Adherence:
    return measure(versions(four), rows_of(*diary()), july(2))


def test_the_counts(found: Adherence) -> None:
    """1 June on: 14 = 11 + 1 + 2, 15 June on: 5 + 5 + 3 = 8 + 0 + 5; full 9 and 8; 4 rows of the old sheet refused."""
    table: list[tuple[object, ...]] = [
        (c.expected, c.done, c.not_done, c.missing, c.full, c.extra)
        for c in (*(version.counts for version in found.versions), found.pooled)
    ]
    assert table == [(14, 11, 1, 2, 9, 0), (13, 8, 0, 5, 8, 1), (27, 19, 1, 7, 17, 1)]
    assert (found.unplaced, found.refused) == (1, 4)


def test_the_weeks(found: Adherence) -> None:
    """The last one has three days that are over, and ends in July."""
    table: list[tuple[object, ...]] = [
        (w.first, w.last, w.active_days, w.counts.expected, w.counts.done, w.counts.extra) for w in found.weeks
    ]
    assert table == [
        (june(1), june(7), 7, 7, 4, 0),
        (june(8), june(14), 7, 7, 7, 0),
        (june(15), june(21), 7, 5, 4, 1),
        (june(22), june(28), 7, 5, 1, 0),
        (june(29), july(5), 3, 3, 3, 0),
    ]


def test_the_exercise_its_sides_and_the_pain(found: Adherence) -> None:
    """Of 27 sessions the right side was done in 19, the left in 18; pain was told once, and it was 0."""
    (exercise,) = found.exercises
    assert (exercise.expected, exercise.done, exercise.wholly) == exactly(27, 19, 17)
    sides = by_side(found.frames.cells)[["side", "done", "expected"]].to_numpy().tolist()
    assert sides == [["left", 18, 27], ["right", 19, 27]]
    assert [(r.sessions, r.median, r.highest) for r in found.ratings if r.name == "pain_worst"] == [(1, 0.0, 0)]
    assert entries(found.frames.sessions)[["told", "back_filled"]].to_numpy().tolist() == [[1, 1]]


def test_the_calendar(found: Adherence) -> None:
    """A session on a day of rest leaves it one; what is printed and blank is missing."""
    days = found.frames.days.set_index("date")["day_is"]
    assert days[:"2026-06-07"].tolist() == ["done", "done", "partial", "partial", "not_done", "missing", "missing"]
    assert days["2026-06-15":"2026-06-21"].tolist() == ["done", "missing", "done", "done", "done", "rest", "rest"]
    assert days["2026-07-01":"2026-07-03"].tolist() == ["done", "ahead", "ahead"]


def test_an_entry_after_the_end_is_refused_by_name(four: Plan) -> None:
    late = rows_of(session(july(10), "done", plan_version=2))
    with pytest.raises(ContentError) as caught:
        measure(versions(four), late, july(20))
    assert str(caught.value) == (
        "diary, row 2: date 2026-07-10 is not in version 2 of plan P-001, which has the days 2026-06-15 to 2026-07-09 "
        "(in 2 rows). Correct it, or leave the row out."
    )


def test_when_the_clock_changes(four: Plan) -> None:
    """On 25 October the hour from 2 to 3 comes twice: the session stays on its day, at its local hour, entered at once."""
    october = dt.date(2026, 10, 24)
    plan = only(four, "i1").model_copy(update={"start": october, "review_on": october + dt.timedelta(days=3)})
    moments = {24: "23:50:00+02:00", 25: "02:30:00+01:00", 26: "00:10:00+01:00"}
    rows = [
        session(dt.date(2026, 10, day), "done", started_at=f"2026-10-{day}T{at}", logged_at=f"2026-10-{day}T{at}")
        for day, at in moments.items()
    ]
    found = placed([plan], rows_of(*rows), dt.date(2026, 10, 27))
    assert found.weeks[["expected", "done"]].to_numpy().tolist() == [[3, 3]]
    assert found.sessions[["hour", "lag_days"]].to_numpy().tolist() == [[23, 0], [2, 0], [0, 0]]
