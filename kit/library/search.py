"""Finding an exercise by what a clinician calls it.

A word counts where it starts a word of the exercise; a hit in a name counts more than one in the muscles.
All words must hit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kit.library.exercise import Exercise

# Where a word is found, and how much that counts.
_NAME, _ALIAS, _FIELD = 8, 6, 2


class Index:
    """The words of every exercise, folded once."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._entries = [(e, _weighted_words(e)) for e in exercises]

    def find(self, words: str) -> list[Exercise]:
        """Exercises in which each of `words` starts some word: best first, ties in library order."""
        sought = _fold(words)
        scored = [(_score(sought, entry), e) for e, entry in self._entries]
        return [e for score, e in sorted(scored, key=lambda pair: -pair[0]) if score > 0 or not sought]


def _score(sought: list[str], entry: dict[str, int]) -> int:
    total = 0
    for word in sought:
        best = max(
            (w + (w if known == word else 0) for known, w in entry.items() if known.startswith(word)),
            default=0,
        )
        if not best:
            return 0
        total += best
    return total


def _weighted_words(e: Exercise) -> dict[str, int]:
    fields = [
        (
            _FIELD,
            (
                e.category,
                *e.all_regions,
                e.position,
                *(q.name for q in e.equipment),
                *e.muscles.primary,
                *e.muscles.secondary,
            ),
        ),
        (_ALIAS, (e.article_name, *e.aliases)),
        (_NAME, (e.name, e.patient_name, e.id.replace("_", " "))),
    ]
    return {word: weight for weight, texts in fields for text in texts for word in _fold(text)}


def _fold(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
