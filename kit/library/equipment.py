"""What an exercise needs against what is at hand: "strap or towel" is had with either, a "yoga mat" is a mat."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from kit.library.exercise import Equipment, Exercise
from kit.words.folding import fold, singular

_OR = re.compile(r"\bor\b|/|,")
_Words = frozenset[str]


def missing(exercise: Exercise, at_hand: Collection[str], not_there: Collection[str] = ()) -> list[str]:
    """Names of the things that `exercise` cannot do without and that are not to be had.

    Where nothing is said to be `at_hand`, all is but what is `not_there`: "band" stands for every kind of band.
    """
    owned, gone = _said(at_hand), _said(not_there)
    return [
        thing.name
        for thing in exercise.equipment
        if not thing.optional and _lacks(alternatives(thing.name), owned, gone)
    ]


def is_gone(thing: str, not_there: Collection[str]) -> bool:
    """Whether a thing, and whatever else would do for it, is said not to be there."""
    return _lacks(alternatives(thing), [], _said(not_there))


def needed(things: Iterable[Equipment]) -> list[Equipment]:
    """What to have at hand of `things`: nothing twice, and no choice that something else already settles.

    Things that only help come last.
    """
    kept: list[Equipment] = []
    settled: list[_Words] = []
    for thing in sorted(dict.fromkeys(things), key=lambda thing: (thing.optional, len(alternatives(thing.name)))):
        if not had(alternatives(thing.name), settled):
            kept.append(thing)
            settled += alternatives(thing.name)
    return kept


def alternatives(thing: str) -> list[_Words]:
    """The words of each thing that would do."""
    return [words for part in _OR.split(thing) if (words := _words(part))]


def had(would_do: Iterable[_Words], owned: list[_Words]) -> bool:
    """A chair serves as "firm chair", and a yoga mat as "mat": all words of the one stand in the other."""
    return any(item <= need or need <= item for need in would_do for item in owned)


def _lacks(would_do: list[_Words], owned: list[_Words], gone: list[_Words]) -> bool:
    left = [need for need in would_do if not any(_rules_out(one, need, owned) for one in gone)]
    return (bool(would_do) and not left) or (bool(owned) and not had(left, owned))


def _rules_out(gone: _Words, need: _Words, owned: list[_Words]) -> bool:
    """No bands at all are no loop band, unless just that one is there; no loop band says nothing of other bands."""
    return gone <= need and not any(gone < item <= need for item in owned)


def _said(things: Collection[str]) -> list[_Words]:
    return [words for thing in things if (words := _words(thing))]


def _words(text: str) -> _Words:
    return frozenset(map(singular, fold(text)))
