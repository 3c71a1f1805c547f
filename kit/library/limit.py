"""A limit of a dose, a patient or a plan: which number, from where on, how serious, why, and where that is from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from kit.library.exercise import Category, ExerciseId, Source
from kit.model import Model
from kit.words.text import Line, Note

LimitLevel = Literal["ERROR", "CAUTION", "INFO"]
# The numbers that a limit can be about; `review.quantities` computes each. Seconds, counts, years, minutes; per side.
Quantity = Literal[
    "held_s",
    "moving_s",
    "reps",
    "sets",
    "rest_set_s",
    "effort_target",
    "days_a_week",
    "times_a_day",
    "reps_day",
    "reps_week",
    "stretch_session_s",
    "stretch_day_s",
    "stretch_week_s",
    "held_day_s",
    "item_day_min",
    "walk_day_min",
    "walk_week_min",
    "age",
    "exercises",
    "session_min",
    "day_min",
    "week_min",
]


class When(Model):
    """A limit counts only where all of these hold; what is not known does not hold."""

    age_from: int | None = None
    effort_from: int | None = None
    effort_unset: bool = False  # only where no effort is set
    condition: Line = ""


class Limit(Model):
    """`quantity` below `below` or above `above` is a finding of `level`."""

    quantity: Quantity
    categories: tuple[Category, ...] = ()  # none: every category
    level: LimitLevel
    below: float | None = None
    above: float | None = None
    loosest: float | None = None  # as far as a clinic may move it; none: only to the stricter side
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

    @property
    def value(self) -> float:
        """The number of its one end."""
        return self.above if self.above is not None else self.below or 0

    @property
    def bound(self) -> float:
        """As far as a clinic may move it to the looser side."""
        return self.value if self.loosest is None else self.loosest

    def broken_by(self, value: float) -> bool:
        return value < self.value if self.below is not None else value > self.value

    def moved(self, value: float) -> Limit:
        """The same at another value."""
        return self.model_copy(update={"below" if self.below is not None else "above": value})
