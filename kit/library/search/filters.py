"""What must hold besides the words: region, category, position, muscle, and the equipment at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from kit.library.equipment import alternatives
from kit.library.exercise import Exercise
from kit.library.search.synonyms import Synonyms
from kit.words.folding import fold, singular, typed

_Words = frozenset[str]


@dataclass(frozen=True)
class Wanted:
    """The filters of one search; None lets everything through. `equipment` is what is at hand."""

    region: str | None = None
    category: str | None = None
    position: str | None = None
    muscle: str | None = None
    equipment: Collection[str] | None = None


@dataclass(frozen=True)
class _Said:
    """What some texts say: their words and synonyms of one word, and synonyms of several, which count as a whole."""

    words: _Words
    phrases: tuple[_Words, ...]

    def says(self, asked: _Words, ignored: _Words) -> bool:
        """Each word of `asked` begins a word, is part of a phrase that `asked` holds, or is `ignored`."""
        left = asked.difference(ignored, *(phrase for phrase in self.phrases if phrase <= asked))
        starts = [(word, singular(word)) for word in left]
        return all(any(word.startswith(start) for word in self.words) for start in starts)


class Filters:
    """What filters ask of every exercise, made once: its position, its muscles, and the things it needs."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._position: dict[str, _Said] = {}
        self._muscles: dict[str, _Said] = {}
        self._needs: dict[str, list[list[_Words]]] = {}
        for e in exercises:
            self._position[e.id] = _said([e.position], synonyms)
            self._muscles[e.id] = _said([*e.muscles.primary, *e.muscles.secondary], synonyms)
            self._needs[e.id] = [alternatives(thing.name) for thing in e.equipment if not thing.optional]

    def keep(self, exercises: Iterable[Exercise], wanted: Wanted) -> list[Exercise]:
        """Those of `exercises` that pass every filter, in the same order."""
        if wanted == Wanted():
            return list(exercises)
        position, muscle = frozenset(typed(wanted.position or "")), frozenset(typed(wanted.muscle or ""))
        ignored = self._synonyms.ignored
        at_hand = None if wanted.equipment is None else self._at_hand(wanted.equipment)
        return [
            e
            for e in exercises
            if (wanted.region is None or wanted.region in e.all_regions)
            and (wanted.category is None or wanted.category == e.category)
            and self._position[e.id].says(position, ignored)
            and self._muscles[e.id].says(muscle, ignored)
            and (at_hand is None or all(_has(at_hand, thing) for thing in self._needs[e.id]))
        ]

    def _at_hand(self, things: Collection[str]) -> list[_Words]:
        names = [typed(thing) for thing in ([things] if isinstance(things, str) else things)]
        called = (phrase for name in names for phrase in (name, *self._synonyms.same(name)))
        return [frozenset(map(singular, phrase)) for phrase in called if phrase]


def _said(texts: Iterable[str], synonyms: Synonyms) -> _Said:
    folded = [fold(text) for text in texts]
    further = {phrase for words in folded for phrase in synonyms.further(words)}
    words = chain(*folded, *(phrase for phrase in further if len(phrase) == 1))
    return _Said(frozenset(words), tuple(map(frozenset, sorted(further))))


def _has(at_hand: list[_Words], thing: list[_Words]) -> bool:
    """A chair serves as "firm chair", and a yoga mat as "mat": all words of the one stand in the other."""
    return any(item <= need or need <= item for need in thing for item in at_hand)
