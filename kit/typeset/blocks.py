"""The structure of a PDF as a listener needs it: the title is a heading, each line of text stands in a paragraph.

The typesetter calls the title a paragraph, marks a text that stands alone as a mere piece of one, and keeps a group for
every cell of what is only laid out; a group says nothing, so that what is in it takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_GROUPS = frozenset({"/Document", "/Part", "/Sect", "/Div"})
_INLINE = frozenset({"/Span", "/Strong", "/Em", "/Link"})
_PLAIN = frozenset({"/Type", "/S", "/P", "/K", "/Pg", "/Lang"})  # what a group may have that passes to what is in it


def in_blocks(pdf: pikepdf.Pdf) -> None:
    """Put the whole tree in order."""
    for top in kids(pdf.Root.StructTreeRoot):
        _ordered(pdf, top)


def kids(node: Object) -> list[Object]:
    """What stands right below `node`: elements, and marked pieces of a page."""
    held = node.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def is_element(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _ordered(pdf: pikepdf.Pdf, node: Object) -> None:
    if node.S == "/Title":
        node.S = Name.H1
    before = kids(node)
    below = list(_below(pdf, before))
    if node.S in _GROUPS:
        runs = ((is_inline, list(run)) for is_inline, run in groupby(below, _is_inline))
        below = [each for is_inline, run in runs for each in ([_paragraph(pdf, run)] if is_inline else run)]
    if below != before:
        for kid in filter(is_element, below):
            kid.P = node
        node.K = Array(below)


def _below(pdf: pikepdf.Pdf, found: list[Object]) -> Iterator[Object]:
    """What stands below an element, each in order, without groups that say nothing."""
    for kid in found:
        if not is_element(kid):
            yield kid
            continue
        _ordered(pdf, kid)
        if kid.S == "/Div" and set(kid.keys()) <= _PLAIN:
            for each in kids(kid):
                if "/Lang" in kid and "/Lang" not in each:
                    each.Lang = kid.Lang
                yield each
        else:
            yield kid


def _is_inline(kid: Object) -> bool:
    return not is_element(kid) or str(kid.S) in _INLINE


def _paragraph(pdf: pikepdf.Pdf, run: list[Object]) -> Object:
    """One paragraph of pieces that stand side by side."""
    (first, *others) = run
    if not others and first.S == "/Span":
        first.S = Name.P
        return first
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=Array(run)))
    for kid in run:
        kid.P = made
    return made
