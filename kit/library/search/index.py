"""The words of every exercise, each with how good a hit it is. Built once for a library, then only looked up.

The cost of a hit is a rank (below, lower is better) times `_RANK`, plus the length in words of the text that
was hit, so that of two equal hits the one in the shorter text is better.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import chain, pairwise, permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kit.library.exercise import Exercise
from kit.library.search.folding import fold, joined, singular
from kit.library.search.synonyms import Phrase, Synonyms
from kit.library.search.texts import aliases, fields, names
from kit.library.search.tiers import Tiers

# Where a word is found. A synonym of a name comes before a typing error, and that before any other field.
_NAME, _ALIAS, _SYNONYM, _FIELD, _FIELD_SYNONYM = 0, 2, 4, 14, 16
# How it is found: in full (0), as the beginning of a word, or with this many ranks for each typing error.
_BEGINNING, _ERROR = 1, 6
_RANK = 1000

LONGEST = 400  # characters of a query that are read: twice the longest name
_MOST_WORDS = 32  # different words of a query that are sought
_SURE = 4  # letters from which a word may hold a typing error, and two words may be one
_LONG = 8  # letters from which it may hold two
_LAST = "\U0010ffff"

_Costs = dict[int, int]  # number of an exercise, cost of its best hit


class Index:
    """Finds exercises by words; the exercises are numbered in library order."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._exercises = tuple(exercises)
        self._synonyms = synonyms
        self._hits: dict[str, _Costs] = {}
        self._phrases: dict[Phrase, _Costs] = {}  # synonyms of several words, which hit together or not at all
        for number, e in enumerate(self._exercises):
            self._enter(number, e)
        self._known = sorted(self._hits)
        self._said = sorted({word for phrase in self._phrases for word in phrase})
        self._tiers = Tiers(self._exercises, synonyms)

    def find(self, query: str) -> list[Exercise]:
        """Exercises that every word of `query` hits, best first, ties in library order; without words, all.

        Typing errors are forgiven in words that nothing begins with; in every word where that finds nothing.
        """
        words = fold(query[:LONGEST])
        sought = sorted(set(words) - self._synonyms.ignored or set(words))[:_MOST_WORDS]
        if not sought:
            return list(self._exercises)
        found = {word: self._one_hit(word) for word in sought}
        self._hit_together(found, words)
        costs = self._all_hit(found, forgiving=False) or self._all_hit(found, forgiving=True)
        tiers = self._tiers.of(words, costs)
        best = sorted(costs, key=lambda n: (tiers[n], costs[n], n))
        return [self._exercises[n] for n in best]

    def _enter(self, number: int, e: Exercise) -> None:
        for rank, synonym, texts in (
            (_NAME, _SYNONYM, names(e)),
            (_ALIAS, _SYNONYM, aliases(e)),
            (_FIELD, _FIELD_SYNONYM, fields(e)),
        ):
            for words in map(fold, texts):
                self._enter_text(number, words, rank, synonym)
                if words and rank != _FIELD:
                    self._hit(joined(words), number, rank, 1)

    def _enter_text(self, number: int, words: list[str], rank: int, synonym: int) -> None:
        """Each of `words`, each two neighbours as one ("stepup" finds "step up"), and what means the same."""
        for word in chain(words, map(joined, pairwise(words))):
            self._hit(word, number, rank, len(words))
        for phrase in self._synonyms.further(words):
            self._hit(joined(phrase), number, synonym, len(phrase))
            if len(phrase) > 1:
                _keep_least(self._phrases.setdefault(phrase, {}), number, _cost(synonym, len(phrase)))

    def _hit(self, word: str, number: int, rank: int, length: int) -> None:
        _keep_least(self._hits.setdefault(word, {}), number, _cost(rank, length))

    def _hit_together(self, found: dict[str, _Costs], words: list[str]) -> None:
        """Add what two words hit when written as one, and what several hit as a synonym."""
        for first, second in permutations(found, 2):
            if len(first) + len(second) >= _SURE:
                as_one = self._one_hit(first + second, singly=False)
                _merge(found[first], as_one)
                _merge(found[second], as_one)
        says = {meant: word for word in sorted(set(words)) for meant in self._meant(word)}
        for phrase, costs in self._phrases.items():
            if all(part in says for part in phrase):
                for word in {says[part] for part in phrase} & set(found):
                    _merge(found[word], costs)

    def _meant(self, word: str) -> list[str]:
        """The words of synonyms that `word` is or, from three letters, begins."""
        first = bisect_left(self._said, singular(word))
        meant = self._said[first : bisect_left(self._said, singular(word) + _LAST)]
        return [m for m in meant if len(word) > 2 or m == word]

    def _all_hit(self, found: dict[str, _Costs], *, forgiving: bool) -> _Costs:
        """Cost of each exercise that every word hits, summed over the words; adds the hits of mistyped words."""
        for word, costs in found.items():
            if forgiving or not costs:
                _merge(costs, self._nearly_hit(word))
        fewest, *others = sorted(found.values(), key=len)
        return {
            n: cost + sum(costs[n] for costs in others)
            for n, cost in fewest.items()
            if all(n in costs for costs in others)
        }

    def _one_hit(self, word: str, *, singly: bool = True) -> _Costs:
        found: _Costs = {}
        for known in self._beginning_with(word):
            _merge(found, self._hits[known], 0 if known == word else _BEGINNING)
        if singly and singular(word) != word:
            _merge(found, self._hits.get(singular(word), {}))
        return found

    def _nearly_hit(self, word: str) -> _Costs:
        found: _Costs = {}
        if len(word) < _SURE or word.isdigit():
            return found
        errors = 2 if len(word) >= _LONG else 1
        near = process.extract(word, self._known, scorer=OSA.distance, score_cutoff=errors, limit=None)
        for known, distance, _ in near:
            _merge(found, self._hits[known], _ERROR * int(distance))
        return found

    def _beginning_with(self, start: str) -> list[str]:
        return self._known[bisect_left(self._known, start) : bisect_left(self._known, start + _LAST)]


def _cost(rank: int, length: int) -> int:
    return rank * _RANK + min(length, _RANK // _MOST_WORDS)


def _keep_least(costs: _Costs, number: int, cost: int) -> None:
    if costs.get(number, cost) >= cost:
        costs[number] = cost


def _merge(into: _Costs, costs: Mapping[int, int], ranks: int = 0) -> None:
    """Take over what is better, made worse by `ranks`."""
    for number, cost in costs.items():
        _keep_least(into, number, cost + ranks * _RANK)
