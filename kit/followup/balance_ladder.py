"""How balance work grows: a steady dose, then less support of the hands, then a narrower base.

Eyes closed and other surfaces are tried under supervision first, so that they are only asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kit.followup.item_log import ItemSession
from kit.followup.progression import BalanceSteps
from kit.followup.step import NoStep, Step, changed
from kit.followup.variants import in_words, swaps
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.prescription import Prescription

_TRY_FIRST = "Try it together before it goes home."


def balance_steps(
    item: Prescription, exercise: Exercise, shelf: Library, last: Sequence[ItemSession], steps: BalanceSteps
) -> list[Step] | NoStep:
    """The next step, and what to take where the review refuses it."""
    if item.dose.duration_s is not None:
        return NoStep("No rule says how balance work by the clock grows.")
    if not all((side.done or 0) >= side.planned for session in last for side in session.sides):
        return NoStep("It is not steady yet: the whole dose was not done in each of the last sessions.")
    found = list(_dose(item, steps))
    if found:
        return found
    found += in_words("up", item, exercise.harder)
    found += swaps("up", item, exercise.harder, exercise, shelf)
    if found:
        return [replace(step, caution=_TRY_FIRST) for step in found]
    return NoStep("Next come eyes closed or another surface. Try them under supervision first.", ask=True)


def _dose(item: Prescription, steps: BalanceSteps) -> Iterator[Step]:
    dose = item.dose
    if dose.reps < steps.reps:
        yield changed("up", item, reps=dose.reps + 1)
    for seconds in range(steps.hold_s, dose.hold_s, -steps.finest_s):
        yield changed("up", item, hold_s=seconds)
