"""By which reasons somebody may need a call, and how much each weighs: `data/caseload.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from kit.files import read_toml
from kit.followup.alert_rules import RULE_IDS, Count, RuleId
from kit.library.condition import cited
from kit.library.exercise import Source
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Line, Name, Note

OwnRule = Literal["overdue", "review_soon", "review_passed", "ended", "draft", "unread", "unread_red_flag", "unsure"]
OWN_RULES: tuple[OwnRule, ...] = get_args(OwnRule)
ReasonRule = Literal[RuleId, OwnRule]
Weight = Annotated[int, Field(strict=True, ge=0, le=100)]


class CaseRule(Model):
    """What a reason is called, the sentence that says why it is there, and the numbers that it goes by."""

    title: Name
    why: Note
    numbers: Mapping[Line, Count] = Field(default_factory=dict)
    sources: tuple[Source, ...] = Field(min_length=1)

    @property
    def cited(self) -> str:
        return cited(self.sources)


class CaseloadRules(Model):
    """The caseload's own rules, and the weight of each reason, those of the alerts too."""

    note: Name
    weights: dict[ReasonRule, Weight]
    rules: dict[OwnRule, CaseRule]

    @model_validator(mode="after")
    def _nothing_missing(self) -> Self:
        missing = [f"weights.{name}" for name in (*RULE_IDS, *OWN_RULES) if name not in self.weights]
        missing += [f"rules.{name}" for name in OWN_RULES if name not in self.rules]
        if missing:
            raise ValueError(f"{', '.join(missing)} is missing. Add it.")
        return self


@cache
def caseload_rules() -> CaseloadRules:
    """The kit's own. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "caseload.toml"
    return parse(CaseloadRules, read_toml(path), path.name)
