"""Whom the plan is for, as far as the exercises depend on it. It never leaves the clinic's record."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from kit.library.exercise import Region, Side
from kit.model import Model
from kit.words.text import Line, Name, Note


class ConditionInForce(Model):
    """A condition that holds for this patient; without a region it concerns every region."""

    condition: Name
    side: Side | Literal["both"] | None = None
    region: Region | None = None
    until: dt.date | None = None


class Context(Model):
    """Age in years, conditions in force, what is at home, minutes that the patient has each day."""

    age: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
    conditions: tuple[ConditionInForce, ...] = ()
    equipment: tuple[Name, ...] = ()
    support: bool | None = None  # something fixed to hold on to
    minutes_a_day: Annotated[int, Field(strict=True, ge=1, le=600)] | None = None
    goal: Note = ""
    red_flags_screened: dt.date | None = None
    red_flags: tuple[Line, ...] = ()  # answered yes
