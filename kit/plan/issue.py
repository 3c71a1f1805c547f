"""What is added to a plan when it is issued, paused, overridden or signed off."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kit.days import Day
from kit.library.exercise import Exercise, Tag
from kit.model import Model
from kit.plan.context import ConditionInForce
from kit.plan.prescription import Prescription, Surface
from kit.words.text import Line, Name, Note


class Pause(Model):
    """Days on which nothing is due: from `start` up to, but not on, `end`."""

    start: Day
    end: Day
    reason: Literal["illness", "travel", "therapist_hold", "other"] = "other"

    @model_validator(mode="after")
    def _forward(self) -> Pause:
        if self.end <= self.start:
            raise ValueError(f"the pause ends on {self.end}, not after its start {self.start}. Move the end.")
        return self

    def from_day(self, day: dt.date) -> Pause:
        """What is left of it from `day` on, which lies before its end."""
        return self.model_copy(update={"start": max(self.start, day)})

    def covers(self, day: dt.date) -> bool:
        return self.start <= day < self.end


class Issue(Model):
    """Who issued the plan, and when."""

    by: Name
    on: Day


class VersionRef(Model):
    """The version of a plan that this one replaces, and why, where somebody said so; `start` is the day from which that
    one was to hold.

    `unread` are the patient's notes in its diary that nobody had read when this one was begun; None where none was.
    """

    version: Annotated[int, Field(strict=True, ge=1)]
    reason: Note = ""
    start: Day | None = None
    unread: Annotated[int, Field(strict=True, ge=1)] | None = None


class Stage(Model):
    """What a rule asked at one time: from `start` (none: from the first day on) up to, but not on, `end`."""

    level: Name
    tag: Line = ""
    start: Day | None = None
    end: Day | None = None


class Covered(Model):
    """What an answer was given for: the item as it was prescribed, the exercise, and what the condition asked.

    A confirmed question is about the condition alone, and covers no item.

    A number that rises, or anything that changed in kind, ends the answer (`review.cover`).
    """

    item: Prescription | None = None
    tags: tuple[Tag, ...] = ()
    setup_tags: tuple[Tag, ...] = ()
    surface: Surface | None = None  # the one in force, where the item names none
    support: bool | None = None
    condition: ConditionInForce | None = None
    stages: tuple[Stage, ...] = ()
    plan: Line = ""  # the code of the plan, and its version, that the answer was given in
    version: Annotated[int, Field(strict=True, ge=1)] | None = None


class Override(Model):
    """Why a finding was accepted: `finding` names it, `reason` is the clinician's own words.

    `covers` is what it was given for, and `carried_from` the version whose answer it is.
    """

    finding: Name
    reason: Name
    by: Name
    on: Day
    covers: Covered | None = None
    carried_from: Annotated[int, Field(strict=True, ge=1)] | None = None


def carried(answer: Override, version: int) -> Override:
    """The answer in the version after `version`; it says where it was given first."""
    return answer.model_copy(update={"carried_from": answer.carried_from or version})


class SignOff(Model):
    """A named clinician's release of a finding that holds the plan.

    `covers` is what it was given for: it counts in that version alone.
    """

    finding: Name
    by: Name
    on: Day
    role: Line = ""  # profession, or registration
    note: Note = ""  # the reason
    covers: Covered | None = None


class Snapshot(Model):
    """The exercises as they were when the plan was issued, and the version of the rules it was checked by."""

    rules_version: Name
    exercises: tuple[Exercise, ...] = Field(min_length=1)
