"""free-exercise-db: `dist/exercises.json`, a list of objects with names, muscles, equipment and instructions.

The texts are in the public domain. Its photos have no clear licence; they are never read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from kit.errors import Fault, KitError
from kit.library.collections.collected import Collected, read_records
from kit.library.collections.draft import Foreign, Ids, Long, came_from, draft, plain_text, told_steps
from kit.library.exercise import MANY, Exercise, Licence, Names
from kit.model import parse
from kit.words.text import Line, Name

LICENCE = Licence(name="The Unlicense (public domain)", url="https://unlicense.org", print_notice=False)

_CATEGORIES = {
    "stretching": "stretch",
    "strength": "strength",
    "powerlifting": "strength",
    "olympic weightlifting": "strength",
    "strongman": "strength",
    "plyometrics": "strength",
    "cardio": "aerobic",
}
_UNCERTAIN = frozenset({"plyometrics"})  # no category of the kit fits; the nearest is a guess
_REGIONS = {
    "glutes": "hip",
    "abductors": "hip",
    "adductors": "hip",
    "quadriceps": "knee",
    "hamstrings": "knee",
    "calves": "ankle_foot",
    "lower back": "low_back",
    "abdominals": "low_back",
    "neck": "neck",
    "traps": "neck",
    "shoulders": "shoulder",
    "chest": "shoulder",
    "lats": "shoulder",
    "middle back": "shoulder",
    "biceps": "shoulder",
    "triceps": "shoulder",
    "forearms": "shoulder",
}


class Record(Foreign):
    """What is read of one object. Its level, force and mechanic have no place in the kit."""

    id: Line = ""
    name: Name
    category: Literal[
        "stretching", "strength", "plyometrics", "powerlifting", "olympic weightlifting", "strongman", "cardio"
    ]
    equipment: Line | None = None
    primary: Names = Field(default=(), alias="primaryMuscles")
    secondary: Names = Field(default=(), alias="secondaryMuscles")
    instructions: tuple[Long, ...] = Field(default=(), max_length=MANY)


def collect(paths: Iterable[Path], found: Collected) -> None:
    """Read each file into `found`."""
    ids = Ids("fedb")
    seen: set[str] = set()
    for path in paths:
        try:
            records = read_records(path)
        except KitError as error:
            found.tell(*error.faults)
            continue
        for number, data in enumerate(records, start=1):
            where = f"{path.name}, record {_label(data) or number}"
            try:
                record = parse(Record, data, where)
                if record.id and record.id in seen:
                    found.tell(Fault(f"{where}, id", f"“{record.id}” stands twice.", "Take one of them out."))
                    continue
                seen.add(record.id)
                found.exercises.append(_exercise(record, ids, where))
            except KitError as error:
                found.tell(*error.faults)


def _label(data: object) -> str:
    label = data.get("id") if isinstance(data, dict) else None
    return label if isinstance(label, str) else ""


def _exercise(record: Record, ids: Ids, where: str) -> Exercise:
    """Raises `ContentError` where a text does not fit."""
    category = {"category": _CATEGORIES[record.category]}
    uncertain = record.category in _UNCERTAIN
    name = plain_text(record.name, f"{where}, name")
    known: dict[str, Any] = {
        "id": ids.new(name, record.id),
        "name": name,
        "sources": came_from("free-exercise-db", record.id or record.name),
        "licence": LICENCE,
        **({} if uncertain else category),
    }
    guesses: dict[str, Any] = {**(category if uncertain else {}), **_region(record.primary)}
    if record.primary:
        known["muscles"] = {"primary": record.primary, "secondary": record.secondary}
    told_steps(record.instructions, f"{where}, instructions").join(known, guesses)
    if record.equipment not in (None, "", "other"):
        known["equipment"] = () if record.equipment == "body only" else ({"name": record.equipment},)
    return draft(known, guesses, where)


def _region(muscles: tuple[str, ...]) -> dict[str, str]:
    """A guess by the first muscle."""
    return {"region": _REGIONS[muscles[0]]} if muscles and muscles[0] in _REGIONS else {}
