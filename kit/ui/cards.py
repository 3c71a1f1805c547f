"""An exercise as a card of the library panel, and in full before it is chosen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from kit.figures import PALETTES, alt_text, figure, frames, panels
from kit.library.condition import cited
from kit.library.exercise import CATEGORIES, REGIONS, Exercise, Side, Variant, text_for
from kit.library.library import Library
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences

MOST = 60  # cards shown at once; more is a reason to type another word
_SIDES: dict[Side, str] = {"left": "left", "right": "right"}
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


@dataclass(frozen=True)
class Query:
    """What the library panel asks for; `at_home` keeps to the things that the patient has."""

    words: str = ""
    region: str = ""
    category: str = ""
    position: str = ""
    at_home: bool = False


def found(library: Library, query: Query, things: Collection[str] = ()) -> dict[str, Any]:
    """The answer to a search: how many there are, and the best of them as cards."""
    hits = library.search(
        query.words,
        query.region or None,
        query.category or None,
        position=query.position or None,
        equipment=list(things) if query.at_home else None,
    )
    drafts = sum(e.review == "draft" for e in hits)
    return {"count": len(hits), "all": len(library), "drafts": drafts, "cards": [card(e) for e in hits[:MOST]]}


def card(exercise: Exercise) -> dict[str, Any]:
    """What a clinician picks an exercise by."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "patient_name": exercise.patient_name,
        "about": [*_plain(exercise.all_regions), exercise.category],
        "position": exercise.position,
        "draft": exercise.review == "draft",
        "open": _plain(exercise.needs_clinician),
    }


def detail(exercise: Exercise, library: Library, words: Catalogue) -> dict[str, Any]:
    """All that the library says about an exercise, its sides named by the example side."""
    sided = [text_for(text, exercise.lead_side, _SIDES) for text in (exercise.feel, *exercise.steps)]
    return {
        **card(exercise),
        "pictures": _pictures(exercise),
        "frames": list(frames(exercise.id, exercise.lead_side)),
        "purpose": exercise.purpose,
        "dose": " ".join(dose_sentences(exercise.dose, exercise.sides, words)),
        "muscles": ", ".join(exercise.muscles.primary),
        "equipment": ", ".join(f"{e.name} (helps)" if e.optional else e.name for e in exercise.equipment),
        "steps": sided[1:],
        "feel": sided[0],
        "breathing": exercise.breathing,
        "mistakes": [text_for(text, exercise.lead_side, _SIDES) for text in exercise.mistakes],
        "precautions": list(exercise.precautions),
        "easier": _variants(exercise.easier, exercise, library),
        "harder": _variants(exercise.harder, exercise, library),
        "sources": [{"cited": cited([source]), "says": source.says} for source in exercise.sources],
    }


def small_picture(exercise_id: str) -> str:
    """SVG text of the position that an exercise leads to; empty where none is drawn."""
    drawn = panels(exercise_id)
    return figure(exercise_id, drawn[-1]) if drawn else ""


def _pictures(exercise: Exercise) -> list[dict[str, str]]:
    """Each panel in order, for the side that the texts take as their example."""
    lead = exercise.lead_side
    return [
        {"svg": figure(exercise.id, panel, lead), "alt": alt_text(exercise.id, panel, lead)}
        for panel in panels(exercise.id)
    ]


def _variants(variants: Iterable[Variant], exercise: Exercise, library: Library) -> list[dict[str, str]]:
    """Ways to change it; those that are exercises of their own come with an id to look at."""
    return [
        {
            "id": v.id if v.id and v.id in library else "",
            "text": library[v.id].name
            if v.id and v.id in library
            else text_for(v.text, exercise.lead_side, _SIDES) or str(v.id),
            "why": v.why,
        }
        for v in variants
    ]


def library_lists(library: Library) -> dict[str, Any]:
    """What the library's filters offer, and the things that its exercises need."""
    parts = [part for e in library for thing in e.equipment if not thing.optional for part in _things(thing.name)]
    return {
        "regions": _pairs(REGIONS),
        "categories": _pairs(CATEGORIES),
        "positions": [[word, name] for word, name in _POSITIONS.items() if library.search(position=word)],
        "palettes": list(PALETTES),
        "things": sorted(set(parts), key=lambda part: (-parts.count(part), part)),
    }


def _things(name: str) -> list[str]:
    """ "pillow for the knee" as pillow, "counter or wall" as both."""
    return _OTHER_OR.split(_FOR_WHAT.split(name)[0].strip())


def _pairs(names: Iterable[str]) -> list[list[str]]:
    return [[name, name.replace("_", " ").capitalize()] for name in names]


def _plain(names: Iterable[str]) -> list[str]:
    return [name.replace("_", " ") for name in names]
