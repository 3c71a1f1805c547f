"""The exercises that a search finds, as rows of a list that say whose each is and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from kit.library.exercise import Exercise
from kit.store.workspace import Origin, Shelf
from kit.ui.bookshelf.messages import Hits, Row, Whose
from kit.ui.cards import card

MOST = 100  # rows shown at once; more is a reason to type another word
WHOSE: dict[Whose, str] = {
    "": "All exercises",
    "kit": "The kit's",
    "hers": "My own and changed",
    "open": "To be completed",
}
ORIGINS: dict[Origin, str] = {"kit": "The kit's", "own": "My own", "overridden": "Changed by me"}


@dataclass(frozen=True)
class Query:
    """What the list asks for. `things` are the equipment at hand; None asks for all, whatever they need."""

    words: str = ""
    region: str = ""
    category: str = ""
    position: str = ""
    whose: Whose = ""
    things: tuple[str, ...] | None = None


def hits(shelf: Shelf, query: Query) -> Hits:
    """How many exercises pass, of how many, and the best of them as rows."""
    found = shelf.library.search(
        query.words,
        query.region or None,
        query.category or None,
        position=query.position or None,
        equipment=query.things,
    )
    passed = [exercise for exercise in found if _is(exercise, query.whose, shelf)]
    return {
        "count": len(passed),
        "all": len(shelf.library),
        "rows": [row(exercise, shelf) for exercise in passed[:MOST]],
    }


def row(exercise: Exercise, shelf: Shelf) -> Row:
    """What a row of the list says, and the head of the exercise in full."""
    origin = shelf.origin(exercise.id)
    review = "draft" if exercise.review == "draft" else "signed off"
    return {**card(exercise), "origin": origin, "whose": ORIGINS[origin], "review": review}


def _is(exercise: Exercise, whose: Whose, shelf: Shelf) -> bool:
    if whose == "open":
        return bool(exercise.needs_clinician)
    return not whose or (shelf.origin(exercise.id) == "kit") == (whose == "kit")
