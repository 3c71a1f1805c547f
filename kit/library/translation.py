"""The exercises in another language: `data/texts/exercises.<language>.toml`, each sentence beside its English.

A translation belongs to the very English that it was made from. Where that has changed, or where a clinician's own
exercise stands under the same id, there is none, and the exercise stays as it is: all of it is told in one
language, never half. An issued plan keeps its English snapshot, and is translated when it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kit.files import is_there, read_toml
from kit.library.exercise import Equipment, Exercise, Side, Swap, Variant, text_for
from kit.library.phases import Card
from kit.words.catalogue import DEFAULT, Catalogue
from kit.words.sentences import SOURCE, texts_dir
from kit.words.text import direction

_HAN = re.compile("[\u4e00-\u9fff]")
_ENGLISH: dict[Side, str] = {"left": "left", "right": "right"}
_Pairs = Mapping[str, str]


class Translated(Exercise):
    """An exercise whose texts for the patient are in `language`."""

    language: str


class Translation:
    """What is known in one language: exercises, titles and goals of plans, names of things, what pictures show."""

    def __init__(self, language: str, tables: Mapping[str, _Pairs]) -> None:
        self.language = language
        self._tables = tables

    @classmethod
    @cache
    def load(cls, language: str) -> Translation:
        """The translations into `language`; none where it has no file."""
        path = texts_dir() / f"exercises.{language}.toml"
        return cls(language, read_toml(path) if is_there(path) else {})

    def of_plan(self, text: str) -> str:
        """The title or the goal of a plan, where it is one of the kit's own; else as it is."""
        return self._tables.get("plans", {}).get(text, text)

    def thing_in_english(self, name: str) -> str:
        """The English name of a thing that is told in this language; else as it is."""
        return next((english for english, told in self._tables.get("things", {}).items() if told == name), name)

    def exercises(self, known: Iterable[Exercise]) -> list[Exercise]:
        """Each of `known`, translated where all of it can be."""
        return [self.exercise(exercise) for exercise in known]

    def exercise(self, exercise: Exercise) -> Exercise:
        """The exercise in this language, or as it is. Names of things are put into words one by one."""
        if isinstance(exercise, Translated) or not self._tables:
            return exercise
        things = self._tables.get("things", {})
        equipment = tuple(Equipment(name=things.get(t.name, t.name), optional=t.optional) for t in exercise.equipment)
        pairs = self._pairs(exercise.id)
        if any(text not in pairs for text in told(exercise)):
            return exercise.model_copy(update={"equipment": equipment})
        said = {
            "patient_name": pairs[exercise.patient_name],
            "purpose": pairs.get(exercise.purpose, ""),
            "steps": tuple(pairs[step] for step in exercise.steps),
            "turn": pairs.get(exercise.turn, ""),
            "careful": tuple(Swap(step=pairs[s.step], told=pairs[s.told]) for s in exercise.careful),
            "feel": pairs.get(exercise.feel, ""),
            "breathing": pairs.get(exercise.breathing, ""),
            "mistakes": tuple(pairs[mistake] for mistake in exercise.mistakes),
            "safety": tuple(pairs[line] for line in exercise.safety),
            "cautions": tuple(pairs[line] for line in exercise.cautions),
            "card": _card(exercise.card, pairs),
            "easier": tuple(_variant(variant, pairs) for variant in exercise.easier),
            "harder": tuple(_variant(variant, pairs) for variant in exercise.harder),
            "equipment": equipment,
            "language": self.language,
        }
        return Translated.model_construct(**{**dict(exercise), **said})

    def picture(self, exercise_id: str, english: str, lead: Side, names: dict[Side, str]) -> str | None:
        """What a picture shows, given what it shows in English with `lead` leading; None where nobody said it."""
        for source, text in self._pairs(exercise_id).items():
            if text_for(source, lead, _ENGLISH) == english:
                return text_for(text, lead, names)
        return None

    def _pairs(self, exercise_id: str) -> _Pairs:
        return {**self._tables.get("common", {}), **self._tables.get(exercise_id, {})}


def told(exercise: Exercise) -> list[str]:
    """Every text of an exercise that a patient may read, empty ones left out; not its card, which the steps replace."""
    changes = [variant.text for variant in (*exercise.easier, *exercise.harder)]
    swapped = [swap.told for swap in exercise.careful]
    doing = [exercise.purpose, *exercise.steps, exercise.turn, *swapped, exercise.feel, exercise.breathing]
    return [text for text in (exercise.patient_name, *doing, *exercise.care, *changes) if text]


def words_of(exercise: Exercise, words: Catalogue) -> Catalogue:
    """The catalogue that goes with the texts of an exercise: `words`, or English where they are in English.

    A clinician may write exercises in the clinic's language: whose name runs as that language does, or is in its
    signs, is taken as such.
    """
    if words.language == SOURCE or getattr(exercise, "language", "") == words.language:
        return words
    right = words.direction == "rtl" and direction(exercise.patient_name) == "rtl"
    signs = words.language == "zh" and _HAN.search(exercise.patient_name)
    return words if right or signs else Catalogue(DEFAULT)


def cautions(exercises: Iterable[Exercise], words: Catalogue) -> list[str]:
    """What a reader must know of the translation: of its sentences, and whether an exercise is told in English."""
    said, partly = words.caution, words.say("translation.partly")
    mixed = partly not in said and any(words_of(exercise, words) is not words for exercise in exercises)
    return [*said, partly] if mixed else said


def _card(card: Card | None, pairs: _Pairs) -> Card | None:
    """None where a line of it has no translation: the steps are told then, which say more."""
    if card is None or any(line not in pairs for line in card.lines):
        return None
    return Card(start=pairs[card.start], move=pairs[card.move])


def _variant(variant: Variant, pairs: _Pairs) -> Variant:
    return variant.model_copy(update={"text": pairs.get(variant.text, "")})
