"""The rules by which something may be worth a call: `data/alerts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from kit.files import read_toml
from kit.library.condition import cited
from kit.library.exercise import Source
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Line, Name, Note

RuleId = Literal["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"]
RULE_IDS: tuple[RuleId, ...] = get_args(RuleId)
Count = Annotated[int, Field(strict=True, ge=1, le=100)]


class AlertRule(Model):
    """What a rule is called, the sentence that says why it fired, and the numbers it fires by."""

    title: Name
    why: Note
    numbers: Mapping[Line, Count] = Field(default_factory=dict)
    sources: tuple[Source, ...] = Field(min_length=1)

    @property
    def cited(self) -> str:
        return cited(self.sources)


class AlertRules(Model):
    """All rules, and what is said beside each alert."""

    note: Name
    rules: dict[RuleId, AlertRule]

    @model_validator(mode="after")
    def _nothing_missing(self) -> Self:
        missing = [name for name in RULE_IDS if name not in self.rules]
        if missing:
            raise ValueError(f"rules lacks {', '.join(missing)}. Add it.")
        return self


@cache
def alert_rules() -> AlertRules:
    """The kit's own. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "alerts.toml"
    return parse(AlertRules, read_toml(path), path.name)
