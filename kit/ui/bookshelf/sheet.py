"""One exercise exactly as the patient reads it, for the sides that are asked for."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Document, ExerciseBlock
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.model import parse
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.timing.session import steps_of
from kit.ui.bookshelf.messages import Sheet, SheetPicture
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides
from kit.words.numbers import clock

DAY = dt.date(2026, 1, 1)  # of a plan that is never kept; nothing that is shown depends on it
_SIDES: dict[Sides, str] = {"each": "Each side", "left": "Left side only", "right": "Right side only"}


def prescribed(exercise: Exercise, sides: Sides | Literal[""] = "") -> Prescription:
    """The exercise at its default dose; `sides` where others than its own are asked for. Raises `ContentError`."""
    item = prescribe(exercise, "i1")
    return parse(Prescription, {**dict(item), "sides": sides}, exercise.id) if sides else item


def printed(item: Prescription, exercise: Exercise, clinic: Clinic) -> Document:
    """The handout of this item alone, without all that stands around the exercise.

    Placeholders are printed too: what a clinician still has to fill in is told beside it.
    """
    whole = exercise.model_copy(update={"needs_clinician": ()})
    made = document(resolve(Plan.begin("one", DAY, items=(item,)), Library([whole])), clinic)
    return replace(made, nodes=tuple(node for node in made.nodes if isinstance(node, ExerciseBlock)))


def sheet(item: Prescription, exercise: Exercise, made: Document) -> Sheet:
    """The exercise of a printed page as plain data, the sides that it may be shown for, and its time in a session."""
    block = next(node for node in made.nodes if isinstance(node, ExerciseBlock))
    return {
        "name": block.name,
        "sides": item.sides,
        "choices": [] if exercise.sides == "both" else list(_SIDES.items()),
        "time": clock(steps_of([item]).total_s),
        "dose": list(block.dose),
        "dose_title": block.dose_title,
        "table": list(block.dose_table),
        "steps_title": block.steps_title,
        "steps": list(block.steps),
        "asides": [{"title": aside.title, "lines": list(aside.lines)} for aside in block.asides],
        "pictures": list(_pictures(block)),
        "licence": _licence(exercise, Catalogue(f"{made.lang}-{made.region}")),
    }


def _pictures(block: ExerciseBlock) -> Iterator[SheetPicture]:
    """Each as an image of its own: a script in a drawing would not run there."""
    for picture in block.pictures:
        svg = base64.b64encode(picture.svg.encode()).decode()
        yield {"src": f"data:image/svg+xml;base64,{svg}", "alt": picture.alt}


def _licence(exercise: Exercise, words: Catalogue) -> str:
    """The line that the handout prints where the licence asks for it."""
    licence = exercise.licence
    if licence is None or not licence.print_notice:
        return ""
    by = " · ".join(filter(None, (licence.author, licence.name, licence.url)))
    return words.say("handout.licence", name=exercise.patient_name, by=by)
