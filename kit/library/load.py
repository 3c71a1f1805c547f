"""Loads in kilograms by what is loaded, and the steps of elastic bands: from where on a number is questioned."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, model_validator

from kit.library.exercise import Category, Exercise, LoadClass, Region
from kit.model import Model
from kit.words.text import Name

Kilograms = Annotated[float, Field(ge=0, le=500)]
Three = tuple[Kilograms, Kilograms, Kilograms]

_NEVER_LOADED: frozenset[Category] = frozenset({"stretch", "mobility", "balance", "aerobic"})
_NEVER_LOADED_REGIONS: frozenset[Region] = frozenset({"neck", "thoracic"})


class LoadLimit(Model):
    """A first load above the first two numbers, a later one above the third, is a CAUTION, an ERROR, an ERROR."""

    called: Name
    first_caution: Kilograms | None = None
    first_error: Kilograms
    later_error: Kilograms
    loosest: Three | None = None  # as far as a clinic may move the three; none: not at all

    @model_validator(mode="after")
    def _low_first(self) -> LoadLimit:
        three = (self.first_caution or 0, self.first_error, self.later_error)
        if list(three) != sorted(three):
            raise ValueError("its three numbers do not rise. Put the lowest first.")
        return self


class Fragile(Model):
    """Whose first load is a CAUTION from half of the usual on."""

    age_from: int
    conditions: tuple[Name, ...]


class Loads(Model):
    """The limits of each class, and for whom they are halved."""

    classes: dict[LoadClass, LoadLimit]
    fragile: Fragile


class Bands(Model):
    """The steps of each scale, weakest first, each with the words for it.

    >>> Bands(colour=(("yellow",), ("red",)), strength=(("light",), ("extra light",))).steps("Red, extra light")
    {'colour': 1, 'strength': 1}
    """

    colour: tuple[tuple[Name, ...], ...]
    strength: tuple[tuple[Name, ...], ...]

    def steps(self, said: str) -> dict[str, int]:
        """Which step of each scale `said` names; none where it says anything besides: "2 red" is no red band."""
        text = " ".join(said.casefold().split())
        found: dict[str, int] = {}
        for scale, words in self:
            text, named = _taken_out(text, words)
            if len(named) > 1:  # two bands at once, or one of two
                return {}
            if named:
                found[scale] = named[0]
        return found if text.strip(" (),") in _NOUNS else {}

    def steps_up(self, before: str, now: str) -> int | None:
        """How many steps `now` is above `before`, on the scale where it is most; None where nobody can say.

        Both have to name the same scales: what one of them leaves out may be any step.
        """
        if before.strip().casefold() == now.strip().casefold():
            return 0
        old, new = self.steps(before), self.steps(now)
        return max((new[scale] - old[scale] for scale in old), default=None) if old.keys() == new.keys() else None


_NOUNS = frozenset({"", "band", "loop", "loop band", "band loop"})  # what may stand beside a colour or a strength


def _taken_out(said: str, steps: tuple[tuple[str, ...], ...]) -> tuple[str, list[int]]:
    """`said` without the words of a scale, and their steps; "extra light" is one word, and no "light" with more."""
    by_word = {word: step for step, words in enumerate(steps) for word in words}
    longest_first = sorted(by_word, key=len, reverse=True)
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in longest_first))
    return " ".join(pattern.sub(" ", said).split()), [by_word[word] for word in pattern.findall(said)]


def load_class(exercise: Exercise) -> LoadClass:
    """What is loaded. Where the exercise does not say, strength work is "other", and all else cannot be loaded."""
    if exercise.load_class is not None:
        return exercise.load_class
    never = exercise.category in _NEVER_LOADED or exercise.region in _NEVER_LOADED_REGIONS
    return "none" if never else "other_strength"
