"""A group of signs that ask for a doctor before any exercise. The clinician answers; the kit computes nothing."""

from __future__ import annotations

from pydantic import Field

from kit.library.exercise import Region, Source
from kit.model import Model
from kit.words.text import Name, Note


class RedFlag(Model):
    """What to look for, and what to do when it is there. `regions` are those that it speaks of; none: the body.

    `from_age` and `below_age`, in whole years, stand where the sign's own words name an age for all of it.
    """

    name: Name
    signs: Note
    action: Name
    regions: tuple[Region, ...] = ()
    from_age: int | None = None
    below_age: int | None = None
    sources: tuple[Source, ...] = Field(min_length=1)

    def can_be_at(self, age: int | None) -> bool:
        """Whether a patient of this age can have it; of an age that nobody said, yes."""
        if age is None:
            return True
        return (self.from_age or 0) <= age and (self.below_age is None or age < self.below_age)
