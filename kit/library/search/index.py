"""The words of every exercise, each with how good a hit it is. Built once for a library, then only looked up.

The cost of a hit is a rank (below, lower is better) times `_RANK`, plus the length in words of the text that
was hit, so that of two equal hits the one in the shorter text is better.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, permutations, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kit.library.exercise import Exercise
from kit.library.search.folding import fold, joined, singular
from kit.library.search.synonyms import Synonyms

# Where a word is found. A synonym of a name comes before a typing error, and that before any other field.
_NAME, _ALIAS, _SYNONYM, _FIELD, _FIELD_SYNONYM = 0, 2, 4, 14, 16
# How it is found: in full (0), as the beginning of a word, or with this many ranks for each typing error.
_BEGINNING, _ERROR = 1, 6
_RANK = 1000

# How all the words together, in the order they were typed, stand to a name.
_WHOLE_NAME, _WHOLE_ALIAS, _NAME_BEGINS, _IN_PARTS = range(4)

LONGEST = 400  # characters of a query that are read: twice the longest name
_MOST_WORDS = 32  # different words of a query that are sought
_SURE = 4  # letters from which a word may hold a typing error, and two words may be one
_LONG = 8  # letters from which it may hold two
_LAST = "\U0010ffff"
_BRACKETED = re.compile(r"\([^)]*\)")

_Costs = dict[int, int]  # number of an exercise, cost of its best hit


class Index:
    """Finds exercises by words; the exercises are numbered in library order."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._exercises = tuple(exercises)
        self._synonyms = synonyms
        self._hits: dict[str, _Costs] = {}
        self._whole: dict[str, _Costs] = {}
        for number, e in enumerate(self._exercises):
            self._enter(number, e)
        self._known = sorted(self._hits)
        self._names = sorted((text, n) for text, tiers in self._whole.items() for n, t in tiers.items() if not t)

    def find(self, query: str) -> list[Exercise]:
        """Exercises that every word of `query` hits, best first, ties in library order; without words, all.

        Typing errors are forgiven in words that nothing begins with; in every word where that finds nothing.
        """
        words = fold(query[:LONGEST])
        sought = sorted(set(words) - self._synonyms.ignored or set(words))[:_MOST_WORDS]
        if not sought:
            return list(self._exercises)
        costs = self._all_hit(sought, forgiving=False) or self._all_hit(sought, forgiving=True)
        tiers = self._tiers(joined(words))
        best = sorted(costs, key=lambda n: (tiers.get(n, _IN_PARTS), costs[n], n))
        return [self._exercises[n] for n in best]

    def _enter(self, number: int, e: Exercise) -> None:
        for tier, rank, texts in (
            (_WHOLE_NAME, _NAME, _names(e)),
            (_WHOLE_ALIAS, _ALIAS, [e.article_name, *e.aliases]),
            (None, _FIELD, _fields(e)),
        ):
            synonym = _FIELD_SYNONYM if rank == _FIELD else _SYNONYM
            for text in texts:
                words = fold(text)
                if tier is not None and words:
                    _keep_least(self._whole.setdefault(joined(words), {}), number, tier)
                    self._hit(joined(words), number, rank, 1)
                self._hit_all(words, number, rank)
                for phrase in self._synonyms.further(words):
                    self._hit_all(phrase, number, synonym)

    def _hit_all(self, words: list[str] | tuple[str, ...], number: int, rank: int) -> None:
        """Each of `words`, and each two neighbours as one: "step up" is found by "stepup"."""
        for word in words:
            self._hit(word, number, rank, len(words))
        for first, second in pairwise(words):
            self._hit(first + second, number, rank, len(words))

    def _hit(self, word: str, number: int, rank: int, length: int) -> None:
        _keep_least(self._hits.setdefault(word, {}), number, rank * _RANK + min(length, _RANK // _MOST_WORDS))

    def _all_hit(self, sought: list[str], *, forgiving: bool) -> _Costs:
        """Cost of each exercise in which every word hits, summed over the words."""
        found = {word: self._one_hit(word) for word in sought}
        for first, second in permutations(sought, 2):
            if len(first) + len(second) >= _SURE:
                as_one = self._one_hit(first + second, singly=False)
                _merge(found[first], as_one)
                _merge(found[second], as_one)
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
            _merge(found, self._hits.get(singular(word), {}), _BEGINNING)
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

    def _tiers(self, query: str) -> _Costs:
        """Exercises whose name or alias is `query` or begins with it."""
        begins = takewhile(
            lambda entry: entry[0].startswith(query), self._names[bisect_left(self._names, (query, -1)) :]
        )
        return {n: _NAME_BEGINS for _, n in begins} | self._whole.get(query, {})


def _names(e: Exercise) -> Iterator[str]:
    """What it is called by itself, with and without what stands in brackets."""
    for name in (e.name, e.patient_name):
        yield name
        yield _BRACKETED.sub(" ", name)
    yield e.id


def _fields(e: Exercise) -> Iterator[str]:
    yield e.category
    yield from e.all_regions
    yield e.position
    yield from (thing.name for thing in e.equipment)
    yield from e.muscles.primary
    yield from e.muscles.secondary


def _keep_least(costs: _Costs, number: int, cost: int) -> None:
    if costs.get(number, cost) >= cost:
        costs[number] = cost


def _merge(into: _Costs, costs: Mapping[int, int], ranks: int = 0) -> None:
    """Take over what is better, made worse by `ranks`."""
    for number, cost in costs.items():
        _keep_least(into, number, cost + ranks * _RANK)
