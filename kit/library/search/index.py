"""The words of every document, each with how good a hit it is. Built once, then only looked up.

The cost of a hit is a rank (below, lower is better) times `_RANK`, plus the length in words of the text that
was hit, so that of two equal hits the one in the shorter text is better.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from kit.library.search.document import Document
from kit.library.search.phrases import Phrases, Said
from kit.library.search.synonyms import Phrase, Synonyms
from kit.library.search.tiers import LAST_TIER, LED, Tiers
from kit.library.search.vocabulary import Costs, Vocabulary, take
from kit.words.folding import fold, joined, plain_verb, singular, typed

T = TypeVar("T")

# Where a word is found. A synonym of a name comes before a typing error, that before any other field, and what only
# leads to a thing comes last.
_NAME, _ALIAS, _SYNONYM, _FIELD, _FIELD_SYNONYM, _LEAD = 0, 2, 4, 14, 16, 20
_SYNONYMS = {_SYNONYM, _FIELD_SYNONYM}
# How it is found: in full (0), as the beginning of a word, or with this many ranks for each typing error.
_BEGINNING, _ERROR = 1, 6
_RANK = 1000

_MOST_WORDS = 32  # different words of a query that are sought
_SURE = 4  # letters from which a word may hold a typing error, and two words may be one
_LONG = 9  # letters from which it may hold two
_FEW = 3  # documents; where fewer are found, a known word may be mistyped ("rolle", which begins "rolled")
_SAID = 2  # words from which a name is said as a part of a longer query
_UNSAID = 40  # ranks for each word of a query that the part leaves over
_ALIKE = 75  # of 100: how like a word has to be to be named where nothing is found
_DEAREST = 1_000_000  # above every cost


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What was found, best first.

    `worth` compares two answers to one query, lower is better. `sure` says that the best was not found by the
    beginnings of words, by typing errors forgiven or by a part of the words.
    """

    found: list[T]
    worth: int = LAST_TIER * _DEAREST
    sure: bool = False


