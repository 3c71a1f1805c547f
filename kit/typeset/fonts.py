"""The fonts that a PDF is set in, and which characters they can draw."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

UNDRAWABLE = "\ufffd"
_RUN = re.compile(r"(\S{20})(?=\S)")
_BREAK = "\u200b"
_JOINERS = "\u200c\u200d\u200e\u200f"  # shape or order the letters beside them, and draw nothing


@cache
def font_dir() -> Path:
    """Folder of the Noto Sans font package."""
    import fontpkg_noto_sans

    return Path(fontpkg_noto_sans.__file__).parent / "files"


@cache
def coverage() -> frozenset[int]:
    """Code points that the upright Noto Sans draws."""
    from fontTools.ttLib import TTFont

    path = next(p for p in sorted(font_dir().glob("*.ttf")) if "Italic" not in p.name)
    return frozenset(TTFont(path, lazy=True).getBestCmap())


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
