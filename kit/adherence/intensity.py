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

from kit.adherence.interval import DONE, checked_series
from kit.errors import ContentError, Fault

if TYPE_CHECKING:
    import pandas as pd

INTERRUPTION = 3  # expected sessions in a row that were missed


class DoseShare(NamedTuple):
    """`share` of the planned dose, 0 to 1, over the `told` ones of `cells`; None where none tells it."""

    share: float | None
    told: int
    cells: int


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


def dose_share(cells: pd.DataFrame) -> DoseShare:
    """The dose done of the dose planned, each exercise and side of each session capped. `cells` is CELLS of `frames`.

    What was not done or not logged is 0; what was done without an amount is left out. Where seconds and repetitions
    stand beside each other it is the mean over the cells.
    """
    told = _told(cells)
    if told.empty:
        return DoseShare(None, 0, len(cells))
    capped = told["done"].clip(upper=told["planned"])
    mixed = told["unit"].nunique() > 1
    share = (capped / told["planned"]).mean() if mixed else capped.sum() / told["planned"].sum()
    return DoseShare(float(share), len(told), len(cells))


def lowered(cells: pd.DataFrame) -> Lowered:
    """Of the sessions done, those with a lowered dose. `cells` is CELLS of `frames`."""
    # What no session stands for falls out where it is grouped.
    by_session = cells.assign(is_done=cells["status"].isin(DONE)).groupby(["plan_code", "session"])
    table = by_session.agg(is_done=("is_done", "any"), cells=("is_done", "size"))
    told = _told(cells[cells["status"] != "missing"])
    told = told.assign(less=told["done"] < told["planned"])
    table = table.join(told.groupby(["plan_code", "session"]).agg(told=("less", "size"), less=("less", "any")))
    whole = table[table["is_done"] & (table["told"] == table["cells"])]
    return Lowered(int(whole["less"].sum()), len(whole))


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


def _told(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells whose dose is known, `done` as a number."""
    amounts = cells["done"].mask(cells["status"].isin(["not_done", "missing"]), 0)
    return cells.assign(done=amounts)[amounts.notna()].astype({"done": "float64", "planned": "float64"})
