"""An exercise as the TOML file that the loader reads, and a folder of such files.

Reading back what was written gives the same exercise. A file that is there already and differs is kept: a person
may have edited it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from kit.errors import Fault, KitError
from kit.files import files_in, read_toml, write_atomic
from kit.library.collections.draft import Ids, origin, origin_of
from kit.library.exercise import Exercise
from kit.library.reading import stated_in

_TO_DO = """\
# Some fields hold a placeholder: {fields}.
# Fill them in, take each out of needs_clinician, and delete these lines. Until then no plan takes the exercise.
"""
_STATED = """\
# Its texts say a dose or an address of their own: {stated}.
# The plan says the dose: take these out, then take steps out of needs_clinician.
"""
_MOST_STATED = 6  # that the head of a file names


@dataclass(frozen=True)
class Written:
    """Files that hold the exercises now (`paths`, those that were there already among them), and what was kept."""

    paths: tuple[Path, ...]
    faults: tuple[Fault, ...]


def write_exercises(exercises: Iterable[Exercise], folder: Path) -> Written:
    """One file each into `folder`; a record that was imported before keeps the id it got then, whatever its place.

    Raises `MachineError` when the folder cannot be written.
    """
    paths, faults = [], []
    for exercise in _with_their_ids(list(exercises), folder):
        path = folder / f"{exercise.id}.toml"
        text = to_toml(exercise)
        if path.is_symlink() or path.exists():
            if not _says(path, text):
                mend = "Delete or rename your file to import this one again."
                faults.append(Fault(str(path), "is there already, is different, and is kept.", mend))
                continue
        else:
            write_atomic(path, text.encode())
        paths.append(path)
    return Written(tuple(paths), tuple(faults))


def _with_their_ids(exercises: list[Exercise], folder: Path) -> list[Exercise]:
    """The exercises, those that the folder has by their record under its id, the others under one that is free.

    A file of this name that says nothing of a record is a person's: it is in the way, and is told.
    """
    records = _records(folder)
    known: dict[tuple[str, ...], list[str]] = {}  # several of a record without a number, such as a name, in their order
    for exercise_id, record in records.items():
        known.setdefault((_prefix(exercise_id), *record), []).append(exercise_id)
    given = [_first(known.get((_prefix(e.id), *(origin(e) or ())), [])) for e in exercises]
    ids = Ids("", {*records, *given})
    return [
        e if old == e.id else e.model_copy(update={"id": old or ids.free(e.id)})
        for e, old in zip(exercises, given, strict=True)
    ]


def _prefix(exercise_id: str) -> str:
    """What an import begins its ids with: a copy that a person made begins otherwise, and is no import."""
    return exercise_id.partition("_")[0]


def _first(ids: list[str]) -> str:
    return ids.pop(0) if ids else ""


def _records(folder: Path) -> dict[str, tuple[str, str]]:
    """The record that each exercise of a folder came from, by id; what cannot be read came from none."""
    try:
        paths = files_in(folder, ".toml")
    except KitError:  # told by whoever writes there
        return {}
    found = {}
    for path in paths:
        try:
            record = origin_of(read_toml(path).get("sources"))
        except KitError:
            continue
        if record:
            found[path.stem] = record
    return found


def _says(path: Path, text: str) -> bool:
    """Whether the file says the same, however it is written; the file that a record came in may be called otherwise."""
    try:
        there, new = read_toml(path), tomllib.loads(text)
    except KitError:
        return False
    record = origin_of(there.get("sources"))
    if record and record == origin_of(new["sources"]):
        there["sources"], new["sources"] = there["sources"][1:], new["sources"][1:]
    return there == new


def to_toml(exercise: Exercise) -> str:
    """The exercise as TOML, without the fields that have their default and are not to be filled in."""
    none_reviewed = {"tags"} if exercise.tags_reviewed and "tags" in exercise.model_fields_set else set()
    said, whole = (
        exercise.model_dump(exclude_defaults=True),
        exercise.model_dump(include={*map(str, exercise.needs_clinician), *none_reviewed}),
    )
    data = {name: (said | whole)[name] for name in Exercise.model_fields if name in said or name in whole}
    if "tags" in data:
        data["tags"] = [_tag(tag) for tag in data["tags"]]
    if exercise.photo:
        data["photo"] = {"alt": exercise.photo.alt}  # the picture is the file of the same name beside it
    to_do = _TO_DO.format(fields=", ".join(exercise.needs_clinician)) if exercise.needs_clinician else ""
    stated = stated_in(exercise) if "steps" in exercise.needs_clinician else ()
    if stated:
        to_do += _STATED.format(stated=", ".join(f"“{said}”" for said in stated[:_MOST_STATED]))
    return to_do + tomli_w.dumps(_filled(data), indent=2)


def _tag(tag: dict[str, Any]) -> object:
    """ "single_leg@other"; a name that holds an @ itself stays a table."""
    if "@" in tag["name"]:
        return tag
    return tag["name"] if tag.get("limb", "lead") == "lead" else f"{tag['name']}@{tag['limb']}"


def _filled(value: Any) -> Any:
    """Without what is not there, which TOML cannot say."""
    if isinstance(value, dict):
        return {name: _filled(one) for name, one in value.items() if one is not None}
    return [_filled(one) for one in value] if isinstance(value, list | tuple) else value
