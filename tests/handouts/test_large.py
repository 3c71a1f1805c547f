"""The page form in large print: as few pages as its words take, each of them filled, and no exercise broken."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kit.handouts.nodes import Document, ExerciseBlock
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.plan.schedule import WEEKDAYS, Schedule
from tests.handouts.printed import Printed, printed
from tests.handouts.sheets import LIBRARY, sheet
from tests.handouts.test_pdf import text_of
from tests.handouts.test_pen_pdf import alone, sheets

HIP = ("quad_set", "sit_to_stand", "bridge", "heel_raise_double", "long_arc_quad")
CONDITIONS = (
    {"condition": "tha_posterior", "side": "left", "since": "2026-05-04"},
    {"condition": "anticoagulant"},
    {"condition": "falls_risk"},
)
STYLE = Style(large_print=True, diary="brief")


@cache
def new_hip(conditions: int) -> tuple[Document, bytes, tuple[Printed, ...]]:
    """Five exercises for two weeks, one of them three times a day, with a note; the last so many of the conditions."""
    changes = {"sides": "left", "schedule": Schedule(weekdays=(*WEEKDAYS,), times_a_day=3), "note": "Use a firm bed."}
    about = CONDITIONS[len(CONDITIONS) - conditions :]
    made = sheet(HIP, age=68, conditions=about, days=14, changes=changes, style=STYLE)
    pdf = to_pdf(made)
    return made, pdf, tuple(printed(pdf))


@pytest.mark.parametrize(("conditions", "most"), [(1, 8), (3, 9)])
def test_five_exercises_take_eight_pages(conditions: int, most: int) -> None:
    """With the signs, what keeps from falling, and two weeks of diary on one sheet; none is left 60 % empty. What a new
    hip and a blood thinner ask for takes one more."""
    _, pdf, pages = new_hip(conditions)
    assert len(pages) <= most
    assert len(sheets(pdf)) == 1
    assert [round(page.fill(), 2) for page in pages[:-2] if page.fill() < 0.4] == []


def test_the_pages_of_all_signs_are_named(tmp_path: Path) -> None:
    """The boxes of signs stand where there is room, on pages of which some are behind the first exercises."""
    path = tmp_path / "one.pdf"
    path.write_bytes(new_hip(3)[1])
    pages = [" ".join(page.split()) for page in text_of(path)]
    titles = ("Call 999 now if:", "Get help today if:", "Call your physio or doctor if:")
    at = [str(number) for number, page in enumerate(pages, 1) if any(title in page for title in titles)]
    assert len(at) > 1
    assert f"All signs: page {', '.join(at)} " in " ".join(pages)


def test_no_exercise_is_broken() -> None:
    """All that a card says stands on the page of its pictures: what goes on a page is not parted."""
    told, _, pages = new_hip(3)
    for block in (node for node in told.nodes if isinstance(node, ExerciseBlock)):
        alts = {picture.alt for picture in block.pictures}
        assert len([page for page in pages if alts & page.pictures.keys()]) == 1


@pytest.mark.parametrize("count", [9, 11, 12, 13, 14, 15])
def test_no_row_of_the_diary_is_alone_on_a_sheet(count: int) -> None:
    """Where a week goes on overleaf, its rows are shared out."""
    names = [exercise.id for exercise in LIBRARY][:count]
    made = alone(sheet(names, style=STYLE, days=7))
    assert made.diary is not None
    due = made.diary.due
    rows = [len({round(run.y) for run in page.runs if due in run.text}) for page in sheets(to_pdf(made))]
    assert min(rows) >= 2
