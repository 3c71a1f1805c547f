"""Streaks, breaks and dose of a follow-up, by hand from small frames."""

from __future__ import annotations

import dataclasses

from kit.adherence.intensity import Interruption
from kit.followup.habits import habits
from kit.plan.plan import Plan
from kit.statistics.persistence import GAPS, persistence
from kit.statistics.streaks import Streaks
from tests.followup.frames import On, days, frames_of, june


def test_runs_and_breaks_go_by_the_days(four: Plan) -> None:
    """Sessions count in the order of their days and times of day, however the rows stand."""
    told = [*days(1, 5), *days(6, 8, status="missing"), On(june(9)), On(june(9), "not_done", slot=2), On(june(10))]
    frames = frames_of(four, told)
    found = habits(frames)
    assert found.streaks == Streaks(5, 1, 3, june(6), june(8))
    assert found.interruptions == (Interruption(6, 3),)
    assert found.volume == 1.0
    mixed = dataclasses.replace(frames, slots=frames.slots.iloc[::-1])
    assert habits(mixed).streaks == found.streaks
    assert habits(mixed).interruptions == found.interruptions


def test_how_long_the_patient_went_on(four: Plan) -> None:
    """Persistence by each of the gaps that are shown, over the active days."""
    found = habits(frames_of(four, [*days(1, 5), *days(6, 10, status="missing"), On(june(11))]))
    done = [True] * 5 + [False] * 5 + [True]
    assert found.persistence == tuple(persistence(done, gap) for gap in GAPS)


def test_nothing_due_is_nothing_told(four: Plan) -> None:
    found = habits(frames_of(four, []))
    assert (found.streaks, found.interruptions, found.volume, found.median_lag) == (None, (), None, None)
    assert (found.lag_told, found.back_filled) == (0, 0)
