"""Plans and diaries of a study in a folder, in whatever folders below it: plans as JSON, diaries as CSV or workbook.

What is neither is left where it is, and named; a broken file, or a folder that cannot be read, costs itself alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import ContentError, Fault, KitError
from kit.files import refusal
from kit.given import checked
from kit.plan.document import read_plan_file
from kit.plan.plan import Plan
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.diary.read import Diary

_PLANS, _DIARIES = (".json",), (".csv", ".xlsx")
_BESIDE = ("careplan.json", "handout.csv")  # what `kit handout` puts beside a plan and a diary

_LINK = Fault("", "is a link to a folder.", "Put the folder itself there.")


@dataclass(frozen=True)
class StudyFolder:
    """`plans` in all their versions, each once; `diaries` by the name of their file below the folder.

    `faults` tell of files that are no plan and no diary, or broken, of folders that were not read, and of what two
    diaries say of one thing, each with its name.
    """

    plans: tuple[Plan, ...]
    diaries: dict[str, Diary]
    faults: tuple[Fault, ...]

    def __repr__(self) -> str:
        patients = counted(len({plan.patient_code for plan in self.plans}), "patient")
        held = (counted(len(self.plans), "plan version"), counted(len(self.diaries), "diary", "diaries"))
        refused = sum(len(diary.rejects) for diary in self.diaries.values())
        left_out = counted(len(self.faults), "file")
        return f"StudyFolder({patients}, {', '.join(held)}; {counted(refused, 'row')} refused, {left_out} left out)"


@checked
def read_study(folder: str | PathLike[str]) -> StudyFolder:
    """What stands in a folder. Raises `ContentError` where it holds no plan, or a version twice and not the same."""
    from kit.cohorts.twice import told_twice  # brings pandas
    from kit.diary.read import read_diary

    base = Path(folder)
    paths, faults = _files(base)
    twice: list[Fault] = []
    plans: dict[tuple[str, int], tuple[str, Plan]] = {}
    for path in _with(paths, _PLANS):
        try:
            plan = read_plan_file(path).plan
        except KitError as error:
            faults += _left_out(path, base, error)
            continue
        name = str(path.relative_to(base))
        known = plans.setdefault((plan.code, plan.version), (name, plan))
        if known[1] != plan:
            what = f"and {known[0]} hold different plans as version {plan.version} of {plan.plan_id} ({plan.code})."
            twice.append(Fault(name, what, "Keep the one that was issued."))
    if twice:
        raise ContentError([*twice, *faults])
    if not plans:
        raise ContentError(
            [Fault(str(base), "holds no plan.", "Put the plan files there, such as plan.json."), *faults]
        )
    every = tuple(plan for _, plan in plans.values())
    diaries: dict[str, Diary] = {}
    for path in _with(paths, _DIARIES):
        try:
            diaries[str(path.relative_to(base))] = read_diary(path, every)
        except KitError as error:
            faults += _left_out(path, base, error)
    return StudyFolder(every, diaries, (*faults, *(told_twice(diaries) if diaries else ())))


def _files(base: Path) -> tuple[list[Path], list[Fault]]:
    """All in order of their names, hidden ones and those in hidden folders left out; and the folders not read."""
    found: list[Path] = []
    faults: list[Fault] = []

    def refused(error: OSError) -> None:
        fault = refusal(Path(error.filename), "read", error)
        faults.append(_left(base, Path(error.filename), fault))

    for name, folders, files in os.walk(base, onerror=refused):
        here = Path(name)
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        links = [here / folder for folder in folders if (here / folder).is_symlink()]
        faults += [_left(base, link, _LINK) for link in links]
        found += [here / file for file in files if not file.startswith(".")]
    return sorted(found), faults


def _with(paths: Iterable[Path], suffixes: tuple[str, ...]) -> list[Path]:
    return [path for path in paths if path.suffix.lower() in suffixes]


def _left_out(path: Path, base: Path, error: KitError) -> list[Fault]:
    return [] if path.name in _BESIDE else [_left(base, path, fault) for fault in error.faults]


def _left(base: Path, path: Path, fault: Fault) -> Fault:
    """What is wrong with it, by its name below the folder."""
    return Fault(str(path.relative_to(base)), f"is left out: {fault.what}", fault.mend)
