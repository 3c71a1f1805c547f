"""The fonts that a PDF is set in, and which characters they can draw."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

UNDRAWABLE = "\ufffd"
_RUN = re.compile(r"(\S{20})(?=\S)")
_BREAK = "\u200b"
# Shape or order the letters beside them, and draw nothing.
_JOINERS = "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"


@cache
def font_dirs() -> tuple[Path, ...]:
    """Folders of the fonts: Noto Sans, and Almarai for Arabic, which Noto Sans does not have.

    Noto Sans Arabic would draw a letter and its dots as two signs, and a screen reader would be told the letter twice.
    """
    import fontpkg_almarai
    import fontpkg_noto_sans

    return tuple(Path(package.__file__).parent / "files" for package in (fontpkg_noto_sans, fontpkg_almarai))


@cache
def coverage() -> frozenset[int]:
    """Code points that an upright font draws; the weights of a family draw the same."""
    from fontTools.ttLib import TTFont

    paths = [next(p for p in sorted(folder.glob("*.ttf")) if "Italic" not in p.name) for folder in font_dirs()]
    return frozenset(code for path in paths for code in TTFont(path, lazy=True).getBestCmap())


def drawable(tree: Any) -> Any:
    """`tree` with every string made safe to set: what no font draws becomes a visible replacement mark, and
    a word too long for a line gets places to break."""
    if isinstance(tree, str):
        return _drawable(tree)
    if isinstance(tree, dict):
        return {key: drawable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [drawable(value) for value in tree]
    return tree


def _drawable(text: str) -> str:
    known = coverage()
    kept = (c if ord(c) in known or c in _JOINERS else UNDRAWABLE for c in text)
    return _RUN.sub(rf"\1{_BREAK}", "".join(kept))
