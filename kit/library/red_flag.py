"""A group of signs that ask for a doctor before any exercise. The clinician answers; the kit computes nothing."""

from __future__ import annotations

from pydantic import Field

from kit.library.exercise import Region, Source
from kit.model import Model
from kit.words.text import Name, Note


class RedFlag(Model):
    """What to look for, and what to do when it is there. `regions` are those that it speaks of; none: the body."""

    name: Name
    signs: Note
    action: Name
    regions: tuple[Region, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
