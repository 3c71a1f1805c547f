"""How often each exercise was done of the times it was due: D_e of E_e (clinical specification 6.3, 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.cell import is_wholly_done
from kit.adherence.counts import plain
from kit.adherence.placing import WeekPlaces, is_done
from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from kit.show import frame

_DTYPES = {"item": "string", "exercise": "string", "name": "string", "expected": "float64", "done": "float64"}
_DTYPES |= {"wholly": "float64", "partly": "float64"}
_Key = tuple[str, str]  # item, exercise: an id that another exercise has in a later version is another one's


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


def exercises(spans: Sequence[InForce], found: Iterable[WeekPlaces]) -> tuple[ExerciseCounts, ...]:
    """The counts of each exercise in the order of the plan; those that are new in a later version come after.

    What is done of free choice is capped in each week at what was expected of it.
    """
    in_order = dict.fromkeys(_key(item) for span in spans if span.start < span.end for item in span.plan.items)
    names = {_key(item): _name(span, item) for span in spans for item in span.plan.items}
    counts = {key: [Fraction()] * 3 for key in in_order}
    for places in found:
        for item in places.week.plan.items:
            sums = counts[_key(item)]
            counts[_key(item)] = [have + more for have, more in zip(sums, _of_week(places, item), strict=True)]
    return tuple(ExerciseCounts(*key, names[key], *counts[key]) for key in in_order)


def exercise_frame(counts: Iterable[ExerciseCounts]) -> pd.DataFrame:
    """A row per exercise, numbers of sessions."""
    rows = (
        (c.item_id, c.exercise_id, c.name, *(float(n) for n in (c.expected, c.done, c.wholly, c.partly)))
        for c in counts
    )
    return frame(_DTYPES, rows)


def _of_week(places: WeekPlaces, item: Prescription) -> tuple[Fraction, Fraction, Fraction]:
    """Of one item in one week: expected, done, wholly done."""
    expected = places.week.expected_of(item)
    answers = [one.cells for one in places.placed if item in one.slot.items]
    done = sum(is_done(cells, item) for cells in answers)
    wholly = sum(is_wholly_done(cells, item) for cells in answers)
    return expected, min(expected, Fraction(done)), min(expected, Fraction(wholly))


def _key(item: Prescription) -> _Key:
    return item.item_id, item.exercise_id


def _name(span: InForce, item: Prescription) -> str:
    snapshot = span.plan.snapshot
    named = {exercise.id: exercise.name for exercise in snapshot.exercises} if snapshot else {}
    return named.get(item.exercise_id, item.exercise_id)
