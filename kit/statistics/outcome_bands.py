"""Totals of other scores: what each may be, which way is better, and which change matters.

Totals and days alone are kept; no item of a scale stands here (clinical specification 6.6, 6.9). The numbers and their
sources stand in `data/outcomes.toml`. A band says how large a change is, never why it came.
"""

from __future__ import annotations

from functools import cache
from numbers import Real
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from kit.errors import ContentError, Fault, did_you_mean
from kit.files import read_toml
from kit.library.exercise import Mark
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Line, Name

Reached = Literal["reached", "in between", "not reached"]
_DIGITS = 9


class Evidence(Model):
    """Where a number is known from: a key of `sources.toml` (none for general knowledge) and its mark."""

    key: Line = ""
    mark: Mark


class Band(Model):
    """The change that matters, in points: from `points` on by some sources, from `to` on by all."""

    called: Name
    points: Annotated[float, Field(gt=0)]
    to: Annotated[float, Field(gt=0)] | None = None
    sources: tuple[Evidence, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _low_first(self) -> Self:
        if self.to is not None and self.to < self.points:
            raise ValueError("its `to` is below its `points`. Put the lower number first.")
        return self

    def reached(self, points: float) -> Reached:
        """By a change of so many points, either way."""
        size = round(abs(points), _DIGITS)
        if size >= (self.points if self.to is None else self.to):
            return "reached"
        return "in between" if size >= self.points else "not reached"


class Instrument(Model):
    """One score: totals from `low` to `high`."""

    called: Name
    of: Name  # what its total is
    low: float
    high: float
    better: Literal["lower", "higher"]
    bands: tuple[Band, ...] = ()  # the smaller first; none is known of some
    sources: tuple[Evidence, ...] = Field(min_length=1)
    rule: Name  # what its licence allows

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low >= self.high:
            raise ValueError("its range is empty. Put the lower total first.")
        points = [band.points for band in self.bands]
        if points != sorted(points):
            raise ValueError("its bands do not rise. Put the smaller first.")
        return self


class OutcomeChange(NamedTuple):
    """`change` is the later total less the earlier; `way` is which way that is, for this score.

    `bands` tell of each band whether the change is as large.
    """

    change: float
    way: Literal["better", "worse", "same"]
    bands: tuple[tuple[str, Reached], ...]


class _File(Model):
    instruments: dict[str, Instrument]


@cache
def instruments() -> dict[str, Instrument]:
    """The kit's own, by key. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "outcomes.toml"
    return parse(_File, read_toml(path), path.name).instruments


def instrument(key: str) -> Instrument:
    """Raises `ContentError` for a key that is not known."""
    known = instruments()
    if key not in known:
        mend = did_you_mean(key, sorted(known)) or f"Known are {', '.join(known)}."
        raise ContentError(Fault("instrument", f"“{key}” is no score that the kit knows.", mend))
    return known[key]


def outcome_change(key: str, earlier: float, later: float) -> OutcomeChange:
    """From one total to a later one. Raises `ContentError` for an unknown score, or a total outside its range."""
    score = instrument(key)
    faults = [
        Fault(f"{score.called}, {name}", f"{total} is not {score.low:g} to {score.high:g}.", "Correct the total.")
        for name, total in (("earlier", earlier), ("later", later))
        if not isinstance(total, Real) or not score.low <= total <= score.high
    ]
    if faults:
        raise ContentError(faults)
    change = round(later - earlier, _DIGITS)
    up: Literal["better", "worse"] = "better" if score.better == "higher" else "worse"
    down: Literal["better", "worse"] = "worse" if score.better == "higher" else "better"
    way = up if change > 0 else down if change < 0 else "same"
    return OutcomeChange(change, way, tuple((band.called, band.reached(change)) for band in score.bands))
