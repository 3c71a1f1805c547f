"""The signs for which a patient gets help, and whom each of them concerns; their words stand in the catalogue."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kit.errors import ContentError, Fault
from kit.files import read_toml
from kit.library.exercise import Region
from kit.library.rules import rules
from kit.model import Model, did_you_mean, parse
from kit.places import data_dir
from kit.words.red_flags import TIERS, TierName
from kit.words.text import Name

# What a condition in force says of a patient; `wound` is an open one.
ConditionFact = Literal["operated", "replaced_hip", "replaced_joint", "wound", "nwb", "pregnancy", "falls_risk"]
PatientFact = Literal[
    "operated", "replaced_hip", "replaced_joint", "wound", "nwb", "pregnancy", "falls_risk", "age_65", "under_18"
]


@dataclass(frozen=True)
class PatientFacts:
    """What holds of a patient on any day of the plan, and what holds from its first day to its last."""

    ever: frozenset[PatientFact] = frozenset()
    throughout: frozenset[PatientFact] = frozenset()


class Whom(Model):
    """Whom a sign concerns: one of `regions`, one of the facts `patient`, and none of `unless` all the time."""

    regions: tuple[Region, ...] = ()
    patient: tuple[PatientFact, ...] = ()
    unless: tuple[PatientFact, ...] = ()

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.regions or self.patient):
            raise ValueError("it names neither regions nor a patient. Name one, or leave `only` out.")
        return self

    def holds(self, regions: Set[Region], facts: PatientFacts) -> bool:
        """Whether the plan's `regions` and the patient's facts have all that is named."""
        here = not self.regions or not regions.isdisjoint(self.regions)
        them = not self.patient or not facts.ever.isdisjoint(self.patient)
        return here and them and facts.throughout.isdisjoint(self.unless)


class HelpSign(Model):
    """One sign: the key of its sentence, and whom it concerns; without `only` it is for everybody."""

    key: Name
    only: tuple[Whom, ...] = ()

    def concerns(self, regions: Set[Region], facts: PatientFacts) -> bool:
        """Whether it is for a patient with these facts and a plan of these regions."""
        return not self.only or any(whom.holds(regions, facts) for whom in self.only)


_Tier = Annotated[tuple[HelpSign, ...], Field(min_length=1)]


class HelpSigns(Model):
    """All signs by tier, highest first, and which conditions tell which facts."""

    facts: dict[ConditionFact, tuple[Name, ...]]
    emergency: _Tier
    today: _Tier
    call: _Tier

    def tiers(self) -> dict[TierName, tuple[HelpSign, ...]]:
        return {name: getattr(self, name) for name in TIERS}

    def told_by(self, condition: str) -> frozenset[PatientFact]:
        """The facts that one condition tells of a patient."""
        return frozenset(fact for fact, conditions in self.facts.items() if condition in conditions)


@cache
def help_signs() -> HelpSigns:
    """The kit's own. Raises `ContentError` with all faults of the file, unknown conditions included."""
    path = data_dir() / "help_signs.toml"
    signs = parse(HelpSigns, read_toml(path), path.name)
    known = sorted(rules().conditions)
    faults = [
        Fault(
            f"{path.name}, facts, {fact}",
            f"“{name}” is not a known condition.",
            did_you_mean(name, known) or "Correct it.",
        )
        for fact, names in signs.facts.items()
        for name in names
        if name not in known
    ]
    if faults:
        raise ContentError(faults)
    return signs
