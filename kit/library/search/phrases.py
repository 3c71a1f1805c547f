"""Phrases that hit as a whole or not at all: synonyms of several words, and what leads to a thing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kit.library.search.synonyms import Phrase
from kit.library.search.vocabulary import LAST, Costs, take
from kit.words.folding import singular

_BEGUN = 3  # letters from which the beginning of a word says it
Said = dict[str, str]  # a part of a phrase, the word of the query that says it


class Phrases:
    """Made once from phrases with what each hits; only those are looked at of which the rarest word is said."""

    def __init__(self, hits: Iterable[tuple[Phrase, Mapping[int, int]]]) -> None:
        self._costs: dict[Phrase, Costs] = {}
        for phrase, costs in hits:
            take(self._costs.setdefault(tuple(map(singular, phrase)), {}), costs)
        count = Counter(part for phrase in self._costs for part in set(phrase))
        self._by_rarest: dict[str, list[Phrase]] = {}
        for phrase in self._costs:
            self._by_rarest.setdefault(min(phrase, key=lambda part: (count[part], part)), []).append(phrase)
        self._parts = sorted(count)

    def whole(self, words: Sequence[str]) -> Costs:
        """What the phrase that `words` are, all of them in their order, hits."""
        return self._costs.get(tuple(map(singular, words)), {})

    def said_by(self, words: Collection[str], *, begun: bool = True) -> Said:
        """The parts that `words` are or, from three letters where `begun`, begin."""
        if begun:
            return {part: word for word in sorted(words) for part in self._beginning_with(word)}
        return {singular(word): word for word in sorted(words)}

    def nearly_said_by(self, word: str, errors: int) -> Said:
        """The parts that are at most `errors` letters away from `word`."""
        near = process.extract(singular(word), self._parts, scorer=OSA.distance, score_cutoff=errors, limit=None)
        return {part: word for part, _, _ in near}

    def hit(self, says: Said) -> Iterator[tuple[set[str], Costs]]:
        """Each phrase of which every part is said: the words that say it, and what it hits."""
        for part in says:
            for phrase in self._by_rarest.get(part, ()):
                if all(each in says for each in phrase):
                    yield {says[each] for each in phrase}, self._costs[phrase]

    def _beginning_with(self, word: str) -> list[str]:
        start = singular(word)
        first, end = (bisect_left(self._parts, mark) for mark in (start, start + LAST))
        return [part for part in self._parts[first:end] if len(word) >= _BEGUN or part == word]
