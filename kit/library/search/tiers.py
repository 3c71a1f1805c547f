"""How a whole query, its words in the order they were typed, stands to the texts of a document.

The tier comes before the cost of the single words: "lower back" means the region before a calf stretch
called "lower calf stretch, back leg".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import islice, takewhile

from kit.library.search.document import Document
from kit.library.search.synonyms import Synonyms
from kit.words.folding import fold, joined, singular

_NAME, _ALIAS, _NAME_BEGINS, _IN_A_NAME, _SYNONYM, LED, _IN_A_FIELD, LAST_TIER = range(8)


class Tiers:
    """Tiers of numbered documents, lower is better; the tiers of single words apart from names are all the same."""

    def __init__(self, documents: Iterable[Document], synonyms: Synonyms) -> None:
        self._whole: dict[str, dict[int, int]] = {}
        self._names: list[tuple[str, int]] = []
        self._in_names: list[str] = []
        self._in_synonyms: list[str] = []
        self._in_fields: list[str] = []
        for number, document in enumerate(documents):
            own, others = _folded(document.names), _folded(document.aliases)
            self._names += {(joined(name), number) for name in own}
            for tier, words in [
                *((_NAME, name) for name in own),
                *((_ALIAS, name) for name in others),
                *((_SYNONYM, phrase) for name in (*own, *others) for phrase in synonyms.same(name)),
            ]:
                known = self._whole.setdefault(_one(words), {})
                known[number] = min(tier, known.get(number, tier))
            self._in_names.append(_runs((*own, *others)))
            self._in_synonyms.append(_runs(p for name in (*own, *others) for p in synonyms.further(name)))
            stated = _folded(document.fields)
            self._in_fields.append(_runs((*stated, *(p for words in stated for p in synonyms.further(words)))))
        self._names.sort()

    def is_called(self, query: list[str]) -> bool:
        """Whether `query` is a whole name of a document, or means the same as one."""
        return _one(query) in self._whole

    def of(self, query: list[str], found: Collection[int]) -> dict[int, int]:
        """The tiers of the documents `found`; those that are not named have the last."""
        run, whole, begins = _run(query), self._whole.get(_one(query), {}), joined(query)
        tiers: dict[int, int] = {}
        if len(query) > 1:
            tiers |= {n: _IN_A_FIELD for n in found if run in self._in_fields[n]}
            tiers |= {n: _SYNONYM for n in found if run in self._in_synonyms[n]}
        tiers |= whole
        if len(query) > 1:
            tiers |= {n: _IN_A_NAME for n in found if run in self._in_names[n]}
        named = islice(self._names, bisect_left(self._names, (begins, -1)), None)
        tiers |= {n: _NAME_BEGINS for _, n in takewhile(lambda entry: entry[0].startswith(begins), named)}
        return tiers | {n: tier for n, tier in whole.items() if tier <= _ALIAS}


def _folded(texts: Iterable[str]) -> list[list[str]]:
    return [words for words in map(fold, texts) if words]


def _one(words: Iterable[str]) -> str:
    return "".join(map(singular, words))


def _run(words: Iterable[str]) -> str:
    """A run of words as text to look for: it starts where a word starts."""
    return " " + " ".join(map(singular, words))


def _runs(texts: Iterable[Iterable[str]]) -> str:
    return "|".join(map(_run, texts))
