"""wger: the fixtures exercise-base-data, translations, muscles, equipment and categories, in one language.

Each text has its own licence, and keeps it with its authors. Descriptions are HTML and become plain steps. Comments
become mistakes to avoid. No picture and no video is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError
from kit.library.collections.collected import Collected
from kit.library.collections.draft import Ids, came_from, draft, plain_text, told_steps
from kit.library.collections.wger_records import Alias, Base, Comment, Language, Named, Tables, Translation
from kit.library.exercise import Exercise, Licence
from kit.words.numbers import counted
from kit.words.text import LINE, clip

LANGUAGE = "en"
_LANGUAGES = {"de": 1, "en": 2, "bg": 3, "es": 4, "ru": 5, "nl": 6, "pt": 7, "el": 8, "cs": 9, "sv": 10, "no": 11}
_BODYWEIGHT = 7  # "none (bodyweight exercise)" among wger's equipment

# By number of the licence. All but the public domain ask that author and licence are named.
_TERMS = {
    1: Licence(name="CC BY-SA 3.0", url="https://creativecommons.org/licenses/by-sa/3.0/"),
    2: Licence(name="CC BY-SA 4.0", url="https://creativecommons.org/licenses/by-sa/4.0/"),
    3: Licence(name="CC0 1.0", url="https://creativecommons.org/publicdomain/zero/1.0/", print_notice=False),
    4: Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
}
# wger files an exercise under a part of the body; the kit's region is a guess from that.
_REGIONS = {
    "Legs": "knee",
    "Calves": "ankle_foot",
    "Abs": "low_back",
    "Back": "low_back",
    "Shoulders": "shoulder",
    "Arms": "shoulder",
    "Chest": "shoulder",
}


def collect(paths: Iterable[Path], found: Collected, language: str = LANGUAGE) -> None:
    """Read the exercises that have words in `language` (a short name such as en) into `found`."""
    tables = Tables(found)
    tables.read(paths)
    try:
        number = _language(tables, language)
        _check_complete(tables)
    except KitError as error:
        found.tell(*error.faults)
        return
    reader = _Reader(tables, number)
    for pk, (where, translation) in reader.translations.items():
        try:
            exercise = reader.exercise(pk, where, translation)
        except KitError as error:
            found.tell(*error.faults)
        else:
            found.exercises += [exercise] if exercise else []
    silent = len(reader.bases.keys() - {t.exercise for _, t in reader.translations.values()})
    if silent:
        without = counted(silent, "exercise has", "exercises have")
        what = (
            f"{without} no text in “{language}”, of {len(reader.bases)}, and {'is' if silent == 1 else 'are'} left out."
        )
        found.tell(Fault("wger", what, "Import them in another language, if you need them."))


def _language(tables: Tables, short_name: str) -> int:
    """wger's number of a language. Raises `ContentError` for an unknown one."""
    told = tables.of(Language, "core.language", "exercises.exerciselanguage")
    numbers = {**_LANGUAGES, **{language.short_name: pk for pk, (_, language) in told.items()}}
    if short_name not in numbers:
        mend = f"Use one of {', '.join(sorted(numbers))}."
        raise ContentError(Fault("language", f"“{short_name}” is no language of the collection.", mend))
    return numbers[short_name]


def _check_complete(tables: Tables) -> None:
    """Raises `ContentError` naming every file that is missing."""
    needed = {
        ("exercises.exercise", "exercises.exercisebase"): "exercise-base-data.json",
        ("exercises.translation",): "translations.json",
        ("exercises.muscle",): "muscles.json",
        ("exercises.equipment",): "equipment.json",
        ("exercises.exercisecategory",): "categories.json",
    }
    missing = [file for models, file in needed.items() if not any(map(tables.has, models))]
    if missing:
        what = f"no records of {', '.join(missing)} among the files."
        raise ContentError(Fault("wger", what, "Give all files of wger's folder exercises/fixtures, or the folder."))


