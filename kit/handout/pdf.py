"""The PDF painter: the document as a tagged, archival PDF."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from kit.handout.nodes import Document
from kit.typeset.pdf import compile_pages, compile_pdf

SOURCE = Path(__file__).with_name("handout.typ")


def to_pdf(document: Document) -> bytes:
    """The PDF; the same document gives the same bytes."""
    return compile_pdf(SOURCE, tree(document), document.on)


def to_pages(document: Document, ppi: float = 110) -> list[bytes]:
    """A PNG picture of each page, at `ppi` dots an inch."""
    return compile_pages(SOURCE, tree(document), document.on, ppi)


def tree(document: Document) -> dict[str, Any]:
    """The document as plain data, each node under its name."""
    nodes = [{"node": type(node).__name__, **asdict(node)} for node in document.nodes]
    data = {key: value for key, value in vars(document).items() if key not in ("nodes", "on")}
    return {**data, "nodes": nodes}
