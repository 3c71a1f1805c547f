"""Text as words to compare: case, accents, hyphens and invisible characters make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+|\d+")  # "figure4", "figure-4" and "figure 4" are the same two words
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cs"})  # accents, direction marks, soft hyphens, lone surrogates
LONGEST = 400  # characters of what somebody typed that are read: twice the longest name


def fold(text: str) -> list[str]:
    """The words of `text` in their order, in plain small letters; a run of digits is a word of its own."""
    plain = text.casefold()
    if not plain.isascii():
        spelt = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in spelt if unicodedata.category(c) not in _DROPPED).casefold()
    return _WORD.findall(plain)


def typed(text: str) -> list[str]:
    """The words of a query or a filter, which may be anything that was pasted."""
    return fold(text[:LONGEST])


def joined(words: Sequence[str]) -> str:
    """The words written as one: "bird dog" and "birddog" are the same."""
    return "".join(words)


def singular(word: str) -> str:
    """An English plural without its ending, any other word as it is; "press" and "biceps" need not be right.

    Good for comparing alone: both sides of a comparison go through it.
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if len(word) > 5 and word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def plain_verb(word: str) -> str:
    """A word such as "stepping" without its ending, "step"; empty for any other word."""
    if len(word) < 6 or not word.endswith("ing"):
        return ""
    stem = word[:-3]
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
