"""The diary for a pen as it is printed: boxes that take a pen, on as few sheets as promised, told to a listener."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kit.clinic import Clinic, Form, Paper, Pen
from kit.handouts.document import document
from kit.handouts.nodes import Document
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import WEEKDAYS, Schedule
from tests.handouts.ruled import Ruled, ruled
from tests.handouts.sheets import LIBRARY, START, plan_of
from tests.handouts.tagged import _kids, _marked, _told
from tests.handouts.test_pen import SIX, some_plan

LONG = "A name of an exercise that nobody would choose, since it is as long as a name may ever be: on one leg, arms out"
MARGIN = 10  # mm beside what is printed
FOOT = 9  # mm above the edge, below which its label and number stand
# Form, paper, large print, palette, exercises.
SHEETS: list[tuple[Pen, Paper, bool, str, int]] = [
    ("brief", "a4", False, "day", 1),
    ("brief", "a4", False, "day", 6),
    ("brief", "letter", False, "grey", 6),
    ("brief", "a4", True, "day", 6),
    ("brief", "letter", True, "grey", 12),
    ("brief", "a4", False, "day", 10),
    ("brief", "a4", False, "day", 30),
    ("full", "a4", False, "day", 6),
    ("full", "letter", False, "day", 6),
    ("full", "a4", True, "grey", 4),
    ("full", "letter", False, "grey", 12),
    ("full", "a4", False, "day", 30),
]


def told(
    plan: Plan,
    form: Pen,
    paper: Paper = "a4",
    large: bool = False,
    palette: str = "day",
    beside: Form = "page",
    **clinic: Any,
) -> Document:
    style = Style(paper, large, palette, beside, form)
    return document(resolve(plan, LIBRARY), Clinic(name="Sunny Clinic", contact="020 7946 0018", **clinic), style=style)


@cache
def _one() -> Document:
    return told(plan_for(1), "none")


def alone(made: Document) -> Document:
    """The same sheets behind the handout of one exercise: what else stands before them takes most of the time, and moves
    nothing on them (`test_the_sheet_is_accessible`)."""
    return replace(made, nodes=_one().nodes, signs=_one().signs)


def sheets(pdf: bytes) -> list[Ruled]:
    """The pages that lie."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [page for page in map(ruled, opened.pages) if page.width > page.height]


def drawn(page: Ruled) -> Ruled:
    """The page without the number at its foot."""
    return replace(page, runs=tuple(run for run in page.runs if run.y > FOOT))


def plan_for(count: int) -> Plan:
    """`count` exercises: with both sides, on days of choice and on fixed days, a pause between."""
    names = [*SIX, *(name for name in sorted(one.id for one in LIBRARY) if name not in SIX)]
    plan = plan_of(names[:count])
    if count > 1:
        plan = plan.adjust("i2", schedule=Schedule(weekdays=("mon", "wed", "fri")))
    return plan.pause(START.replace(day=13), START.replace(day=15))


@pytest.mark.parametrize(("form", "paper", "large", "palette", "count"), SHEETS)
def test_a_box_takes_a_pen(form: Pen, paper: Paper, large: bool, palette: str, count: int) -> None:
    """Every box that is due or may be chosen is on the sheet, 7 mm high and wide; a half on Letter is 6.4 mm wide.

    Nothing stands outside the margins, and the same document gives the same bytes.
    """
    made = alone(told(plan_for(count), form, paper, large, palette))
    assert to_pdf(made) == takes_a_pen(made, form, paper)


@pytest.mark.parametrize("sheet", [SHEETS[n] for n in (1, 3, 5, 7, 10)])
def test_a_box_takes_a_pen_beside_a_picture(sheet: tuple[Pen, Paper, bool, str, int]) -> None:
    """The pictures of the rows take no room from the boxes."""
    form, paper, large, palette, count = sheet
    takes_a_pen(told(plan_for(count), form, paper, large, palette, "pictures"), form, paper)


def takes_a_pen(made: Document, form: Pen, paper: Paper) -> bytes:
    """The PDF of a handout, each box of its diary measured."""
    pdf = to_pdf(made)
    assert made.diary is not None
    expected = sum(
        max(1, len(row.parts)) * sum(day in ("due", "open") for day in row.days)
        for week in made.diary.weeks
        for row in week.rows
    )
    found = 0
    for page in sheets(pdf):
        for run in page.runs:
            if made.diary.due in run.text:
                wide, high = page.box_at(run.x, run.y)
                found += 1
                assert high >= 7
                assert wide >= (6.4 if paper == "letter" else 7)
                assert wide >= 7 or form == "full"
            assert MARGIN - 0.2 <= run.x <= page.width - MARGIN
            assert 4 <= run.y <= page.height - 7.5
        for line in page.lines:
            assert line.x0 >= MARGIN - 0.2
            assert line.x1 <= page.width - MARGIN + 0.2
            assert line.y0 >= 10.3
            assert line.y1 <= page.height - 7.3
    assert found == expected
    return pdf


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("form", "activities"), [("brief", ("Walking to the shop", "Stairs", "Garden")), ("full", ())])
def test_four_weeks_of_six_exercises_are_one_sheet(form: Pen, activities: tuple[str, ...], paper: Paper) -> None:
    """In brief with what matters to the patient; in full with the numbers, each done once a day."""
    plan = plan_of(SIX, changes={"schedule": Schedule(weekdays=WEEKDAYS)}, activities=activities)
    (page,) = sheets(to_pdf(alone(told(plan, form, paper))))
    assert [run.text for run in page.runs].count("Note:") == 4


