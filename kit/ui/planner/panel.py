"""The planner's library panel: what a search finds, and an exercise in full before it is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kit.figures import alt_text, figure, frames, panels
from kit.library.condition import cited
from kit.library.exercise import Exercise, Side, Variant, text_for
from kit.library.library import Library
from kit.plan.find import find
from kit.ui.cards import card
from kit.ui.planner.offered import Detail, Found, PanelPicture, VariantShown
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences

MOST = 60  # cards shown at once; more is a reason to type another word
_SIDES: dict[Side, str] = {"left": "left", "right": "right"}


@dataclass(frozen=True)
class Query:
    """What the library panel asks for; `at_home` keeps to the things that the patient has."""

    words: str = ""
    region: str = ""
    category: str = ""
    position: str = ""
    at_home: bool = False


def found(library: Library, query: Query, things: Collection[str] = ()) -> Found:
    """The answer to a search: how many there are, and the best of them as cards."""
    hits = library.search(
        query.words,
        query.region or None,
        query.category or None,
        position=query.position or None,
        equipment=list(things) if query.at_home else None,
    )
    drafts = sum(e.review == "draft" for e in hits)
    return {
        "count": len(hits),
        "all": len(library),
        "drafts": drafts,
        "cards": [card(e) for e in hits[:MOST]],
        "instead": [] if hits else find(query.words, library).instead(),
    }


def detail(exercise: Exercise, library: Library, words: Catalogue) -> Detail:
    """All that the library says about an exercise, its sides named by the example side."""
    sided = [text_for(text, exercise.lead_side, _SIDES) for text in (exercise.feel, *exercise.steps)]
    return {
        **card(exercise),
        "pictures": _pictures(exercise),
        "frames": list(frames(exercise.id, exercise.lead_side)),
        "purpose": exercise.purpose,
        "dose": " ".join(dose_sentences(exercise.dose, exercise.sides, words)),
        "muscles": ", ".join((*exercise.range, *exercise.muscles.primary)),
        "equipment": ", ".join(f"{e.name} (helps)" if e.optional else e.name for e in exercise.equipment),
        "steps": sided[1:],
        "feel": sided[0],
        "breathing": exercise.breathing,
        "mistakes": [text_for(text, exercise.lead_side, _SIDES) for text in (*exercise.safety, *exercise.mistakes)],
        "precautions": list(exercise.precautions),
        "easier": variants(exercise.easier, exercise, library),
        "harder": variants(exercise.harder, exercise, library),
        "sources": [{"cited": cited([source]), "says": source.says} for source in exercise.sources],
    }


def small_picture(exercise_id: str) -> str:
    """SVG text of the position that an exercise leads to; empty where none is drawn."""
    drawn = panels(exercise_id)
    return figure(exercise_id, drawn[-1]) if drawn else ""


def _pictures(exercise: Exercise) -> list[PanelPicture]:
    """Each panel in order, for the side that the texts take as their example."""
    lead = exercise.lead_side
    return [
        {"svg": figure(exercise.id, panel, lead), "alt": alt_text(exercise.id, panel, lead)}
        for panel in panels(exercise.id)
    ]


def variants(all_of: Iterable[Variant], exercise: Exercise, library: Library) -> list[VariantShown]:
    """Ways to change it; those that are exercises of their own come with an id to look at."""
    return [
        {
            "id": v.id if v.id and v.id in library else "",
            "text": library[v.id].name
            if v.id and v.id in library
            else text_for(v.text, exercise.lead_side, _SIDES) or str(v.id),
            "why": v.why,
        }
        for v in all_of
    ]
