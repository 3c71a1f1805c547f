"""The sheet: one page, tagged and archival, the same bytes for the same follow-up, proof against any text."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from kit.plan.plan import MAX_ITEMS, Plan
from kit.plan.template import template, templates
from kit.reports.cited import said
from kit.reports.page import Page
from kit.reports.pdf import to_pages, to_pdf
from kit.reports.report import Look
from kit.typeset.fonts import drawable
from kit.words.text import clean
from tests.handouts.test_pdf import HOSTILE, tags, text_of
from tests.reports.rich import LIBRARY, START, followed, issued, of_template, page_of, two_versions


def written(page: Page, folder: Path) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(to_pdf(page))
    return path


def pages_in(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", templates())
def test_one_page_always(name: str, paper: str) -> None:
    """Of every template, with a diary that has something of everything."""
    assert pages_in(to_pdf(page_of(of_template(name), look=Look(paper)))) == 1  # type: ignore[arg-type]


def test_one_page_of_the_longest_plan() -> None:
    """Thirty exercises, with names and titles as long as they may be; more of them go on over the page, not smaller."""
    plan = Plan.begin("P-" + "0" * 38, START, title="W" * 60)
    usable = [e for e in LIBRARY if not e.needs_clinician]
    for n, pages in ((30, 1), (MAX_ITEMS, 3)):
        for exercise in (usable * 2)[len(plan.items) : n]:
            plan = plan.add(exercise)
        page = page_of(followed([issued(plan)]), look=Look("letter"), name="N" * 120)
        assert len(page.exercises) == n
        assert pages_in(to_pdf(page)) == pages


@pytest.mark.parametrize(("name", "paper", "grey"), [("neck", "a4", False), ("low-back", "letter", True)])
def test_accessible(name: str, paper: str, grey: bool, tmp_path: Path) -> None:
    """The independent checker finds nothing."""
    path = written(page_of(of_template(name), look=Look(paper, grey)), tmp_path)  # type: ignore[arg-type]
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_tagged_with_language_and_title(tmp_path: Path) -> None:
    """One title, headings in order, one table with headers of columns and rows, the bars as a figure with their words."""
    page = page_of(of_template("neck"))
    path = written(page, tmp_path)
    kinds = tags(path)
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H[1-6]", kind)]
    assert levels[0] == 1
    assert all(two <= one + 1 for one, two in itertools.pairwise(levels))
    assert (kinds.count("Table"), kinds.count("TH"), kinds.count("Figure")) == (
        1,
        len(page.head) + len(page.exercises),
        1,
    )
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Follow-up of home exercises"


def test_same_page_same_bytes_and_no_name_in_its_metadata() -> None:
    page = page_of(of_template("neck"), name="Zebrawood")
    made = to_pdf(page)
    assert made == to_pdf(page)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert b"Zebrawood" not in pdf.Root.Metadata.read_bytes()
        assert "Zebrawood" not in str(dict(pdf.docinfo.items()))


def test_all_that_the_page_says_is_on_the_sheet(tmp_path: Path) -> None:
    """Each line, letter by letter; the weeks are drawn, and said once in words."""
    page = page_of(of_template("knee-osteoarthritis"), name="Zebrawood")
    sheet = "".join(" ".join(text_of(written(page, tmp_path))).replace("\u200b", "").split())
    lines = [line for line in page.lines() if said(line)]
    assert len(lines) > 60
    for piece in (str(piece) for line in lines for piece in line):
        for word in piece.split():
            assert word in sheet, word


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, four: Plan, tmp_path: Path) -> None:
    """Whatever a person typed is printed as it stands, or visibly replaced; nothing runs, nothing fails."""
    plan = issued(four.describe(title=f"T {text}"))
    sheet = " ".join(text_of(written(page_of(followed([plan]), name=text), tmp_path))).replace("\u200b", "")
    bare = drawable(clean(text)).replace(" ", "")
    assert bare[:30] in sheet.replace(" ", "")


def test_a_picture_of_it() -> None:
    page = page_of(followed(two_versions(template("neck").plan(LIBRARY, "P-001", START))))
    (picture,) = to_pages(page, 40)
    assert picture.startswith(b"\x89PNG")
