"""A patient of two exercises over two weeks, worked by hand: one on Mondays, one on 3 days of the patient's choice.

Full weeks have both on Monday, and the second one on Wednesday and Friday: one session on its day, two of free choice.
A pause takes 3 and 4 June out; on the 10th, two Mondays were due, and 2 * 5/7 and 2 * 2/7 sessions of free choice. Done
were Monday, Tuesday, Friday and Saturday of the first week, in the pause, and far ahead; not done was the second Monday.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pandas as pd
import pytest

from kit.adherence.counts import Counts
from kit.adherence.measure import Adherence, measure
from kit.adherence.report import report
from kit.adherence.sentences import CAVEAT, RULE
from kit.diary.read import Diary
from kit.errors import ContentError
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.plan.versions import in_force
from tests.adherence.conftest import START, entry, june, only, rows_of, session
from tests.adherence.naive.expected import free_a_week, weeks
from tests.adherence.naive.sessions import answered, by_session, sessions
from tests.shown import texts

SEVENTH = Fraction(1, 7)


@pytest.fixture
def plan(four: Plan) -> Plan:
    plan = only(four, "i1", "i2").adjust("i1", schedule=Schedule(weekdays=("mon",)))
    return plan.adjust("i2", schedule=Schedule(days_a_week=3)).pause(june(3), june(5))


@pytest.fixture
def found(plan: Plan) -> Adherence:
    done = [session(june(day), "done", ("i2",)) for day in (2, 5, 6)]
    first = session(june(1), "done", ("i1", "i2"))
    return measure(
        [plan],
        rows_of(
            first, *done, session(june(3), "done"), session(june(8), "not_done", week=2), session(june(20), "done")
        ),
        june(10),
    )


def test_the_counts_of_each_week(found: Adherence) -> None:
    """What is done of free choice is capped; the rest of it is told apart."""
    first = Counts(1 + 10 * SEVENTH, 1 + 10 * SEVENTH, Fraction(0), 3 - 10 * SEVENTH, 1, 1 + 10 * SEVENTH)
    second = Counts(1 + 4 * SEVENTH, not_done=Fraction(1))
    assert [(w.week, w.first, w.last, w.active_days, w.counts) for w in found.weeks] == [
        (1, june(1), june(7), 5, first),
        (2, june(8), june(14), 2, second),
    ]
    assert [(v.plan_version, v.start, v.end, v.counts) for v in found.versions] == [
        (1, START, june(29), Counts(Fraction(4), first.done, Fraction(1), first.over, 1, first.full))
    ]
    assert (found.pooled, found.unplaced) == (found.versions[0].counts, 1)
    exercises: list[tuple[object, ...]] = [(e.item_id, e.expected, e.done, e.wholly) for e in found.exercises]
    assert exercises == [
        ("i1", 2, 1, 1),
        ("i2", 3, 15 * SEVENTH, 15 * SEVENTH),
    ]


def test_the_report_of_it(found: Adherence) -> None:
    """What was beyond the agreed number, on other days, or without a day, is told and not counted."""
    assert report(found) == [
        "P-001, up to 10 June 2026. Part done: 61 % (about 2 of 4) of the sessions done, could be on either side of "
        "80 %, between 14 % and 90 %. Full sessions: 61 % (about 2 of 4).",
        RULE,
        "Done about 2, not done 1, not logged about 1. If all that was not logged had been done, it would be 75 % (3 of 4).",
        "Logged: 86 % (about 3 of 4).",
        "For comparison, as if each session stood alone: between 21 % and 90 %.",
        "Done beyond the number agreed for a week: about 2. It is not in the percentage.",
        "Done on days when nothing was due: 1. It is not in the percentage.",
        "Logged, but without a day up to the date of this report: 1. Not counted.",
        "seated_rotator_stretch (i1): done 1 of 2.",
        "supine_figure4_stretch (i2): done about 2 of 3.",
        "Dose done against planned: not recorded.",
        CAVEAT,
    ]


def test_it_as_plain_data(found: Adherence) -> None:
    """All that was found, under names of its own; days as text."""
    data = found.as_dict()
    assert list(data) == [
        *(
            "plan_id",
            "as_of",
            "pooled",
            "versions",
            "weeks",
            "unplaced",
            "refused",
            "exercises",
            "dose",
            "ratings",
        ),
        *("help_signs", "reasons", "notes", "alarms"),
    ]
    assert (data["plan_id"], data["as_of"], data["unplaced"], data["pooled"]) == (
        "P-001",
        "2026-06-10",
        1,
        {**found.pooled.as_dict(), "interval": list(found.judged.interval or ())},
    )
    days = {"first": "2026-06-08", "last": "2026-06-14", "active_days": 2}
    assert data["weeks"][1] == {"plan_version": 1, "week": 2, **days, **found.weeks[1].counts.as_dict()}
    span = {"plan_version": 1, "start": "2026-06-01", "end": "2026-06-29"}
    assert data["versions"] == [{**span, **found.pooled.as_dict()}]
    assert data["exercises"][0] == {
        "item_id": "i1",
        "exercise_id": "seated_rotator_stretch",
        "name": "seated_rotator_stretch",
        "expected": 2,
        "done": 1,
        "wholly": 1,
        "partly": 0,
        "share": 1 / 2,
    }
    assert data["dose"] == found.dose.as_dict()
    assert data["ratings"]["effort"] == {"sessions": 0, "median": None, "highest": None}


def test_it_in_a_line_as_a_table_and_as_a_frame(found: Adherence, plan: Plan) -> None:
    """A row for each week, of the same types where there is none."""
    assert repr(found) == "Adherence('P-001', up to 2026-06-10: 61 % (about 2 of 4))"
    assert texts(found) == [
        "Adherence, P-001, up to 2026-06-10",
        *("Week", "Version", "Days", "Expected", "Done", "Not done", "Not logged", "Beyond", "Extra"),
        *("1", "1", "2026-06-01 to 2026-06-07", "2.4", "2.4", "0", "0", "1.6", "1"),
        *("2", "1", "2026-06-08 to 2026-06-14", "1.6", "0", "1", "0.6", "0", "0"),
        *("In all", "4", "2.4", "1", "0.6", "1.6", "1"),
        "Part done: 61 % (about 2 of 4) of the sessions done, could be on either side of 80 %, between 14 % and 90 %. "
        "Full sessions: 61 % (about 2 of 4).",
    ]
    columns = [
        "version",
        "week",
        "first",
        "last",
        "active_days",
        "expected",
        "done",
        "not_done",
        "missing",
        "over",
        "extra",
    ]
    kinds = ["int64"] * 2 + ["datetime64[s]"] * 2 + ["int64"] + ["float64"] * 5 + ["int64"]
    for frame in (found.weekly(), measure([plan], rows_of(), dt.date(2026, 5, 1)).weekly()):
        assert (list(frame.columns), [str(kind) for kind in frame.dtypes]) == (columns, kinds)
    second = found.weekly().iloc[1].tolist()
    assert second == [
        1,
        2,
        pd.Timestamp(june(8)),
        pd.Timestamp(june(14)),
        2,
        pytest.approx(11 / 7),
        0,
        1,
        pytest.approx(4 / 7),
        0,
        0,
    ]
    assert found.to_frame().equals(found.weekly())


def test_which_weeks_have_begun(plan: Plan) -> None:
    """Those whose first day has come; the day of the report counts where something is logged on it."""
    spans = in_force([plan])
    assert weeks(spans, START - dt.timedelta(days=1), set()) == []
    assert [w.active for w in weeks(spans, START, set())] == [frozenset()]
    assert [w.active for w in weeks(spans, START, {START})] == [{START}]
    assert [w.number for w in weeks(spans, june(7), set())] == [1]
    assert [w.number for w in weeks(spans, june(8), set())] == [1, 2]
    late = weeks(spans, dt.date(2027, 1, 1), {june(3)})
    assert [(w.number, w.first, w.last, len(w.active)) for w in late][3:] == [(4, june(22), june(28), 7)]
    short = in_force([plan.describe(review_on=june(10))])
    assert [(w.first, w.last) for w in weeks(short, june(29), set())][1] == (june(8), june(9))


def test_which_sessions_are_expected(plan: Plan) -> None:
    """Those with a fixed item on their days; of the others their n a week over the active days; each item has its own."""
    first, second = weeks(in_force([plan]), june(10), set())
    assert [[slot.date.day for slot in week.slots] for week in (first, second)] == [[1, 2, 5], [8, 10, 12]]
    assert [[slot.date.day for slot in week.fixed] for week in (first, second)] == [[1], [8]]
    assert [week.free for week in (first, second)] == [10 * SEVENTH, 4 * SEVENTH]
    assert [first.expected_of(item) for item in plan.items] == [1, 15 * SEVENTH]
    assert weeks(in_force([plan]), june(9), set())[1].fixed == second.fixed
    assert weeks(in_force([plan]), june(8), set())[1].fixed == ()
    twice = plan.adjust("i1", schedule=Schedule(days_a_week=2, times_a_day=2))
    assert [free_a_week(one) for one in (plan, twice, plan.remove("i2"))] == [2, 5, 0]


def test_the_sessions_that_a_diary_tells_of(plan: Plan) -> None:
    """Each with its version, week or day, slot and answers; a row without an answer makes none."""
    spans = in_force([plan])
    rows = rows_of(
        session(june(1), "done"),
        entry(june(2), None),
        session(None, "partial", ("i2",), slot=2),
        entry(june(9), "done", item_id="i2", week=None, slot=3),
    )
    assert len(answered(rows)) == 5
    table = by_session(rows, spans)
    assert [str(table[name].dtype) for name in ("session", "free", "day")] == ["int64", "bool", "datetime64[s]"]
    found = sessions(table, spans)
    assert [(s.plan_version, s.free, s.week, s.date, s.slot, s.done) for s in found] == [
        (1, False, None, june(1), 1, True),
        (1, False, None, june(9), 3, True),
        (1, True, 1, None, 2, True),
    ]
    assert [cell.exercise_id for cell in found[0].cells] == ["seated_rotator_stretch"] * 2


def test_a_row_beside_one_that_has_the_day_is_of_that_day(plan: Plan) -> None:
    """Of one session of a week without days, where the patient wrote the day once; where two days stand, it has none."""
    spans = in_force([plan])
    rows = [entry(day, "done", item_id="i2", side=side, slot=3) for day, side in ((june(4), "left"), (None, "right"))]
    (one,) = sessions(by_session(rows_of(rows), spans), spans)
    assert (one.date, len(one.cells)) == (june(4), 2)
    found = sessions(by_session(rows_of(rows, entry(june(5), "done", item_id="i2", slot=3)), spans), spans)
    assert [(s.date, len(s.cells)) for s in found] == [(june(4), 1), (june(5), 1), (None, 1)]


def test_an_item_that_no_version_has_is_the_exercise_that_its_row_names(plan: Plan) -> None:
    """Or none, where the row names none; one that was printed is that of the plan, whatever the row names."""
    spans = in_force([plan])
    for item, named, exercise in (
        ("i9", "walking", "walking"),
        ("i9", None, None),
        ("i1", "walking", "seated_rotator_stretch"),
    ):
        rows = rows_of(entry(june(1), "done", item_id=item, exercise_id=named))
        ((cell,),) = [one.cells for one in sessions(by_session(rows, spans), spans)]
        assert cell.exercise_id == exercise


def test_rows_of_other_plans_are_all_told(plan: Plan) -> None:
    """By code where they have one, else by label, each with its first row."""
    rows = rows_of(
        entry(june(1), "done", plan_code=plan.code, plan_id="whatever"),
        entry(june(1), "done", plan_code="BCDFGHJF"),
        entry(june(2), "done", plan_code="BCDFGHJF"),
        entry(june(1), "done", plan_id="P-007"),
        entry(june(1), "done"),
    )
    rows.index = pd.Index([2, 3, 4, 5, 6], name="row")
    with pytest.raises(ContentError) as caught:
        measure([plan], rows, june(10))
    mend = "Give the diary of this plan."
    assert str(caught.value).splitlines() == [
        f"diary, row 5: belongs to plan P-007, not P-001. {mend}",
        f"diary, row 3: belongs to the plan with code BCDFGHJF, not to P-001 ({plan.code}). {mend}",
    ]


def test_diaries_are_counted_as_their_rows(plan: Plan) -> None:
    """Some, or none."""
    rows = rows_of(session(june(1), "done"))
    given = [Diary(rows, (), ()), Diary(rows_of(session(june(2), "done")), (), ())]
    both = pd.concat([diary.rows for diary in given])
    assert measure([plan], given, june(10)) == measure([plan], both, june(10))
    assert measure([plan], [], june(10)) == measure([plan], rows_of(), june(10))


@pytest.mark.parametrize(("done", "not_done"), [(0, 0), (1, 0), (0, 1), (1, 2), (2, 1), (0, 3)])
def test_what_is_not_logged_of_free_choice_is_missing(four: Plan, done: int, not_done: int) -> None:
    """Of 3 a week: neither what was done nor what was not done is counted as the other."""
    plan = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=3))
    told = ["done"] * done + ["not_done"] * not_done
    found = measure([plan], rows_of(*(entry(None, one, slot=n) for n, one in enumerate(told, 1))), june(8)).pooled
    counts = [found.expected, found.done, found.not_done, found.missing]
    assert counts == [3, done, not_done, 3 - done - not_done]
