"""How much pain is fine, by kind of work: one source for the sheet, the page, and the rule a diary is judged by.

Scores run from 0 to 10. The numbers and their sources stand in `data/pain.toml`.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from kit.files import read_toml
from kit.library.exercise import CATEGORIES, Category, Exercise, ExerciseId
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Name

PainKind = Literal["stretch", "mobility", "balance", "strength", "walking", "tendon", "osteoarthritis"]
PAIN_KINDS: tuple[PainKind, ...] = get_args(PainKind)
PolicyName = Literal["pain_free", "loading", "tendon_oa"]
Zone = Literal["safe", "acceptable", "high"]
WORST = 10
Score = Annotated[int, Field(strict=True, ge=0, le=WORST)]


class PainPolicy(Model):
    """Which scores are safe, which are acceptable if they settle by the next morning, and which are too high.

    >>> pain_rules().policies["loading"].zone(4)
    'acceptable'
    """

    safe: tuple[Score, Score]
    acceptable: tuple[Score, Score] | None = None
    high: tuple[Score, Score]

    @model_validator(mode="after")
    def _covers_the_scale(self) -> Self:
        bands = [band for band in (self.safe, self.acceptable, self.high) if band]
        scores = [score for first, last in bands for score in range(first, last + 1)]
        if scores != list(range(WORST + 1)):
            raise ValueError(f"its bands do not cover 0 to {WORST}, each score once. Correct their ends.")
        return self

    def zone(self, score: int) -> Zone:
        """Where `score` lies."""
        if score <= self.safe[1]:
            return "safe"
        return "high" if score >= self.high[0] else "acceptable"


class PainAdvice(Model):
    """What a patient is told of one kind of work; `weeks` until pain that is no better asks for a call.

    `pain_expected`: some pain is part of the work, and that it stays is no reason for a doctor.
    """

    policy: PolicyName
    weeks: Annotated[int, Field(strict=True, ge=1, le=52)]
    pain_expected: bool = False
    lines: tuple[Name, ...] = Field(min_length=1)


class CalfWork(Model):
    """What makes both calves ache."""

    tags: tuple[Name, ...]
    exercises: tuple[ExerciseId, ...]

    def holds_for(self, exercise: Exercise) -> bool:
        return exercise.id in self.exercises or any(tag.name in self.tags for tag in exercise.tags)


class PainRules(Model):
    """The policies, what is told of each kind of work, and the kind of work that each category is."""

    policies: dict[PolicyName, PainPolicy]
    kinds: dict[PainKind, PainAdvice]
    by_category: dict[Category, PainKind]
    calf: CalfWork

    @model_validator(mode="after")
    def _nothing_missing(self) -> Self:
        for what, wanted, found in (
            ("policies", get_args(PolicyName), self.policies),
            ("kinds", PAIN_KINDS, self.kinds),
            ("by_category", CATEGORIES, self.by_category),
        ):
            missing = [name for name in wanted if name not in found]
            if missing:
                raise ValueError(f"{what} lacks {', '.join(missing)}. Add it.")
        return self

    def policy(self, kind: PainKind) -> PainPolicy:
        """The scores that count for one kind of work."""
        return self.policies[self.kinds[kind].policy]


@cache
def pain_rules() -> PainRules:
    """The kit's own. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "pain.toml"
    return parse(PainRules, read_toml(path), path.name)
