"""An exercise as a card to pick it by, and what the filters of a library offer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from kit.figures import PALETTES
from kit.library.exercise import CATEGORIES, REGIONS, Exercise
from kit.library.known import UNFINISHED, as_known
from kit.library.library import Library
from kit.ui.messages import Card, LibraryLists

N = TypeVar("N", bound=str)

# Words to look for in a position, and how the page calls them.
_POSITIONS = {
    "standing": "Standing",
    "sitting": "Sitting",
    "supine": "On the back",
    "prone": "On the front",
    "side-lying": "On the side",
    "quadruped": "On all fours",
    "kneeling": "Kneeling",
}
_OTHER_OR = re.compile(r"\s+or\s+")
_FOR_WHAT = re.compile(r"\s+(?:for|with)\s+|,")


def card(exercise: Exercise) -> Card:
    """What a clinician picks an exercise by."""
    known = as_known(exercise)
    marked = [UNFINISHED] if exercise.needs_clinician else []
    return {
        "id": exercise.id,
        "name": exercise.name,
        "patient_name": exercise.patient_name,
        "about": [*_plain(filter(None, known.all_regions)), *filter(None, [known.category]), *marked],
        "position": exercise.position,
        "draft": exercise.review == "draft",
        "open": _plain(exercise.needs_clinician),
    }


def kind(exercise: Exercise) -> str:
    """What it is and where it is done, in two words: "strength · on the back"."""
    known, position = as_known(exercise), exercise.position.casefold()
    places = (name.lower() for word, name in _POSITIONS.items() if word in position)
    return " · ".join(filter(None, [known.category.replace("_", " ") if known.category else "", next(places, "")]))


def library_lists(library: Library) -> LibraryLists:
    """What the library's filters offer, and the things that its exercises need."""
    parts = [part for e in library for thing in e.equipment if not thing.optional for part in _things(thing.name)]
    return {
        "regions": _pairs(REGIONS),
        "categories": _pairs(CATEGORIES),
        "positions": [(word, name) for word, name in _POSITIONS.items() if library.search(position=word)],
        "palettes": list(PALETTES),
        "things": sorted(set(parts), key=lambda part: (-parts.count(part), part)),
    }


def _things(name: str) -> list[str]:
    """ "pillow for the knee" as pillow, "counter or wall" as both."""
    return _OTHER_OR.split(_FOR_WHAT.split(name)[0].strip())


def _pairs(names: Iterable[N]) -> list[tuple[N, str]]:
    return [(name, name.replace("_", " ").capitalize()) for name in names]


def _plain(names: Iterable[str]) -> list[str]:
    return [name.replace("_", " ") for name in names]
