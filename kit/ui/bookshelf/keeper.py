"""The keeper of the library: what the page shows and what it can do, without the page."""

from __future__ import annotations

from typing import Literal

from kit.errors import Fault
from kit.library.exercise import Exercise
from kit.store.workspace import Workspace
from kit.ui.bookshelf.background import background
from kit.ui.bookshelf.hits import WHOSE, Query, hits, row
from kit.ui.bookshelf.inspection import inspection
from kit.ui.bookshelf.messages import Hits, Lists, One, Own, Started
from kit.ui.bookshelf.own import faults_by_file, start, to_edit
from kit.ui.bookshelf.sheet import prescribed, printed, sheet
from kit.ui.cards import library_lists
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides


class Keeper:
    """Holds the shelf as it was last read. `notices` are faults besides those of her exercises."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.clinic, faults = workspace.clinic()
        self.notices: list[Fault] = list(faults)
        self.words = Catalogue(self.clinic.locale)
        self.read_again()

    def read_again(self) -> None:
        """Read all files anew, as they lie in the folders now."""
        self.shelf = self.workspace.shelf()

    def lists(self) -> Lists:
        """What the filters offer."""
        return {**library_lists(self.shelf.library), "whose": list(WHOSE.items())}

    def hits(self, query: Query) -> Hits:
        """The answer to a search."""
        return hits(self.shelf, query)

    def first(self) -> str:
        """The exercise to open with; the library is never empty."""
        return next(iter(self.shelf.library)).id

    def one(self, exercise_id: str, sides: Sides | Literal[""] = "") -> One:
        """One exercise in full, for these sides. Raises `PlanError` where there is none of this id."""
        library = self.shelf.library
        exercise = library[exercise_id]
        item = prescribed(exercise, sides)
        made = printed(item, exercise, self.clinic)
        return {
            **row(exercise, self.shelf),
            "sheet": sheet(item, exercise, made),
            "background": background(exercise, library, self.words),
            "check": inspection(exercise, prescribed(exercise), made, library),
        }

    def own(self) -> Own:
        """Her folder: where it is, how many of her exercises are in force, and the faults of her files."""
        origins = [self.shelf.origin(exercise.id) for exercise in self.shelf.library]
        return {
            "folder": str(self.workspace.exercises),
            "own": origins.count("own"),
            "overridden": origins.count("overridden"),
            "files": faults_by_file(self.shelf.faults, self.shelf.kit.exercises),
        }

    def start(self, name: str, exercise_id: str = "") -> Started:
        """Write a copy of the exercise, or a blank form without one; tells where it is and what to edit.

        Raises `KitError`; nothing is written then.
        """
        base = self.shelf.library[exercise_id] if exercise_id else None
        made, path = start(self.workspace.exercises, self.shelf, name, base)
        self.read_again()
        file = f"{path.parent.name}/{path.name}"
        return {"id": made.id, "name": made.name, "file": file, "edit": to_edit(base), "note": self._whose(made)}

    def _whose(self, made: Exercise) -> str:
        """What is told of the drawn pictures that a copy has of another."""
        if made.photo or not made.drawn_as:
            return ""
        name = self.shelf.library[made.drawn_as].name if made.drawn_as in self.shelf.library else made.drawn_as
        return f"The pictures are those of {name}. Take drawn_as out of the file if your steps differ."
