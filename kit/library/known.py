"""An unfinished exercise as far as it is known: a placeholder is no answer to a question, so no search may hit it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.library.exercise import Exercise, Muscles

UNFINISHED = "to be filled in"  # how every list marks it
_BLANK: Mapping[str, Any] = {
    "category": "",
    "region": "",
    "position": "",
    "equipment": (),
    "muscles": Muscles.model_construct(primary=(), secondary=()),
}


def as_known(exercise: Exercise) -> Exercise:
    """The exercise with nothing in place of its placeholders: to be searched, never to be shown or prescribed."""
    blank: dict[str, Any] = {field: nothing for field, nothing in _BLANK.items() if field in exercise.needs_clinician}
    return exercise.model_copy(update=blank) if blank else exercise


def unfinished(exercise: Exercise) -> str:
    """What a list says beside it, such as "to be filled in: region, dose"; nothing for a finished one."""
    fields = ", ".join(field.replace("_", " ") for field in exercise.needs_clinician)
    return f"{UNFINISHED}: {fields}" if fields else ""
