"""An exercise as far as a collection knows it: the rest holds placeholders and is named in `needs_clinician`.

A placeholder is legal and says nothing: one movement of one second, both sides at once, no tags. No plan takes an
exercise that holds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from kit.library.exercise import Exercise
from kit.model import Model, parse
from kit.words.text import LINE, clip

MAX_TEXT = 10_000  # characters of one foreign text, markup included
Long = Annotated[str, Field(max_length=MAX_TEXT)]
Number = Annotated[int, Field(strict=True)]

NOT_STATED = "not stated"
PLACEHOLDERS: Mapping[str, Any] = {  # each `Open` of an exercise has one
    "category": "strength",
    "region": "low_back",
    "position": NOT_STATED,
    "equipment": (),
    "muscles": {"primary": (NOT_STATED,)},
    "sides": "both",
    "steps": ("Your physiotherapist shows you how.",),
    "feel": "",
    "precautions": (),
    "tags": (),
    "dose": {"tempo_s": 1},
}


class Foreign(Model):
    """A record of a foreign file: checked where it is read, unread fields (pictures among them) ignored."""

    model_config = ConfigDict(extra="ignore")


def draft(known: Mapping[str, Any], guesses: Mapping[str, Any], where: str) -> Exercise:
    """The exercise with the fields that are `known`; `guesses` stand in for placeholders and are marked like them.

    Raises `ContentError` with every fault, each under `where`.
    """
    needs = tuple(field for field in PLACEHOLDERS if field not in known)
    patient_name = {"patient_name": clip(str(known.get("name", "")), LINE) or NOT_STATED}
    data: dict[str, Any] = {**PLACEHOLDERS, **guesses, **patient_name, **known, "needs_clinician": needs}
    return parse(Exercise, data, where)


def came_from(collection: str, record: str) -> tuple[dict[str, str], ...]:
    """The source of an imported exercise: general knowledge, to be verified."""
    return ({"mark": "G", "says": f"Imported from {collection}, {clip(record, LINE)}. No clinician has checked it."},)
