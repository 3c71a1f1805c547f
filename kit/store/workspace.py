"""The clinician's folder: settings, own exercises, handouts, and the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kit.clinic import FILE, Clinic, of_limits, read_clinic, spellings
from kit.errors import ContentError, Fault, quoted
from kit.files import is_there
from kit.given import checked
from kit.handouts.folder import folder_name
from kit.handouts.logo import without_bad_logo
from kit.library.library import Library
from kit.library.loader import read_exercises
from kit.places import data_dir
from kit.plan.plan import Plan
from kit.store.place import FILE as STORE

if TYPE_CHECKING:
    from kit.diary.read import Diary
    from kit.store.store import Store

Origin = Literal["kit", "own", "overridden"]
USUAL = "clinic"  # the workspace that is made where no other name is given


def usual_workspace(here: Path) -> Path:
    """The workspace of who names none: `here` if it is one, else `clinic` in it if that is one, else `here`.

    A folder is one by its settings, or by its store.
    """
    return next((folder for folder in (here, here / USUAL) if _is_workspace(folder)), here)


def _is_workspace(folder: Path) -> bool:
    return bool(spellings(folder)) or is_there(folder / STORE)


@dataclass(frozen=True)
class Shelf:
    """The exercises that can be used, the faults of the files that cannot, and the kit's exercises alone."""

    library: Library
    faults: tuple[Fault, ...]
    kit: Library

    def origin(self, exercise_id: str) -> Origin:
        """Whose the exercise is; a file of hers that says the same as the kit's changes nothing, and is the kit's."""
        if exercise_id not in self.kit:
            return "own"
        return "kit" if self.library[exercise_id] == self.kit[exercise_id] else "overridden"


class Workspace:
    """A folder with `clinic.toml`, `exercises/`, `templates/` and `handouts/`, and the store.

    Each of them may be missing.
    """

    @checked
    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = Path(folder)
        self.exercises = self.folder / "exercises"
        self.handouts = self.folder / "handouts"
        self.templates = self.folder / "templates"

    def __repr__(self) -> str:
        return f"Workspace({str(self.folder)!r})"

    @staticmethod
    def sample() -> Path:
        """Folder with the plans and the diaries of a patient who is made up: `plan-v1.json`, `diary-v1.csv` …"""
        return data_dir() / "sample"

    def clinic(self) -> tuple[Clinic, tuple[Fault, ...]]:
        """The clinic's settings that can be used, and all faults of the others, a logo that is no picture too."""
        clinic, faults = read_clinic(self.folder / FILE)
        clinic, wrong = without_bad_logo(clinic)
        return clinic, (*faults, *wrong)

    def clinic_to_issue(self) -> tuple[Clinic, tuple[Fault, ...]]:
        """As `clinic`, for issuing a plan: by limits that are the clinic's, or not at all.

        Raises `ContentError` with all faults that may concern a limit: one that cannot be read counts as not set.
        """
        if wrong := of_limits(read_clinic(self.folder / FILE)[1]):
            what = "has a fault that may concern the clinic's limits, and no plan is issued before it is mended."
            raise ContentError([Fault(FILE, what, "Mend what is told here, and issue again."), *wrong])
        return self.clinic()

    def usable(self) -> tuple[Library, tuple[Fault, ...]]:
        """The exercises without a fault, the kit's and the clinician's own, and all faults of the others."""
        exercises, faults = read_exercises(data_dir(), [self.exercises])
        return Library(exercises, faults), tuple(faults)

    def shelf(self) -> Shelf:
        """As `usable`, with the kit's exercises beside them to tell whose each is."""
        kit, _ = read_exercises(data_dir())
        library, faults = self.usable()
        return Shelf(library, faults, Library(kit))

    @checked
    def handout_folder(self, plan: Plan) -> Path:
        """Where the handout of this version is kept: a folder of its own by code, named for people by its label."""
        return self.handouts / folder_name(plan) / f"v{plan.version}"

    @checked
    def diary(self, code: str) -> tuple[list[Plan], list[Diary]]:
        """All issued versions of a plan and its diaries as the store has them: what `measure` takes.

        >>> kit.measure(*kit.Workspace(".").diary("BCDFGHJK"), dt.date(2026, 6, 29))  # doctest: +SKIP

        Raises `ContentError` for a code that no plan has, `MachineError` where the store cannot be opened.
        """
        from kit.plan.code import plain_code

        store, _ = self.store(who="", now=lambda: dt.datetime.now(dt.UTC))
        try:
            plan = store.plans.one(plain_code(code))
            if plan is None:
                mend = "Give the code, as it stands on the handout."
                raise ContentError(Fault(quoted(code), "no plan of this workspace has this code.", mend))
            return list(store.versions.all(plan.code)), [store.diaries.of(plan.code)]
        finally:
            store.close()

    def store(self, *, who: str, now: Callable[[], dt.datetime]) -> tuple[Store, list[Fault]]:
        """The store, open, and what has to be told of plan files that were taken in at its first opening.

        Raises `MachineError` where it cannot be opened.
        """
        from kit.store.store import open_store  # brings the database's library
        from kit.store.takein import take_in

        store = open_store(self.folder, who=who, now=now)
        try:
            return store, take_in(store, self.folder)
        except BaseException:
            store.close()
            raise
