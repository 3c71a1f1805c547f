"""Less, where the pain rule says so: load, seconds or repetitions by 20 to 30 %, or an easier form."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from kit.followup.progression import Progression
from kit.followup.really_done import Parts
from kit.followup.step import Step, brief_dose, changed
from kit.followup.two_for_two import other_band
from kit.followup.variants import easier
from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.load import Bands
from kit.plan.prescription import Prescription


def steps_back(
    item: Prescription,
    exercise: Exercise,
    shelf: Library,
    bands: Bands,
    numbers: Progression,
    done: Parts | None = None,
) -> Iterator[Step]:
    """What is less, the first choice first; `done` are the parts of the dose of which less is done than planned.

    A step down starts from what is really done.
    """
    done = done or {}
    did = item.model_copy(update={"dose": item.dose.model_copy(update=done)})
    for step in (*_less_dose(did, exercise, bands, numbers), *easier(did, exercise, shelf)):
        yield step if step.exercise or not done else _from(item, done, step)


def _from(item: Prescription, done: Parts, step: Step) -> Step:
    """The step as a change of the item as it is prescribed."""
    change = {**done, **step.change}
    after = item.dose.model_copy(update={name: part for name, part in change.items() if name in Dose.model_fields})
    note = step.words.partition(", and: ")[2]
    words = f"{brief_dose(item.dose)} → {brief_dose(after)}{f', and: {note}' if note else ''}"
    return Step(step.way, words, MappingProxyType(change), caution=step.caution)


def _less_dose(item: Prescription, exercise: Exercise, bands: Bands, numbers: Progression) -> Iterator[Step]:
    dose = item.dose
    if exercise.category == "stretch":
        yield from _down_the_ladder(item, numbers)
        return
    if dose.load_kg:
        load = less(dose.load_kg, numbers.strength.load_step_kg, numbers)
        if load is not None:
            yield changed("down", item, load_kg=load)
    if dose.band and (band := other_band(dose.band, bands, up=False)):
        yield changed("down", item, band=band)
    fields = [("duration_s", dose.duration_s, 30), ("reps", dose.reps, 1)]
    if exercise.category == "balance":
        fields.insert(0, ("hold_s", dose.hold_s, numbers.balance.finest_s))
    for name, value, step in fields:
        lower = less(value, step, numbers) if value else None
        if lower is not None:
            yield changed("down", item, **{name: int(lower)})


def _down_the_ladder(item: Prescription, numbers: Progression) -> Iterator[Step]:
    """One rung of the stretch ladder, as long as the first dose is kept."""
    dose, steps = item.dose, numbers.stretch
    holds = [hold for hold in steps.hold_s if hold < dose.hold_s]
    if holds:
        yield changed("down", item, hold_s=holds[-1])
    if dose.reps > steps.reps[0]:
        yield changed("down", item, reps=dose.reps - 1)


def less(value: float, step: float, numbers: Progression) -> float | None:
    """The multiple of `step` nearest to 25 % less that is 20 to 30 % less; the lower one of two as near; None: there is
    none.

    >>> from kit.followup.progression import progression
    >>> less(10, 1, progression()), less(2, 1, progression())
    (7, None)
    """
    old, unit = Fraction(str(value)), Fraction(str(step))
    least, most = numbers.step_back.percent
    aim = old * (100 - numbers.step_back.aim_percent) / 100
    near = {math.floor(aim / unit) * unit, math.ceil(aim / unit) * unit}
    fits = [one for one in near if least <= (old - one) / old * 100 <= most]
    if not fits:
        return None
    best = min(fits, key=lambda one: (abs(one - aim), one))
    return int(best) if best.denominator == 1 and isinstance(step, int) else round(float(best), 2)
