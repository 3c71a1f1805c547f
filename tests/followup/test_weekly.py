"""The weeks of a follow-up and what changed with a version, by hand from small frames."""

from __future__ import annotations

import pytest

from kit.followup.weekly import weekly
from kit.plan.plan import Plan
from kit.statistics.interval import difference, newcombe
from tests.followup.frames import days, frames_of, june


def test_before_and_after_hangs_together(four: Plan) -> None:
    """14 of 14 before, 6 of 14 after with one long break: the simple interval says less, the one that is shown neither."""
    second = four.model_copy(update={"version": 2, "start": june(15)})
    told = [
        *days(1, 14),
        *days(15, 20, version=2),
        *days(21, 28, version=2, status="not_done"),
    ]
    weeks = [
        [1, 1, june(1), june(7), 7, 7, 7, 0, 0, 0, 7, 0],
        [1, 2, june(8), june(14), 7, 7, 7, 0, 0, 0, 7, 0],
        [2, 1, june(15), june(21), 7, 7, 6, 1, 0, 0, 6, 0],
        [2, 2, june(22), june(28), 7, 7, 0, 7, 0, 0, 0, 0],
    ]
    frames = frames_of(four, told, weeks, second)
    mixed = frames.slots.sample(frac=1, random_state=1)
    found = weekly(mixed, frames.weeks)
    (change,) = found.changes
    assert (change.version, change.on) == (2, june(15))
    assert (change.before_done, len(change.before), change.after_done, len(change.after)) == (14, 14, 6, 14)
    assert change.difference == difference([True] * 6 + [False] * 8, [True] * 14)
    assert change.simple == newcombe(6, 14, 14, 14)
    assert change.simple.label == "down"
    assert [line.share for line in found.lines] == pytest.approx([1, 1, 6 / 7, 0])
    assert found.trend.label == "too few weeks"


def test_what_is_not_logged_is_not_compared(four: Plan) -> None:
    """A version of which nothing, or less than 70 %, came back is not less; its weeks are in no trend."""
    second = four.model_copy(update={"version": 2, "start": june(15)})
    for logged, known in ((0, False), (9, False), (10, True)):
        told = [
            *days(1, 14),
            *days(15, 14 + logged, version=2, status="not_done"),
            *days(15 + logged, 28, version=2, status="missing"),
        ]
        weeks = [
            [1, 1, june(1), june(7), 7, 7, 7, 0, 0, 0, 7, 0],
            [1, 2, june(8), june(14), 7, 7, 7, 0, 0, 0, 7, 0],
            [2, 1, june(15), june(28), 14, 14, 0, logged, 14 - logged, 0, 0, 0],
        ]
        frames = frames_of(four, told, weeks, second)
        found = weekly(frames.slots, frames.weeks)
        (change,) = found.changes
        assert (change.difference is not None, change.simple is not None) == (known, known)
        assert [line.is_compared for line in found.lines] == [True, True, known]
        assert found.lines[2].is_logged == (logged > 0)
        assert found.trend.weeks == 2 + known
