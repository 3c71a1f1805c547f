"""How often each exercise was done of the times it was due: D_e of E_e (clinical specification 6.3, 10.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.cell import by_side, is_wholly_done
from kit.adherence.counts import plain
from kit.adherence.due import Due
from kit.adherence.expected import Week
from kit.adherence.tally import Placed, Tally, WeekKey
from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from kit.show import frame

_DTYPES = {"item": "string", "exercise": "string", "name": "string", "expected": "float64", "done": "float64"}
_DTYPES |= {"wholly": "float64", "partly": "float64"}
_Key = tuple[str, str]  # item, exercise: an id that another exercise has in a later version is another one's
_Expected = dict[tuple[_Key, WeekKey], Fraction]


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


def exercises(
    spans: Sequence[InForce], calendar: Sequence[Week], tally: Tally, due: Due, placed: Iterable[Placed]
) -> tuple[ExerciseCounts, ...]:
    """The counts of each exercise in the order of the plan; those that are new in a later version come after.

    What is done of free choice is capped in each week at what was expected of it.
    """
    expected = _expected(spans, calendar, tally, due)
    done: Counter[tuple[_Key, WeekKey]] = Counter()
    wholly: Counter[tuple[_Key, WeekKey]] = Counter()
    for one in placed:
        for item in one.items:
            cells = by_side(one.session.cells, item).values()
            done[_key(item), one.week] += any(cell.is_done for cell in cells)
            wholly[_key(item), one.week] += is_wholly_done(cells, item)
    in_order = dict.fromkeys(_key(item) for span in spans if span.start < span.end for item in span.plan.items)
    names = {_key(item): _name(span, item) for span in spans for item in span.plan.items}
    return tuple(
        ExerciseCounts(
            *key, names[key], _sum(key, expected), _capped(key, expected, done), _capped(key, expected, wholly)
        )
        for key in in_order
    )


def exercise_frame(counts: Iterable[ExerciseCounts]) -> pd.DataFrame:
    """A row per exercise, numbers of sessions."""
    rows = (
        (c.item_id, c.exercise_id, c.name, *(float(n) for n in (c.expected, c.done, c.wholly, c.partly)))
        for c in counts
    )
    return frame(_DTYPES, rows)


def _expected(spans: Sequence[InForce], calendar: Sequence[Week], tally: Tally, due: Due) -> _Expected:
    """E_e of each exercise and week: each session on a fixed day that includes it, or its n a week over the days."""
    found: _Expected = {}
    for slot, week in tally.dated.items():
        for item in due.dated[slot]:
            found[_key(item), week] = found.get((_key(item), week), Fraction()) + 1
    plans = {span.plan.version: span.plan for span in spans}
    for one in calendar:
        for item in plans[one.plan_version].items:
            if item.schedule.weekdays is None:
                a_week = item.schedule.each_week * item.schedule.times_a_day
                found[_key(item), (one.plan_version, one.number)] = Fraction(a_week * len(one.active), 7)
    return found


def _sum(key: _Key, expected: _Expected) -> Fraction:
    return sum((times for (one, _), times in expected.items() if one == key), Fraction())


def _capped(key: _Key, expected: _Expected, found: Counter[tuple[_Key, WeekKey]]) -> Fraction:
    weeks = ((times, Fraction(found[one, week])) for (one, week), times in expected.items() if one == key)
    return sum((min(times, seen) for times, seen in weeks), Fraction())


def _key(item: Prescription) -> _Key:
    return item.item_id, item.exercise_id


def _name(span: InForce, item: Prescription) -> str:
    snapshot = span.plan.snapshot
    named = {exercise.id: exercise.name for exercise in snapshot.exercises} if snapshot else {}
    return named.get(item.exercise_id, item.exercise_id)
