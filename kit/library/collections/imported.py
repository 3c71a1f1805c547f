"""What came out of a collection: the exercises, and a fault for each record that is left out."""

from __future__ import annotations

from dataclasses import dataclass

from kit.errors import Fault
from kit.library.exercise import Exercise
from kit.words.text import clip

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
