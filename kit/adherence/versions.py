"""All versions of all plans, numbered in the order of code and version, and their items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kit.adherence.arrays import Ints, day_number, ragged
from kit.adherence.pattern import Key, Keys, Pattern
from kit.plan.plan import MAX_ITEMS, MAX_VERSION, Plan
from kit.plan.versions import InForce, in_force

PLACES = 64  # a power of two above the most items of a plan
VERSIONS = MAX_VERSION + 1
assert MAX_ITEMS <= PLACES


@dataclass(frozen=True)
class Versions:
    """A row for each version: number of its plan, version, first day, first day after it, number of its pattern.

    `items` has a row for each item of each version, those of a version one after the other from `item_from` on; its
    columns are those of `Pattern.items`. `item_version` is the row of the version of each.
    """

    spans: tuple[InForce, ...]
    codes: tuple[str, ...]
    plan: Ints
    number: Ints
    start: Ints
    end: Ints
    pattern: Ints
    patterns: tuple[Pattern, ...]
    items: Ints
    item_from: Ints
    item_version: Ints

    @property
    def keys(self) -> Ints:
        """The numbers of plan and version as one number, sorted."""
        return self.plan * VERSIONS + self.number


def versions(plans: Iterable[Plan]) -> Versions:
    """All of them. Raises `ContentError` where versions of a plan do not belong together."""
    by_code: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_code[plan.code].append(plan)
    codes = sorted(by_code)
    spans = [(n, span) for n, code in enumerate(codes) for span in in_force(by_code[code])]
    keys, known = Keys(), dict[Key, int]()
    patterns: list[Pattern] = []
    which = np.zeros(len(spans), dtype=np.int64)
    for row, (_, span) in enumerate(spans):
        key = keys.of(span.plan)
        if key not in known:
            known[key] = len(patterns)
            patterns.append(Pattern(span.plan))
        which[row] = known[key]
    table = [(n, span.plan.version, day_number(span.start), day_number(span.end)) for n, span in spans]
    plan_of, number, start, end = np.array(table, dtype=np.int64).reshape(-1, 4).T
    items, lengths = stacked([pattern.items for pattern in patterns], 8)
    count = lengths[which]
    item_from = np.cumsum(count) - count
    rows = ragged((np.cumsum(lengths) - lengths)[which], count)
    return Versions(
        tuple(span for _, span in spans),
        tuple(codes),
        plan=plan_of,
        number=number,
        start=start,
        end=end,
        pattern=which,
        patterns=tuple(patterns),
        items=items[rows],
        item_from=item_from,
        item_version=np.repeat(np.arange(len(spans)), count),
    )


def stacked(tables: Iterable[Ints], columns: int) -> tuple[Ints, Ints]:
    """Tables one below the other, and the length of each."""
    given = list(tables)
    lengths = np.array([len(table) for table in given], dtype=np.int64)
    return np.concatenate([np.zeros((0, columns), dtype=np.int64), *given]), lengths
