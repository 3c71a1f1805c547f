"""A handout in its folder: what goes home under `patient/`, what stays in the clinic under `record/`, as one set.

Its files are replaced all at once, and everything else in the folder stays as it is; `kit.handouts.staging` says how.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit.diary.entries import has_entries
from kit.errors import ContentError, Fault, KitError, MachineError, OverwriteError
from kit.files import read_bytes, sync
from kit.handouts.claim import claimed
from kit.handouts.parts import DIARY, PLAN, SET, foreign
from kit.handouts.staging import repair, replace, waiting
from kit.plan.document import read_plan_file
from kit.plan.plan import Plan

_MENDS = {
    errno.ENOSPC: "Free some space on the disk, then try again.",
    errno.EDQUOT: "Free some of your space on the disk, then try again.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.EBUSY: "Close the programs that show its files, then try again.",
}
_MEND = "Check the name and your rights to the folder."


def put_set(folder: Path, made: Mapping[str, bytes], plan: Plan) -> list[Path]:
    """The handout `made` of `plan` into `folder`, in place of an earlier one of the same plan; the files' paths.

    Raises `OverwriteError`, with all that is in the way and nothing changed, and `MachineError`.
    """
    with _refusals(folder), _made(folder), claimed(folder):
        repair(folder)
        faults = list(_in_the_way(folder, made, plan))
        if faults:
            raise OverwriteError(faults)
        replace(folder, made)
    return [folder / path for path in made]


def sweep(folder: Path) -> list[Fault]:
    """Repair what a killed run has left: a set that was complete is moved in, one that was not is removed.

    Tells what was set aside, since it is somebody's work. Raises `MachineError`, also where another run is at work
    there just now.
    """
    with _refusals(folder):
        if not folder.is_dir():
            return []
        with claimed(folder):
            kept = repair(folder)
    what = "holds what somebody had put in the way of a handout that was cut off."
    return [Fault(str(path), what, "Take out of it what is yours.") for path in kept]


def sweep_all(handouts: Path) -> list[Fault]:
    """`sweep` for every version of every plan below `handouts`, and what could not be repaired; for a program's start.

    Quick with thousands of them: it looks where a set is put, `plan/version/`, and into nothing that is in its place.
    """
    faults: list[Fault] = []
    with contextlib.suppress(OSError):
        for folder in waiting(handouts.glob("*/*/.handout-*")):
            try:
                faults += sweep(folder)
            except MachineError as error:
                faults += error.faults
    return faults


def folder_name(plan: Plan) -> str:
    """What the folder of this plan is called where those of several plans stand side by side."""
    return f"{plan.plan_id}-{plan.code}"


def plan_in(folder: Path) -> Plan | None:
    """The plan whose handout lies in `folder`; none where there is no handout. Raises `KitError`."""
    return read_plan_file(folder / PLAN).plan if os.path.lexists(folder / PLAN) else None


# What is in the way


def _in_the_way(folder: Path, made: Mapping[str, bytes], plan: Plan) -> Iterator[Fault]:
    """Why the set in `folder` may not be replaced by that of `plan`."""
    diary = folder / DIARY
    if diary.is_file() and read_bytes(diary) != made.get(DIARY) and has_entries(diary):
        yield Fault(str(diary), "has entries and is not overwritten.", "Move it, or choose another folder.")
    for path in foreign(folder):
        yield Fault(str(path), "is no part of a handout, and would be lost.", "Move it, or choose another folder.")
    if any(os.path.lexists(folder / path) for path in SET):
        yield from _not_its_successor(folder, plan)


def _not_its_successor(folder: Path, plan: Plan) -> Iterator[Fault]:
    """Why `plan` does not come after the plan whose set lies in `folder`."""
    other = "Choose another folder."
    try:
        kept = plan_in(folder)
    except ContentError as error:
        what = f"holds a handout, and its plan cannot be read: {error.faults[0].what}"
        yield Fault(str(folder), what, other)
        return
    if kept is None:
        yield Fault(str(folder), f"holds a handout of which nobody can tell whose it is: {PLAN} is missing.", other)
    elif kept.code != plan.code:
        what = f"holds the handout of another plan: {_named(kept)}, and not {_named(plan)}."
        yield Fault(str(folder), what, other)
    elif kept.version > plan.version:
        what = f"holds version {kept.version} of {_named(plan)}, which is newer than version {plan.version}."
        yield Fault(str(folder), what, other)
    elif plan.is_draft and not kept.is_draft:
        what = f"holds version {kept.version} of {_named(plan)}, which is issued, and this is a draft."
        yield Fault(str(folder), what, "Issue it first, or choose another folder.")
    elif kept.version == plan.version and not kept.is_draft and kept.seal != plan.seal:
        what = f"holds version {kept.version} of {_named(plan)} as it was issued, and this one says something else."
        yield Fault(str(folder), what, "Make a new version, or choose another folder.")


def _named(plan: Plan) -> str:
    """The label of the patient, or else of the plan, and the code."""
    return f"{plan.patient or plan.plan_id} ({plan.code})"


# The file system


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """`folder` and what was missing above it, open to its owner alone; taken away again where nothing came of it."""
    missing = list(itertools.takewhile(lambda path: not path.exists(), (folder, *folder.parents)))
    try:
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
            sync(path.parent)
        yield
    except (OSError, KitError):
        for path in missing:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


@contextlib.contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    """An `OSError` as a `MachineError` that says what to do."""
    try:
        yield
    except OSError as error:
        raise MachineError(_refusal(folder, error)) from error


def _refusal(folder: Path, error: OSError) -> Fault:
    reason = error.strerror or type(error).__name__
    return Fault(str(folder), f"the handout cannot be written: {reason}.", _MENDS.get(error.errno or 0, _MEND))
