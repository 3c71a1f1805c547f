"""A limit of a dose, a patient or a plan: which number, from where on, how serious, why, and where that is from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from kit.library.exercise import Category, ExerciseId, Source
from kit.model import Model
from kit.words.text import Line, Note

LimitLevel = Literal["ERROR", "CAUTION", "INFO"]
# The numbers that a limit can be about; `review.measures` computes each. Seconds, counts, years, percent, minutes.
Quantity = Literal[
    "hold_s",
    "reps",
    "sets",
    "rest_set_s",
    "effort_target",
    "days_a_week",
    "times_a_day",
    "stretch_session_s",
    "stretch_week_s",
    "load_rise_percent",
    "age",
    "exercises",
    "session_min",
]


class When(Model):
    """A limit counts only where all of these hold; what is not known does not hold."""

    age_from: int | None = None
    effort_from: int | None = None
    condition: Line = ""


class Limit(Model):
    """`quantity` below `below` or above `above` is a finding of `level`."""

    quantity: Quantity
    categories: tuple[Category, ...] = ()  # none: every category
    level: LimitLevel
    below: float | None = None
    above: float | None = None
    when: When = When()
    exempt: tuple[ExerciseId, ...] = ()
    why: Note
    mend: Note
    sources: tuple[Source, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_end(self) -> Limit:
        if (self.below is None) == (self.above is None):
            raise ValueError("a limit has either below or above. Give one of them.")
        return self

    def broken_by(self, value: float) -> bool:
        return value < self.below if self.below is not None else value > (self.above or 0)
