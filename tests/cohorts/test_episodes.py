"""Events, episodes and covered time as AdhereR defines them, against counting day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.episodes import cmas, episodes
from kit.cohorts.events import COVERED, covered
from kit.errors import ContentError
from kit.plan.issue import Pause
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.show import frame
from kit.statistics.persistence import GAPS, persistence
from tests.adherence.conftest import START, entry, only, rows_of
from tests.cohorts import naive_episodes

AS_OF = START + dt.timedelta(days=28)
Drawn = tuple[list[list[Plan]], pd.DataFrame]
# Days, each with or without something due, done or not: what a diary comes down to.
LIVES = st.lists(
    st.lists(st.sampled_from(["done", "done", "missing", "missing", "rest"]), min_size=1, max_size=60),
    min_size=1,
    max_size=4,
)


def days_of(lives: list[list[str]]) -> pd.DataFrame:
    """Days of several patients as the follow-up has them."""
    rows = [
        (f"P{number}", START + dt.timedelta(days=n), what)
        for number, life in enumerate(lives)
        for n, what in enumerate(life)
    ]
    return frame({"patient_code": "string", "date": "datetime64[s]", "day_is": "string"}, rows)


def events_of(table: pd.DataFrame, code: str) -> tuple[list[naive_episodes.Event], int]:
    its = table[table["patient_code"] == code]
    return list(zip(its["start"].tolist(), its["days"].tolist(), strict=True)), int(its["until"].iloc[0])


@given(LIVES, st.sampled_from([0, 1, 3, 7, 14]))
@settings(max_examples=150, deadline=None)
def test_episodes_are_those_of_the_days_one_by_one(lives: list[list[str]], gap: int) -> None:
    table = covered(days_of(lives))
    found = episodes(table, gap)
    for code in table["patient_code"].unique():
        its = found[found["patient_code"] == code]
        wanted = naive_episodes.episodes(*events_of(table, code), gap)
        told = its[["start", "gap", "duration", "end"]].to_numpy().tolist()
        assert told == [[one.start, one.gap, one.duration, one.end] for one in wanted]
        assert its["episode"].tolist() == list(range(1, len(wanted) + 1))


@given(LIVES)
@settings(max_examples=100, deadline=None)
def test_covered_shares_are_those_of_the_days_one_by_one(lives: list[list[str]]) -> None:
    table = covered(days_of(lives))
    found = cmas(table).set_index("patient_code")
    for code in table["patient_code"].unique():
        wanted = naive_episodes.shares(*events_of(table, code))
        for name, share in wanted.items():
            value = found.loc[code, name]
            assert pd.isna(value) if share is None else value == pytest.approx(share)


@given(LIVES)
@settings(max_examples=100, deadline=None)
def test_an_event_covers_up_to_the_next_day_with_anything_due(lives: list[list[str]]) -> None:
    """By hand: each day done, and from there up to the next day that is not a rest, or the end."""
    table = covered(days_of(lives))
    for number, life in enumerate(lives):
        due = [n for n, what in enumerate(life) if what != "rest"]
        ends = [*due[1:], len(life)][: len(due)]
        wanted = [(n, end - n) for n, end in zip(due, ends, strict=True) if life[n] == "done"]
        its = table[table["patient_code"] == f"P{number}"]
        assert list(zip(its["start"], its["days"], strict=True)) == wanted


@given(st.lists(st.booleans(), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_of_daily_plans_the_first_episode_is_the_persistence_of_the_kit(done: list[bool]) -> None:
    """Where something is due every day, both definitions of an episode agree, but for a tail that AdhereR adds."""
    table = covered(days_of([["done" if one else "missing" for one in done]]))
    for gap in GAPS:
        kept, found = persistence(done, gap), episodes(table, gap)
        assert len(found) == len(kept.episodes)
        if len(found):
            first = found.iloc[0]
            assert first["start"] + 1 == kept.episodes[0][0]
            tail = first["gap"] if kept.still_going else 0
            assert first["duration"] - tail == kept.days


def test_days_off_and_a_pause_are_no_gap(plan: Plan) -> None:
    """Monday and Thursday, all done, with the second week paused: one episode to the end, covered throughout."""
    pause = Pause(start=START + dt.timedelta(days=7), end=START + dt.timedelta(days=14))
    plan = only(plan, "i1").adjust("i1", schedule=Schedule(weekdays=("mon", "thu")))
    plan = plan.model_copy(update={"pauses": (pause,)})
    days = [n for n in range(28) if n % 7 in (0, 3) and not 7 <= n < 14]
    rows = [
        entry(START + dt.timedelta(days=n), "done", week=n // 7 + 1, side=side, plan_code=plan.code)
        for n in days
        for side in ("left", "right")
    ]
    found = cohort([plan], rows_of(*rows), AS_OF)
    assert found.events["DURATION"].tolist() == [3, 11, 3, 4, 3, 4]
    assert found.episodes(3)[["start", "gap", "duration"]].to_numpy().tolist() == [[0, 0, 28]]
    assert found.cmas[["cma6", "cma7"]].to_numpy().tolist() == [[1, 1]]


def test_events_stand_in_the_form_of_the_reference(of_sample: Cohort) -> None:
    """Its columns, its dates; an event is a day done, and none overlaps the next of its patient."""
    table = of_sample.events
    assert table.columns.tolist() == ["PATIENT_ID", "DATE", "PERDAY", "CATEGORY", "DURATION"]
    date = pd.to_datetime(table["DATE"], format="%m/%d/%Y")
    end = date + pd.to_timedelta(table["DURATION"], unit="D")
    following = date.groupby(table["PATIENT_ID"]).shift(-1)
    assert (following.isna() | (end <= following)).all()
    assert set(table["PATIENT_ID"]) <= set(of_sample.patients["patient_code"])
    assert (table["DURATION"] >= 1).all()


def test_episodes_of_fuzzed_diaries(fuzzed: Callable[[int, int], Drawn]) -> None:
    every, rows = fuzzed(13, 25)
    found = cohort([plan for plans in every for plan in plans], rows, AS_OF)
    table = covered(found.frames.days)
    assert len(table)
    for gap in GAPS:
        its = found.episodes(gap)
        for code in table["patient_code"].unique():
            wanted = naive_episodes.episodes(*events_of(table, code), gap)
            assert its[its["patient_code"] == code]["duration"].tolist() == [one.duration for one in wanted]


def test_what_is_no_gap_is_refused() -> None:
    with pytest.raises(ContentError, match=r"^episodes, gap: -1 is no number of days. Give a whole number from 0.$"):
        episodes(frame(COVERED, []), -1)
