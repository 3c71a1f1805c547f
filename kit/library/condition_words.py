"""What people call a condition besides its name, and problems that no rule covers: `data/condition_words.toml`."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from kit.errors import ContentError, Fault
from kit.files import read_toml
from kit.library.exercise import Category, Region
from kit.library.rules import rules
from kit.model import Model, did_you_mean, parse
from kit.places import data_dir
from kit.words.folding import fold
from kit.words.text import Line, Name

_FILE = "condition_words.toml"


class Called(Model):
    """What else a condition is called, and the regions and categories whose exercises it leads to."""

    aliases: tuple[Name, ...] = ()
    regions: tuple[Region, ...] = ()
    categories: tuple[Category, ...] = ()

    @property
    def leads(self) -> bool:
        return bool(self.regions or self.categories)

    def leads_to(self, region: Region, category: Category) -> bool:
        return region in self.regions or category in self.categories


class Problem(Called):
    """What a patient may have that no rule covers."""

    name: Line


class ConditionWords(Model):
    """`conditions` by the key of the condition, `problems` by a key of their own.

    `harmless` are phrases that only sound like a condition, `also_words` short forms that are words too.
    """

    conditions: dict[str, Called] = Field(default_factory=dict)
    problems: dict[str, Problem] = Field(default_factory=dict)
    harmless: tuple[Name, ...] = ()
    also_words: tuple[Name, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of conditions and problems."""
        return (*self.conditions, *self.problems)

    @property
    def short_forms(self) -> frozenset[str]:
        """Short forms such as "DVT", in small letters: what only begins with their letters is not meant."""
        called = (*self.conditions.values(), *self.problems.values())
        return frozenset(a.casefold() for one in called for a in one.aliases if a.isalpha() and a.isupper())

    def is_problem(self, words: str) -> bool:
        """Whether this is just what a problem without rules is called."""
        said = fold(words)
        return any(said in [fold(name) for name in (one.name, *one.aliases)] for one in self.problems.values())

    def is_called(self, key: str, words: str) -> bool:
        """Whether this is just what the condition is called."""
        said = fold(words)
        return said in [fold(name) for name in (key.replace("_", " "), *self.called(key).aliases)]

    def called(self, key: str) -> Called:
        """What is known of a condition or a problem; nothing where it is neither."""
        return self.conditions.get(key) or self.problems.get(key) or Called()


def is_called(words: str) -> bool:
    """Whether this is just what a condition or a problem is called."""
    known = condition_words()
    return known.is_problem(words) or any(known.is_called(key, words) for key in rules().conditions)


@cache
def condition_words() -> ConditionWords:
    """The kit's own. Raises `ContentError` with all faults of the file, a stop that leads to exercises among them."""
    words = parse(ConditionWords, read_toml(data_dir() / _FILE), _FILE)
    known = rules().conditions
    faults = [
        Fault(f"{_FILE}, {key}", f"“{key}” is not a known condition.", did_you_mean(key, list(known)) or "Correct it.")
        for key in words.conditions
        if key not in known
    ]
    faults += [
        Fault(
            f"{_FILE}, {key}",
            "a condition that stops a plan leads to no exercise.",
            "Leave its regions and categories out.",
        )
        for key, called in words.conditions.items()
        if key in known and known[key].stop and called.leads
    ]
    if faults:
        raise ContentError(faults)
    return words
