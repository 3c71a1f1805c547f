"""How to get ready: what a patient does before the first exercise, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.plan.patient_facts import patient_facts
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue

WarmUpKey = Literal["none", "stretch", "stretch_bath", "strength", "seated", "balance", "walking"]
_WALK_S, _LEAST_WALK_S, _SEATED_S = 300, 180, 120
_WALKING = "walking"  # the exercise that is a warm-up itself
_SENTENCES: dict[WarmUpKey, tuple[str, ...]] = {"stretch_bath": ("stretch", "bath")}


@dataclass(frozen=True)
class WarmUp:
    """Which warm-up, and its whole seconds; where fewer are enough, `least_s` of them."""

    key: WarmUpKey
    seconds: int = 0
    least_s: int = 0

    def told(self, words: Catalogue) -> str:
        """What to do, in sentences."""
        return words.prose(words.say(f"warm_up.{name}") for name in _SENTENCES.get(self.key, (self.key,)))


def warm_up(known: ResolvedPlan) -> WarmUp:
    """The warm-up of a plan; the first rule that fits holds. Who has been operated on is offered no bath."""
    facts = patient_facts(known.plan).ever
    exercises = [exercise for _, exercise in known.entries]
    if not exercises or facts & {"nwb", "wound"}:
        return WarmUp("none")
    if exercises[0].id == _WALKING:
        return WarmUp("walking")
    if facts & {"age_65", "falls_risk"} or any(exercise.category == "balance" for exercise in exercises):
        return WarmUp("balance", _WALK_S, _LEAST_WALK_S)
    if all(exercise.base == "chair" for exercise in exercises):
        return WarmUp("seated", _SEATED_S)
    if all(exercise.category == "stretch" for exercise in exercises):
        return WarmUp("stretch" if "operated" in facts else "stretch_bath", _WALK_S)
    return WarmUp("strength", _WALK_S)
