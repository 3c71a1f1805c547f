"""Which texts of an exercise are searched, by what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.library.exercise import Exercise

_BRACKETED = re.compile(r"\([^)]*\)")


def names(e: Exercise) -> Iterator[str]:
    """What it is called by itself, with and without what stands in brackets."""
    for name in (e.name, e.patient_name):
        yield name
        yield _BRACKETED.sub(" ", name)
    yield e.id


def aliases(e: Exercise) -> Iterator[str]:
    """What else it is called: by an article, by others."""
    yield e.article_name
    yield from e.aliases


def fields(e: Exercise) -> Iterator[str]:
    """What it is and works and needs."""
    yield e.category
    yield from e.all_regions
    yield e.position
    yield from (thing.name for thing in e.equipment)
    yield from e.range
    yield from e.muscles.primary
    yield from e.muscles.secondary
