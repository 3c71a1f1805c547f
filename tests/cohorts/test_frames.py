"""The frames of a cohort say what `measure` says of each patient alone, and mix nobody with anybody."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from kit.adherence.measure import Adherence, measure
from kit.cohorts.cohort import Cohort, cohort
from kit.errors import ContentError
from kit.plan.plan import Plan
from kit.statistics.persistence import GAPS, persistence
from tests.adherence.conftest import START, entry, rows_of, session

AS_OF = START + dt.timedelta(days=24)
COUNTS = ("expected", "done", "not_done", "missing", "full")
Drawn = tuple[list[list[Plan]], pd.DataFrame]


def alone(plans: list[Plan], rows: pd.DataFrame) -> Adherence:
    return measure(plans, rows[rows["plan_code"] == plans[0].code], AS_OF)


@pytest.mark.parametrize("seed", range(2))
def test_sums_of_a_patient_are_those_of_her_plans_alone(seed: int, fuzzed: Callable[[int, int], Drawn]) -> None:
    """Of weeks, of exercises, and in one row: what the follow-up of each plan finds, added up."""
    every, rows = fuzzed(seed, 15)
    found = cohort([plan for plans in every for plan in plans], rows, AS_OF)
    wanted: dict[str, dict[str, float]] = defaultdict(lambda: dict.fromkeys((*COUNTS, "extra"), 0.0))
    for plans in every:
        its = alone(plans, rows).pooled
        for name in (*COUNTS, "extra"):
            wanted[plans[0].patient_code][name] += float(getattr(its, name))
    patients = found.patients.set_index("patient_code")
    assert set(patients.index) == set(wanted)
    weeks = found.patient_weeks.groupby("patient_code")[[*COUNTS]].sum().reindex(patients.index, fill_value=0.0)
    for name in COUNTS:
        expected = {code: counts[name] for code, counts in wanted.items()}
        assert patients[name].to_dict() == pytest.approx(expected)
        assert weeks[name].to_dict() == pytest.approx(expected)
    assert patients["extra"].to_dict() == {code: counts["extra"] for code, counts in wanted.items()}


def test_exercises_are_those_of_each_plan_alone(fuzzed: Callable[[int, int], Drawn]) -> None:
    every, rows = fuzzed(7, 12)
    found = cohort([plan for plans in every for plan in plans], rows, AS_OF).patient_exercises
    for plans in every:
        own = found[found["plan_code"] == plans[0].code]
        assert set(own["patient_code"]) <= {plans[0].patient_code}
        its = [one for one in alone(plans, rows).exercises if one.expected]
        told = own[["item_id", "exercise_id", "expected", "done", "wholly"]].itertuples(index=False, name=None)
        wanted = [(e.item_id, e.exercise_id, float(e.expected), float(e.done), float(e.wholly)) for e in its]
        assert sorted(told) == [(*one[:2], *map(pytest.approx, one[2:])) for one in sorted(wanted)]


def test_persistence_and_interval_of_one_plan_are_those_of_the_follow_up(
    fuzzed: Callable[[int, int], Drawn],
) -> None:
    """Where a patient has one plan: the same episodes of its active days, the same interval."""
    every, rows = fuzzed(11, 14)
    by_patient: dict[str, list[list[Plan]]] = defaultdict(list)
    for plans in every:
        by_patient[plans[0].patient_code].append(plans)
    found = cohort([plan for plans in every for plan in plans], rows, AS_OF).patients.set_index("patient_code")
    singles = {code: plans[0] for code, plans in by_patient.items() if len(plans) == 1}
    assert len(singles) >= 4
    for code, plans in singles.items():
        its = alone(plans, rows)
        row = found.loc[code]
        days = its.frames.days
        active = days[~days["day_is"].isin(("pause", "ahead", "rest"))]
        if not len(active):
            continue
        for gap in GAPS:
            one = persistence(active["day_is"].isin(("done", "partial")).tolist(), gap)
            assert (row[f"kept_{gap}"], row[f"going_{gap}"]) == (one.days, one.still_going)
        if its.judged.interval:
            assert (row["low"], row["high"]) == pytest.approx(tuple(its.judged.interval))
        assert row["active_days"] == sum(week.active_days for week in its.weeks)


def test_two_patients_of_one_label_are_two(plan: Plan) -> None:
    """The same label, name and file of a plan: each keeps what is hers, by the code."""
    other = plan.model_copy(update={"code": "BBBBBBBD", "patient_code": "BBBBBBCF"})
    days = [START + dt.timedelta(days=n) for n in range(4)]
    hers = [row for day in days for row in session(day, "done", plan_code=plan.code)]
    his = session(days[0], "not_done", plan_code=other.code)
    found = cohort([plan, other], rows_of(hers, his), START + dt.timedelta(days=7))
    told = found.patients.set_index("patient_code")[["done", "not_done"]]
    assert told.loc[[plan.patient_code, other.patient_code]].to_numpy().tolist() == [[4, 0], [0, 1]]


def test_a_row_that_names_two_plans_is_refused(plan: Plan) -> None:
    """A row without a code is its plan's by the label where that is one plan's alone, and nobody's where it is not."""
    other = plan.model_copy(update={"code": "BBBBBBBD", "patient_code": "BBBBBBCF"})
    rows = rows_of(entry(START, "done"))
    assert cohort([plan], rows, START + dt.timedelta(days=7)).patients["done"].tolist() == [1]
    with pytest.raises(ContentError) as refused:
        cohort([plan, other], rows, START + dt.timedelta(days=7))
    both = " and ".join(sorted((plan.code, other.code)))
    assert str(refused.value) == (
        f"diary, row 2: has no code, and the label “P-001” is that of the plans {both}. Write the code of its plan."
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"plan_code": "BBBBBBBD"}, "belongs to the plan with code BBBBBBBD, which is not given. Give its plan too."),
        ({"plan_id": "P-9"}, "belongs to no plan that is given: “P-9”. Give its plan, or leave it out."),
        (
            {"plan_id": None},
            "belongs to no plan that is given: neither code nor label. Give its plan, or leave it out.",
        ),
    ],
)
def test_a_row_of_nobody_is_refused(named: dict[str, Any], said: str, plan: Plan) -> None:
    with pytest.raises(ContentError) as refused:
        cohort([plan], rows_of(entry(START, "done", **named)), START + dt.timedelta(days=7))
    assert str(refused.value) == f"diary, row 2: {said}"


