"""Which listed conditions a free note names: what is called by its own name is no note, and "ACL reconstruction" is not
either.

A note names a condition where it says one of its names among other words, nearly right spelling too, and where the
search leads to it for the whole note. What a problem without rules is called ("knee pain") names none, and neither does
a phrase that only sounds like one ("hay fever").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz

from kit.library.condition_words import condition_words
from kit.library.rules import rules
from kit.library.search.known import condition_index
from kit.words.folding import fold, singular
from kit.words.lookalikes import as_latin

Words = tuple[str, ...]

_PARTS = re.compile(r"\(|\)|,|;| or | and ")  # of a name such as "Total hip replacement (THA), posterior approach"
_NEAR = 90  # of 100: how like a name has to be spelt
_SPELT = 8  # letters from which a name may be misspelt
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
    words = _plain(text)
    problems = [span for said in _problems() for span in _spans(said, words)]
    found = {key for key, names in _names().items() for name in names if _says(name, words, text, problems)}
    meant = " ".join(word for word in fold(as_latin(text)) if word not in _BESIDE)
    if meant and not condition_words().is_problem(meant):
        answer = condition_index().answer(meant)
        if answer.sure and answer.worth < _STRONG and not problems:
            found.update(answer.found[:1])
    return [key for key in rules().conditions if key in found]


def is_condition(key: str, text: str) -> bool:
    """Whether the text is just one of the condition's names, whatever its case, marks and alphabet."""
    latin = as_latin(text)
    return fold(latin) == fold(rules().conditions[key].name) or condition_words().is_called(key, latin)


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
    if len(joined) >= _SPELT:
        for at in range(len(words) - size + 1):
            if fuzz.ratio(" ".join(words[at : at + size]), joined) >= _NEAR:
                yield range(at, at + size)


def _plain(text: str) -> Words:
    return tuple(singular(word) for word in fold(as_latin(text)))


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
