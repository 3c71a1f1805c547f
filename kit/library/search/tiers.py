"""How a whole query, its words in the order they were typed, stands to the texts of an exercise.

The tier comes before the cost of the single words: "lower back" means the region before a calf stretch
called "lower calf stretch, back leg".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from kit.library.exercise import Exercise
from kit.library.search.folding import fold, joined, singular
from kit.library.search.synonyms import Synonyms
from kit.library.search.texts import aliases, fields, names

_NAME, _ALIAS, _NAME_BEGINS, _IN_A_NAME, _SYNONYM, _IN_A_FIELD, _IN_PARTS = range(7)


class Tiers:
    """Tiers of numbered exercises, lower is better; the tiers of single words apart from names are all the same."""

    def __init__(self, exercises: Iterable[Exercise], synonyms: Synonyms) -> None:
        self._whole: dict[str, dict[int, int]] = {}
        self._names: list[tuple[str, int]] = []
        self._in_names: list[str] = []
        self._in_fields: list[str] = []
        for number, e in enumerate(exercises):
            own, others = _folded(names(e)), _folded(aliases(e))
            self._names += {(joined(name), number) for name in own}
            for tier, words in [
                *((_NAME, name) for name in own),
                *((_ALIAS, name) for name in others),
                *((_SYNONYM, phrase) for name in (*own, *others) for phrase in synonyms.same(name)),
            ]:
                known = self._whole.setdefault(_one(words), {})
                known[number] = min(tier, known.get(number, tier))
            self._in_names.append(_runs((*own, *others)))
            stated = _folded(fields(e))
            self._in_fields.append(_runs((*stated, *(p for words in stated for p in synonyms.further(words)))))
        self._names.sort()

    def of(self, query: list[str], numbers: Iterable[int]) -> dict[int, int]:
        """The tier of each of `numbers`."""
        whole, run = self._whole.get(_one(query), {}), _run(query)
        begins = joined(query)
        named = self._names[bisect_left(self._names, (begins, -1)) :]
        beginning = {number for _, number in takewhile(lambda entry: entry[0].startswith(begins), named)}

        def tier(number: int) -> int:
            if whole.get(number, _IN_PARTS) <= _ALIAS:
                return whole[number]
            if number in beginning:
                return _NAME_BEGINS
            if len(query) > 1 and run in self._in_names[number]:
                return _IN_A_NAME
            if number in whole:
                return _SYNONYM
            return _IN_A_FIELD if len(query) > 1 and run in self._in_fields[number] else _IN_PARTS

        return {number: tier(number) for number in numbers}


def _folded(texts: Iterator[str]) -> list[list[str]]:
    return [words for words in map(fold, texts) if words]


def _one(words: Iterable[str]) -> str:
    return "".join(map(singular, words))


def _run(words: Iterable[str]) -> str:
    """A run of words as text to look for: it starts where a word starts."""
    return " " + " ".join(map(singular, words))


def _runs(texts: Iterable[Iterable[str]]) -> str:
    return "|".join(map(_run, texts))
