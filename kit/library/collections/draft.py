"""An exercise as far as a collection knows it: the rest holds placeholders and is named in `needs_clinician`.

A placeholder is legal and says nothing: one movement of one second, both sides at once, no tags. No plan takes an
exercise that holds one. Here too what every collection needs on the way: ids of the kit's own, and texts as steps.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from kit.library.exercise import Exercise
from kit.model import Model, parse
from kit.words.text import LINE, clean, clip

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
_LONGEST = 64  # characters of an id
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BRACES = str.maketrans("{}", "()")  # in the kit's texts braces hold side words


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


class Ids:
    """Gives each name its own id. The same names in the same order give the same ids."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()

    def new(self, name: str, record: str) -> str:
        """ "Heel Raise" as wger_heel_raise; `record` stands in for a name without Latin letters or digits.

        A name that came before gets a number: wger_heel_raise_2.
        """
        stem = (self._prefix + "_" + (_slug(name) or _slug(record) or "exercise"))[:_LONGEST].rstrip("_")
        made, number = stem, 1
        while made in self._taken:
            number += 1
            tail = f"_{number}"
            made = stem[: _LONGEST - len(tail)].rstrip("_") + tail
        self._taken.add(made)
        return made


def _slug(text: str) -> str:
    """Lower-case Latin letters without accents, digits, and one underscore for anything between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")


def steps(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text as one step; one that is too long as one step a sentence; a text without a letter is dropped."""
    whole = (clean(text.translate(_BRACES)) for text in texts)
    return tuple(part for text in whole if any(c.isalnum() for c in text) for part in _parts(text))


def _parts(text: str) -> list[str]:
    if len(text) <= LINE:
        return [text]
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > 1:
        return [part for sentence in sentences for part in _parts(sentence)]
    # A word longer than a line stays whole, and is refused as too long.
    return textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False)
