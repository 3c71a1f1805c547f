"""Pain over time: each point leads to the session that told it."""

from __future__ import annotations

from kit.followup.pain_story import pain_story
from kit.followup.pointer import Pointer
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.frames import days, frames_of, june


def test_a_point_names_its_session_whole(library: Library, four: Plan) -> None:
    """The day, which of its sessions it was, and the row that holds it."""
    frames = frames_of(four, days(1, 2, pain=(1, 2, 1, 1)))
    story = pain_story([resolve(four, library)], frames, june(14))
    assert [point.at for point in story.points] == [Pointer(june(1), 1, 1), Pointer(june(2), 1, 2)]


def test_sessions_over_the_limit_of_the_sheet_are_counted(library: Library, four: Plan) -> None:
    """Of stretches 2 is fine and 3 is over; a session that told no pain, before it was done, is none of them."""
    logged = [
        *days(1, 3, pain=(5, 2, 2, 1)),
        *days(4, 5, pain=(1, 3, None, 1)),
        *days(6, 6, pain=(1, None, None, 1)),
    ]
    (limit,) = pain_story([resolve(four, library)], frames_of(four, logged), june(14)).over
    assert (limit.most, limit.kinds, limit.n) == (2, ("stretch",), 5)
    assert [at.date for at in limit.rows] == [june(4), june(5)]


def test_each_limit_of_a_sheet_is_counted_by_itself(library: Library, four: Plan) -> None:
    """With strength beside the stretches, whose limit is 5, the same pain may be over one of them alone."""
    plan = four.add(library["straight_leg_raise"])
    frames = frames_of(plan, [*days(1, 1, pain=(1, 4, 1, 1)), *days(2, 2, pain=(1, 6, 1, 1))])
    over = pain_story([resolve(plan, library)], frames, june(14)).over
    assert [(one.most, one.kinds, len(one.rows)) for one in over] == [(2, ("stretch",), 2), (5, ("strength",), 1)]
