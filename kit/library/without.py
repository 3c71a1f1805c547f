"""The version of an exercise that does without a thing which is not there, where the library has one."""

from __future__ import annotations

from collections.abc import Collection

from kit.library.equipment import missing
from kit.library.exercise import Exercise
from kit.library.library import Library


def version_without(exercise: Exercise, library: Library, not_there: Collection[str]) -> Exercise | None:
    """The first of its easier and then its harder versions that needs nothing of what is `not_there`.

    None where the exercise itself needs nothing of it, and where there is no such version.
    """
    if not missing(exercise, (), not_there):
        return None
    named = [variant.id for variant in (*exercise.easier, *exercise.harder) if variant.id]
    versions = [library[name] for name in named if name in library]
    return next((e for e in versions if not e.needs_clinician and not missing(e, (), not_there)), None)
