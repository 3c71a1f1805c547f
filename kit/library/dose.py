"""How much of an exercise: whole seconds, counts, kilograms.

The bounds are the widest that any category allows (clinical specification 3.3, column ERROR; mark D: the
project's own design choice). What is unusual for one category is a finding of `review`, not a fault here.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from kit.model import Model
from kit.words.text import Line

Sets = Annotated[int, Field(strict=True, ge=1, le=10)]
Reps = Annotated[int, Field(strict=True, ge=1, le=100)]
HoldSeconds = Annotated[int, Field(strict=True, ge=0, le=300)]
RepSeconds = Annotated[int, Field(strict=True, ge=0, le=60)]
RestSeconds = Annotated[int, Field(strict=True, ge=0, le=600)]
SetupSeconds = Annotated[int, Field(strict=True, ge=0, le=120)]


def _two_decimals(load: float) -> float:
    if round(load, 2) != load:
        raise ValueError("a load has at most 2 decimals. Write one such as 1.25.")
    return load


Load = Annotated[float, Field(strict=True, ge=0, le=500), AfterValidator(_two_decimals)]


class Dose(Model):
    """Sets, repetitions and seconds of one exercise, for one side where it is done side by side.

    >>> Dose(sets=2, reps=10, tempo_s=4).rep_s
    4
    """

    sets: Sets = 1
    reps: Reps = 1
    hold_s: HoldSeconds = 0
    tempo_s: RepSeconds = 0  # moving time of one repetition
    rest_rep_s: RestSeconds = 0
    rest_set_s: RestSeconds = 0
    setup_s: SetupSeconds = 15
    switch_s: SetupSeconds = 5
    duration_s: Annotated[int, Field(strict=True, ge=1, le=10800)] | None = None  # timed instead of counted
    load_kg: Load | None = None
    band: Line = ""
    effort_target: Annotated[int, Field(strict=True, ge=0, le=10)] | None = None

    @model_validator(mode="after")
    def _work_takes_time(self) -> Dose:
        if self.duration_s is None and self.hold_s + self.tempo_s == 0:
            raise ValueError("a repetition without hold_s and tempo_s takes no time. Give one of them.")
        if self.duration_s is not None and (self.reps, self.hold_s, self.tempo_s) != (1, 0, 0):
            raise ValueError("a timed dose (duration_s) has no reps, hold_s or tempo_s. Leave them out.")
        return self

    @property
    def rep_s(self) -> int:
        """Working seconds of one repetition."""
        return self.duration_s if self.duration_s is not None else self.tempo_s + self.hold_s


class DoseRange(Model):
    """What the sources support or common programmes use: lowest and highest of each number, inclusive."""

    sets: tuple[int, int] | None = None
    reps: tuple[int, int] | None = None
    hold_s: tuple[int, int] | None = None
    days_a_week: tuple[int, int] | None = None

    @model_validator(mode="after")
    def _low_first(self) -> DoseRange:
        for name in type(self).model_fields:
            pair = getattr(self, name)
            if pair and pair[0] > pair[1]:
                raise ValueError(f"{name} runs from {pair[0]} down to {pair[1]}. Put the lower number first.")
        return self
