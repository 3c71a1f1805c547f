"""The words of every exercise, each with how good a hit it is. Built once for a library, then only looked up.

The cost of a hit is a rank (below, lower is better) times `_RANK`, plus the length in words of the text that
was hit, so that of two equal hits the one in the shorter text is better.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise, permutations

from kit.library.exercise import Exercise
from kit.library.search.synonyms import Phrase, Synonyms
from kit.library.search.texts import aliases, fields, names
from kit.library.search.tiers import LAST_TIER, Tiers
from kit.library.search.vocabulary import LAST, Costs, Vocabulary, take
from kit.words.folding import fold, joined, singular, typed

# Where a word is found. A synonym of a name comes before a typing error, and that before any other field.
_NAME, _ALIAS, _SYNONYM, _FIELD, _FIELD_SYNONYM = 0, 2, 4, 14, 16
_SYNONYMS = {_SYNONYM, _FIELD_SYNONYM}
# How it is found: in full (0), as the beginning of a word, or with this many ranks for each typing error.
_BEGINNING, _ERROR = 1, 6
_RANK = 1000

_MOST_WORDS = 32  # different words of a query that are sought
_SURE = 4  # letters from which a word may hold a typing error, and two words may be one
_LONG = 8  # letters from which it may hold two
_FEW = 3  # exercises; where fewer are found, a known word may be mistyped ("rolle", which begins "rolled")
_DEAREST = 1_000_000  # above every cost


class Index:
    """Finds exercises by words; the exercises are numbered in library order."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._exercises = tuple(exercises)
        self._ignored = synonyms.ignored
        single: list[tuple[str, int, int]] = []
        as_one: list[tuple[str, int, int]] = []  # several words written as one: "stepup" finds "step up"
        self._phrases: dict[Phrase, Costs] = {}  # synonyms of several words, which hit together or not at all
        for number, e in enumerate(self._exercises):
            for words, rank in _said(e, synonyms):
                cost = rank * _RANK + min(len(words), _RANK // _MOST_WORDS)
                if rank in _SYNONYMS and len(words) > 1:
                    take(self._phrases.setdefault(words, {}), {number: cost})
                    continue
                single += ((word, number, cost) for word in words)
                as_one += ((first + second, number, cost) for first, second in pairwise(words))
                if rank != _FIELD and len(words) > 1:
                    as_one.append((joined(words), number, cost))
        self._single, self._as_one = Vocabulary(single), Vocabulary(as_one)
        self._parts = sorted({word for phrase in self._phrases for word in phrase})
        self._tiers = Tiers(self._exercises, synonyms)

    def find(self, query: str) -> list[Exercise]:
        """Exercises that every word of `query` hits, best first, ties in library order; without words, all.

        Typing errors are forgiven in words that nothing begins with; in every word where that finds only a few.
        """
        words = typed(query)
        sought = sorted(set(words) - self._ignored or set(words))[:_MOST_WORDS]
        if not sought:
            return list(self._exercises)
        found = {word: self._hits(word) for word in sought}
        self._hit_together(found, words)
        known = [word for word, costs in found.items() if costs]
        self._forgive(found, set(sought).difference(known))
        costs = _all_hit(found)
        if len(costs) < _FEW:
            self._forgive(found, known)
            costs = _all_hit(found)
        return [self._exercises[n] for n in self._ranked(costs, words)]

    def _hits(self, word: str) -> Costs:
        """The best hit of each exercise in which a word begins with `word`."""
        found = dict(self._single.exactly(word))
        known = bool(found)
        for whole in {word, singular(word)}:
            take(found, self._as_one.exactly(whole))
        if singular(word) != word:
            take(found, self._single.exactly(singular(word)))
        for costs in self._single.beginning_with(word):
            take(found, costs, _BEGINNING * _RANK)
        if len(word) >= _SURE and not known:  # what begins with a known word and goes on is hit by that word
            for costs in self._as_one.beginning_with(word):
                take(found, costs, _BEGINNING * _RANK)
        return found

    def _hit_together(self, found: dict[str, Costs], words: list[str]) -> None:
        """Add what two words hit when written as one, and what several hit as a synonym."""
        for first, second in permutations(found, 2):
            if len(first) + len(second) >= _SURE:
                as_one = self._hits(first + second)
                take(found[first], as_one)
                take(found[second], as_one)
        says = {part: word for word in sorted(set(words)) for part in self._parts_said_by(word)}
        for phrase, costs in self._phrases.items():
            if all(part in says for part in phrase):
                for word in {says[part] for part in phrase}.intersection(found):
                    take(found[word], costs)

    def _parts_said_by(self, word: str) -> list[str]:
        """The words of synonyms that `word` is or, from three letters, begins."""
        start = singular(word)
        first, end = (bisect_left(self._parts, mark) for mark in (start, start + LAST))
        return [part for part in self._parts[first:end] if len(word) > 2 or part == word]

    def _forgive(self, found: dict[str, Costs], words: Iterable[str]) -> None:
        """Add what `words` nearly hit; a short word or a number may hold no typing error."""
        for word in words:
            if len(word) >= _SURE and not word.isdigit():
                for costs, errors in self._single.nearly(word, 2 if len(word) >= _LONG else 1):
                    take(found[word], costs, errors * _ERROR * _RANK)

    def _ranked(self, costs: Costs, words: list[str]) -> list[int]:
        """The numbers of the exercises by tier of the whole query, then cost, then library order."""
        tiers, count = self._tiers.of(words, costs), len(self._exercises)
        keys = (((tiers.get(n, LAST_TIER) * _DEAREST) + cost) * count + n for n, cost in costs.items())
        return [key % count for key in sorted(keys)]


def _said(e: Exercise, synonyms: Synonyms) -> Iterator[tuple[Phrase, int]]:
    """Each text of an exercise as words, and each phrase that means the same as a part of one; with their ranks."""
    for rank, synonym, texts in (
        (_NAME, _SYNONYM, names(e)),
        (_ALIAS, _SYNONYM, aliases(e)),
        (_FIELD, _FIELD_SYNONYM, fields(e)),
    ):
        for words in map(fold, texts):
            yield tuple(words), rank
            for phrase in synonyms.further(words):
                yield phrase, synonym


def _all_hit(found: dict[str, Costs]) -> Costs:
    """Cost of each exercise that every word hits, summed over the words."""
    fewest, *others = sorted(found.values(), key=len)
    return {n: cost + sum([costs[n] for costs in others]) for n, cost in fewest.items() if all(n in c for c in others)}
