"""A drawn panel on its way into the page: checked to be a picture and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree

from kit.errors import ContentError, Fault
from kit.handouts.page.markup import Markup

_SVG = "{http://www.w3.org/2000/svg}"
# The page's security rule turns off styles and scripts within a picture; ids would stand twice in the player.
_BARRED_TAGS = frozenset({"script", "style", "foreignObject", "image", "a", "use", "iframe"})
_BARRED_ATTRIBUTES = frozenset({"id", "style", "href"})


def drawing(svg: str, where: str) -> Markup:
    """The SVG source, as it is. Raises `ContentError` where it is no plain picture; `where` names the item."""
    faults = [Fault(where, f"the picture {what}.", "Draw it of shapes with attributes alone.") for what in _wrong(svg)]
    if faults:
        raise ContentError(faults)
    return Markup(svg[svg.index("<svg") :].strip())


def _wrong(svg: str) -> list[str]:
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return ["has a document type"]
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return [f"is no SVG: {error}"]
    if root.tag not in ("svg", f"{_SVG}svg"):
        return ["is no SVG"]
    wrong = []
    for part in root.iter():
        tag = str(part.tag).rpartition("}")[2]
        if tag in _BARRED_TAGS:
            wrong.append(f"holds an element <{tag}>")
        names = (name.rpartition("}")[2] for name in part.attrib)
        wrong += [f"holds an attribute {n} on <{tag}>" for n in names if n in _BARRED_ATTRIBUTES or n.startswith("on")]
    return list(dict.fromkeys(wrong))
