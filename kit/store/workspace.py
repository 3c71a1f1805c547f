"""The clinician's folder: settings, own exercises, plans as JSON files, exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kit.clinic import Clinic, read_clinic
from kit.errors import ContentError, Fault, KitError, OverwriteError
from kit.files import files_in
from kit.handout.folder import folder_name
from kit.handout.logo import without_bad_logo
from kit.library.library import Library
from kit.library.loader import read_exercises
from kit.places import data_dir
from kit.plan.document import read_plan, write_plan
from kit.plan.plan import Plan

if TYPE_CHECKING:
    from kit.store.store import Store

Origin = Literal["kit", "own", "overridden"]


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


@dataclass(frozen=True)
class Kept:
    """One plan file of the workspace."""

    plan_id: str
    version: int
    patient: str
    draft: bool
    path: Path


class Workspace:
    """A folder with `clinic.toml`, `exercises/`, `plans/` and `handouts/`; each may be missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.exercises = folder / "exercises"
        self.handouts = folder / "handouts"
        self._plans = folder / "plans"

    def clinic(self) -> tuple[Clinic, tuple[Fault, ...]]:
        """The clinic's settings that can be used, and all faults of the others, a logo that is no picture too."""
        clinic, faults = read_clinic(self.folder / "clinic.toml")
        clinic, wrong = without_bad_logo(clinic)
        return clinic, (*faults, *wrong)

    def usable(self) -> tuple[Library, tuple[Fault, ...]]:
        """The exercises without a fault, the kit's and the clinician's own, and all faults of the others."""
        exercises, faults = read_exercises(data_dir(), [self.exercises])
        return Library(exercises, faults), tuple(faults)

    def shelf(self) -> Shelf:
        """As `usable`, with the kit's exercises beside them to tell whose each is."""
        kit, _ = read_exercises(data_dir())
        library, faults = self.usable()
        return Shelf(library, faults, Library(kit))

    def handout_folder(self, plan: Plan) -> Path:
        """Where the handout of this version is kept: a folder of its own by code, named for people by its label."""
        return self.handouts / folder_name(plan) / f"v{plan.version}"

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

    def plan_path(self, plan: Plan) -> Path:
        """Where this version of the plan is kept."""
        return self._plans / f"{plan.plan_id}.v{plan.version}.json"

    def save(self, plan: Plan) -> Path:
        """Keep the plan, all or nothing. Raises `OverwriteError` when another issued version is in its place."""
        path = self.plan_path(plan)
        if path.exists():
            kept = read_plan(path)
            if not kept.is_draft and kept != plan:
                fault = Fault(
                    path.name,
                    f"holds plan {kept.plan_id} version {kept.version}, which is issued and stays as it is.",
                    "Make a new version, or choose another plan id.",
                )
                raise OverwriteError(fault)
        write_plan(plan, path)
        return path

    def load(self, plan_id: str, version: int | None = None) -> Plan:
        """A version of a plan, the newest if none is named. Raises `ContentError` where there is none."""
        found = [k for k in self.kept()[0] if k.plan_id == plan_id and version in (None, k.version)]
        if not found:
            which = plan_id if version is None else f"{plan_id} version {version}"
            raise ContentError(Fault("plan", f"“{which}” is not in this workspace.", "Choose one from the list."))
        return read_plan(found[-1].path)

    def versions(self, plan_id: str) -> list[Plan]:
        """All kept versions of one plan, oldest first."""
        return [read_plan(k.path) for k in self.kept()[0] if k.plan_id == plan_id]

    def kept(self) -> tuple[list[Kept], list[Fault]]:
        """The plans of the workspace in order of id and version, and the faults of files that are none."""
        found: list[Kept] = []
        faults: list[Fault] = []
        try:
            paths = files_in(self._plans, ".json")
        except KitError as error:
            return [], list(error.faults)
        for path in paths:
            try:
                plan = read_plan(path)
            except KitError as error:
                faults += error.faults
            else:
                found.append(Kept(plan.plan_id, plan.version, plan.patient, plan.is_draft, path))
        return sorted(found, key=lambda k: (k.plan_id, k.version)), faults
