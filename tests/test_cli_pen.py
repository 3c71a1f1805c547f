"""The diary for a pen at the command line: its forms, and what each of them asks of the patient."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Kit


@pytest.fixture
def plan(kit: Kit) -> Path:
    """The four stretches: both sides, once a day."""
    assert kit("new", "knee-glute-stretches", "-o", "p.json", "--start", "2026-06-01")[0] == 0
    return Path("p.json")


def boxes(folder: str) -> int:
    """How many cells of tables the PDF in `folder` has on pages that lie."""
    with pikepdf.open(Path(folder) / "patient" / "handout.pdf") as pdf:
        cells = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/TD"]
        assert bool(cells) == any(page.mediabox[2] > page.mediabox[3] for page in pdf.pages)
        return len(cells)


def test_the_form_is_chosen(kit: Kit, plan: Path) -> None:
    """Brief where none is said, full or none; the page of the session asks as much, and all else is the same."""
    kit("handout", plan, "-o", "said", "--diary", "brief")
    kit("handout", plan, "-o", "unsaid")
    kit("handout", plan, "-o", "full", "--diary", "full")
    kit("handout", plan, "-o", "none", "--diary", "none")
    rows, pain, numbers = 4 * 4 * 7, 4 * 7, 3 * 4 * 7
    assert [boxes(folder) for folder in ("said", "unsaid", "full", "none")] == [
        rows + pain,
        rows + pain,
        rows + numbers,
        0,
    ]
    for name in ("diary.csv", "handout.csv", "calendar.ics"):
        assert len({(Path(folder) / "patient" / name).read_bytes() for folder in ("said", "full", "none")}) == 1
    pages = [(Path(folder) / "patient" / "session.html").read_bytes() for folder in ("said", "none", "full")]
    assert pages[0] == pages[1] != pages[2]
    code, _, err = kit("handout", plan, "-o", "no", "--diary", "long")
    assert (code, "brief, full, none" in err) == (2, True)


def test_the_check_says_what_a_diary_asks_for(kit: Kit, plan: Path) -> None:
    """Four marks and the pain a day in brief; in full one a side, and four numbers a day."""
    _, out, _ = kit("check", plan, "--on", "2026-06-01")
    assert "Diary for a pen: 35 marks a week in brief, 84 in full.\n" in out
    told = json.loads(kit("check", plan, "--on", "2026-06-01", "--json")[1])
    assert told["marks_a_week"] == {"brief": 28 + 7, "full": 4 * 2 * 7 + 4 * 7}


def test_what_is_not_said_is_the_clinics(kit: Kit, plan: Path) -> None:
    """The form of the handout and its diary stand in clinic.toml; a word at the command line counts more."""
    Path("clinic.toml").write_text('form = "cards"\ndiary = "none"\n', encoding="utf-8")
    kit("handout", plan, "-o", "clinic")
    kit("handout", plan, "-o", "cards", "--form", "cards", "--diary", "none")
    kit("handout", plan, "-o", "said", "--form", "page", "--diary", "brief")
    clinic, cards, said = ((Path(f) / "patient" / "handout.pdf").read_bytes() for f in ("clinic", "cards", "said"))
    assert clinic == cards != said
    assert (boxes("clinic"), boxes("said")) == (0, 4 * 4 * 7 + 4 * 7)
    code, _, err = kit("handout", plan, "-o", "no", "--form", "card")
    assert (code, "page, leaflet, cards" in err) == (2, True)
