"""A PDF as a listener gets it: each piece of text with its language and what it stands in, in the order of the tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from tests.handouts.tagged import _kids, _marked


@dataclass(frozen=True)
class Piece:
    """A marked piece: its text, the language it is told in, the kinds of the elements around it, innermost last.

    A picture is a piece with the words that stand for it.
    """

    text: str
    language: str
    within: tuple[str, ...]
    block: int  # the number of the element that holds it, or of the block around that


INLINE = ("Span", "Strong", "Em", "Link")


@dataclass(frozen=True)
class Listened:
    """`pieces` of the tree; `links` as (address, what is told); `bookmarks`, each with its depth; `lost` pieces that
    the parent tree places elsewhere."""

    pieces: tuple[Piece, ...]
    links: tuple[tuple[str, str], ...]
    bookmarks: tuple[tuple[int, str], ...]
    lost: int

    def blocks(self, *kinds: str) -> list[str]:
        """The text of each block of these kinds."""
        told: dict[int, str] = {}
        for piece in self.pieces:
            if next(kind for kind in reversed(piece.within) if kind not in INLINE) in kinds:
                told[piece.block] = told.get(piece.block, "") + piece.text
        return list(told.values())


def listened(pdf: bytes) -> Listened:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: (page, _marked(page), _languages(page)) for page in opened.pages}
        places = {page.obj.objgen: _parents(opened, page) for page in opened.pages}
        pieces: list[Piece] = []
        lost = 0

        def walk(node: Any, page: Any, language: str, within: tuple[str, ...], block: int) -> None:
            nonlocal lost
            page = node.get("/Pg", page)
            language = str(node.get("/Lang", language))
            kind = str(node.S).lstrip("/")
            within = (*within, kind)
            block = block if kind in INLINE else node.objgen[0]
            if "/Alt" in node:
                pieces.append(Piece(str(node.Alt), language, within, block))
            for kid in _kids(node):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    walk(kid, page, language, within, block)
                elif not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid:
                    here = kid.get("/Pg", page) if isinstance(kid, pikepdf.Dictionary) else page
                    number = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
                    _, told, languages = pages[here.objgen]
                    lost += places[here.objgen][number].objgen != node.objgen
                    if "/Alt" not in node:
                        pieces.append(Piece(told.get(number, ""), languages.get(number, language), within, block))

        for top in _kids(opened.Root.StructTreeRoot):
            walk(top, None, str(opened.Root.Lang), (), 0)
        notes = [note for page in opened.pages for note in page.get("/Annots", [])]
        links = tuple((str(note.A.URI), str(note.get("/Contents", ""))) for note in notes)
        with opened.open_outline() as outline:
            return Listened(tuple(pieces), links, tuple(_bookmarks(outline.root, 0)), lost)


def _bookmarks(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from _bookmarks(item.children, depth + 1)


def _parents(pdf: pikepdf.Pdf, page: pikepdf.Page) -> list[Any]:
    """The element of each marked piece of a page, as the parent tree has it; a blank page has none."""
    if "/StructParents" not in page:
        return []
    held = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.StructParents)]
    return list(held)


def _languages(page: pikepdf.Page) -> dict[int, str]:
    """The language that a marked piece has of its own."""
    abouts = [
        step.operands[1]
        for step in pikepdf.parse_content_stream(page)
        if str(step.operator) == "BDC" and isinstance(step.operands[1], pikepdf.Dictionary)
    ]
    return {int(about.MCID): str(about.Lang) for about in abouts if "/MCID" in about and "/Lang" in about}
