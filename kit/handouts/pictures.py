"""The pictures of one item: those of its exercise, drawn ones with an end that keeps to the item's limit.

A photo shows the whole movement: of an item that may not go so far it is left out, as a drawn end would be.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.figures import alt_text, figure, frame_at, panels, photo_shown
from kit.handouts.nodes import Picture
from kit.library.exercise import Exercise, Side
from kit.library.photo import Photo
from kit.library.translation import Translation
from kit.plan.arc import arc_left, stops_early
from kit.plan.prescription import Prescription
from kit.words.bend import bend_at_end
from kit.words.catalogue import Catalogue
from kit.words.sentences import SOURCE

# How wide a body has to be at least on the page form, and on a card.
_LYING_MM, _KNEELING_MM, _STANDING_MM, _SITTING_MM = (38, 60), (38, 35), (22, 35), (19, 24)


def pictures(item: Prescription, exercise: Exercise, words: Catalogue, palette: str) -> Iterator[Picture]:
    """The photo, or the panels first to last for the side that leads; none for an exercise without pictures."""
    if photo := _photo(item, exercise):
        made = photo_shown(photo, palette)
        yield Picture(svg=made.svg, alt=made.alt, jpeg=made.jpeg)
        return
    shown = _drawn(item, exercise, palette)
    least_mm, card_mm = _least_mm(exercise)
    for svg, alt in zip(shown, picture_texts(item, exercise, item.lead_side, words), strict=True):
        yield Picture(svg=svg, alt=alt, least_mm=least_mm, card_mm=card_mm)


def _least_mm(exercise: Exercise) -> tuple[int, int]:
    """A body that lies takes more room than one that stands, and that one more than one that sits."""
    if exercise.base == "floor:kneel":
        return _KNEELING_MM
    lies = (exercise.base or exercise.position).startswith("floor")
    return _LYING_MM if lies else _SITTING_MM if exercise.base == "chair" else _STANDING_MM


def picture_texts(item: Prescription, exercise: Exercise, lead: Side, words: Catalogue) -> list[str]:
    """What each picture shows while `lead` leads; its number and the exercise where no words are known for it."""
    if photo := _photo(item, exercise):
        return [photo.alt]
    texts = _panel_texts(exercise, lead, words)
    if _keeps_its_end(item, exercise):
        return texts
    bend, side = bend_told(item, exercise, words), words.say(f"side.{lead}")
    if not (bend and end_is_drawn(item, exercise)):
        return texts[:-1]
    return [*texts[:-1], words.say(f"arc.{exercise.arc_joint}.picture", side=side, bend=bend)]


def bend_told(item: Prescription, exercise: Exercise, words: Catalogue) -> str | None:
    """How bent the joint is where the move stops early; None where it does not, or where no word keeps to the limit."""
    left = arc_left(item, exercise)
    return bend_at_end(left.to_deg, words) if left and stops_early(item, exercise) else None


def end_is_drawn(item: Prescription, exercise: Exercise) -> bool:
    """Whether a picture shows where this item ends."""
    return _keeps_its_end(item, exercise) or _early_end(item, exercise) is not None


def _photo(item: Prescription, exercise: Exercise) -> Photo | None:
    return exercise.photo if _keeps_its_end(item, exercise) else None


def _keeps_its_end(item: Prescription, exercise: Exercise) -> bool:
    return item.rom_limit is None or arc_left(item, exercise) == exercise.arc is not None


def _drawn(item: Prescription, exercise: Exercise, palette: str) -> list[str]:
    svgs = [figure(exercise.drawing, panel, item.lead_side, palette) for panel in panels(exercise.drawing)]
    if _keeps_its_end(item, exercise):
        return svgs
    end = _early_end(item, exercise, palette)
    return [*svgs[:-1], *([end] if end else [])]


def _early_end(item: Prescription, exercise: Exercise, palette: str | None = None) -> str | None:
    left = arc_left(item, exercise)
    if not (left and exercise.arc_joint and stops_early(item, exercise)):
        return None
    return frame_at(exercise.drawing, exercise.arc_joint, left.to_deg, item.lead_side, palette)


def _panel_texts(exercise: Exercise, lead: Side, words: Catalogue) -> list[str]:
    known = panels(exercise.drawing)
    english = [alt_text(exercise.drawing, panel, lead) for panel in known]
    if words.language == SOURCE:
        return english
    translation = Translation.load(words.language)
    names: dict[Side, str] = {"left": words.say("side.left"), "right": words.say("side.right")}
    shown = (translation.picture(exercise.drawing, text, lead, names) for text in english)
    return [
        text or words.say("handout.picture", number=n, of=len(known), name=exercise.patient_name)
        for n, text in enumerate(shown, 1)
    ]
