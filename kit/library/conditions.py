"""The conditions that the review knows, as a list to choose from; what they ask stands in `rules`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kit.given import checked
from kit.library.condition import Condition
from kit.library.condition_words import condition_words
from kit.library.exercise import REGIONS, Region
from kit.library.library import Library
from kit.library.rules import rules
from kit.library.search.known import condition_index
from kit.show import Rows, frame, table

if TYPE_CHECKING:
    import pandas as pd

_HEADS = ("Key", "Name", "Stop", "Flags exercises of", "Tell it", "What it asks", "Window")
_DTYPES = {
    **dict.fromkeys(("key", "name"), "string"),
    "stop": "bool",
    **dict.fromkeys(("flags_in", "movements"), "string"),
    **dict.fromkeys(("side", "region", "since"), "bool"),
    **dict.fromkeys(("message", "window"), "string"),
}


@dataclass(frozen=True)
class KnownCondition:
    """One condition by its `key`, which a plan's context names; a `stop` holds a plan until somebody signs it off.

    It flags exercises by their `movements`. `flags_in` are the regions that the kit's exercises which it may flag are
    filed under; the patient need not have it there. `side`, `region` and `since` say whether it makes a difference to
    tell them of a patient: what is left out counts for every side, every region or every stage, and some conditions ask
    more of a region once it is named.
    """

    key: str
    name: str
    stop: bool
    flags_in: tuple[Region, ...]
    movements: tuple[str, ...]
    side: bool
    region: bool
    since: bool
    message: str
    window: str

    @property
    def told_by(self) -> tuple[str, ...]:
        """Those of "side", "region" and "since" that make a difference."""
        return tuple(name for name in ("side", "region", "since") if getattr(self, name))


class Conditions(Rows[KnownCondition]):
    """The conditions in the order of the kit's list."""

    def __repr__(self) -> str:
        return f"Conditions({len(self)})"

    def _repr_html_(self) -> str:
        rows = (
            (c.key, c.name, "yes" if c.stop else "", _in_words(c.flags_in), ", ".join(c.told_by), c.message, c.window)
            for c in self
        )
        return table(f"Conditions: {len(self)}", _HEADS, rows)

    @checked
    def search(self, words: str) -> Conditions:
        """Those that all `words` hit, best first, by short forms, lay words and nearly right spelling too.

        Without words, all of them in their order. What no condition is called finds none: no rule covers it.

        >>> [condition.key for condition in conditions().search("frozen sholder")]
        ['frozen_shoulder']
        """
        found = condition_index().find(words)
        if condition_words().is_problem(words):  # what only sounds like it would bring the rules of something else
            found = [key for key in found if condition_words().is_called(key, words)]
        here = {condition.key: condition for condition in self}
        return Conditions(here[key] for key in found if key in here)

    def to_frame(self) -> pd.DataFrame:
        """A row for each condition; several regions or movements stand in one text, parted by "; "."""
        return frame(_DTYPES, map(_cells, self))


def conditions() -> Conditions:
    """The conditions that a plan's context may name, each by its key.

    >>> [condition.key for condition in conditions() if condition.since]
    ['aclr_early', 'recent_surgery']
    """
    flagged = _flagged()
    return Conditions(_known(key, condition, flagged) for key, condition in rules().conditions.items())


def _known(key: str, condition: Condition, flagged: Mapping[str, frozenset[Region]]) -> KnownCondition:
    by_region = condition.region_level
    everywhere = condition.stop or by_region is not None
    met = {region for tag in _tags(condition) for region in flagged.get(tag, ())}
    return KnownCondition(
        key=key,
        name=condition.name,
        stop=condition.stop,
        flags_in=tuple(region for region in REGIONS if everywhere or region in met),
        movements=tuple(rules().tags[tag] for tag in dict.fromkeys(_tags(condition))),
        side=_side_counts(condition),
        region=condition.within_region or by_region is not None or condition.holds == "region",
        since=any(rule.weeks for rule in condition.rules) or bool(by_region and by_region.weeks),
        message=condition.message,
        window=condition.window,
    )


def _side_counts(condition: Condition) -> bool:
    """Whether the affected side makes a difference to what is flagged; a stop flags whatever the side."""
    sided = set(_tags(condition)) - rules().whole_body
    return condition.scope == "affected" and (bool(sided) or condition.region_level is not None)


def _tags(condition: Condition) -> list[str]:
    alone = condition.without_support.tags if condition.without_support else ()
    return [*(tag for rule in condition.rules for tag in rule.tags), *alone]


@cache
def _flagged() -> Mapping[str, frozenset[Region]]:
    """For each movement tag, the regions that the kit's exercises with it are filed under."""
    library = Library.load()
    tags = {tag.name for exercise in library for tag in exercise.tags}
    return {name: frozenset(e.region for e in library if any(t.name == name for t in e.tags)) for name in tags}


def _in_words(regions: tuple[Region, ...]) -> str:
    return "all" if regions == REGIONS else ", ".join(regions).replace("_", " ")


def _cells(c: KnownCondition) -> tuple[object, ...]:
    return (
        *(c.key, c.name, c.stop, "; ".join(c.flags_in), "; ".join(c.movements)),
        *(c.side, c.region, c.since, c.message, c.window),
    )
