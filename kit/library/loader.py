"""Reading the exercise folders: every file, and every fault in them at once.

An exercise is one TOML file, named after its id. Checks that need the whole library (unknown tags and
sources, links that lead nowhere, chains that run in a circle) come after the files are read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError
from kit.files import read_text
from kit.library.exercise import Exercise
from kit.model import did_you_mean, parse


def load_exercises(kit_data: Path, own: Sequence[Path] = ()) -> list[Exercise]:
    """All exercises: the kit's in order of their ids, then new ones of `own`; an own file overrides by id.

    Raises `ContentError` with all faults, each with file, field, value, rule and mend.
    """
    faults: list[Fault] = []
    tags = set(_table(kit_data / "tags.toml", faults))
    sources = set(_table(kit_data / "sources.toml", faults))
    found: dict[str, tuple[Exercise, Path]] = {}
    for folder in (kit_data / "exercises", *own):
        here: dict[str, tuple[Exercise, Path]] = {}
        for path in sorted(folder.glob("*.toml")):
            exercise = _read(path, faults)
            if exercise is not None:
                here[exercise.id] = (exercise, path)
        found.update(here)
    for exercise, path in found.values():
        faults += _unknown_words(exercise, path.name, tags, sources)
        faults += _dead_links(exercise, path.name, found)
    if not faults:
        faults += _circles({key: e for key, (e, _) in found.items()})
    if faults:
        raise ContentError(faults)
    return [exercise for exercise, _ in found.values()]


def _table(path: Path, faults: list[Fault]) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(path.name, f"is not TOML: {error}.", "Mend that line."))
    except KitError as error:
        faults += error.faults
    return {}


def _read(path: Path, faults: list[Fault]) -> Exercise | None:
    before = len(faults)
    data = _table(path, faults)
    if len(faults) > before:
        return None
    data["tags"] = [_tag(text) for text in _texts(data.get("tags"))]
    try:
        exercise = parse(Exercise, data, path.name)
    except ContentError as error:
        faults += error.faults
        return None
    if exercise.id != path.stem:
        faults.append(
            Fault(
                f"{path.name}, id",
                f"“{exercise.id}” is not the file's name.",
                f"Call the file {exercise.id}.toml.",
            )
        )
    return exercise


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _tag(text: object) -> object:
    """ "single_leg@other" as a tag; anything that is no text goes on to the model, which refuses it."""
    if not isinstance(text, str):
        return text
    name, at, limb = text.partition("@")
    return {"name": name, "limb": limb} if at else {"name": name}


def _unknown_words(exercise: Exercise, file: str, tags: set[str], sources: set[str]) -> Iterator[Fault]:
    for tag in exercise.tags:
        if tag.name not in tags:
            mend = did_you_mean(tag.name, sorted(tags)) or "Use a tag of tags.toml."
            yield Fault(f"{file}, tags", f"“{tag.name}” is not a known movement tag.", mend)
    for source in exercise.sources:
        if source.key and source.key not in sources:
            mend = did_you_mean(source.key, sorted(sources)) or "Add it to sources.toml."
            yield Fault(f"{file}, sources", f"“{source.key}” is not a known source.", mend)
        if not source.key and source.mark in {"V", "S"}:
            yield Fault(
                f"{file}, sources",
                f"mark {source.mark} needs a source key.",
                "Name the source, or mark it G or D.",
            )


def _dead_links(exercise: Exercise, file: str, known: Iterable[str]) -> Iterator[Fault]:
    ids = sorted(known)
    for field in ("easier", "harder"):
        for variant in getattr(exercise, field):
            if variant.id and variant.id not in ids:
                mend = (
                    did_you_mean(variant.id, ids) or "Name an exercise of the library, or describe the change as text."
                )
                yield Fault(f"{file}, {field}", f"“{variant.id}” is not in the library.", mend)


def _circles(exercises: dict[str, Exercise]) -> Iterator[Fault]:
    for field in ("easier", "harder"):
        links = {key: [v.id for v in getattr(e, field) if v.id] for key, e in exercises.items()}
        for ring in _rings(links):
            path = " → ".join((*ring, ring[0]))
            yield Fault(f"{ring[0]}.toml, {field}", f"the chain {path} runs in a circle.", "Take one link out.")


def _rings(links: dict[str, list[str]]) -> Iterator[list[str]]:
    """Each circle once, by walking depth first without recursion."""
    done: set[str] = set()
    for start in links:
        trail: list[str] = []
        stack: list[tuple[str, bool]] = [(start, True)]
        while stack:
            node, entering = stack.pop()
            if not entering:
                trail.pop()
                done.add(node)
            elif node in trail:
                yield trail[trail.index(node) :]
            elif node not in done:
                trail.append(node)
                stack += [(node, False), *((nxt, True) for nxt in links[node])]
