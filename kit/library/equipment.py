"""What an exercise needs against what is at hand: "strap or towel" is had with either, a "yoga mat" is a mat."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from kit.library.exercise import Equipment, Exercise
from kit.words.folding import fold, singular

_OR = re.compile(r"\bor\b|/|,")
_Words = frozenset[str]


def missing(exercise: Exercise, at_hand: Collection[str]) -> list[str]:
    """Names of the things that `exercise` cannot do without and that are not `at_hand`."""
    owned = [words for thing in at_hand if (words := _words(thing))]
    return [
        thing.name for thing in exercise.equipment if not thing.optional and not had(alternatives(thing.name), owned)
    ]


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


def _words(text: str) -> _Words:
    return frozenset(map(singular, fold(text)))
