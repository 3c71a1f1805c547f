"""Clauses of a free note that tell what the patient does not have: "no history of DVT", "father had cancer".

Only a clause that says nothing else is left out. What is not understood is asked about: "no weight on the leg" is an
order, and "no improvement in sciatica" a disease.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from kit.words.folding import singular

Words = tuple[str, ...]

_CLAUSE = re.compile(r"([,;.:!?\n]|\bbut\b|\band\b|\bwith\b)", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in text.split())


_RELATIVES = _words("father mother brother sister dad mum mom parent grandfather grandmother uncle aunt cousin")
_OWNERS = _words("his her my the their")
_HAD = (("had",), ("has",), ("have",), ("has", "had"), ("died", "of"), ("died", "from"))
_BESIDE = _words(
    "a an the or nor any of known previous past recent history sign evidence symptom suspected family either "
    "breast prostate bowel lung skin brain colon left right leg arm hip knee shoulder ankle wrist in ever before"
)
_WHEN = _words("at age aged last year")  # with digits, after a name


def without_told(text: str, names: Set[Words], plain: Callable[[str], Words]) -> str:
    """The note without the clauses that only deny some of the `names`, or tell that a relative had them."""
    kept = ["" if _is_told(plain(clause), names) else clause for clause in _CLAUSE.split(text)]
    return "".join(kept)


def _is_told(words: Words, names: Set[Words]) -> bool:
    if words[:1] == ("no",):
        starts = any(words[:size] in names for size in range(1, len(words) + 1))
        near = words[1:3] == ("weight", "bearing")  # "non weight bearing", as it is said
        return not starts and not near and _only_names(words[1:], names)
    own = words[1:] if words[:1] and words[0] in _OWNERS else words
    if not own or own[0] not in _RELATIVES:
        return False
    return any(own[1 : 1 + len(had)] == had and _only_names(own[1 + len(had) :], names) for had in _HAD)


def _only_names(words: Words, names: Set[Words]) -> bool:
    """Whether at least one name is said, and nothing else but what may stand beside it."""
    at, said = 0, False
    while at < len(words):
        size = next((size for size in range(len(words) - at, 0, -1) if words[at : at + size] in names), 0)
        if size:
            at, said = at + size, True
        elif words[at] in _BESIDE or (said and (words[at] in _WHEN or words[at].isdigit())):
            at += 1
        else:
            return False
    return said
