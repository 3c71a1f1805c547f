"""The exercises that exist, in one place, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from kit.errors import Fault, PlanError
from kit.library.exercise import Exercise
from kit.library.loader import load_exercises
from kit.library.search import Index
from kit.model import did_you_mean
from kit.places import data_dir


class Library:
    """Exercises by id. Made by `load` from folders, or from exercises that an issued plan carries."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self.exercises: Mapping[str, Exercise] = {e.id: e for e in exercises}
        self._index: Index | None = None

    @classmethod
    def load(cls, *own: Path) -> Self:
        """The kit's exercises, then the clinician's folders `own`, which may add and override.

        Raises `ContentError` with all faults of all files.
        """
        return cls(load_exercises(data_dir(), own))

    def __getitem__(self, exercise_id: str) -> Exercise:
        """The exercise. Raises `PlanError` naming the nearest id where there is none."""
        try:
            return self.exercises[exercise_id]
        except KeyError:
            raise PlanError(self.unknown(exercise_id)) from None

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self.exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def __len__(self) -> int:
        return len(self.exercises)

    def unknown(self, exercise_id: str, where: str = "exercise") -> Fault:
        """The fault that says that there is no such exercise, and which one may be meant."""
        near = did_you_mean(exercise_id, list(self.exercises)) or "See “kit library” for the ids."
        return Fault(where, f"“{exercise_id}” is not in the library.", near)

    def search(self, words: str = "", region: str | None = None, category: str | None = None) -> list[Exercise]:
        """Exercises that match all filters, best first; without words, in library order."""
        if self._index is None:
            self._index = Index(self)
        found = self._index.find(words)
        return [
            e
            for e in found
            if (region is None or region in e.all_regions) and (category is None or category == e.category)
        ]
