"""What is missing, why sessions were left out, and how long patients kept going: tables that can be checked by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.reasons import NONE
from kit.diary.rows import Row
from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.statistics.survival import going_on
from tests.adherence.conftest import START, entry, only, rows_of

AS_OF = START + dt.timedelta(days=28)
OTHER = {"code": "BBBBBBBD", "patient_code": "BBBBBBCF", "plan_id": "P-002"}


@pytest.fixture
def two(plan: Plan) -> Cohort:
    """Of 28 daily sessions: one patient did days 1 to 8 and 15, the other logged nothing after day 3 of 3."""
    plan = only(plan, "i1")
    other = plan.model_copy(update=OTHER)
    days = [*range(8), 14]
    done = [_row(plan, n, "done") for n in days]
    left = [_row(plan, 9, "not_done", reason="No time"), _row(plan, 10, "partial", reason="Tante Erna")]
    few = [_row(other, n, "done") for n in range(2)] + [_row(other, 2, "not_done"), _row(other, 3, "not_done")]
    return cohort([plan, other], rows_of(*done, *left, *few), AS_OF)


def _row(plan: Plan, day: int, status: str, **values: Any) -> list[Row]:
    date = START + dt.timedelta(days=day)
    names: dict[str, Any] = {"plan_code": plan.code, "plan_id": plan.plan_id}
    return [entry(date, status, week=day // 7 + 1, side=side, **names, **values) for side in ("left", "right")]


def test_missing_sessions_lie_between_logs_or_after_the_last(two: Cohort) -> None:
    """Silent weeks are told, and whether the patient came back."""
    found = two.missing.set_index("week")
    assert found["patients"].tolist() == [2, 2, 2, 2]
    assert found["expected"].tolist() == [14, 14, 14, 14]
    assert found["logged"].tolist() == [7 + 4, 3, 1, 0]
    assert found["between"].tolist() == [0, 4, 0, 0]
    assert found["after"].tolist() == [3, 7, 13, 14]
    assert found["silent"].tolist() == [0, 1, 1, 2]
    assert found["gone"].tolist() == [0, 1, 1, 2]
    assert found["completeness"].tolist() == pytest.approx([11 / 14, 3 / 14, 1 / 14, 0])


def test_a_session_missing_on_the_day_of_the_last_log_is_not_after_it(plan: Plan) -> None:
    """Twice a day, the first session of the first day done: its second one lies between, all later ones after."""
    plan = only(plan, "i1").adjust("i1", schedule=Schedule(weekdays=WEEKDAYS, times_a_day=2))
    found = cohort([plan], rows_of(*_row(plan, 0, "done")), START + dt.timedelta(days=2)).missing
    assert found[["expected", "between", "after"]].to_numpy().tolist() == [[4, 1, 2]]


def test_missing_is_what_the_weeks_miss(of_sample: Cohort) -> None:
    """Week by week, the missing sessions of the table are those of the patients' weeks."""
    weeks = of_sample.patient_weeks.groupby("week")[["expected", "missing"]].sum()
    found = of_sample.missing.set_index("week")
    assert (found["between"] + found["after"]).to_dict() == pytest.approx(weeks["missing"].to_dict())
    assert found["expected"].to_dict() == pytest.approx(weeks["expected"].to_dict())
    assert (found["gone"] <= found["silent"]).all()
    assert (found["silent"] <= found["patients"]).all()


def test_reasons_count_sessions_and_patients(two: Cohort) -> None:
    """A reason once a session, whatever the sides; own words are other; sessions without one stand last."""
    assert two.reasons.to_numpy().tolist() == [["no_time", 1, 1], ["other", 1, 1], [NONE, 2, 1]]


def test_persistence_is_the_curve_of_the_first_episodes(two: Cohort) -> None:
    """First patient: days 1 to 8, then 2 days not done, one in part, so gap 3 leaves 1 to 11; with 14, to day 15."""
    kept = two.patients.set_index("patient_code")[["kept_3", "going_3", "kept_7", "kept_14", "going_14"]]
    other = kept.loc[["BBBBBBCF"]].to_numpy().tolist()
    assert other == [[2, False, 2, 2, False]]
    first = kept.drop(index="BBBBBBCF").to_numpy()[0].tolist()
    assert first == [15, False, 15, 15, True]
    curve = two.persistence
    assert curve[curve["gap"] == 3][["day", "at_risk", "stopped", "share"]].to_numpy().tolist() == [
        [0, 2, 0, 1.0],
        [2, 2, 1, 0.5],
        [15, 1, 1, 0.0],
    ]
    assert curve[curve["gap"] == 14][["day", "share"]].to_numpy().tolist() == [[0, 1.0], [2, 0.5]]


def test_the_curve_is_of_those_with_something_due(of_sample: Cohort) -> None:
    its = of_sample.patients[of_sample.patients["expected"] > 0]
    for gap in (3, 7, 14):
        steps = going_on(its[f"kept_{gap}"].tolist(), (~its[f"going_{gap}"]).tolist())
        found = of_sample.persistence
        found = found[(found["gap"] == gap) & (found["stopped"] > 0)]
        assert found["share"].tolist() == [step.share for step in steps]


def test_nothing_due_gives_empty_tables(plan: Plan) -> None:
    """A cohort of which nobody has begun a day: tables of the same columns, without rows."""
    found = cohort([plan], rows_of(), START)
    for table in (found.missing, found.reasons, found.persistence, found.by_week, found.patient_weeks, found.events):
        assert isinstance(table, pd.DataFrame)
        assert not len(table)
    assert len(found.patients) == 1
    assert not len(found.episodes(7))
    assert not len(found.cmas)
