"""Talking points are plain, name no cause and blame nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kit.adherence.frames import REASONS
from kit.followup.signs import open_signs
from kit.followup.talking_points import talking_points
from kit.plan.plan import Plan
from kit.words.readability import GRADE_LIMIT, readability
from tests.followup.frames import On, days, frames_of, june

CAUSE = re.compile(r"\b(because|due to|caus\w*|led to|so that|thanks to|therefore|as a result|why|since)\b", re.I)
BLAME = re.compile(
    r"\b(fail\w*|should|must|only|just|lazy|poor\w*|bad\w*|missed|neglect\w*|forgotten|complian\w*)\b", re.I
)


def said(plan: Plan, told: list[On], last: int) -> list[str]:
    return [point.text for point in talking_points(frames_of(plan, told), june(last))]


def test_what_was_done_left_out_and_felt(four: Plan) -> None:
    """Counts, an open question each; blank sessions are called blank, not undone."""
    told = [
        *days(1, 4, pain=(1, 2, 1, 1)),
        *days(5, 8, items={"i2": "not_done"}, reason="no_time", pain=(1, 4, 1, 1)),
        *days(9, 10, status="missing"),
    ]
    assert said(four, told, 10) == [
        "The worst pain of a session was between 2 and 4 out of 10, last 4. How is it today?",
        "You wrote “no time” 4 times. Which time of day would suit you best?",
        "“supine_figure4_stretch” was left out 4 of 8 times. How do you find it?",
        "2 sessions were left blank. Do you recall how it was then?",
        "You did 8 of 10 sessions. What went well?",
    ]


def test_a_sign_comes_first_then_pain_then_what_is_unclear_and_praise_last(four: Plan) -> None:
    """Whatever is given most often: “felt better” stands behind pain, “no time” behind “unsure how”."""
    none: Any = {"status": "not_done", "pain": (None,) * 4}
    told = [
        *days(1, 3, **none, reason="no_time"),
        *days(4, 5, **none, reason="felt_better"),
        On(june(6), **none, reason="unsure how"),
        On(june(7), **none, reason="pain"),
        *(On(june(8 + n), pain=(1, worst, 1, 1)) for n, worst in enumerate((6, 2, 10, 7, 8))),
        On(june(13), sign="calf hot", pain=(None,) * 4),
    ]
    frames = frames_of(four, told)
    assert [point.text for point in talking_points(frames, june(12), open_signs(frames))] == [
        "You wrote “calf hot” on 13 June 2026. How is it now?",
        "The worst pain of a session was between 2 and 10 out of 10, last 8. How is it today?",
        "You wrote “pain” once. Where was it, and when?",
        "You wrote “unsure how” once. Shall we go through it once more?",
        "You wrote “no time” 3 times. Which time of day would suit you best?",
        "You did 5 of 12 sessions. What went well?",
    ]


def test_each_point_names_its_sessions(four: Plan) -> None:
    """The sessions that were done, those that were blank, those with the item left out."""
    told = [*days(1, 3), *days(4, 5, items={"i2": "not_done"}), On(june(6), "missing")]
    pain, out, blank, done = talking_points(frames_of(four, told), june(6))
    assert [row.date for row in done.rows] == [june(n) for n in range(1, 6)]
    assert [row.date for row in blank.rows] == [june(6)]
    assert [row.date for row in out.rows] == [june(4), june(5)]
    assert [row.session for row in pain.rows] == [1, 2, 3, 4, 5]


def test_no_pattern_is_told_of_few_sessions_or_of_equals(four: Plan) -> None:
    """Two sessions show none, and of exercises that were left out as often as each other none is named."""
    assert len(said(four, days(1, 2, items={"i2": "not_done"}), 2)) == 2
    assert len(said(four, days(1, 4, items={"i2": "not_done", "i3": "not_done"}), 4)) == 2


def test_nothing_due_and_nothing_told(four: Plan) -> None:
    """No session yet, no pain scores: both are said."""
    assert said(four, [], 1) == ["No session was due yet. How do you feel about the start?"]
    assert said(four, [On(june(1), pain=(None,) * 4), On(june(2), "missing")], 2) == [
        "No pain scores were written down. How was the pain?",
        "One session was left blank. Do you recall how it was then?",
        "You did 1 of 2 sessions. What went well?",
    ]


@pytest.mark.parametrize("reason", [*REASONS, "my dog"])
def test_they_are_easy_to_read_and_neutral(four: Plan, reason: str) -> None:
    """Grade 8 or below, short sentences, no word of a cause or of blame; for each reason."""
    told = [*days(1, 4), *days(5, 8, status="not_done", reason=reason), *days(9, 9, status="missing")]
    lines = said(four, told, 9)
    assert any(line.startswith("You wrote") for line in lines)
    assert readability(lines).grade <= GRADE_LIMIT
    assert readability(lines).long_sentences == ()
    assert not [line for line in lines if CAUSE.search(line) or BLAME.search(line)]
