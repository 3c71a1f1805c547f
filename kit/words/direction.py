"""Which way a text runs, and how one text stands whole within another that may run the other way."""

from __future__ import annotations

import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]
FIRST_STRONG, POP = "\u2068", "\u2069"  # what stands between them is ordered by its own first letter
_RIGHT = frozenset({"R", "AL"})


def direction(text: str) -> Direction | None:
    """The way that the first letter runs; None for a text without letters, such as a number."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in _RIGHT:
            return "rtl"
    return None


def isolated(text: str) -> str:
    """`text` as one piece within a line that runs from right to left: a name, or "01234 567", keeps its order.

    A text that is all of that direction, or a single number, needs no marks and gets none.
    """
    kinds = {unicodedata.bidirectional(character) for character in text}
    if "L" in kinds or (not kinds & _RIGHT and not text.isalnum()):
        return f"{FIRST_STRONG}{text}{POP}" if text else text
    return text
