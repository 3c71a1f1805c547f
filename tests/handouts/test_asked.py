"""What the patient takes home asks, every two weeks, how well her activities go: on paper and on the page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Asked, DiaryWeek, Facts, reading_level
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.handouts.pages import session_html
from tests.handouts.test_pdf import made, tags, text_of

CLINIC = Clinic(name="Sunny Clinic")
LONG = "Climbing the stairs with a full basket of washing in both hands, up and then down"[:80]
HOSTILE = "</script><b>x</b> & $1$ #eval(1)"


@pytest.fixture(scope="module")
def asked(four: Plan) -> Plan:
    return four.describe(activities=("Walking to the shop", LONG, HOSTILE))


def weeks(plan: Plan, library: Library, locale: str = "en-GB") -> list[DiaryWeek]:
    nodes = document(resolve(plan, library), Clinic(locale=locale)).nodes
    return [node for node in nodes if isinstance(node, DiaryWeek)]


def test_the_sheet_asks_in_the_weeks_that_ask(asked: Plan, library: Library) -> None:
    """A line each with the numbers from 0 to 10, in weeks 1 and 3 of four; it names the activities at the front too."""
    found = weeks(asked, library)
    assert [week.asked is not None for week in found] == [True, False, True, False]
    assert found[2].asked == Asked(
        title="Week 3: what matters to you",
        how=(
            "Tell us after your first session of this week. Circle one number in each line.",
            "How well can you do each of these today? 0 means you cannot do it. 10 means as well as before.",
        ),
        lines=asked.activities,
        numbers=tuple(map(str, range(11))),
    )
    nodes = document(resolve(asked, library), CLINIC).nodes
    facts = {name: value for node in nodes if isinstance(node, Facts) for name, value in node.rows}
    assert facts["What matters to you"] == f"Walking to the shop; {LONG}; {HOSTILE}"


def test_without_activities_nothing_is_asked(four: Plan, library: Library) -> None:
    assert not any(week.asked for week in weeks(four, library))
    assert "What matters to you" not in str(document(resolve(four, library), CLINIC))


def test_it_is_asked_in_the_language_of_the_sheet(asked: Plan, library: Library) -> None:
    """The words of the question; the activities stay the patient's own."""
    first = weeks(asked, library, "ar-EG")[0].asked
    assert first is not None
    assert first.lines == asked.activities
    assert not re.search("[a-z]", " ".join((first.title, *first.how)))


def test_the_question_is_easy_to_read(asked: Plan, library: Library) -> None:
    level = reading_level(document(resolve(asked, library), CLINIC))
    assert level is not None
    assert level.grade <= 6


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_on_paper_it_stands_with_its_week(asked: Plan, library: Library, tmp_path: Path, paper: str) -> None:
    """Once on the sheet of the diary, with a box for each week that asks; no table without header cells."""
    path = made(asked, library, tmp_path, paper=paper)
    (page,) = [text for text in text_of(path) if "Your diary" in text]
    assert "Write a number in each box after your first session of that week." in page
    assert "Week 1 Week 3" in page
    for activity in asked.activities:
        assert activity in page
    assert tags(path).count("Table") == 4 + 1
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_page_knows_what_and_when(asked: Plan, library: Library) -> None:
    """And a text that looks like markup is text, in the page and in what its script knows."""
    html = session_html(asked, library, CLINIC)
    found = re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert found
    facts = json.loads(found[1])
    assert (facts["activities"], facts["asking"]) == (list(asked.activities), [1, 3])
    assert facts["columns"][-3:] == ["activity_1", "activity_2", "activity_3"]
    assert HOSTILE not in html
    assert html.count('class="asked"') == 2
