"""What a handout says: when, which signs, and how to read the diary."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Box, DiaryWeek, Facts, Node, Text
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule

LIMP = "You newly limp, or you have new pain in your hip or groin."
LEGEND = Text("A line means: no exercise planned on that day.")


def nodes(plan: Plan, library: Library) -> tuple[Node, ...]:
    return document(resolve(plan, library), Clinic()).nodes


def test_days_that_differ_are_said_at_each_exercise(four: Plan, library: Library) -> None:
    """The cover says when only where all exercises share it, and never what holds for one of them alone."""
    mixed = four.adjust("i4", schedule=Schedule(weekdays=("mon",)))
    said = [dict(next(n for n in nodes(p, library) if isinstance(n, Facts)).rows)["When"] for p in (four, mixed)]
    assert said == ["Once a day.", "See each exercise"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (28, "1–28 Jun 2026 (4 weeks), any time of day"),
        (35, "1 Jun – 5 Jul 2026 (5 weeks), any time of day"),
        (7, "1–7 Jun 2026 (1 week), any time of day"),
        (27, "1–27 Jun 2026, any time of day"),
        (1, "1 Jun 2026, any time of day"),
    ],
)
def test_the_weeks_are_counted_where_they_are_whole(days: int, said: str, four: Plan, library: Library) -> None:
    """From the first day to the last, which is the one before the review."""
    plan = four.describe(review_on=four.start + dt.timedelta(days=days))
    told = [row for node in nodes(plan, library) if isinstance(node, Facts) for row in node.rows]
    assert dict(told)["Dates"].replace("\N{THIN SPACE}", " ") == said


@pytest.mark.parametrize(("age", "told"), [(None, False), (17, True), (18, False)])
def test_the_signs_of_the_young_are_for_those_under_18(
    age: int | None, told: bool, four: Plan, library: Library
) -> None:
    """Whoever is 18 has none of them."""
    plan = four.describe(context=Context(age=age))
    assert any(LIMP in node.lines for node in nodes(plan, library) if isinstance(node, Box)) is told


def test_the_line_of_a_day_of_rest_is_explained_where_there_is_one(four: Plan, library: Library) -> None:
    """Days off and pauses have one; every day without a pause has none."""
    paused = four.pause(four.start, four.start + dt.timedelta(days=1))
    rested = four.adjust("i1", schedule=Schedule(weekdays=("mon",)))
    chosen = four.adjust("i1", schedule=Schedule(days_a_week=3))
    told = [[n.text for n in nodes(plan, library) if isinstance(n, Text)] for plan in (four, paused, rested, chosen)]
    assert [LEGEND.text in texts for texts in told] == [False, True, True, False]


def test_the_boxes_of_the_diary_on_paper(four: Plan, library: Library) -> None:
    """On each day that is due; of free choice on the proposed days, other open days are empty, and a pause has a line."""
    plan = four.adjust("i1", schedule=Schedule(days_a_week=3)).adjust("i2", schedule=Schedule(weekdays=("mon",)))
    plan = plan.pause(four.start + dt.timedelta(days=12), four.start + dt.timedelta(days=14))
    first, second, *_ = (node for node in nodes(plan, library) if isinstance(node, DiaryWeek))
    box, empty, line = ("L", "R"), (), None
    assert [row.days for row in first.rows][:3] == [
        (box, empty, box, empty, box, empty, empty),
        (box, *[line] * 6),
        (box,) * 7,
    ]
    assert [row.hint for row in first.rows] == ["Or on any 3 days.", "", "", ""]
    assert second.rows[0].days == (box, empty, box, empty, box, line, line)
    assert second.rows[2].days == (*[box] * 5, line, line)
