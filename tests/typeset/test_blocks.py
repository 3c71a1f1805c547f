"""The structure of a PDF put in blocks."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from kit.typeset.blocks import in_blocks, is_element, kids

Told = tuple[Any, ...]  # a name and what stands below it


def tree(pdf: pikepdf.Pdf, told: Told, **about: Any) -> Any:
    """An element of (name, kid, …), where a number is a marked piece."""
    name, *below = told
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + name), **about))
    made.K = Array([kid if isinstance(kid, int) else tree(pdf, kid) for kid in below])
    for kid in made.K:
        if isinstance(kid, Dictionary):
            kid.P = made
    return made


def told(node: Any) -> Told:
    return (
        str(node.S).lstrip("/"),
        *(told(kid) if isinstance(kid, Dictionary) else int(kid) for kid in kids(node)),
    )


def ordered(whole: Told) -> Told:
    pdf = pikepdf.new()
    top = tree(pdf, whole)
    pdf.Root.StructTreeRoot = Dictionary(K=top)
    in_blocks(pdf)
    assert each_knows_where_it_stands(top)
    return told(top)


def each_knows_where_it_stands(node: Any) -> bool:
    below = [kid for kid in kids(node) if is_element(kid)]
    return all(kid.P.objgen == node.objgen and each_knows_where_it_stands(kid) for kid in below)


def test_a_text_alone_is_a_paragraph() -> None:
    """A piece of text in a group becomes a paragraph, and pieces side by side become one."""
    assert ordered(("Document", ("Span", 1))) == ("Document", ("P", 1))
    both = ("Document", ("Strong", 1), ("Span", 2), ("H1", 3), ("Link", 4))
    assert ordered(both) == ("Document", ("P", ("Strong", 1), ("Span", 2)), ("H1", 3), ("P", ("Link", 4)))


def test_a_group_gives_way_to_what_is_in_it() -> None:
    """In its place and order, whatever it stands in; texts of two groups stay two paragraphs; an empty one is gone."""
    cells = ("Document", ("Div", ("Div", ("Span", 1)), ("Div",), ("Div", ("Span", 2))), ("P", 3))
    assert ordered(cells) == ("Document", ("P", 1), ("P", 2), ("P", 3))
    assert ordered(("Document", ("TD", ("Div", ("P", 1))))) == ("Document", ("TD", ("P", 1)))


def test_text_in_a_cell_or_an_item_stays() -> None:
    """What may hold text keeps it as it is."""
    table = ("Table", ("TR", ("TD", 1, ("Strong", 2))), ("L", ("LI", ("LBody", ("Span", 3)))))
    assert ordered(("Document", table)) == ("Document", table)


def test_the_title_is_a_heading() -> None:
    assert ordered(("Document", ("Div", ("Title", 1)), ("P", 2))) == ("Document", ("H1", 1), ("P", 2))


def test_the_language_of_a_group_stays_with_what_is_in_it() -> None:
    """Unless that says one of its own; a group that says more than that stays."""
    pdf = pikepdf.new()
    group = tree(pdf, ("Div", ("P", 1), ("H1", 2)), Lang="en")
    group.K[1].Lang = pikepdf.String("es")
    named = tree(pdf, ("Div", ("P", 1)), Alt="x")
    top = pdf.make_indirect(Dictionary(S=Name.Document, K=Array([group, named])))
    pdf.Root.StructTreeRoot = Dictionary(K=top)
    in_blocks(pdf)
    assert [str(kid.get("/Lang")) for kid in kids(top)] == ["en", "es", "None"]
    assert told(top) == ("Document", ("P", 1), ("H1", 2), ("Div", ("P", 1)))