@pytest.mark.parametrize(("form", "large", "pages"), [("brief", True, 2), ("full", True, 4), ("brief", False, 1)])
def test_four_exercises_have_as_many_sheets_as_promised(four: Plan, form: Pen, large: bool, pages: int) -> None:
    assert len(sheets(to_pdf(told(four, form, large=large)))) == pages


def test_no_sheet_where_none_is_wanted(four: Plan) -> None:
    """And the rest of the handout is as it was, standing; the sheet begins on a page of its own, the last."""
    without, brief = (to_pdf(told(four, form)) for form in ("none", "brief"))
    assert sheets(without) == []
    with pikepdf.open(io.BytesIO(without)) as one, pikepdf.open(io.BytesIO(brief)) as two:
        assert len(two.pages) == len(one.pages) + 1
    assert sheets(brief)[0].runs[0].text.startswith("Your diary")


# What a listener is told


def tables(pdf: pikepdf.Pdf) -> list[list[list[tuple[Any, str]]]]:
    """Each table as rows of cells: the element and its text."""
    known = {page.obj.objgen: _marked(page) for page in pdf.pages}

    def below(node: Any, kind: str) -> list[Any]:
        kids = [kid for kid in _kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return [found for kid in kids for found in ([kid] if kind == kid.S else below(kid, kind))]

    def text(cell: Any) -> str:
        return " ".join(_told(cell, None, known).replace("\x1f", " ").split())

    rows = [below(table, "/TR") for table in below(pdf.Root.StructTreeRoot, "/Table")]
    return [[[(cell, text(cell)) for cell in _kids(row)] for row in each] for each in rows]


def about(cell: Any) -> Any:
    return next(each for each in cell.A if each.O == "/Table")


@pytest.mark.parametrize(
    ("form", "locale"), [("brief", "en-GB"), ("full", "en-GB"), ("full", "ar-EG"), ("full", "es-ES")]
)
def test_each_cell_is_told_with_its_row_and_day(form: Pen, locale: str) -> None:
    """The first cell of a row heads it; each other cell names its row and its column, by names that are known."""
    plan = plan_for(6).describe(activities=("Walking to the shop",))
    made = alone(told(plan, form, locale=locale))
    with pikepdf.open(io.BytesIO(to_pdf(made))) as pdf:
        names = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
        found = tables(pdf)
        assert len(found) == 5
        ids = [str(cell.ID) for table in found for row in table for cell, _ in row if cell.S == "/TH"]
        assert len(ids) == len(set(ids))
        assert set(ids) == set(names)
        for head, *rows in found:
            assert [str(about(cell).Scope) for cell, _ in head] == ["/Column"] * len(head)
            for (first, name), *cells in rows:
                assert (str(first.S), str(about(first).Scope), bool(name)) == ("/TH", "/Row", True)
                for (column, _), (cell, text) in zip(head[1:], cells, strict=True):
                    assert cell.S == "/TD"
                    assert {str(one) for one in about(cell).Headers} == {str(column.ID), str(first.ID)}
                    assert text


@pytest.mark.parametrize("form", ["brief", "full"])
def test_every_week_and_exercise_is_there_and_each_cell_says_what_it_is(form: Pen) -> None:
    """A box that it is to be marked, and for which side; a grey one that nothing is planned, or a break."""
    made = alone(told(plan_for(6), form))
    assert made.diary is not None
    says = {"due": "to mark", "open": "or to mark", "rest": "– nothing planned", "break": "break"}
    with pikepdf.open(io.BytesIO(to_pdf(made))) as pdf:
        found = tables(pdf)
        for week, table in zip(made.diary.weeks, found, strict=True):
            assert [text for _, text in table[0]] == [week.title, *(f"{day} {date}" for day, date in week.days)]
            numbers = made.diary.numbers
            for row, cells in zip(week.rows, table[1:], strict=False):
                assert cells[0][1] == f"{row.label} {row.hint}".strip()
                for day, (_, text) in zip(row.days, cells[1:], strict=True):
                    halves = " ".join(f"{part} to mark" for part in row.parts)
                    halves = halves.replace(" to", " or to", 1) if day == "open" else halves
                    assert text.removeprefix("– ") == (
                        halves if halves and day in ("due", "open") else says[day].removeprefix("– ")
                    )
            assert len(table) == 1 + len(week.rows) + len(numbers)
            for asked, cells in zip(numbers, table[1 + len(week.rows) :], strict=True):
                assert cells[0][1] == asked.label
                for day, (_, text) in zip(week.numbered, cells[1:], strict=True):
                    assert text == (" ".join(asked.said) if day in ("due", "open") else says[day].removeprefix("– "))


def test_arabic_runs_from_right_to_left() -> None:
    """The first week stands to the right of the second, and in each the first day to the right of the last."""
    for locale, is_right in (("en-GB", False), ("ar-EG", True)):
        with pikepdf.open(io.BytesIO(to_pdf(alone(told(plan_for(6), "full", locale=locale))))) as pdf:
            heads = [table[0] for table in tables(pdf)]
            places = [[_left(pdf, cell) for cell, _ in head] for head in heads[:2]]
        assert (places[0][0] > places[1][0]) is is_right
        for row in places:
            assert row == sorted(row, reverse=is_right)


def _left(pdf: pikepdf.Pdf, cell: Any) -> float:
    """Where the text of a cell begins on its page."""
    numbers: set[int] = set()
    todo: list[tuple[Any, Any]] = [(cell, None)]
    page: Any = None
    while todo:
        node, page = todo.pop()
        page = node.get("/Pg", page)
        for kid in _kids(node):
            if isinstance(kid, pikepdf.Dictionary):
                if "/MCID" in kid:
                    numbers.add(int(kid.MCID))
                    page = kid.get("/Pg", page)
                else:
                    todo.append((kid, page))
            else:
                numbers.add(int(kid))
        if numbers:
            break
    return next(_at(pikepdf.Page(page), number) for number in sorted(numbers))


def _at(page: pikepdf.Page, number: int) -> float:
    inside = False
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "BDC" and isinstance(step.operands[1], pikepdf.Dictionary):
            inside = inside or step.operands[1].get("/MCID") == number
        if str(step.operator) == "cm" and inside:
            return float(step.operands[4])
    raise AssertionError(number)


@pytest.mark.parametrize(("form", "paper", "large", "palette", "count"), [SHEETS[1], SHEETS[4], SHEETS[9], SHEETS[10]])
def test_the_sheet_is_accessible(
    form: Pen, paper: Paper, large: bool, palette: str, count: int, tmp_path: Path
) -> None:
    """The independent checker finds nothing, and the sheets are the same whatever stands before them."""
    made = told(plan_for(count), form, paper, large, palette)
    path = tmp_path / "handout.pdf"
    path.write_bytes(to_pdf(made))
    assert list(map(drawn, sheets(path.read_bytes()))) == list(map(drawn, sheets(to_pdf(alone(made)))))
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_plan_no_box_is_lost(seed: int) -> None:
    """Any schedule, length and pause, a long title and label, in both forms: as many boxes as the sheet has."""
    plan = some_plan(seed).describe(title=LONG, patient=LONG[:60], activities=(LONG[:80],))
    large = seed % 3 == 0
    for form in ("brief", "full"):
        made = alone(told(plan, form, "letter" if seed % 2 else "a4", large))
        assert made.diary is not None
        rows = [row for week in made.diary.weeks for row in week.rows]
        boxes = sum(max(1, len(row.parts)) * sum(day in ("due", "open") for day in row.days) for row in rows)
        pages = sheets(to_pdf(made))
        assert sum(made.diary.due in run.text for page in pages for run in page.runs) == boxes
        assert all(run.y > 4 for page in pages for run in page.runs)
        assert all(one.y0 > 10 for page in pages for one in page.lines)


@pytest.mark.parametrize("large", [False, True])
def test_a_year_stays_on_its_sheets(large: bool) -> None:
    """Each week that asks has a box for each activity, within the margins."""
    plan = plan_of(SIX[:2], days=364, activities=(LONG[:80], "Stairs", "Garden"))
    pages = sheets(to_pdf(alone(told(plan, "brief", large=large))))
    boxes = [(page, run) for page in pages for run in page.runs if run.text == "0–10" and page.width - run.x < 200]
    assert len(boxes) == 3 * 26
    for page, run in boxes:
        wide, high = page.box_at(run.x, run.y)
        assert wide >= 20
        assert high >= 7.8
    for page in pages:
        assert all(MARGIN - 0.2 <= line.x0 <= line.x1 <= page.width - MARGIN + 0.2 for line in page.lines)
        assert all(line.y0 >= 10.3 for line in page.lines)
