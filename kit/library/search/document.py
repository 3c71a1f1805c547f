"""What a search finds: one thing with its names and texts, whatever kind it is; made by whoever knows the thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["exercise", "condition", "problem", "template", "red flag", "command"]


@dataclass(frozen=True)
class Document:
    """One thing that can be found.

    `names` are what it is called by itself, `aliases` what else it is called, `fields` what it is, works and needs.
    `leads` are phrases that mean something else and lead here: "ACL" to an exercise of the knee; first those that
    lead here rather than elsewhere, then others, each lot for itself. A phrase leads as a whole alone, and hits after
    all that the thing says of itself.
    """

    kind: Kind
    id: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    leads: tuple[tuple[str, ...], ...] = ()
