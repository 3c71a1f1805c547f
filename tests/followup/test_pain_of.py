"""The pain of each session is judged by the kind of work done in it; mornings that get worse ask for a review."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.followup.pain_of import VERDICTS, done_items, morning_rises, verdicts
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from tests.followup.frames import On, days, frames_of, june

START = dt.date(2026, 6, 1)


@pytest.fixture
def mixed(library: Library) -> ResolvedPlan:
    """i1 a stretch (pain_free), i2 strength (loading), i3 a heel raise that is judged as tendon work."""
    plan = Plan.begin("P-001", START).add(library["gastroc_stretch"]).add(library["bridge"])
    return resolve(plan.add(library["heel_raise_double"], pain_kind="tendon"), library)


def judged_as(known: ResolvedPlan, on: On) -> dict[str, tuple[Any, Any]]:
    """By kind of work the advice and whether more is allowed."""
    table = verdicts([known], frames_of(known.plan, [on]))
    return {row["kind"]: (row["advice"], row["may_progress"]) for row in table.to_dict("records")}


def test_one_pain_is_judged_by_each_kind_of_work(mixed: ResolvedPlan) -> None:
    """(2, 4, 3, 2) is too much for a stretch, acceptable for strength, safe for a tendon."""
    assert judged_as(mixed, On(june(1), pain=(2, 4, 3, 2))) == {
        "stretch": ("REDUCE", False),
        "strength": ("CONTINUE", False),
        "tendon": ("CONTINUE", True),
    }


def test_what_was_left_out_is_not_judged(mixed: ResolvedPlan) -> None:
    """Only the kinds of work that were done; where nothing was, each of them."""
    out = On(june(1), items={"i1": "not_done", "i3": "not_done"})
    assert list(judged_as(mixed, out)) == ["strength"]
    assert list(judged_as(mixed, On(june(1), "not_done"))) == ["stretch", "strength", "tendon"]


def test_an_extra_session_is_judged_by_its_rows(mixed: ResolvedPlan) -> None:
    """Nothing was due, so that it stands in no cell."""
    frames = frames_of(mixed.plan, [On(june(1), extra=True, items={"i1": "not_done"}, pain=(1, 7, 1, 1))])
    assert not len(frames.cells)
    assert done_items(frames) == {1: {"i2", "i3"}}
    assert verdicts([mixed], frames)["advice"].tolist() == ["REDUCE", "REDUCE"]


def test_a_row_for_each_session_and_kind(mixed: ResolvedPlan) -> None:
    """Columns and types as told; a score that nobody gave is missing; another version than those given has no row."""
    frames = frames_of(mixed.plan, [On(june(1), pain=(None,) * 4), On(june(2), pain=(0, 1, None, 1))])
    table = verdicts([mixed], frames)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == VERDICTS
    assert table["session"].tolist() == [1, 1, 1, 2, 2, 2]
    assert table["advice"].tolist() == ["NO_DATA"] * 3 + ["HOLD"] * 3
    assert table["peak"].isna().tolist() == [True] * 3 + [False] * 3
    assert table["settled"].tolist()[3:] == [False] * 3
    assert len(verdicts([], frames)) == 0


def rises(plan: Plan, *weeks: tuple[int | None, ...], as_of: int = 31) -> list[str]:
    """The means of mornings that rose, of weeks with these scores."""
    told = [
        On(june(1 + 7 * week + day), pain=(0, 1, 1, score))
        for week, scores in enumerate(weeks)
        for day, score in enumerate(scores)
    ]
    return [rise.words for rise in morning_rises(frames_of(plan, told), plan.code, june(as_of))]


def test_mornings_that_rise_twice_ask_for_a_review(four: Plan) -> None:
    """By a point or more from week to week, two weeks in a row; a bit less, or a week between, is not it."""
    assert rises(four, (1, 1), (2, 2), (3, 3)) == ["1.0, 2.0, 3.0"]
    assert rises(four, (1, 2), (2, 3), (3, 4), (4, 5)) == ["1.5, 2.5, 3.5", "2.5, 3.5, 4.5"]
    assert rises(four, (1, 1, 1), (2, 2, 2), (3, 3, 2)) == []
    assert rises(four, (1, 1, 1), (2, 2, 1), (3, 3, 3)) == []
    assert rises(four, (1,), (2,), (None,), (4,)) == []
    assert rises(four, (1,), (None,), (2,), (3,)) == []
    assert rises(four, (1,), (2,), (3,), as_of=14) == []
    assert rises(four) == []


def test_a_rise_names_its_sessions(four: Plan) -> None:
    """All that the three means are made of, and the day of the first week; another plan's do not count."""
    told = [On(june(1), pain=(0, 1, 1, 1)), On(june(8), pain=(0, 1, 1, 2)), *days(15, 16, pain=(0, 1, 1, 3))]
    (rise,) = morning_rises(frames_of(four, told), four.code, june(20))
    assert rise.first == june(1)
    assert [row.session for row in rise.rows] == [1, 2, 3, 4]
    assert morning_rises(frames_of(four, told), "another", june(20)) == ()
