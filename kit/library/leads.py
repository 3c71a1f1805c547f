"""What leads to an exercise though the exercise is not called so: conditions and problems of its region or category.

A phrase may mean several conditions: "hip replacement" has three approaches. It leads to no exercise that one of them
tells to avoid, and nowhere where one of them stops a plan. Exercises that a condition prefers come first, then those
that it asks nothing of, then those that it asks caution of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from kit.library.condition import Condition
from kit.library.condition_words import condition_words
from kit.library.exercise import Exercise
from kit.library.rules import rules
from kit.words.folding import fold, singular

_PREFERRED, _FREE, _CAUTION, _NOT_LED, _AVOIDED = range(5)
_LED = (_PREFERRED, _FREE, _CAUTION)


def phrases(key: str) -> tuple[str, ...]:
    """All that a condition or a problem is called, its name first."""
    condition, words = rules().conditions.get(key), condition_words()
    names = (condition.name,) if condition else (words.problems[key].name,) if key in words.problems else ()
    return (*names, *words.called(key).aliases)


def stops() -> tuple[str, ...]:
    """All that the conditions which stop a plan are called; they lead nowhere, whatever else has their words."""
    return tuple(phrase for key, condition in rules().conditions.items() if condition.stop for phrase in phrases(key))


class Leads:
    """The phrases that lead to an exercise; made once, and what it says of like exercises it says once."""

    def __init__(self) -> None:
        self._keys = condition_words().keys
        self._means: dict[str, set[int]] = {}  # a phrase, the places of the keys that it means
        for at, key in enumerate(self._keys):
            for phrase in phrases(key):
                self._means.setdefault(" ".join(fold(phrase)), set()).add(at)
        self._said = cache(self._phrases)

    def to(self, e: Exercise) -> tuple[tuple[str, ...], ...]:
        """The phrases that lead to `e`: first those that prefer it, last those that ask caution of it."""
        return self._said(tuple(_grade(key, e) for key in self._keys))

    def to_all(self, exercises: Iterable[Exercise], keys: Collection[str]) -> tuple[str, ...]:
        """All that `keys` are called, for a plan of `exercises`; without what means a condition that avoids one."""
        exercises = tuple(exercises)
        avoided = {at for at, key in enumerate(self._keys) if any(_grade(key, e) == _AVOIDED for e in exercises)}
        wanted = {at for at, key in enumerate(self._keys) if key in keys}
        return tuple(phrase for phrase, means in self._means.items() if means & wanted and not means & avoided)

    def said_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The keys of which a phrase of two words or more stands in one of `texts`."""
        runs = [f" {' '.join(map(singular, fold(text)))} " for text in texts]
        means = (
            at
            for phrase, places in self._means.items()
            if " " in phrase and any(f" {' '.join(map(singular, phrase.split()))} " in run for run in runs)
            for at in places
        )
        return tuple(self._keys[at] for at in sorted(set(means)))

    def _phrases(self, grades: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
        graded = {phrase: _together([grades[at] for at in means]) for phrase, means in self._means.items()}
        return tuple(tuple(phrase for phrase, grade in graded.items() if grade == led) for led in _LED)


def _together(grades: list[int]) -> int:
    """The grade of a phrase that means several: the strictest of those that lead, and none where one is avoided."""
    led = [grade for grade in grades if grade in _LED]
    return max(led) if led and _AVOIDED not in grades else _NOT_LED


def _grade(key: str, e: Exercise) -> int:
    condition, called = rules().conditions.get(key), condition_words().called(key)
    asked = _asked(condition, e) if condition else set()
    if "AVOID" in asked or (condition and condition.stop):
        return _AVOIDED
    if condition and e.id in condition.prefer:
        return _PREFERRED
    if not called.leads_to(e.region, e.category):
        return _NOT_LED
    return _CAUTION if asked else _FREE


def _asked(condition: Condition, e: Exercise) -> set[str]:
    """The levels at which a condition asks something of `e`, on whichever side and in whatever week."""
    tags = {tag.name for tag in e.tags}
    return {rule.level for rule in condition.rules if tags.intersection(rule.tags)}
