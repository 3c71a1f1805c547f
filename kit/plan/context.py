"""Whom the plan is for, as far as the exercises depend on it. It never leaves the clinic's record."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kit.days import Day
from kit.library.exercise import Region
from kit.model import Model
from kit.words.text import Line, Name, Note

SCREEN_DAYS = 14  # how old a red-flag screen may be (D)
GetsOffFloor = Literal["yes", "with_help", "no", "unknown"]
Affected = Literal["left", "right", "both"]


class TagEnd(Model):
    """The first day on which a condition no longer concerns one movement tag."""

    tag: Name
    until: Day


class ConditionInForce(Model):
    """A condition that holds for this patient; without a side or region it concerns every one.

    `since` is the day of the surgery or injury; `until` the first day on which it no longer holds, which
    `ends` may say otherwise for single movement tags. A passed end makes a rule an INFO, never nothing.
    """

    condition: Name
    side: Affected | None = None
    region: Region | None = None
    since: Day | None = None
    until: Day | None = None
    ends: tuple[TagEnd, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        """Whether the condition as a whole has not ended by `day`."""
        return self.until is None or day < self.until

    def end_for(self, tag: str) -> dt.date | None:
        """The end that the clinician set for `tag`, or for the condition as a whole."""
        return next((end.until for end in self.ends if end.tag == tag), self.until)


class Context(Model):
    """Age in years, affected side, conditions in force, what is at home, minutes that the patient has each day.

    What is neither in `equipment` nor in `not_at_home` is not known to be there or not. No rule asks for `side`: each
    condition has its own.

    >>> Context(age=70, conditions=({"condition": "osteoporosis"},)).conditions[0].condition
    'osteoporosis'
    """

    age: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
    side: Affected | None = None  # which side most of the plan is for
    conditions: tuple[ConditionInForce, ...] = ()
    equipment: tuple[Name, ...] = ()
    not_at_home: tuple[Name, ...] = ()
    support: Annotated[bool, Field(strict=True)] | None = None  # something fixed to hold on to
    minutes_a_day: Annotated[int, Field(strict=True, ge=1, le=600)] | None = None
    goal: Note = ""
    gets_off_floor: GetsOffFloor | None = None  # none: not asked
    unlisted: tuple[Line, ...] = ()  # what the patient has that no rule covers, in the clinician's words
    red_flags_screened: Day | None = None
    red_flags: tuple[Line, ...] = ()  # answered yes

    @model_validator(mode="after")
    def _there_or_not(self) -> Self:
        both = [name for name in self.equipment if name in self.not_at_home]
        if both:
            raise ValueError(f"{', '.join(both)}: both at home and not at home. Take it out of one of the two.")
        return self

    def still_screened(self, on: dt.date, most: int = SCREEN_DAYS) -> Self:
        """The same while the red-flag screen is at most `most` days old on the day `on`; else without it."""
        day = self.red_flags_screened
        if day is None or (on - day).days <= most:
            return self
        return self.model_copy(update={"red_flags_screened": None, "red_flags": ()})
