"""The records of wger's fixtures: Django's `{model, pk, fields}`, gathered from all files and checked one by one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, Field

from kit.errors import Fault, KitError
from kit.library.collections.collected import Collected, read_records
from kit.library.collections.draft import Foreign, Long, Number
from kit.library.exercise import MANY
from kit.model import parse
from kit.words.text import Line, Name

F = TypeVar("F", bound=Foreign)
Numbers = Annotated[tuple[Number, ...], Field(max_length=MANY)]

# The fixtures that a folder of wger's is searched for; its test fixtures stand beside them.
FILES = (
    "exercise-base-data.json",
    "translations.json",
    "muscles.json",
    "equipment.json",
    "categories.json",
    "languages.json",
)


class Envelope(Foreign):
    """One record: which table, which number, which fields."""

    model: Line
    pk: Number
    fields: dict[str, Any]


class Base(Foreign):
    """An exercise without words: `category`, muscles and equipment are numbers of other records."""

    category: Number
    muscles: Numbers = ()
    muscles_secondary: Numbers = ()
    equipment: Numbers = ()
    license: Number
    license_author: Line | None = None


class Translation(Foreign):
    """The words of one exercise in one language; `description` is HTML. Older files say exercise_base."""

    exercise: Annotated[Number, Field(validation_alias=AliasChoices("exercise", "exercise_base"))]
    language: Number
    name: Name
    description: Long = ""
    license: Number
    license_author: Line | None = None
    uuid: Line = ""


class Alias(Foreign):
    """Another name of a translation."""

    translation: Number
    alias: Name


class Comment(Foreign):
    """What to watch for in a translation's exercise."""

    translation: Number
    comment: Long


class Named(Foreign):
    """A muscle, a piece of equipment, a category; `name_en` where the name is Latin."""

    name: Name
    name_en: Line = ""


class Language(Foreign):
    """A language by its short name, such as en."""

    short_name: Name


class Tables:
    """All records by kind and number, in the order of the files; `where` says where each stands.

    Translations in another language than `language` are not looked at. A record that is broken is told and left
    out; `broken` holds its table and number.
    """

    def __init__(self, found: Collected) -> None:
        self.broken: set[tuple[str, int]] = set()
        self._found = found
        self._rows: dict[str, dict[int, tuple[str, dict[str, Any]]]] = {}

    def read(self, paths: Iterable[Path]) -> None:
        """Gather the records of all files; a folder stands for the fixtures in it."""
        for path in paths:
            files = [path / name for name in FILES if (path / name).is_file()] if path.is_dir() else [path]
            if not files:
                self._found.tell(Fault(str(path), "holds none of wger's fixtures.", f"It should have {FILES[0]}."))
            for file in files:
                self._read_file(file)

    def _read_file(self, path: Path) -> None:
        try:
            records = read_records(path)
        except KitError as error:
            self._found.tell(*error.faults)
            return
        for number, data in enumerate(records, start=1):
            try:
                record = parse(Envelope, data, f"{path.name}, record {number}")
            except KitError as error:
                self._found.tell(*error.faults)
                continue
            model = "exercises.translation" if _is_old_translation(record) else record.model
            where = f"{path.name}, {record.model} {record.pk}"
            rows = self._rows.setdefault(model, {})
            if record.pk in rows:
                self._found.tell(Fault(where, "stands twice.", "Take one of them out."))
            else:
                rows[record.pk] = (where, record.fields)

    def has(self, model: str) -> bool:
        """Whether any file holds records of this table."""
        return bool(self._rows.get(model))

    def of(self, kind: type[F], *models: str, language: int | None = None) -> dict[int, tuple[str, F]]:
        """The sound records of some tables: number, where it stands, what it says."""
        sound: dict[int, tuple[str, F]] = {}
        for model in models:
            for pk, (where, fields) in self._rows.get(model, {}).items():
                said = fields.get("language")
                if language is not None and isinstance(said, int) and said != language:
                    continue
                try:
                    sound[pk] = (where, parse(kind, fields, where))
                except KitError as error:
                    self._found.tell(*error.faults)
                    self.broken.add((model, pk))
        return sound


def _is_old_translation(record: Envelope) -> bool:
    """Before the words had a table of their own, they were `exercises.exercise` with a link to the base."""
    return record.model == "exercises.exercise" and "exercise_base" in record.fields
