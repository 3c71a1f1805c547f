"""Which listed conditions a free note names: what is called by its own name is no note, and a word for it may mean it.

A note names a condition where it says one of its names, nearly right spelling too, and where the search leads to it for
the whole note. What a problem without rules is called ("knee pain") names none, and neither does a phrase that only
sounds like one ("hay fever"), nor a clause that says that the patient does not have it (`kit.library.told_clauses`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kit.library.condition_words import condition_words
from kit.library.rules import rules
from kit.library.search.known import condition_index
from kit.library.told_clauses import without_told
from kit.words.folding import fold, singular
from kit.words.lookalikes import as_latin

Words = tuple[str, ...]

_PARTS = re.compile(r"\(|\)|,|;| or | and ")  # of a name such as "Total hip replacement (THA), posterior approach"
_NEAR = 90  # of 100: how like a name has to be spelt
_SPELT = 8  # letters from which a name may be misspelt
_ONE_WORD = 7  # letters from which a name of one word counts with one typing error
_WRITTEN = {"fx": "fracture", "frx": "fracture"}  # short forms that are no words
_MARK = re.compile(r"#(?!\d)")  # a fracture, and not "#1"
_SHORT = 2  # letters up to which a short form counts only as it is written: "MS", not "Ms"
_STRONG = 3_000_000  # worth of an answer of the search up to which nearly the name was said
_BESIDE = frozenset(
    {
        *("left", "right", "both", "side", "sided", "the", "a", "an", "of", "in", "on", "my", "his", "her", "with"),
        *("suspected", "possible", "probable", "query", "recent", "old", "known", "history", "order", "early", "late"),
        *("mild", "severe", "since", "post", "after"),
    }
)


def conditions_named(text: str) -> list[str]:
    """The keys of the conditions that a note names, each once, in the order of the list."""
    found = frozenset[str]().union(*conditions_said(text))
    return [key for key in rules().conditions if key in found]


def conditions_said(text: str) -> list[frozenset[str]]:
    """The same by the words that name them: the keys that each name may mean, such as three for "hip replacement"."""
    text = without_told(text, frozenset(_by_name()), _plain)
    words = _plain(text)
    problems = [span for said in _problems() for span in _spans(said, words)]
    said = [keys for name, keys in _by_name().items() if name == words or _says(name, words, text, problems)]
    meant = " ".join(word for word in fold(as_latin(text)) if word not in _BESIDE)
    if meant and not condition_words().is_problem(meant):
        answer = condition_index().answer(meant)
        sure = answer.found[:1] if answer.sure and answer.worth < _STRONG and not problems else ()
        said += [frozenset({key}) for key in sure if not any(key in keys for keys in said)]
    return said


def is_condition(key: str, text: str) -> bool:
    """Whether the text is just the condition's own name or id, whatever its case, marks and alphabet."""
    said = fold(as_latin(text))
    return said in (fold(rules().conditions[key].name), fold(key.replace("_", " ")))


def _says(name: Words, words: Words, text: str, problems: Sequence[range]) -> bool:
    """Whether the words say the name, and not only as a part of what a problem is called."""
    spans = _spans(name, words) if _as_written(name, text) else ()
    return any(not any(set(span) < set(problem) for problem in problems) for span in (*spans, *_near(name, words)))


def _as_written(name: Words, text: str) -> bool:
    """A short form that is a word too counts only in capitals: "SAD" is no "sad"."""
    form = "".join(name)
    if len(name) > 1 or (len(form) > _SHORT and form not in condition_words().also_words):
        return True
    return re.search(rf"\b{re.escape(form.upper())}\b", text) is not None


def _spans(name: Words, words: Words) -> Iterator[range]:
    """Where the name stands in the words."""
    size = len(name)
    return (range(at, at + size) for at in range(len(words) - size + 1) if words[at : at + size] == name)


def _near(name: Words, words: Words) -> Iterator[range]:
    """Where it stands with a typing error."""
    joined, size = " ".join(name), len(name)
    for at in range(len(words) - size + 1):
        said = " ".join(words[at : at + size])
        if (len(joined) >= _SPELT and fuzz.ratio(said, joined) >= _NEAR) or _slipped(said, joined, size):
            yield range(at, at + size)


def _slipped(said: str, name: str, words: int) -> bool:
    """Whether it is a name of one word with one letter wrong, left out, too many, or two changed about."""
    if words > 1 or len(name) < _ONE_WORD or said[0] != name[0]:
        return False
    return OSA.distance(said, name, score_cutoff=1) <= 1


def _plain(text: str) -> Words:
    marked = _MARK.sub(" fracture ", as_latin(text))
    return tuple(_WRITTEN.get(word, singular(word)) for word in fold(marked))


@cache
def _by_name() -> dict[Words, frozenset[str]]:
    """The conditions that each name may mean."""
    names = {name for called in _names().values() for name in called}
    return {name: frozenset(key for key, called in _names().items() if name in called) for name in sorted(names)}


@cache
def _names() -> dict[str, frozenset[Words]]:
    """What each condition is called, in plain words."""
    words = condition_words()
    return {key: _called(key, c.name, words.called(key).aliases) for key, c in rules().conditions.items()}


def _called(key: str, name: str, aliases: Sequence[str]) -> frozenset[Words]:
    parts = [part for part in _PARTS.split(name) if len(fold(part)) > 1]
    return frozenset(filter(None, map(_plain, (key.replace("_", " "), name, *parts, *aliases))))


@cache
def _problems() -> tuple[Words, ...]:
    """What names no condition: problems without rules, and what only sounds like one."""
    words = condition_words()
    called = [name for one in words.problems.values() for name in (one.name, *one.aliases)]
    return tuple(filter(None, map(_plain, (*called, *words.harmless))))