def test_rows_are_held_against_their_plan_and_columns(plan: Plan) -> None:
    rows = rows_of(entry(START, "done", item_id="i9"))
    with pytest.raises(ContentError, match=r"^diary, row 2: item i9 is not in version 1 of plan P-001"):
        cohort([plan], rows, START + dt.timedelta(days=7))
    with pytest.raises(ContentError, match=r"^diary, row 2: slot: 99 is not a whole number"):
        cohort([plan], rows_of(entry(START, "done", slot=99)), START + dt.timedelta(days=7))


def test_everybody_has_a_row(plan: Plan) -> None:
    """Who logged nothing has all sessions missing; whose plan has not begun has nothing due, and no share."""
    later = plan.model_copy(
        update={
            "code": "BBBBBBBD",
            "patient_code": "BBBBBBCF",
            "start": START + dt.timedelta(days=14),
            "review_on": START + dt.timedelta(days=42),
        }
    )
    found = cohort([plan, later], rows_of(), START + dt.timedelta(days=7)).patients.set_index("patient_code")
    silent, ahead = found.loc[plan.patient_code], found.loc[later.patient_code]
    assert (silent["expected"], silent["missing"], silent["done"], silent["a_low"]) == (7, 7, 0, 0)
    assert (silent["kept_3"], silent["going_3"]) == (0, False)
    assert (ahead["expected"], ahead["active_days"]) == (0, 0)
    assert pd.isna(ahead["a_low"])


def test_a_window_counts_the_first_weeks_of_each_patient(fuzzed: Callable[[int, int], Drawn]) -> None:
    every, rows = fuzzed(5, 15)
    plans = [plan for versions in every for plan in versions]
    whole, window = cohort(plans, rows, AS_OF), cohort(plans, rows, AS_OF, weeks=2)
    weeks = whole.patient_weeks
    wanted = weeks[weeks["week"] <= 2].groupby("patient_code")["expected"].sum()
    found = window.patients.set_index("patient_code")["expected"]
    assert found[found > 0].to_dict() == pytest.approx(wanted.to_dict())
    assert window.patient_weeks["week"].max() == 2


def test_weeks_are_counted_from_the_first_day_of_each_patient(of_sample: Cohort) -> None:
    """Of each session that was due: the week of its day, from the patient's first day on, by the calendar."""
    first = of_sample.patients.set_index("patient_code")["first"]
    slots = of_sample.frames.slots
    wanted = [
        (day.date() - first[code].date()).days // 7 + 1
        for code, day in zip(slots["patient_code"], slots["date"], strict=True)
    ]
    assert slots["patient_week"].tolist() == wanted
    assert set(of_sample.patient_weeks["week"]) == set(wanted)
    assert min(wanted) == 1


def test_what_cannot_be_counted_is_refused(plan: Plan) -> None:
    for weeks, as_of, said in (
        (0, START, "weeks: 0 is no number of weeks. Give one from 1, or leave it out."),
        (None, dt.date(2026, 5, 31), "as of: 2026-05-31 is before any plan begins, on 2026-06-01. Choose a later day."),
    ):
        with pytest.raises(ContentError) as refused:
            cohort([plan], rows_of(), as_of, weeks=weeks)
        assert str(refused.value) == said
    with pytest.raises(ContentError, match=r"^plans: no plan is given. Give the plans of at least one patient.$"):
        cohort([], rows_of(), START)
