"""The engine finds what the plain way finds, whatever was planned and whatever was logged."""

from __future__ import annotations

import os
from random import Random

import pandas as pd
import pytest

from kit.adherence.counts import Counts, sevenths
from kit.adherence.dose import dose_done
from kit.adherence.exercises import exercises
from kit.adherence.frames import Frames
from kit.adherence.placed import placed
from kit.diary.read import frame
from kit.plan.plan import Plan
from kit.plan.versions import in_force
from tests.adherence.conftest import START
from tests.adherence.fuzz import AS_OF, DAY, case
from tests.adherence.naive.measure import Naive, naive

CASES = 2_000 if os.environ.get("EVERY_CASE") else 160
TOGETHER = 20  # diaries that are placed in one call
COUNTS = ("expected", "done", "not_done", "over", "full")


def of_plan(frames: Frames, code: str) -> Frames:
    tables = (frames.slots, frames.cells, frames.sessions, frames.days, frames.weeks, frames.rows)
    return Frames(*(table[table["plan_code"] == code] for table in tables))


def weeks_of(frames: Frames) -> tuple[tuple[int, int, int, Counts], ...]:
    return tuple(
        (
            row["plan_version"],
            row["week"],
            row["active_days"],
            Counts(**{name: sevenths(row[name]) for name in COUNTS}, extra=row["extra"]),
        )
        for row in frames.weeks.to_dict("records")
    )


def assert_agrees(frames: Frames, plans: list[Plan], wanted: Naive) -> None:
    assert weeks_of(frames) == wanted.weeks
    assert int((frames.sessions["how"] == "unplaced").sum()) == wanted.unplaced
    assert exercises(in_force(plans), frames.cells) == wanted.exercises
    if not wanted.is_capped:  # what is beyond the number agreed is in no frame of what was due
        assert dose_done(frames.cells, frames.slots) == wanted.dose
    fixed = frames.slots[~frames.slots["free"]]
    found = [
        (day.date(), slot, status)
        for day, slot, status in zip(fixed["date"], fixed["slot"], fixed["status"], strict=True)
    ]
    assert found == list(wanted.fixed)


@pytest.mark.parametrize("seed", range(0, CASES, TOGETHER))
def test_many_plans_at_once_are_each_as_it_is_alone(seed: int) -> None:
    """Counts of weeks, exercises, dose and what became of each fixed session; to the seventh of a session."""
    cases = [case(Random(seed + n)) for n in range(TOGETHER)]
    as_of = START + Random(seed).choice(AS_OF) * DAY
    plans = [plan for versions, _, _ in cases for plan in versions]
    together = placed(plans, frame(row for _, rows, _ in cases for row in rows), as_of)
    for versions, rows, _ in cases:
        wanted = naive(versions, frame(rows), as_of)
        assert_agrees(of_plan(together, versions[0].code), versions, wanted)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_plans_and_rows_is_nothing(seed: int) -> None:
    plans, rows, as_of = case(Random(seed))
    one, two = placed(plans, frame(rows), as_of), placed(plans[::-1], frame(rows[::-1]), as_of)
    for name in ("slots", "days", "weeks"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))
    pd.testing.assert_frame_equal(one.cells.drop(columns="reason"), two.cells.drop(columns="reason"))
