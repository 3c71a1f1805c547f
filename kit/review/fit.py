"""Does the plan fit the patient's day and home: minutes, equipment, the same exercise twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kit.library.equipment import is_gone, missing
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.steady import may_fall
from kit.review.finding import Finding
from kit.timing.week import fullest_day_to_allow_s
from kit.words.numbers import clock

_OWN = "design choice (D)"
CUFF_S = 10  # to move a weight from one leg to the other (D)


def fit(known: ResolvedPlan) -> Iterator[Finding]:
    """CAUTION for minutes over what the patient has, things not at home, and the same work twice on a day; INFO where
    more time to change sides is usual."""
    yield from _minutes(known)
    yield from _equipment(known)
    yield from _twice(known)
    yield from _weights(known)
    yield from _slower(known)


def _minutes(known: ResolvedPlan) -> Iterator[Finding]:
    limit, needed = known.plan.context.minutes_a_day, fullest_day_to_allow_s(known)
    if limit is not None and needed > limit * 60:
        yield Finding(
            level="CAUTION",
            where="plan",
            what=f"{clock(needed)} to allow on the fullest day, and the patient has {limit} min a day.",
            why="With the warm-up and the ways. A plan that does not fit into the day is not kept.",
            source=_OWN,
            mend="Take exercises, repetitions or sessions away, or spread them over the week.",
            key=f"CAUTION minutes plan {needed}",
        )


def _equipment(known: ResolvedPlan) -> Iterator[Finding]:
    at_home, not_there = known.plan.context.equipment, known.plan.context.not_at_home
    for item, exercise in known.entries:
        lacking = [*missing(exercise, at_home, not_there), *_of_the_dose(item, not_there)]
        if lacking:
            yield Finding(
                level="CAUTION",
                where=f"{item.item_id}, {exercise.patient_name}",
                what=f"needs {', '.join(lacking)}, which is not {_where(lacking, not_there)}.",
                why="Without it the exercise cannot be done as written.",
                source=_OWN,
                mend="Add it to the list, or choose another exercise.",
                key=f"CAUTION equipment {item.item_id} {exercise.id}",
                item=item.item_id,
            )


def _of_the_dose(item: Prescription, not_there: tuple[str, ...]) -> list[str]:
    """A band or a weight that the dose sets, where there is none of any kind."""
    asked = {"band": item.dose.band, "weight": item.dose.load_kg}
    return [name for name, said in asked.items() if said and is_gone(name, not_there)]


def _where(lacking: list[str], not_there: tuple[str, ...]) -> str:
    """What is said not to be there, or only not among the things that are."""
    return "at home" if all(is_gone(name, not_there) for name in lacking) else "in the list of things at home"


def _twice(known: ResolvedPlan) -> Iterator[Finding]:
    def place(item: Prescription) -> int:
        return known.plan.items.index(item) + 1

    for (one, exercise), (two, again) in itertools.combinations(known.entries, 2):
        if exercise.id == again.id and _same_side(one, two) and _same_day(one, two):
            yield Finding(
                level="CAUTION",
                where=f"{two.item_id}, {exercise.patient_name}",
                what=f"is in the plan twice on the same side and day, as exercise {place(one)} and {place(two)}.",
                why="A patient may take it for a mistake, and the dose adds up.",
                source=_OWN,
                mend="Take one out, or put the sets together.",
                key=f"CAUTION twice {two.item_id} {exercise.id}",
                item=two.item_id,
            )


def _weights(known: ResolvedPlan) -> Iterator[Finding]:
    """A cuff weight has to be moved to the other leg."""
    for item, exercise in known.entries:
        usual = exercise.dose.switch_s
        if exercise.load_class == "cuff" and item.dose.load_kg and _changes_in(item, usual):
            yield Finding(
                level="INFO",
                where=f"{item.item_id}, {exercise.patient_name}",
                what=f"{item.dose.switch_s} s to change sides, and the weight has to be moved.",
                why=f"That takes about {CUFF_S} s more.",
                source=_OWN,
                mend=f"Set the change of sides to {usual + CUFF_S} s.",
                key=f"INFO cuff {item.item_id} {exercise.id}",
                item=item.item_id,
            )


def _slower(known: ResolvedPlan) -> Iterator[Finding]:
    """Who may fall changes sides more slowly."""
    plan = known.plan
    if not may_fall(plan.context, plan.start):
        return
    quick = [(item.item_id, e.dose.switch_s) for item, e in known.entries if _changes_in(item, e.dose.switch_s)]
    if quick:
        yield Finding(
            level="INFO",
            where="plan",
            what="sides are changed as fast as a younger patient does.",
            why="From 65 years on, or with a risk of falls, it takes about twice as long.",
            source=_OWN,
            mend=f"Set the change of sides: {', '.join(f'{name} to {2 * usual} s' for name, usual in quick)}.",
            key=f"INFO slower plan {' '.join(name for name, _ in quick)}"[:200],
        )


def _changes_in(item: Prescription, usual_s: int) -> bool:
    """Whether sides are changed in no more than the usual seconds."""
    return item.sides == "each" and item.dose.switch_s <= usual_s


def _same_side(one: Prescription, two: Prescription) -> bool:
    return {one.sides, two.sides} != {"left", "right"}


def _same_day(one: Prescription, two: Prescription) -> bool:
    days = one.schedule.weekday_numbers, two.schedule.weekday_numbers
    return days[0] is None or days[1] is None or bool(days[0] & days[1])
