"""The fonts that a PDF is set in, and which characters they can draw."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")  # as in the sources of Arabic
UNDRAWABLE = "\ufffd"
# Shape or order the letters beside them, and draw nothing.
_JOINERS = "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"


@cache
def font_dirs() -> tuple[Path, ...]:
    """Folders of the fonts: Noto Sans, and Amiri for Arabic, which Noto Sans does not have.

    Most Arabic fonts draw lam and alef as one sign, which is copied the wrong way round; Amiri draws two. Others, such
    as Noto Sans Arabic, draw a letter and its dots as two signs, and a screen reader is told the letter twice.
    """
    import fontpkg_amiri
    import fontpkg_noto_sans

    return tuple(Path(package.__file__).parent / "files" for package in (fontpkg_noto_sans, fontpkg_amiri))


@cache
def coverage() -> dict[int, frozenset[str]]:
    """Code points that an upright font draws, with the fonts that do; the weights of a family draw the same.

    Latin letters are drawn by Noto Sans alone: within Arabic no other font is asked for them.
    """
    from fontTools.ttLib import TTFont

    known: dict[int, frozenset[str]] = {}
    for folder in font_dirs():
        path = next(path for path in sorted(folder.glob("*.ttf")) if "Italic" not in path.name)
        for code in TTFont(path, lazy=True).getBestCmap():
            if not (code in known and _LATIN.fullmatch(chr(code))):
                known[code] = known.get(code, frozenset()) | {path.name}
    return known


def drawable(tree: Any) -> Any:
    """`tree` with every string made safe to set: what no font draws becomes a visible replacement mark."""
    if isinstance(tree, str):
        return _drawable(tree)
    if isinstance(tree, dict):
        return {key: drawable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [drawable(value) for value in tree]
    return tree


def _drawable(text: str) -> str:
    """What no font draws is replaced, and so is a mark on a letter that no font has together with it."""
    known, fonts = coverage(), frozenset[str]()
    kept = []
    for character in text:
        own = known.get(ord(character), frozenset())
        if character in _JOINERS:
            kept.append(character)
            continue
        fonts = fonts & own if unicodedata.combining(character) else own
        kept.append(character if fonts else UNDRAWABLE)
    return "".join(kept)
