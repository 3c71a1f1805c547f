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
    """Folders of the fonts: Noto Sans, and what it does not have: Amiri for Arabic, Noto Sans CJK for Chinese.

    Most Arabic fonts draw lam and alef as one sign, which is copied the wrong way round; Amiri draws two. Others, such
    as Noto Sans Arabic, draw a letter and its dots as two signs, and a screen reader is told the letter twice.
    """
    import fontpkg_amiri
    import fontpkg_noto_sans
    import noto_cjk_sans_otc

    files = (Path(package.__file__).parent / "files" for package in (fontpkg_noto_sans, fontpkg_amiri))
    return (*files, Path(noto_cjk_sans_otc.__file__).parent)


@cache
def drawing(character: str) -> frozenset[Path]:
    """The folders of the fonts that draw a character; empty where none does.

    Latin letters are drawn by Noto Sans alone: within Arabic no other font is asked for them. The last font takes long
    to read, and is asked for nothing that another one draws.
    """
    found = frozenset(folder for folder in font_dirs()[:-1] if ord(character) in _covered(folder))
    if found:
        return frozenset({font_dirs()[0]}) & found if _LATIN.fullmatch(character) else found
    return frozenset(folder for folder in font_dirs()[-1:] if ord(character) in _covered(folder))


@cache
def _covered(folder: Path) -> frozenset[int]:
    """Code points that an upright font draws; the weights of a family, and the faces of a collection, draw the same."""
    from fontTools.ttLib import TTFont

    path = next(path for path in sorted(folder.glob("*.tt[fc]")) if "Italic" not in path.name)
    return frozenset(TTFont(path, lazy=True, fontNumber=0).getBestCmap())


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
    fonts: frozenset[Path] = frozenset()
    kept = []
    for character in text:
        if character in _JOINERS:
            kept.append(character)
            continue
        fonts = fonts & drawing(character) if unicodedata.combining(character) else drawing(character)
        kept.append(character if fonts else UNDRAWABLE)
    return "".join(kept)