class Index(Generic[T]):
    """Finds things by the words of their documents; the things are numbered in the order they came in."""

    def __init__(
        self,
        things: Iterable[tuple[T, Document]],
        synonyms: Synonyms,
        nowhere: Iterable[str] = (),
        short_forms: Collection[str] = (),
    ) -> None:
        """`nowhere` are phrases that find nothing, unless a thing is called so: "chest pain" is no stretch.

        `short_forms` are words that are no beginnings of others: "THR" is no thrombosis.
        """
        self._short_forms = frozenset(short_forms)
        self._nowhere = {_plain(phrase) for text in nowhere for phrase in (fold(text), *synonyms.same(fold(text)))}
        pairs = list(things)
        self._things = [thing for thing, _ in pairs]
        documents = [document for _, document in pairs]
        self._ignored = synonyms.ignored
        single: list[tuple[str, int, int]] = []
        as_one: list[tuple[str, int, int]] = []  # several words written as one: "stepup" finds "step up"
        together: list[tuple[Phrase, Costs]] = []  # synonyms of several words
        called: list[tuple[Phrase, Costs]] = []  # whole names, which may be a part of a query
        for number, document in enumerate(documents):
            for words, rank in _said(document, synonyms):
                cost = rank * _RANK + min(len(words), _RANK // _MOST_WORDS)
                if rank < _FIELD and len(words) >= _SAID:
                    called.append((words, {number: cost}))
                if rank in _SYNONYMS and len(words) > 1:
                    together.append((words, {number: cost}))
                    continue
                single += ((word, number, cost) for word in words)
                as_one += ((first + second, number, cost) for first, second in pairwise(words))
                if rank != _FIELD and len(words) > 1:
                    as_one.append((joined(words), number, cost))
        leads = list(_leads(documents, synonyms))
        self._single, self._as_one = Vocabulary(single), Vocabulary(as_one)
        self._together, self._leads, self._called = Phrases(together), Phrases(leads), Phrases([*called, *leads])
        self._tiers = Tiers(documents, synonyms)

    def find(self, query: str) -> list[T]:
        """The things that every word of `query` hits, best first, ties in their own order; without words, all.

        Typing errors are forgiven in words that nothing begins with; in every word where that finds only a few. Where
        the words together hit nothing, what is called by a part of them is found: "left frozen shoulder".
        """
        return self.answer(query).found

    def answer(self, query: str) -> Answer[T]:
        """As `find`, with how good the best of it is."""
        words = typed(query)
        sought = sorted(set(words) - self._ignored or set(words))[:_MOST_WORDS]
        if not sought:
            return Answer(self._things)
        if _plain(words) in self._nowhere and not self._tiers.is_called(words):
            return Answer([])
        whole = self._all_words(sought, words)
        keys = self._ranked(whole or self._a_part(sought, words), words, sought)
        if not keys:
            return Answer([])
        count = len(self._things)
        worth = keys[0] // count
        sure = bool(whole) and (worth < LAST_TIER * _DEAREST or all(map(self._in_full, sought)))
        return Answer([self._things[key % count] for key in keys], worth, sure)

    def nearest(self, query: str, most: int = 3) -> list[str]:
        """Known words that look most like those of `query` which hit nothing."""
        lost = [word for word in dict.fromkeys(typed(query)) if word not in self._ignored and not self._hits(word)]
        known = self._single.words
        near = (process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_ALIKE) for word in lost)
        return list(dict.fromkeys(hit[0] for hit in near if hit))[:most]

    def _all_words(self, sought: list[str], words: list[str]) -> Costs:
        """What every word of `sought` hits."""
        found = {word: self._hits(word) for word in sought}
        self._hit_as_one(found)
        synonyms, leads = self._together.said_by(words), self._leads.said_by(words, begun=False)
        _hit_together(found, self._together, synonyms)
        _hit_together(found, self._leads, leads)
        known = [word for word, costs in found.items() if costs]
        self._forgive(found, set(sought).difference(known), synonyms, leads)
        costs = _all_hit(found)
        if len(costs) < _FEW:
            self._forgive(found, known, synonyms, leads)
            costs = _all_hit(found)
        return costs

    def _a_part(self, sought: list[str], words: list[str]) -> Costs:
        """What is called, or led to, by a part of the words; the more of them the better."""
        says = self._called.said_by(words, begun=False)
        for word in sought:
            if (errors := _errors(word)) and not self._hits(word):
                says = self._called.nearly_said_by(word, errors) | says
        found: Costs = {}
        for saying, costs in self._called.hit(says):
            take(found, costs, len(set(sought) - saying) * _UNSAID * _RANK)
        return found

    def _hits(self, word: str) -> Costs:
        """The best hit of each document in which a word begins with `word`."""
        found = dict(self._single.exactly(word))
        known = bool(found)
        for whole in {word, singular(word)}:
            take(found, self._as_one.exactly(whole))
        if singular(word) != word:
            take(found, self._single.exactly(singular(word)))
        if word in self._short_forms:
            return found
        for costs in self._single.beginning_with(word):
            take(found, costs, _BEGINNING * _RANK)
        if len(word) >= _SURE and not known:  # what begins with a known word and goes on is hit by that word
            for costs in self._as_one.beginning_with(word):
                take(found, costs, _BEGINNING * _RANK)
        return found or (self._hits(verb) if (verb := plain_verb(word)) else found)

    def _in_full(self, word: str) -> bool:
        """Whether something says `word` itself, and not only what begins with it."""
        return any(words.exactly(one) for words in (self._single, self._as_one) for one in (word, singular(word)))

    def _hit_as_one(self, found: dict[str, Costs]) -> None:
        """Add what two words hit when written as one."""
        for first, second in permutations(found, 2):
            if len(first) + len(second) >= _SURE:
                as_one = self._hits(first + second)
                take(found[first], as_one)
                take(found[second], as_one)

    def _forgive(self, found: dict[str, Costs], words: Iterable[str], synonyms: Said, leads: Said) -> None:
        """Add what `words` nearly hit; a short word or a number may hold no typing error."""
        wrong = [(word, errors) for word in words if (errors := _errors(word))]
        for word, most in wrong:
            for costs, errors in self._single.nearly(word, most):
                take(found[word], costs, errors * _ERROR * _RANK)
        for phrases, says in ((self._together, synonyms), (self._leads, leads)):
            near = {part: word for word, most in wrong for part, word in phrases.nearly_said_by(word, most).items()}
            if near:
                _hit_together(found, phrases, near | says, _ERROR * _RANK)

    def _ranked(self, costs: Costs, words: list[str], sought: list[str]) -> list[int]:
        """The numbers of the documents by tier of the whole query, then cost, then their own order."""
        tiers, count, led = self._tiers.of(words, costs), len(self._things), self._led(words, sought)
        keys = {n: (tiers.get(n, LAST_TIER) * _DEAREST + cost) * count + n for n, cost in costs.items()}
        if led:
            keys |= {
                n: (LED * _DEAREST + cost) * count + n for n, cost in led.items() if n in costs and _is_later(tiers, n)
            }
        return sorted(keys.values())

    def _led(self, words: list[str], sought: list[str]) -> Costs:
        """What the whole query leads to: "THR" leads somewhere before it begins "thread the needle"."""
        known = all(map(self._single.exactly, sought))
        if known and len(words) < _SAID:
            return {}
        return self._leads.whole(words) or ({} if known else self._leads.whole([w for w in words if w in sought]))


