"""An exercise as far as a collection knows it: the rest holds placeholders and is named in `needs_clinician`.

A placeholder is legal and says nothing: one movement of one second, both sides at once, no tags. No plan takes an
exercise that holds one. Here too what every collection needs on the way: ids of the kit's own, and texts as steps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from kit.errors import ContentError, Fault
from kit.library.collections.plain import entries, unmarked
from kit.library.exercise import MANY, Exercise
from kit.library.reading import stated_in
from kit.model import Model, parse
from kit.words.stated import ADDRESS, addresses
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
_UNCHECKED = "No clinician has checked it."
_ORIGIN = re.compile(rf"Imported from (.+), record (.+)\. {re.escape(_UNCHECKED)}")
_WHOLE = ("free-exercise-db", "wger")  # the collections that number their records
_LABELS = frozenset(
    ["see", "video", "watch", "link", "source", "url", "web", "website", "here", "demo", "at", "on", "the"]
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BRACES = str.maketrans("{}", "()")  # in the kit's texts braces hold side words


class Foreign(Model):
    """A record of a foreign file: checked where it is read, unread fields (pictures among them) ignored."""

    model_config = ConfigDict(extra="ignore")


def draft(known: Mapping[str, Any], guesses: Mapping[str, Any], where: str) -> Exercise:
    """The exercise with the fields that are `known`; `guesses` stand in for placeholders and are marked like them.

    Steps that are known and yet not to be printed as they stand are marked too: where a text says a dose of its own,
    which the plan would contradict, or an address. Raises `ContentError` with every fault, each under `where`.
    """
    patient_name = {"patient_name": clip(str(known.get("name", "")), LINE) or NOT_STATED}
    needs = tuple(field for field in PLACEHOLDERS if field not in known)
    data: dict[str, Any] = {**PLACEHOLDERS, **guesses, **patient_name, **known, "needs_clinician": needs}
    made = parse(Exercise, data, where)
    if "steps" in needs or not stated_in(made):
        return made
    marked = tuple(field for field in PLACEHOLDERS if field in needs or field == "steps")
    return made.model_copy(update={"needs_clinician": marked})


def came_from(collection: str, record: str) -> tuple[dict[str, str], ...]:
    """The source of an imported exercise: general knowledge, to be verified. `origin` reads it again."""
    return (_note(f"Imported from {collection}, record {clip(record, LINE)}. {_UNCHECKED}"),)


def origin(exercise: Exercise) -> tuple[str, str] | None:
    """Which collection and which of its records the exercise came from; None for any other exercise.

    The name of a table is that of a file, which may change: all tables count as one collection.
    """
    return origin_of([source.model_dump() for source in exercise.sources])


def origin_of(sources: Any) -> tuple[str, str] | None:
    """The same of the sources as they stand in a file, which may hold anything."""
    for source in sources if isinstance(sources, list) else ():
        says = source.get("says") if isinstance(source, dict) else None
        if isinstance(says, str) and (found := _ORIGIN.fullmatch(says)):
            return (found[1] if found[1] in _WHOLE else "table"), found[2]
    return None


def _note(says: str) -> dict[str, str]:
    return {"mark": "G", "says": clip(says)}


class Ids:
    """Gives each name its own id. The same names in the same order give the same ids."""

    def __init__(self, prefix: str, taken: Iterable[str] = ()) -> None:
        self._prefix = prefix
        self._taken = set(taken)

    def new(self, name: str, record: str) -> str:
        """ "Heel Raise" as wger_heel_raise; `record` stands in for a name without Latin letters or digits.

        A name that came before gets a number: wger_heel_raise_2.
        """
        return self.free(self._prefix + "_" + (_slug(name) or _slug(record) or "exercise"))

    def free(self, wanted: str) -> str:
        """The id `wanted`, with a number where it is taken, and shortened where it is too long; it is taken then."""
        stem = wanted[:_LONGEST].rstrip("_")
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


@dataclass(frozen=True)
class Told:
    """The steps that some texts give, and for the clinician what is no step: `links`, and sentences that are `long`."""

    steps: tuple[str, ...]
    links: tuple[str, ...] = ()
    long: tuple[str, ...] = ()

    def join(self, known: dict[str, Any], guesses: dict[str, Any], field: str = "steps") -> None:
        """Put the steps under what is known, or under what is to be looked at; the rest into the sources."""
        if self.steps:
            known[field] = self.steps
        if self.long and "steps" in known:  # asked about whichever of the texts it is
            guesses["steps"] = known.pop("steps")
        notes = (*(f"Its texts lead to {link}" for link in self.links), *(f"In full: “{text}”" for text in self.long))
        known["sources"] = (*known["sources"], *map(_note, notes[: MANY - len(known["sources"])]))


def plain_text(text: str, where: str) -> str:
    """A name without marks of HTML and Markdown. Raises `ContentError` for HTML that is never closed."""
    try:
        return unmarked(text)
    except ValueError as error:
        raise ContentError(Fault(where, str(error), "")) from None


def told_steps(texts: Iterable[str], where: str, *, braces: bool = False) -> Told:
    """What `steps` says. Raises `ContentError` for HTML that is never closed."""
    try:
        return steps(texts, braces=braces)
    except ValueError as error:
        raise ContentError(Fault(where, str(error), "")) from None


def steps(texts: Iterable[str], *, braces: bool = False) -> Told:
    """Each text as one step, one of several sentences that is too long as one step a sentence; no sentence is cut.

    Marks of HTML, of Markdown and of lists go, and a text without a letter. One that is an address alone is no step
    but a link; a sentence that no step can hold is shown with its end left out, and kept whole beside. With `braces`
    the texts may hold side words. Raises `ValueError` for HTML that is never closed.
    """
    said: list[str] = []
    links: list[str] = []
    for text in texts:
        for entry in entries(text if braces else text.translate(_BRACES)):
            whole = clean(entry)
            if (found := addresses(whole)) and not _words_beside(whole):
                links += found
            elif any(c.isalnum() for c in whole):
                said += _parts(whole)
    long = tuple(text for text in said if len(text) > LINE)
    return Told(tuple(clip(text, LINE) for text in said), tuple(dict.fromkeys(links)), long)


def _words_beside(text: str) -> bool:
    """Whether a text says more than an address, and what lies there."""
    words = re.findall(r"[^\W\d_]+", ADDRESS.sub(" ", text).casefold())
    return bool(set(words) - _LABELS)


def _parts(text: str) -> list[str]:
    """The text, or where it is too long its sentences."""
    return [text] if len(text) <= LINE else _SENTENCE_END.split(text)
