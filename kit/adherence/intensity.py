"""How much of the planned dose was done in the planned time, and how it was lowered or interrupted (corrections 10.5).

Nilsen 2018; Fairman, of resistance training. A dose is seconds for what is held, else repetitions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from numbers import Real
from typing import TYPE_CHECKING, NamedTuple

from kit.adherence.dose import doses
from kit.errors import ContentError, Fault
from kit.statistics.interval import checked_series

if TYPE_CHECKING:
    import pandas as pd

INTERRUPTION = 3  # expected sessions in a row that were missed


class Lowered(NamedTuple):
    """`k` of the `n` sessions done that tell their whole dose had less than planned of an exercise on a side."""

    k: int
    n: int


@dataclass(frozen=True)
class Interruption:
    """Expected sessions missed in a row: the `first` of them, from 1, and how many."""

    first: int
    sessions: int


def relative_dose_intensity(done: float, planned: float, days_used: float, days_planned: float) -> float:
    """(done / days used) / (planned / days planned); both doses in one unit, `done` capped exercise by exercise.

    Raises `ContentError` for a number below 0, one that is none, and nothing planned or no days.
    """
    names = ("done", "planned", "days_used", "days_planned")
    faults = []
    for name, value in zip(names, (done, planned, days_used, days_planned), strict=True):
        if not isinstance(value, Real) or not math.isfinite(value) or value < 0 or (value == 0 and name != "done"):
            rule = "0 or more" if name == "done" else "more than 0"
            faults.append(Fault(f"relative_dose_intensity, {name}", f"{value} is not {rule}.", "Correct it."))
    if faults:
        raise ContentError(faults)
    return (done / days_used) / (planned / days_planned)


def lowered(cells: pd.DataFrame, slots: pd.DataFrame) -> Lowered:
    """Of the sessions done, those with a lowered dose. `cells` and `slots` are CELLS and SLOTS of `frames`."""
    told = doses(cells, slots)
    less = (told["done"] < told["planned"]).astype("bool").groupby(told["session"]).any()
    return Lowered(int(less.sum()), len(less))


def interruptions(done: Sequence[bool]) -> tuple[Interruption, ...]:
    """Runs of at least three expected sessions in a row that were not done.

    Raises `ContentError` for no session, or one that is neither True nor False.
    """
    found, at = [], 1
    for value, group in groupby(checked_series(done, "interruptions")):
        length = len(list(group))
        if not value and length >= INTERRUPTION:
            found.append(Interruption(at, length))
        at += length
    return tuple(found)
