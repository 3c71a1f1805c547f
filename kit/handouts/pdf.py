"""The PDF painter: the document as a tagged, archival PDF."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from kit.clinic import Form
from kit.handouts.nodes import Document
from kit.typeset.contrast import on_paper
from kit.typeset.pdf import compile_drawings, compile_pages, compile_pdf

SOURCES: dict[Form, Path] = {
    "page": Path(__file__).with_name("page.typ"),
    "leaflet": Path(__file__).with_name("handout.typ"),
    "cards": Path(__file__).with_name("cards.typ"),
    "pictures": Path(__file__).with_name("pictures.typ"),
}
_DRAWN = ("signs", "dangers", "meanings")
_PICTURES = ("svg", "logo", "link_svg")


def to_pdf(document: Document) -> bytes:
    """The PDF; the same document gives the same bytes. Cards stand on one side of each sheet."""
    return compile_pdf(SOURCES[document.form], *tree(document), document.on, one_sided=document.form == "cards")


def to_pages(document: Document, ppi: float = 110) -> list[bytes]:
    """A PNG picture of each page, at `ppi` dots an inch."""
    return compile_pages(SOURCES[document.form], *tree(document), document.on, ppi)


def to_drawings(document: Document) -> list[bytes]:
    """An SVG drawing of each page, to be looked at on a screen."""
    return compile_drawings(SOURCES[document.form], *tree(document), document.on)


def tree(document: Document) -> tuple[dict[str, Any], list[str]]:
    """The document as plain data, each node under its name, and its pictures, which the data name by number."""
    pictures: dict[str, int] = {}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: pictures.setdefault(text, len(pictures)) if key in _PICTURES and text else plain(text)
                for key, text in value.items()
                if key != "jpeg"  # it is in the SVG
            }
        return [plain(entry) for entry in value] if isinstance(value, list | tuple) else value

    data = {
        key: value for key, value in vars(document).items() if key not in ("nodes", "on", "diary", "ready", *_DRAWN)
    }
    data |= {name: [asdict(one) for one in getattr(document, name)] for name in _DRAWN}
    data["ready"] = asdict(document.ready)
    data["colour"] = on_paper(document.colour)
    nodes = [{"node": type(node).__name__, **asdict(node)} for node in document.nodes]
    return plain({**data, "nodes": nodes, "diary": asdict(document.diary) if document.diary else None}), list(pictures)
