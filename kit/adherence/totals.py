"""Totals of scores over time: by name and day, and how far the last is from the first, with the band of its score.

A change is told with its size and its way; nothing is said of why it came (clinical specification 6.6).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kit.days import in_words
from kit.show import frame
from kit.statistics.outcome_bands import Band, Instrument, OutcomeChange, instruments, outcome_change

if TYPE_CHECKING:
    import pandas as pd

TOTALS = {"name": "string", "instrument": "string", "date": "datetime64[s]", "value": "Float64"}


class Noted(Protocol):
    """A total that was noted: `instrument` is a key of the kit's list, or None for a score of another name."""

    @property
    def instrument(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def day(self) -> dt.date: ...
    @property
    def value(self) -> float | None: ...


@dataclass(frozen=True)
class Change:
    """From the first total of a score to the last; `times` is on how many days there was one."""

    name: str
    instrument: str | None
    first_day: dt.date
    first: float
    last_day: dt.date
    last: float
    times: int

    @property
    def found(self) -> OutcomeChange | None:
        """How far, which way, and which bands it reaches; None for a single total, and for a score without bands."""
        if self.times < 2 or self.instrument is None:
            return None
        return outcome_change(self.instrument, self.first, self.last)

    @property
    def words(self) -> str:
        """One line for a report."""
        told = f"{self.name}: {self.last:g} on {in_words(self.last_day)}"
        if self.times < 2:
            return f"{told}, the only one."
        told = f"{told}, {self.first:g} on {in_words(self.first_day)}"
        size = round(abs(self.last - self.first), 9)
        if not size:
            return f"{told}: the same."
        if self.instrument is None or self.found is None:
            return f"{told}: {size:g} {'more' if self.last > self.first else 'less'}."
        bands = zip(instruments()[self.instrument].bands, self.found.bands, strict=True)
        reached = "".join(f"; {band.called} ({_points(band)}): {said}" for band, (_, said) in bands)
        return f"{told}: {size:g} {self.found.way}{reached}."


def total_days(scores: Iterable[Noted], as_of: dt.date) -> pd.DataFrame:
    """A row for each score and day up to `as_of`, by name, then day; of several on one day the last given counts."""
    known: dict[tuple[str, str], tuple[str, dict[dt.date, float]]] = {}
    for score in scores:
        if score.value is not None and score.day <= as_of:
            _, days = known.setdefault((score.instrument or "", score.name.casefold()), (score.name, {}))
            days[score.day] = score.value
    rows = (
        (name, instrument or None, day, days[day])
        for (instrument, _), (name, days) in sorted(known.items(), key=lambda one: one[0][1])
        for day in sorted(days)
    )
    return frame(TOTALS, rows)


def changes(days: pd.DataFrame) -> tuple[Change, ...]:
    """First to last of each score in what `total_days` gives."""
    return tuple(
        change_of(str(name), None if not instrument else str(instrument), part["date"].dt.date, part["value"])
        for (name, instrument), part in days.fillna({"instrument": ""}).groupby(["name", "instrument"], sort=False)
    )


def change_of(name: str, instrument: str | None, days: Iterable[dt.date], values: Iterable[float]) -> Change:
    """The change over totals of one score, which stand in the order of their days; there is at least one."""
    pairs: Sequence[tuple[dt.date, float]] = [(day, float(value)) for day, value in zip(days, values, strict=True)]
    return Change(name, instrument, *pairs[0], *pairs[-1], times=len(pairs))


def band_of(key: str) -> Band:
    """The band by which a change of this score matters: the largest that is known of it."""
    known: Instrument = instruments()[key]
    return known.bands[-1]


def _points(band: Band) -> str:
    return f"{band.points:g} points" if band.to is None else f"{band.points:g} to {band.to:g} points"
