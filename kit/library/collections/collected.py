"""What a collection gives: the records of its files, the exercises made of them, and a fault for each left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, MachineError
from kit.files import read_text
from kit.jsontext import read_json
from kit.library.exercise import Exercise
from kit.words.text import clip

MAX_BYTES = 100_000_000  # of a JSON file
_WHERE, _WHAT = 200, 600  # characters of a message, however long the thing that it tells of


@dataclass(frozen=True)
class Imported:
    """Exercises in the order of the collection, and faults in the order of its files."""

    exercises: tuple[Exercise, ...]
    faults: tuple[Fault, ...]


class Collected:
    """Exercises and faults as they are found."""

    def __init__(self) -> None:
        self.exercises: list[Exercise] = []
        self._faults: list[Fault] = []

    def tell(self, *faults: Fault) -> None:
        """Keep the faults, their texts cleaned and cut."""
        self._faults += (Fault(clip(f.where, _WHERE), clip(f.what, _WHAT), clip(f.mend, _WHAT)) for f in faults)

    def done(self) -> Imported:
        return Imported(tuple(self.exercises), tuple(self._faults))


def read_records(path: Path) -> list[Any]:
    """The list of records in a JSON file. Raises `ContentError` or `MachineError`."""
    try:
        size = path.stat().st_size
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MachineError(Fault(str(path), f"cannot be read: {reason}.", "Check the name of the file.")) from error
    if size > MAX_BYTES:
        what = f"has {size} bytes, and at most {MAX_BYTES} are read."
        raise ContentError(Fault(path.name, what, "Check that it is the collection."))
    data = read_json(read_text(path), path.name, "Download it again.")
    if not isinstance(data, list):
        what = f"holds no list of records but {type(data).__name__}."
        raise ContentError(Fault(path.name, what, "Give the file that the collection calls its list of exercises."))
    return data
