"""What is added to a plan when it is issued, paused, overridden or signed off."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kit.library.exercise import Exercise
from kit.model import Model
from kit.words.text import Name, Note


class Pause(Model):
    """Days on which nothing is due: from `start` up to, but not on, `end`."""

    start: dt.date
    end: dt.date
    reason: Literal["illness", "travel", "therapist_hold", "other"] = "other"

    @model_validator(mode="after")
    def _forward(self) -> Pause:
        if self.end <= self.start:
            raise ValueError(f"the pause ends on {self.end}, not after its start {self.start}. Move the end.")
        return self

    def covers(self, day: dt.date) -> bool:
        return self.start <= day < self.end


class Issue(Model):
    """Who issued the plan, and when."""

    by: Name
    on: dt.date


class VersionRef(Model):
    """The version of a plan that this one replaces, and why, where somebody said so."""

    version: Annotated[int, Field(strict=True, ge=1)]
    reason: Note = ""


class Override(Model):
    """Why a finding was accepted: `finding` names it, `reason` is the clinician's own words."""

    finding: Name
    reason: Name
    by: Name
    on: dt.date


class SignOff(Model):
    """A named clinician's release of a finding that holds the plan."""

    finding: Name
    by: Name
    on: dt.date
    note: Note = ""


class Snapshot(Model):
    """The exercises as they were when the plan was issued, and the version of the rules it was checked by."""

    rules_version: Name
    exercises: tuple[Exercise, ...] = Field(min_length=1)
