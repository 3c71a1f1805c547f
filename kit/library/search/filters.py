"""What must hold besides the words: region, category, position, muscle, and the equipment at hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kit.library.exercise import Exercise
from kit.library.search.folding import fold, singular
from kit.library.search.synonyms import Synonyms

_OR = re.compile(r"\bor\b|/|,")

_Words = frozenset[str]


@dataclass(frozen=True)
class Wanted:
    """The filters of one search; None lets everything through. `equipment` is what is at hand."""

    region: str | None = None
    category: str | None = None
    position: str | None = None
    muscle: str | None = None
    equipment: Collection[str] | None = None


class Filters:
    """What filters ask of every exercise, made once: words of its position and muscles, things it needs."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._position: dict[str, _Words] = {}
        self._muscles: dict[str, _Words] = {}
        self._needs: dict[str, list[list[_Words]]] = {}
        for e in exercises:
            self._position[e.id] = self._words([e.position])
            self._muscles[e.id] = self._words([*e.muscles.primary, *e.muscles.secondary])
            self._needs[e.id] = [_alternatives(thing.name) for thing in e.equipment if not thing.optional]

    def keep(self, exercises: Iterable[Exercise], wanted: Wanted) -> list[Exercise]:
        """Those of `exercises` that pass every filter, in the same order."""
        if wanted == Wanted():
            return list(exercises)
        position, muscle = fold(wanted.position or ""), fold(wanted.muscle or "")
        at_hand = None if wanted.equipment is None else self._at_hand(wanted.equipment)
        return [
            e
            for e in exercises
            if (wanted.region is None or wanted.region in e.all_regions)
            and (wanted.category is None or wanted.category == e.category)
            and _all_begin(position, self._position[e.id])
            and _all_begin(muscle, self._muscles[e.id])
            and (at_hand is None or all(_has(at_hand, thing) for thing in self._needs[e.id]))
        ]

    def _words(self, texts: Iterable[str]) -> _Words:
        words: set[str] = set()
        for text in texts:
            folded = fold(text)
            words.update(folded, *self._synonyms.further(folded))
        return frozenset(words)

    def _at_hand(self, things: Collection[str]) -> list[_Words]:
        names = [fold(thing) for thing in ([things] if isinstance(things, str) else things)]
        called = (phrase for name in names for phrase in (name, *self._synonyms.same(name)))
        return [frozenset(map(singular, phrase)) for phrase in called if phrase]


def _alternatives(thing: str) -> list[_Words]:
    """ "strap or towel" is had with either."""
    return [frozenset(map(singular, words)) for words in map(fold, _OR.split(thing)) if words]


def _has(at_hand: list[_Words], thing: list[_Words]) -> bool:
    """A chair serves as "firm chair", and a yoga mat as "mat": all words of the one stand in the other."""
    return any(item <= need or need <= item for need in thing for item in at_hand)


def _all_begin(starts: list[str], words: _Words) -> bool:
    return all(any(word.startswith((start, singular(start))) for word in words) for start in starts)
