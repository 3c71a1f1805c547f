"""Where a text names a side: {lead} and {other}, or {lead:izquierdo|derecho} where a noun asks for words of its own."""

from __future__ import annotations

import re

SIDE_WORD = re.compile(r"\{(lead|other)(?::([^{}|]+)\|([^{}|]+))?\}")


def side_words(found: re.Match[str], left: str, right: str) -> tuple[str, str]:
    """The words for left and right at one place in a text: its own, else `left` and `right`, the language's."""
    return (found[2], found[3]) if found[2] else (left, right)
