"""The fonts that a PDF is set in, and which characters they can draw."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

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
def coverage() -> frozenset[int]:
    """Code points that an upright font draws; the weights of a family draw the same."""
    from fontTools.ttLib import TTFont

    paths = [next(p for p in sorted(folder.glob("*.ttf")) if "Italic" not in p.name) for folder in font_dirs()]
    return frozenset(code for path in paths for code in TTFont(path, lazy=True).getBestCmap())


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
    known = coverage()
    return "".join(c if ord(c) in known or c in _JOINERS else UNDRAWABLE for c in text)
