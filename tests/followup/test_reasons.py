"""Reasons are counted once a session; notes are told as they were written."""

from __future__ import annotations

from dataclasses import replace

from kit.followup.exercise_table import exercise_table
from kit.followup.pointer import Pointer
from kit.followup.reasons import OwnWords, own_words, reasons
from kit.plan.plan import Plan
from tests.followup.frames import On, days, frames_of, june


def test_a_reason_counts_once_a_session(four: Plan) -> None:
    """Four exercises left out on both sides for one reason are one session; the most frequent reason comes first."""
    tired = [On(june(2), "not_done", reason="no_time"), On(june(3), "not_done", reason="No time")]
    told = [On(june(1), "not_done", reason="ill"), *tired, *days(4, 5)]
    first, second = reasons(frames_of(four, told), june(5))
    assert (first.reason, first.sessions, second.reason, second.sessions) == ("no_time", 2, "ill", 1)
    assert (first.whole, first.exercises) == (2, ())
    assert first.rows == (Pointer(june(2), 1, 2), Pointer(june(3), 1, 3))


def test_a_reason_of_the_whole_session_is_shown_for_the_session(four: Plan) -> None:
    """Also where it is written in the row of one exercise alone; where something was done, or two reasons are told, it
    is one of the exercise."""
    frames = frames_of(four, [*days(1, 2, status="not_done", reason="ill"), On(june(3), items={"i2": "not_done"})])
    cells = frames.cells.copy()
    cells.loc[cells["date"].eq("2026-06-02") & cells["item_id"].ne("i2"), "reason"] = None
    cells.loc[cells["date"].eq("2026-06-03") & cells["item_id"].eq("i2"), "reason"] = "ill"
    (ill,) = reasons(replace(frames, cells=cells), june(3))
    assert (ill.sessions, ill.whole, ill.exercises) == (3, 2, (("supine_figure4_stretch", 1),))
    lines = exercise_table(cells, frames.slots, frames.sessions)
    assert [line.reasons for line in lines] == [(), (("ill", 1),), (), ()]
    cells.loc[cells["date"].eq("2026-06-01") & cells["item_id"].eq("i1"), "reason"] = "no_time"
    assert [(one.reason, one.whole) for one in reasons(replace(frames, cells=cells), june(3))] == [
        ("ill", 1),
        ("no_time", 0),
    ]


def test_later_days_are_not_counted(four: Plan) -> None:
    """Up to the day, and with it."""
    frames = frames_of(four, days(1, 3, status="not_done", reason="ill", note="In bed."))
    assert reasons(frames, june(2))[0].sessions == 2
    assert len(own_words(frames, june(2))) == 2
    assert (reasons(frames_of(four, []), june(2)), own_words(frames_of(four, []), june(2))) == ((), ())


def test_notes_stand_in_order_of_time(four: Plan) -> None:
    """As they were written; one without a day comes last."""
    told = [On(None, note="Somewhen."), On(june(3), note="Tired, but fine."), On(june(2), note="Rain!")]
    assert own_words(frames_of(four, told), june(3)) == (
        OwnWords(Pointer(june(2), 1, 3), "Rain!"),
        OwnWords(Pointer(june(3), 1, 2), "Tired, but fine."),
        OwnWords(Pointer(None, 1, 1), "Somewhen."),
    )
