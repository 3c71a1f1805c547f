"""The numbers of the proposals: when one is made, and how large a step is (`data/progression.toml`)."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field

from kit.files import read_toml
from kit.library.condition import cited
from kit.library.exercise import Source
from kit.model import Model, parse
from kit.places import data_dir

_Count = Annotated[int, Field(strict=True, ge=1, le=100)]
_Seconds = Annotated[int, Field(strict=True, ge=1, le=300)]
_Percent = Annotated[int, Field(strict=True, ge=1, le=100)]


class _Sourced(Model):
    sources: tuple[Source, ...] = Field(min_length=1)

    @property
    def cited(self) -> str:
        return cited(self.sources)


class Gate(Model):
    """What must hold over the last logged sessions; from the pain `call_from` on the patient is seen or called."""

    sessions: _Count
    dose_percent: _Percent
    days_since_change: _Count
    unlogged_in_a_row: _Count
    call_from: Annotated[int, Field(strict=True, ge=1, le=10)]


class StretchSteps(_Sourced):
    """Repetitions and seconds of a hold, lowest first; the first of each is what is reached first."""

    reps: tuple[_Count, ...] = Field(min_length=1)
    hold_s: tuple[_Seconds, ...] = Field(min_length=1)
    hold_first_age: _Count
    finest_s: _Seconds


class StrengthSteps(_Sourced):
    """Repetitions above the goal, in how many sessions in a row; percent and kilograms of a rise; repetitions."""

    above_goal: _Count
    in_a_row: _Count
    rise_percent: tuple[_Percent, _Percent]
    load_step_kg: Annotated[float, Field(gt=0, le=10)]
    reps_step: _Count
    reps_most: _Count
    reps_low: _Count


class BalanceSteps(_Sourced):
    """The dose that is reached first."""

    reps: _Count
    hold_s: _Seconds
    finest_s: _Seconds


class StepBack(_Sourced):
    """By how many percent less, from and to, and what is aimed at."""

    percent: tuple[_Percent, _Percent]
    aim_percent: _Percent


class Progression(Model):
    """All of them."""

    gate: Gate
    stretch: StretchSteps
    strength: StrengthSteps
    balance: BalanceSteps
    step_back: StepBack


@cache
def progression() -> Progression:
    """The kit's own. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "progression.toml"
    return parse(Progression, read_toml(path), path.name)
