"""An exercise as the TOML file that the loader reads, and a folder of such files.

Reading back what was written gives the same exercise. A file that is there already and differs is kept: a person
may have edited it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.errors import Fault, KitError
from kit.files import read_bytes, write_atomic
from kit.library.exercise import Exercise

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_TABLES = ("muscles", "dose", "dose_range", "licence")  # tables of their own, after all plain fields
_INLINE = 100  # characters of an array that stays on one line

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
        content = to_toml(exercise).encode()
        if path.is_symlink() or path.exists():
            if not _holds(path, content):
                mend = "Delete or rename your file to import this one again."
                faults.append(Fault(str(path), "is there already, is different, and is kept.", mend))
                continue
        else:
            write_atomic(path, content)
        paths.append(path)
    return Written(tuple(paths), tuple(faults))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_bytes(path) == content
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
    tables = {name: data.pop(name) for name in _TABLES if name in data}
    sources = data.pop("sources")
    to_do = _TO_DO.format(fields=", ".join(exercise.needs_clinician)) if exercise.needs_clinician else ""
    lines = [f"{_key(name)} = {_value(value)}" for name, value in data.items()]
    for name, table in tables.items():
        lines += ["", f"[{_key(name)}]", *_pairs(table)]
    for source in sources:
        lines += ["", "[[sources]]", *_pairs(source)]
    return to_do + "\n".join(lines) + "\n"


def _tag(tag: dict[str, Any]) -> object:
    """ "single_leg@other"; a name that holds an @ itself stays a table."""
    if "@" in tag["name"]:
        return tag
    return tag["name"] if tag.get("limb", "lead") == "lead" else f"{tag['name']}@{tag['limb']}"


def _pairs(table: dict[str, Any]) -> Iterator[str]:
    return (f"{_key(name)} = {_value(value)}" for name, value in table.items() if value is not None)


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _string(name)


def _value(value: object) -> str:
    """A value of TOML. Raises `TypeError` for one that the model of an exercise does not have."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _string(value)
        case dict():
            return "{ " + ", ".join(_pairs(value)) + " }"
        case list() | tuple():
            return _array([_value(entry) for entry in value])
    raise TypeError(f"{type(value).__name__} has no place in an exercise")


def _array(entries: list[str]) -> str:
    line = f"[{', '.join(entries)}]"
    return line if len(line) <= _INLINE else "[\n" + "".join(f"  {entry},\n" for entry in entries) + "]"


def _string(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04x}"), text) + '"'
