"""What is proposed for one item of the next plan, and why. Nothing happens by itself: a clinician takes it or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from kit.followup.pointer import Pointer
from kit.followup.step import Way
from kit.library.exercise import Exercise
from kit.model import Model
from kit.plan.prescription import Prescription

Kind = Literal["progress", "hold", "step_back", "swap", "ask", "stop"]


@dataclass(frozen=True)
class Proposal:
    """One item's: `change` is what `Plan.adjust` takes, or for a swap what `Plan.add` takes with `exercise`.

    `hold`, `ask` and `stop` change nothing: the dose stays, a clinician has to find something out first, or the
    exercises are held while a sign for help is open. `way` says whether the work grows;
    `was` is the item that it was made for.
    """

    item_id: str
    kind: Kind
    words: str
    why: str
    source: str
    sessions: tuple[Pointer, ...] = ()
    change: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    way: Way | None = None
    exercise: Exercise | None = field(default=None, repr=False)
    was: Prescription | None = field(default=None, repr=False)

    @property
    def changes_something(self) -> bool:
        return self.kind in ("progress", "step_back", "swap")

    def as_dict(self) -> dict[str, Any]:
        """What it says, as plain data."""
        return {
            "item_id": self.item_id,
            "kind": self.kind,
            "words": self.words,
            "why": self.why,
            "source": self.source,
            "sessions": [one.as_dict() for one in self.sessions],
            "change": {k: v.model_dump(mode="json") if isinstance(v, Model) else v for k, v in self.change.items()},
            "way": self.way,
            "exercise_id": self.exercise.id if self.exercise else None,
        }
