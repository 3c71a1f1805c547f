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
