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
    """Folders of the fonts: Noto Sans, and Noto Sans Arabic for the letters that it does not have."""
    import fontpkg_noto_sans
    import fontpkg_noto_sans_arabic

    return tuple(Path(p.__file__).parent / "files" for p in (fontpkg_noto_sans, fontpkg_noto_sans_arabic))


@cache
def coverage() -> frozenset[int]:
    """Code points that one of the upright fonts draws."""
    from fontTools.ttLib import TTFont

    paths = [p for folder in font_dirs() for p in sorted(folder.glob("*.ttf")) if "Italic" not in p.name]
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
