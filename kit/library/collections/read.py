"""The one door to foreign collections: which kinds there are, and the files of one as exercises."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from kit.library.collections import csv_table, free_exercise_db, wger
from kit.library.collections.collected import Collected, Imported

Kind = Literal["free-exercise-db", "wger", "csv"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def import_collection(kind: Kind, paths: Iterable[Path], language: str = wger.LANGUAGE) -> Imported:
    """The exercises in the files of a collection, and a fault for each record that is left out.

    `language` is a short name such as en, and counts for wger alone.
    """
    found = Collected()
    match kind:
        case "free-exercise-db":
            free_exercise_db.collect(paths, found)
        case "wger":
            wger.collect(paths, found, language)
        case "csv":
            csv_table.collect(paths, found)
    return found.done()
