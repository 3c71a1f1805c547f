"""The planner's library panel: what a search finds, and an exercise in full before it is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kit.figures import movement_of, shown_of
from kit.figures.shown import MEDIUM
from kit.library.condition import cited
from kit.library.dose import Dose
from kit.library.exercise import Exercise, Side, Variant, text_for
from kit.library.library import Library
from kit.plan.find import find
from kit.plan.keywords import ItemChanges
from kit.review.beforehand import Beforehand
from kit.ui.cards import card, kind
from kit.ui.planner.offered import Detail, Found, Marked, PanelCard, PanelPicture, VariantShown
from kit.ui.planner.sources import plainly
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences

MOST = 60  # cards shown at once; more is a reason to type another word
_SIDES: dict[Side, str] = {"left": "left", "right": "right"}


@dataclass(frozen=True)
class Query:
    """What the library panel asks for; `fits` keeps to what this patient can do at home without a STOP or an AVOID,
    `mine` to favourites or to what was used last."""

    words: str = ""
    region: str = ""
    category: str = ""
    position: str = ""
    fits: bool = False
    mine: Literal["", "favourites", "recent"] = ""


@dataclass(frozen=True)
class Marks:
    """What a card says beside the exercise: whether it is a favourite, and at which numbers it is in the plan.

    `recent` are the exercises used last, the last first; `beforehand` knows what each would bring to the plan in hand;
    `usual` are her own doses.
    """

    favourites: Collection[str] = frozenset()
    in_plan: Mapping[str, list[int]] = field(default_factory=dict)
    recent: Sequence[str] = ()
    beforehand: Beforehand | None = None
    usual: Mapping[str, ItemChanges] = field(default_factory=dict)


def found(library: Library, query: Query, marks: Marks | None = None, held: Sequence[str] = ()) -> Found:
    """The answer to a search: how many there are, and the best of them as cards.

    `held` are the exercises of the template that the words mean; they come after those that the words hit themselves.
    """
    marks = marks or Marks()
    hits = _searched(library, query, query.words)
    if held:
        passed = {e.id: e for e in _searched(library, query, "")}
        known = {e.id for e in hits}
        hits += [passed[name] for name in dict.fromkeys(held) if name in passed and name not in known]
    if query.fits and (beforehand := marks.beforehand):
        hits = [e for e in hits if beforehand.fits(e)]
    if query.mine:
        hits = _mine(hits, query, marks)
    drafts = sum(e.review == "draft" for e in hits)
    return {
        "words": query.words,
        "count": len(hits),
        "all": len(library),
        "drafts": drafts,
        "cards": [_marked(e, marks) for e in hits[:MOST]],
        "instead": [] if hits or query.mine else find(query.words, library).instead(),
    }


def _searched(library: Library, query: Query, words: str) -> list[Exercise]:
    place = query.position or None
    return library.search(words, query.region or None, query.category or None, position=place)


def _mine(hits: Sequence[Exercise], query: Query, marks: Marks) -> list[Exercise]:
    """Those of hers alone; what she used last comes in that order where no word asks for another."""
    if query.mine == "favourites":
        return [e for e in hits if e.id in marks.favourites]
    place = {exercise_id: at for at, exercise_id in enumerate(marks.recent)}
    used = [e for e in hits if e.id in place]
    return used if query.words.strip() else sorted(used, key=lambda e: place[e.id])


def _marked(exercise: Exercise, marks: Marks) -> PanelCard:
    brought = marks.beforehand.of(exercise) if marks.beforehand else None
    return {
        **card(exercise),
        "kind": kind(exercise),
        "favourite": exercise.id in marks.favourites,
        "in_plan": marks.in_plan.get(exercise.id, []),
        "brings": brought.level if brought else None,
        "why": brought.what if brought else "",
    }


def detail(
    exercise: Exercise, library: Library, words: Catalogue, marks: Marks | None = None, *, own: bool = False
) -> Detail:
    """All that the library says about an exercise, its sides named by the example side."""
    marks, own_dose = marks or Marks(), ""
    if usual := marks.usual.get(exercise.id):
        dose = Dose.model_validate({name: usual.get(name) for name in Dose.model_fields})
        own_dose = " ".join(dose_sentences(dose, exercise.sides, words))
    sided = [text_for(text, exercise.lead_side, _SIDES) for text in (exercise.feel, *exercise.steps)]
    return {
        **_marked(exercise, marks),
        "own": own,
        "pictures": pictures(exercise, exercise.lead_side),
        "frames": list(movement_of(exercise, exercise.lead_side)),
        "purpose": exercise.purpose,
        "dose": " ".join(dose_sentences(exercise.dose, exercise.sides, words)),
        "own_dose": own_dose,
        "muscles": ", ".join((*exercise.range, *exercise.muscles.primary)),
        "equipment": ", ".join(f"{e.name} (helps)" if e.optional else e.name for e in exercise.equipment),
        "steps": sided[1:],
        "feel": sided[0],
        "breathing": exercise.breathing,
        "mistakes": [text_for(text, exercise.lead_side, _SIDES) for text in exercise.care],
        "precautions": list(exercise.precautions),
        "easier": variants(exercise.easier, exercise, library, marks.beforehand),
        "harder": variants(exercise.harder, exercise, library, marks.beforehand),
        "sources": [{"cited": plainly(cited([source])), "says": source.says} for source in exercise.sources],
    }


def pictures(exercise: Exercise, lead: Side) -> list[PanelPicture]:
    """Each in order, while `lead` leads."""
    return [{"svg": shown.svg, "alt": shown.alt} for shown in shown_of(exercise, lead, longest=MEDIUM)]


def marked(exercise: Exercise | None, beforehand: Beforehand | None) -> Marked:
    """What it would bring to the plan in hand."""
    brought = beforehand.of(exercise) if beforehand and exercise else None
    return {"brings": brought.level if brought else None, "warns": brought.what if brought else ""}


def variants(
    all_of: Iterable[Variant], exercise: Exercise, library: Library, beforehand: Beforehand | None = None
) -> list[VariantShown]:
    """Ways to change it; those that are exercises of their own come with an id to look at, and with what they bring."""
    return [
        {
            **marked(library.exercises.get(v.id or ""), beforehand),
            "id": v.id if v.id and v.id in library else "",
            "text": library[v.id].name
            if v.id and v.id in library
            else text_for(v.text, exercise.lead_side, _SIDES) or str(v.id),
            "why": v.why,
        }
        for v in all_of
    ]
