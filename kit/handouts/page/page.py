"""The page: one file with everything in it. No request leaves it, and its security rule would stop one.

Without a script it is the whole handout, to be read and printed; the script turns it into a player with a diary.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from kit.figures import PALETTES
from kit.handouts.nodes import Document, ExerciseBlock, Picture
from kit.handouts.page.colours import dressed
from kit.handouts.page.facts import facts
from kit.handouts.page.markup import Markup, element, joined
from kit.handouts.page.paint import paint
from kit.handouts.page.shape import Asks
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue

Pictures = Callable[[str], Sequence[tuple[str, str]] | None]

_STATIC = Path(__file__).parent / "static"


def session_html(
    told: Document,
    known: ResolvedPlan,
    words: Catalogue,
    pictures: Pictures | None = None,
    asks: Asks = "brief",
    palette: str = PALETTES[0],
) -> str:
    """The page of a plan that is told in the language of `words`, and `told` as its document; the same give the same.

    `pictures` gives other panels of an item than the handout's, as (SVG source, what it shows in words), in order;
    `asks` is how much its diary asks, and `palette` that of the handout's pictures.
    Raises `ContentError` for a picture that is none.
    """
    ids = [item.item_id for item in known.plan.items]
    if pictures:
        told = _with_pictures(told, ids, pictures)
    script, style = _script(), dressed(_style(), told.colour)
    known_facts = facts(known, words, script, None if pictures else palette, asks)
    body = [
        element("div", id="app", hidden=True),
        element("main", paint(told, ids), id="plan"),
        element("script", Markup(known_facts), type="application/json", id="facts"),
        element("script", Markup(script), type="module"),
    ]
    top = element("head", joined(_head(told, script, style)))
    page = element("html", top, element("body", joined(body)), lang=words.tag, dir=words.direction)
    return f"<!doctype html>\n{page.source}\n"


def _head(told: Document, script: str, style: str) -> list[Markup]:
    return [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script, style, _has_images(told))),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", told.title),
        element("style", Markup(style)),
    ]


def _with_pictures(told: Document, ids: list[str], pictures: Pictures) -> Document:
    nodes = tuple(
        replace(node, pictures=tuple(Picture(svg, alt) for svg, alt in pictures(ids[node.number - 1]) or ()))
        if isinstance(node, ExerciseBlock)
        else node
        for node in told.nodes
    )
    return replace(told, nodes=nodes)


def _has_images(told: Document) -> bool:
    blocks = (node for node in told.nodes if isinstance(node, ExerciseBlock))
    return bool(told.logo) or any(picture.jpeg for block in blocks for picture in block.pictures)


def _policy(script: str, style: str, has_images: bool) -> str:
    """Nothing from anywhere, but this one script and this one style, and the pictures that stand in the page."""
    images = "img-src data:; " if has_images else ""
    own = f"script-src {_hash(script)}; style-src {_hash(style)}; {images}"
    return f"default-src 'none'; {own}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _script() -> str:
    """One module in the browser; `js/session/` has the modules that it is made of."""
    return (_STATIC / "session.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    return (_STATIC / "page.css").read_text(encoding="utf-8")
