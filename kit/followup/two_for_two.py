"""How strength work grows: two repetitions above the goal in the last set, in two sessions in a row, on each side.

Then more load, the next band, more repetitions, or a harder form: whichever the exercise is done with.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

from kit.followup.gate import ONLY_FULL
from kit.followup.item_log import ItemSession
from kit.followup.progression import StrengthSteps
from kit.followup.step import NoStep, Step, changed
from kit.followup.variants import harder
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.load import Bands
from kit.plan.prescription import Prescription
from kit.words.numbers import counted


def strength_steps(
    item: Prescription, exercise: Exercise, shelf: Library, bands: Bands, steps: StrengthSteps
) -> list[Step] | NoStep:
    """The next step, and what to take where the review refuses it."""
    dose = item.dose
    if dose.load_kg:
        return _more_load(item, dose.load_kg, steps)
    if dose.band:
        return _next_band(item, exercise, shelf, bands, steps)
    if any("band" in thing.name and not thing.optional for thing in exercise.equipment):
        return NoStep("Which band is it? Name its colour in the plan, and the next one can be proposed.", ask=True)
    if dose.reps < steps.reps_most:
        most = min(dose.reps + steps.reps_step, steps.reps_most)
        return [changed("up", item, reps=reps) for reps in range(most, dose.reps, -1)]
    found = list(harder(item, exercise, shelf))
    return found or NoStep(f"It is at {counted(dose.reps, 'repetition')}, and no harder form is known.")


def earned(item: Prescription, sessions: Sequence[ItemSession], steps: StrengthSteps) -> str | NoStep:
    """The last sets that allow more, in words, or why they do not."""
    if item.dose.duration_s is not None:
        return NoStep("No rule says how strength work by the clock grows.")
    last, goal = sessions[-steps.in_a_row :], item.dose.reps
    sides = [side for session in last for side in session.sides]
    untold = sum(any(side.last_set is None for side in session.sides) for session in last)
    if len(last) < steps.in_a_row or untold:
        told = len(last) - untold
        why = f"Not enough log: the last set is told in {told} of the last {counted(steps.in_a_row, 'session')}."
        return NoStep(why + ("" if told else ONLY_FULL))
    said = f"Last sets {_told(last)}; the goal is {goal}"
    light = [side.load_kg for side in sides if side.load_kg is not None and side.load_kg < (item.dose.load_kg or 0)]
    if light:
        return NoStep(f"{said}, but with {min(light):g} kg in place of {item.dose.load_kg:g} kg.")
    if any((side.last_set or 0) < goal + steps.above_goal for side in sides):
        return NoStep(
            f"{said}. It takes {goal + steps.above_goal} or more in {counted(steps.in_a_row, 'session')} in a row."
        )
    return f"{said}."


def _told(last: Sequence[ItemSession]) -> str:
    """ "12, 12", or by side: "left 12, 12; right 12, 11"."""
    sides = sorted((side for session in last for side in session.sides), key=lambda side: side.side)
    by_side = {
        name: ", ".join(str(one.last_set) for one in group)
        for name, group in itertools.groupby(sides, key=lambda side: side.side)
    }
    if len(by_side) == 1:
        return next(iter(by_side.values()))
    return "; ".join(f"{name} {sets}" for name, sets in by_side.items())


def _more_load(item: Prescription, load: float, steps: StrengthSteps) -> list[Step] | NoStep:
    """The smallest step that is at least 2 % and at most 10 %."""
    step, old = Fraction(str(steps.load_step_kg)), Fraction(str(load))
    least, most = (old * percent / 100 for percent in steps.rise_percent)
    rise = max(1, math.ceil(least / step)) * step
    if rise > most:
        low, high = (f"{float(old + part):.4g}" for part in (least, most))
        ask = f"2 to 10 % more than {load:g} kg is {low} to {high} kg, finer than steps of {steps.load_step_kg:g} kg."
        return NoStep(f"{ask} Which weights are at hand?", ask=True)
    return [changed("up", item, load_kg=round(float(old + rise), 2))]


def _next_band(
    item: Prescription, exercise: Exercise, shelf: Library, bands: Bands, steps: StrengthSteps
) -> list[Step] | NoStep:
    """The next colour, with the repetitions back at the low end."""
    found = other_band(item.dose.band, bands, up=True)
    if found is None:
        return NoStep(f"The steps of the band “{item.dose.band}” are not known. Which is the next one?", ask=True)
    if not found:
        above = list(harder(item, exercise, shelf))
        return above or NoStep("It is the strongest band, and no harder form is known.")
    low = (exercise.dose_range.reps or (steps.reps_low, 0))[0]
    return [changed("up", item, band=found, reps=min(low, item.dose.reps))]


def other_band(said: str, bands: Bands, *, up: bool) -> str | None:
    """The next band up or down on the scale that `said` names; empty at its end, None where it names not one step."""
    steps = bands.steps(said)
    if len(steps) != 1:
        return None
    scale, step = next(iter(steps.items()))
    words: tuple[tuple[str, ...], ...] = getattr(bands, scale)
    at = step + (1 if up else -1)
    return words[at][0] if 0 <= at < len(words) else ""
