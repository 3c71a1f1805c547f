"""A condition of a patient, and what it asks of exercises, by their movement tags.

It says nothing about one patient: which side, which region and until when stand in the plan's context.
Source of all rules: clinical specification, sections 0 and 4; each condition keeps its own keys and marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kit.library.exercise import Arc, Category, Region, Source
from kit.model import Model
from kit.words.text import Line, Name, Note

Fact = Literal["side", "region", "since"]
TagLevel = Literal["AVOID", "CAUTION"]
Weeks = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]


class TagRule(Model):
    """What a condition asks where one of `tags` is there; `weeks` since onset, the last one not included."""

    tags: tuple[Name, ...] = Field(min_length=1)
    level: TagLevel
    message: Note = ""  # in place of the condition's
    window: Line = ""  # in place of the condition's
    weeks: Weeks | None = None
    arc: Arc | None = None  # an answer asks for an item that is kept inside it


class PlanNote(Model):
    """One INFO for the whole plan where any exercise has one of `tags`; without tags, always."""

    tags: tuple[Name, ...] = ()
    message: Note


class RegionLevel(Model):
    """The level of any exercise that loads the affected region; `strength` where it strengthens."""

    default: TagLevel
    strength: TagLevel
    weeks: Weeks | None = None

    def of(self, category: Category) -> TagLevel:
        return self.strength if category == "strength" else self.default


class WithoutSupport(Model):
    """The level of some tags where the patient has nothing fixed to hold on to."""

    tags: tuple[Name, ...] = Field(min_length=1)
    level: TagLevel


class Condition(Model):
    """One condition. A `stop` holds the plan, or the affected region alone, until a named sign-off."""

    name: Name
    window: Line = ""
    message: Note
    scope: Literal["affected", "global"]
    needs: tuple[Fact, ...] = ()  # what is read the strict way until it is told
    floor_care: bool = False  # getting down to the floor asks for care
    floor_care_regions: tuple[Region, ...] = ()  # only where one of these is affected; none: always
    stop: bool = False
    holds: Literal["plan", "region"] = "plan"
    within_region: bool = False  # its rules count only for exercises of the affected region
    prefer: tuple[Name, ...] = ()
    rules: tuple[TagRule, ...] = ()
    region_level: RegionLevel | None = None
    plan_info: PlanNote | None = None
    without_support: WithoutSupport | None = None
    sources: tuple[Source, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _asks_something(self) -> Condition:
        if not (self.stop or self.rules or self.plan_info):
            raise ValueError("it has no rules, no stop and no plan_info. Say what it asks for.")
        return self


def cited(sources: Sequence[Source]) -> str:
    """Keys and evidence marks in a few signs: "Willy2019 (V), general knowledge (G)"."""
    plain = {"G": "general knowledge", "D": "design choice"}
    return ", ".join(f"{s.key or plain[s.mark]} ({s.mark})" for s in sources)
