"""The report as a tagged, archival PDF: the same page gives the same bytes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kit.reports.cited import Line, said
from kit.reports.page import Page, Section
from kit.typeset.contrast import on_paper
from kit.typeset.pdf import compile_pages, compile_pdf

_OF = re.compile(r"(?<=\d) of (?=\d)")
_UNIT = re.compile(r"(\d) (?=(?:%|s|kg|min|×)\b|%)")
SOURCE = Path(__file__).with_name("report.typ")


def to_pdf(page: Page) -> bytes:
    """One sheet, whatever it says: the type is set smaller where there is more of it."""
    return compile_pdf(SOURCE, tree(page), [], page.on)


def to_pages(page: Page, ppi: float = 110) -> list[bytes]:
    """A PNG picture of each page, at `ppi` dots an inch."""
    return compile_pages(SOURCE, tree(page), [], page.on, ppi)


def tree(page: Page) -> dict[str, Any]:
    """The page as plain data; a number and its sign stay on one line."""
    names = ("lang", "region", "title", "author", "paper", "grey", "draft", "head")
    return {
        **{name: getattr(page, name) for name in names},
        "colour": on_paper(page.colour),
        "facts": [[name, _text(line)] for name, line in page.facts],
        "signs": _section(page.signs) if page.signs else None,
        "done": _section(page.done),
        "big": _text(page.big),
        "weeks": [
            {
                "done": week.done,
                "not_done": week.not_done,
                "missing": week.missing,
                "of": _text(week.of),
                "from": _text(week.from_),
                "short": week.is_short,
                "new": _text(week.new),
            }
            for week in page.weeks
        ],
        "weeks_said": _text(page.weeks_said),
        "exercises": [[text.split("\n") for text in _texts(row)] for row in page.exercises],
        "sections": [_section(section) for section in page.sections],
        "small": _texts(page.small),
    }


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "lines": _texts(section.lines), "listed": _texts(section.listed)}


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [_text(line) for line in lines]


def _text(line: Line) -> str:
    return _OF.sub("\u00a0of\u00a0", _UNIT.sub("\\1\u00a0", said(line)))
