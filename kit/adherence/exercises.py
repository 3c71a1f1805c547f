"""How often each exercise was done of the times it was due: D_e of E_e (clinical specification 6.3, 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.counts import plain, sevenths
from kit.adherence.parts import ITEM, parts
from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from kit.show import frame

_DTYPES = {"item": "string", "exercise": "string", "name": "string", "expected": "float64", "done": "float64"}
_DTYPES |= {"wholly": "float64", "partly": "float64"}


@dataclass(frozen=True)
class ExerciseCounts:
    """Sessions of one exercise over all versions: due in `expected`, `done` in whole or in part, `wholly` done.

    `name` is the clinician's; in a draft, which holds no exercises, it is the exercise's id.
    """

    item_id: str
    exercise_id: str
    name: str
    expected: Fraction
    done: Fraction
    wholly: Fraction

    @property
    def partly(self) -> Fraction:
        """Done, but not all of it, or not on every side."""
        return self.done - self.wholly

    @property
    def share(self) -> float | None:
        """D_e/E_e, 0 to 1."""
        return float(self.done / self.expected) if self.expected else None

    def as_dict(self) -> dict[str, Any]:
        names = ("expected", "done", "wholly", "partly")
        counts = {name: plain(getattr(self, name)) for name in names}
        ids = {"item_id": self.item_id, "exercise_id": self.exercise_id, "name": self.name}
        return {**ids, **counts, "share": self.share}


def by_exercise(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each plan and exercise that was due: sessions `expected`, `done`, `wholly`, and the `share` D_e/E_e.

    In the order of the plan; those that are new in a later version come after. `place` is the last one in the plan.
    """
    one = parts(cells)
    counted = one.assign(done=one["weight"].where(one["done"], 0.0), wholly=one["weight"].where(one["wholly"], 0.0))
    counted = counted.rename(columns={"weight": "expected"}).assign(first=one["plan_version"] * 100 + one["place"])
    rules = {"name": "last", "place": "last", "first": "min", **dict.fromkeys(("expected", "done", "wholly"), "sum")}
    found = counted.groupby(["plan_code", *ITEM], as_index=False, sort=False).agg(rules)
    found = found.sort_values(["plan_code", "first"], ignore_index=True).drop(columns="first")
    return found.assign(share=found["done"] / found["expected"].where(found["expected"] > 0))


def exercises(spans: Sequence[InForce], cells: pd.DataFrame) -> tuple[ExerciseCounts, ...]:
    """The counts of each exercise of one plan, also of those of which nothing was due yet."""
    in_order = dict.fromkeys(_key(item) for span in spans if span.start < span.end for item in span.plan.items)
    names = {_key(item): _name(span, item) for span in spans for item in span.plan.items}
    table = by_exercise(cells)
    columns = (table[name] for name in (*ITEM, "expected", "done", "wholly"))
    counts = {(item, exercise): tuple(map(sevenths, sums)) for item, exercise, *sums in zip(*columns, strict=True)}
    return tuple(ExerciseCounts(*key, names[key], *counts.get(key, (Fraction(),) * 3)) for key in in_order)


def exercise_frame(counts: Iterable[ExerciseCounts]) -> pd.DataFrame:
    """A row per exercise, numbers of sessions."""
    rows = (
        (c.item_id, c.exercise_id, c.name, *(float(n) for n in (c.expected, c.done, c.wholly, c.partly)))
        for c in counts
    )
    return frame(_DTYPES, rows)


def _key(item: Prescription) -> tuple[str, str]:
    return item.item_id, item.exercise_id


def _name(span: InForce, item: Prescription) -> str:
    snapshot = span.plan.snapshot
    named = {exercise.id: exercise.name for exercise in snapshot.exercises} if snapshot else {}
    return named.get(item.exercise_id, item.exercise_id)
