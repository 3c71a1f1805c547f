"""The text of a FHIR resource, for whoever reads it without a program that knows its elements."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kit.record.names import Json
from kit.words.catalogue import Catalogue

XHTML = "http://www.w3.org/1999/xhtml"


def narrative(words: Catalogue, lines: Iterable[str], numbered: Iterable[str]) -> Json:
    """The `lines` that are not empty as paragraphs, then the `numbered` ones, in the language of `words`.

    All of it is text, whatever it holds.

    "additional": it says more than the elements of the one resource do.
    """
    told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    items = "".join(f"<li>{escape(line)}</li>" for line in numbered)
    about = f'xmlns="{XHTML}" lang="{words.language}" xml:lang="{words.language}" dir="{words.direction}"'
    return {"status": "additional", "div": f"<div {about}>{told}<ol>{items}</ol></div>"}
