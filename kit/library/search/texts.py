"""The texts of an exercise, a condition and a red flag that are searched, by what they are worth."""

from __future__ import annotations

import re

from kit.library.condition import Condition
from kit.library.exercise import Exercise
from kit.library.red_flag import RedFlag
from kit.library.search.document import Document

_BRACKETED = re.compile(r"\([^)]*\)")


def plain(*names: str) -> tuple[str, ...]:
    """Each name with and without what stands in brackets."""
    return tuple(dict.fromkeys(text for name in names for text in (name, _BRACKETED.sub(" ", name))))


def exercise_document(e: Exercise, leads: tuple[tuple[str, ...], ...] = ()) -> Document:
    """An exercise as a document, to which `leads` lead."""
    fields = (e.category, *e.all_regions, e.position, *(thing.name for thing in e.equipment))
    muscles = (*e.muscles.primary, *e.muscles.secondary)
    names, aliases = (*plain(e.name, e.patient_name), e.id), (e.article_name, *e.aliases)
    return Document("exercise", e.id, names, aliases, (*fields, *e.range, *muscles), leads)


def condition_document(key: str, condition: Condition, aliases: tuple[str, ...]) -> Document:
    """A condition by its key; a name such as "BPPV / vertigo" is two. What else it is called leads to it."""
    names = (*plain(condition.name), *condition.name.split(" / "), key)
    return Document("condition", key, names, aliases, (condition.message,), (aliases,))


def red_flag_document(key: str, flag: RedFlag) -> Document:
    """A red flag by its key; each of its signs counts for itself."""
    return Document("red flag", key, (flag.name, key), (), tuple(flag.signs.split(";")))
