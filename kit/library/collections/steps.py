"""Foreign instructions as steps: each short enough for one line of a handout, no word lost."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from kit.words.text import LINE, clean

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BRACES = str.maketrans("{}", "()")  # in the kit's texts braces hold side words


def steps(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text as one step; one that is too long as one step a sentence; a text without a letter is dropped."""
    whole = (clean(text.translate(_BRACES)) for text in texts)
    return tuple(part for text in whole if any(c.isalnum() for c in text) for part in _parts(text))


def _parts(text: str) -> list[str]:
    if len(text) <= LINE:
        return [text]
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > 1:
        return [part for sentence in sentences for part in _parts(sentence)]
    # A word longer than a line stays whole, and is refused as too long.
    return textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False)
