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
from kit.files import read_toml, write_atomic
from kit.library.exercise import Exercise

_TO_DO = """\
# Some fields hold a placeholder: {fields}.
# Fill them in, take each out of needs_clinician, and delete these lines. Until then no plan takes the exercise.
"""


@dataclass(frozen=True)
class Written:
    """Files that hold the exercises now (`paths`, those that were there already among them), and what was kept."""

    paths: tuple[Path, ...]
    faults: tuple[Fault, ...]


def write_exercises(exercises: Iterable[Exercise], folder: Path) -> Written:
    """One file each into `folder`. Raises `MachineError` when the folder cannot be written."""
    paths, faults = [], []
    for exercise in exercises:
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


def _says(path: Path, text: str) -> bool:
    """Whether the file says the same, however it is written."""
    try:
        return read_toml(path) == tomllib.loads(text)
    except KitError:
        return False


def to_toml(exercise: Exercise) -> str:
    """The exercise as TOML, without the fields that have their default and are not to be filled in."""
    said, whole = (
        exercise.model_dump(exclude_defaults=True),
        exercise.model_dump(include={*map(str, exercise.needs_clinician)}),
    )
    data = {name: (said | whole)[name] for name in Exercise.model_fields if name in said or name in whole}
    if "tags" in data:
        data["tags"] = [_tag(tag) for tag in data["tags"]]
    to_do = _TO_DO.format(fields=", ".join(exercise.needs_clinician)) if exercise.needs_clinician else ""
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