def _is_later(tiers: dict[int, int], number: int) -> bool:
    return tiers.get(number, LAST_TIER) >= LED


def _plain(words: Sequence[str]) -> Phrase:
    return tuple(map(singular, words))


def _errors(word: str) -> int:
    """How many typing errors a word may hold."""
    if len(word) < _SURE or word.isdigit():
        return 0
    return 2 if len(word) >= _LONG else 1


def _hit_together(found: dict[str, Costs], phrases: Phrases, says: Said, more: int = 0) -> None:
    for saying, costs in phrases.hit(says):
        for word in saying.intersection(found):
            take(found[word], costs, more)


def _said(document: Document, synonyms: Synonyms) -> Iterator[tuple[Phrase, int]]:
    """Each text of a document as words, and each phrase that means the same as a part of one; with their ranks."""
    for rank, synonym, texts in (
        (_NAME, _SYNONYM, document.names),
        (_ALIAS, _SYNONYM, document.aliases),
        (_FIELD, _FIELD_SYNONYM, document.fields),
    ):
        for words in map(fold, texts):
            yield tuple(words), rank
            for phrase in synonyms.further(words):
                yield phrase, synonym


def _leads(documents: Iterable[Document], synonyms: Synonyms) -> Iterator[tuple[Phrase, Costs]]:
    """Each phrase that leads somewhere, and each that means the same, with the documents they lead to."""
    led: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for number, document in enumerate(documents):
        for grade, leads in enumerate(document.leads):
            led.setdefault((grade, leads), []).append(number)
    for (grade, leads), numbers in led.items():
        costs = dict.fromkeys(numbers, (_LEAD + grade) * _RANK)
        for words in filter(None, map(fold, leads)):
            yield from ((phrase, costs) for phrase in (tuple(words), *synonyms.same(words)))


def _all_hit(found: dict[str, Costs]) -> Costs:
    """Cost of each document that every word hits, summed over the words."""
    fewest, *others = sorted(found.values(), key=len)
    return {n: cost + sum([costs[n] for costs in others]) for n, cost in fewest.items() if all(n in c for c in others)}
