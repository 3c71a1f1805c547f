"""Plans and diaries of a study in a folder, in whatever folders below it: plans as JSON, diaries as CSV or workbook.

What is neither is left where it is, and named; a broken file costs itself alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import ContentError, Fault, KitError
from kit.given import checked
from kit.plan.document import read_plan_file
from kit.plan.plan import Plan
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.diary.read import Diary

_PLANS, _DIARIES = (".json",), (".csv", ".xlsx")


@dataclass(frozen=True)
class StudyFolder:
    """`plans` in all their versions, each once; `diaries` by the name of their file below the folder.

    `faults` tell of files that are no plan and no diary, or broken, each with its name.
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
    from kit.diary.read import read_diary  # brings pandas

    base = Path(folder)
    faults: list[Fault] = []
    twice: list[Fault] = []
    plans: dict[tuple[str, int], tuple[str, Plan]] = {}
    for path in _files(base, _PLANS):
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
    for path in _files(base, _DIARIES):
        try:
            diaries[str(path.relative_to(base))] = read_diary(path, every)
        except KitError as error:
            faults += _left_out(path, base, error)
    return StudyFolder(every, diaries, tuple(faults))


def _files(base: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """In order of their names; hidden ones and those in hidden folders are left out."""
    for path in sorted(base.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(base).parts)
        if path.suffix.lower() in suffixes and path.is_file() and not is_hidden:
            yield path


def _left_out(path: Path, base: Path, error: KitError) -> list[Fault]:
    name = str(path.relative_to(base))
    return [Fault(name, f"is left out: {fault.what}", fault.mend) for fault in error.faults]