class _Reader:
    """The tables of one language, linked."""

    def __init__(self, tables: Tables, language: int) -> None:
        models = ("exercises.exercise", "exercises.exercisebase")
        self.bases = tables.of(Base, *models)
        self.translations = tables.of(Translation, "exercises.translation", language=language)
        self._broken = {pk for model, pk in tables.broken if model in models}
        self._muscles = tables.of(Named, "exercises.muscle")
        self._equipment = tables.of(Named, "exercises.equipment")
        self._categories = tables.of(Named, "exercises.exercisecategory")
        self._aliases = _by_translation((a.translation, a.alias) for _, a in tables.of(Alias, _ALIAS).values())
        comments = tables.of(Comment, _COMMENT).values()
        self._comments = _by_translation((c.translation, c.comment) for _, c in comments)
        self._ids = Ids("wger")

    def exercise(self, pk: int, where: str, words: Translation) -> Exercise | None:
        """One exercise; None where its base was told to be broken. Raises `ContentError` with its faults."""
        if words.exercise not in self.bases:
            if words.exercise in self._broken:
                return None
            what = f"there is no exercise {words.exercise}."
            raise ContentError(Fault(f"{where}, exercise", what, "Give the file that has it, or take this out."))
        base_where, base = self.bases[words.exercise]
        name = plain_text(words.name, f"{where}, name")
        known: dict[str, Any] = {
            "id": self._ids.new(name, words.uuid or str(pk)),
            "name": name,
            "aliases": tuple(plain_text(alias, f"{where}, alias") for alias in self._aliases.get(pk, ())),
            "sources": came_from("wger", words.uuid or str(pk)),
            "licence": _licence(base, base_where, words, where),
        }
        guesses: dict[str, Any] = {}
        told_steps([words.description], f"{where}, description").join(known, guesses)
        told_steps(self._comments.get(pk, ()), f"{where}, comment").join(known, guesses, "mistakes")
        muscles = self._names("muscles", self._muscles, base.muscles, base_where)
        secondary = self._names("muscles_secondary", self._muscles, base.muscles_secondary, base_where)
        if muscles:
            known["muscles"] = {"primary": muscles, "secondary": secondary}
        equipment = self._names("equipment", self._equipment, base.equipment, base_where)
        if equipment:
            used = zip(base.equipment, equipment, strict=True)
            known["equipment"] = tuple({"name": name} for number, name in used if number != _BODYWEIGHT)
        (filed,) = self._names("category", self._categories, (base.category,), base_where)
        if filed == "Cardio":
            known["category"] = "aerobic"
        region = {"region": _REGIONS[filed]} if filed in _REGIONS else {}
        return draft(known, {**guesses, **region}, where)

    def _names(
        self, field: str, table: Mapping[int, tuple[str, Named]], numbers: Iterable[int], where: str
    ) -> tuple[str, ...]:
        """What the numbers stand for. Raises `ContentError` for one that stands for nothing."""
        unknown = [number for number in numbers if number not in table]
        if unknown:
            what = f"{', '.join(map(str, unknown))} is in no file."
            raise ContentError(Fault(f"{where}, {field}", what, "Give the file that has it, or correct the number."))
        return tuple(table[number][1].name_en or table[number][1].name for number in numbers)


_ALIAS, _COMMENT = "exercises.alias", "exercises.exercisecomment"


def _by_translation(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for translation, text in pairs:
        found.setdefault(translation, []).append(text)
    return found


def _licence(base: Base, base_where: str, words: Translation, where: str) -> Licence:
    """The terms of the words, or of the record under them where only that one asks for a notice; all authors."""
    for number, place in ((base.license, base_where), (words.license, where)):
        if number not in _TERMS:
            known = ", ".join(f"{key} {terms.name}" for key, terms in _TERMS.items())
            raise ContentError(Fault(f"{place}, license", f"{number} is not known.", f"Known are: {known}."))
    terms = max(_TERMS[words.license], _TERMS[base.license], key=lambda licence: licence.print_notice)
    authors = dict.fromkeys(a for a in (words.license_author, base.license_author) if a)
    return terms.model_copy(update={"author": clip(", ".join(authors), LINE)})
