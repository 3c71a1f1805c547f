"""How a stretch grows: a first dose, then repetitions, then seconds of the hold, then a harder form.

Seconds come first for older people. A step that would be too much for the review is made smaller.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.followup.progression import StretchSteps
from kit.followup.step import NoStep, Step, changed
from kit.followup.variants import harder
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.prescription import Prescription


def stretch_steps(
    item: Prescription, exercise: Exercise, shelf: Library, age: int | None, steps: StretchSteps
) -> list[Step] | NoStep:
    """The next step, and what to take where the review refuses it."""
    dose = item.dose
    if dose.duration_s is not None:
        return NoStep("No rule says how a stretch by the clock grows.")
    first_reps, first_hold = steps.reps[0], steps.hold_s[0]
    if dose.reps < first_reps or dose.hold_s < first_hold:
        return list(_to_first(item, steps))
    reps = [changed("up", item, reps=more) for more in steps.reps if more > dose.reps][:1]
    hold = [changed("up", item, hold_s=more) for more in steps.hold_s if more > dose.hold_s][:1]
    rungs = [*hold, *reps] if (age or 0) >= steps.hold_first_age else [*reps, *hold]
    if rungs:
        return rungs
    found = list(harder(item, exercise, shelf, reps=first_reps, hold_s=first_hold))
    return found or NoStep("It is at the top of its ladder, and no harder form is known.")


def _to_first(item: Prescription, steps: StretchSteps) -> Iterator[Step]:
    """The first dose, or as much of it as one step allows."""
    dose, reps, hold = item.dose, steps.reps[0], steps.hold_s[0]
    if dose.reps < reps:
        for seconds in range(max(hold, dose.hold_s), steps.finest_s, -steps.finest_s):
            if reps * seconds > dose.reps * dose.hold_s:
                yield changed("up", item, reps=reps, hold_s=seconds)
        return
    for seconds in range(hold, dose.hold_s, -steps.finest_s):
        yield changed("up", item, hold_s=seconds)
