"""How often each exercise was done of the times it was due: D_e of E_e (clinical specification 6.3, 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kit.adherence.exercises import ExerciseCounts
from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from tests.adherence.naive.cell import is_wholly_done
from tests.adherence.naive.placing import WeekPlaces, is_done

_Key = tuple[str, str]  # item, exercise


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
