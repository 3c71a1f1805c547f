"""Words, each with the documents it hits and what each hit costs; looked up in full, by beginning, or nearly.

Documents are numbers here. A cost is a whole number, lower is better.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

Costs = dict[int, int]  # number of a document, cost of its best hit
LAST = "\U0010ffff"  # comes after every letter


class Vocabulary:
    """Made once from (word, number, cost), of which the least cost counts."""

    def __init__(self, hits: Iterable[tuple[str, int, int]]) -> None:
        self._hits: dict[str, Costs] = {}
        for word, number, cost in hits:
            costs = self._hits.setdefault(word, {})
            if costs.get(number, cost) >= cost:
                costs[number] = cost
        self._words = sorted(self._hits)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._initials: dict[str, Costs] = defaultdict(dict)
        for word in self._words:
            self._by_length[len(word)].append(word)
            take(self._initials[word[0]], self._hits[word])

    @property
    def words(self) -> Sequence[str]:
        return self._words

    def exactly(self, word: str) -> Mapping[int, int]:
        return self._hits.get(word, {})

    def beginning_with(self, start: str) -> Iterator[Mapping[int, int]]:
        """The hits of every longer word that begins with `start`; one letter's are at hand as one."""
        if len(start) == 1:
            return iter([self._initials.get(start, {})])
        first, end = (bisect_left(self._words, mark) for mark in (start + "\0", start + LAST))
        return (self._hits[word] for word in self._words[first:end])

    def nearly(self, word: str, errors: int) -> Iterator[tuple[Mapping[int, int], int]]:
        """The hits of every word at most `errors` letters away (missing, added, other, two swapped), and how many."""
        for length in range(len(word) - errors, len(word) + errors + 1):
            alike = self._by_length.get(length, ())
            near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=errors, limit=None)
            yield from ((self._hits[known], int(away)) for known, away, _ in near)


def take(into: Costs, costs: Mapping[int, int], more: int = 0) -> None:
    """Take over each cost, made `more`, where it is new or lower."""
    known = into.get
    for number, cost in costs.items():
        dearer = cost + more
        if known(number, dearer) >= dearer:
            into[number] = dearer
