"""An exercise as a card of the library panel."""

from __future__ import annotations

from typing import Any

from kit.library.exercise import Exercise, Side, text_for
from kit.library.library import Library

MOST = 60  # cards shown at once; more is a reason to type another word
_SIDES: dict[Side, str] = {"left": "left", "right": "right"}


def card(exercise: Exercise) -> dict[str, Any]:
    """What a clinician picks an exercise by."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "patient_name": exercise.patient_name,
        "region": exercise.region.replace("_", " "),
        "category": exercise.category,
        "muscles": ", ".join(exercise.muscles.primary),
        "feel": text_for(exercise.feel, exercise.lead_side, _SIDES),
        "draft": exercise.review == "draft",
    }


def found(library: Library, words: str, region: str | None) -> dict[str, Any]:
    """The answer to a search: how many there are, and the best of them as cards."""
    hits = library.search(words, region=region)
    return {"count": len(hits), "cards": [card(e) for e in hits[:MOST]]}
