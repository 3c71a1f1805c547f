"""The dose that a patient really does, by what the last sessions tell: the median of each part of it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from statistics import median_low
from typing import Any

from kit.followup.item_log import ItemSession, SideDone
from kit.library.dose import Dose

Parts = dict[str, int | float]


def really_done(dose: Dose, sessions: Iterable[ItemSession]) -> Parts:
    """The parts of `dose` of which less is done than planned, by their names; none where as much is done, or more.

    Sets, repetitions, seconds and kilograms as they were written; where a session tells an amount alone, its share of
    the plan is a share of the repetitions, or of the seconds where there is one repetition.
    """
    sides = [side for one in sessions if one.worked for side in one.sides if not side.left_out]
    found: Parts = {}
    for name, values in _values(dose, sides).items():
        planned = getattr(dose, name)
        if values and planned and (middle := median_low(values)) < planned:
            found[name] = max(middle, 1) if name != "load_kg" else middle
    return found


def _values(dose: Dose, sides: Iterable[SideDone]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [] for name in ("sets", "reps", "hold_s", "duration_s", "load_kg")}
    by_share = "duration_s" if dose.duration_s else "hold_s" if dose.reps == 1 and dose.hold_s else "reps"
    for side in sides:
        if any(part is not None for part in side.told):
            for name, part in zip(("sets", "reps", "hold_s"), side.told, strict=True):
                found[name].append(getattr(dose, name) if part is None else part)
        elif side.done is not None and side.planned:
            share = min(Fraction(side.done, side.planned), Fraction(1))
            found[by_share].append(int(getattr(dose, by_share) * share))
        if side.load_kg is not None:
            found["load_kg"].append(side.load_kg)
    return found
