"""A handout in its folder: what goes home under `patient/`, what stays in the clinic under `record/`, as one set.

The set is made beside its place, synced, and then put there by renaming, so that a kill at any moment leaves the old
set, the new one, or a state that `sweep` repairs. In `.handout-*.part` a set is being made: it counts for nothing.
In `.handout-*.ready` it is complete, and is moved into place. Everything else in the folder stays as it is.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit.diary.entries import has_entries
from kit.errors import Fault, KitError, MachineError, OverwriteError
from kit.files import read_bytes
from kit.handout.claim import claimed
from kit.plan.document import read_plan_file
from kit.plan.plan import Plan

PDF = "patient/handout.pdf"
TABLE = "patient/handout.csv"
DIARY = "patient/diary.csv"
PAGE = "patient/session.html"
CALENDAR = "patient/calendar.ics"
PLAN = "record/plan.json"
CARE_PLAN = "record/careplan.json"
SET = frozenset({PDF, TABLE, DIARY, PAGE, CALENDAR, PLAN, CARE_PLAN})
HALVES = ("patient", "record")
CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"}  # made by programs, missed by nobody
_STAGED = re.compile(r"\.handout-[0-9a-f]{16}\.(part|ready)")
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
        _sweep(folder)
        faults = list(_in_the_way(folder, made, plan))
        if faults:
            raise OverwriteError(faults)
        _move_in(_staged(folder, made), folder)
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
            kept = _sweep(folder)
    what = "holds what somebody had put in the way of a handout that was cut off."
    return [Fault(str(path), what, "Take out of it what is yours.") for path in kept]


def sweep_all(handouts: Path) -> list[Fault]:
    """`sweep` for every folder below `handouts`, and what could not be repaired. For the start of a program."""
    faults: list[Fault] = []
    with contextlib.suppress(OSError):
        for folder in sorted({path.parent for path in handouts.rglob(".handout-*") if _STAGED.fullmatch(path.name)}):
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
    for path in _foreign(folder):
        yield Fault(str(path), "is no part of a handout, and would be lost.", "Move it, or choose another folder.")
    if any(os.path.lexists(folder / path) for path in SET):
        yield from _not_its_successor(folder, plan)


def _foreign(folder: Path) -> Iterator[Path]:
    """What stands where a set belongs and is none of its files."""
    for half in HALVES:
        place = folder / half
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            yield place
        elif place.exists():
            for path in sorted(place.iterdir()):
                plain = path.is_file() and not path.is_symlink()
                if path.name not in CLUTTER and not (plain and f"{half}/{path.name}" in SET):
                    yield path


def _not_its_successor(folder: Path, plan: Plan) -> Iterator[Fault]:
    """Why `plan` does not come after the plan whose set lies in `folder`."""
    other = "Choose another folder."
    try:
        kept = plan_in(folder)
    except KitError as error:
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


# Putting it in place


def _staged(folder: Path, made: Mapping[str, bytes]) -> Path:
    """The set, complete and synced, in a folder of its own in `folder`."""
    digest = hashlib.sha256(b"".join(f"{path}\0{len(made[path])}\0".encode() + made[path] for path in sorted(made)))
    part = folder / f".handout-{digest.hexdigest()[:16]}.part"
    try:
        part.mkdir(mode=0o700)
        for half in HALVES:
            (part / half).mkdir(mode=0o700)
        for path, content in made.items():
            _write(part / path, content)
            _keep_mode(folder / path, part / path)
        for half in HALVES:
            _keep_mode(folder / half, part / half)
            _sync(part / half)
        _sync(part)
        ready = part.rename(part.with_suffix(".ready"))
    except OSError:
        _remove(part)
        raise
    return ready


def _move_in(ready: Path, folder: Path) -> Path | None:
    """The set in `ready` into its place; where work of somebody's was set aside.

    An `OSError` takes back what was moved. A kill is repaired by `_sweep`, which goes on here.
    """
    moved: list[tuple[Path, Path]] = []

    def move(before: Path, after: Path) -> None:
        before.rename(after)
        moved.append((before, after))

    try:
        _sync(folder)
        aside = ready / "old"
        aside.mkdir(mode=0o700, exist_ok=True)
        for half in HALVES:
            if (ready / half).exists():  # else it was moved before a kill
                if os.path.lexists(folder / half):
                    move(folder / half, _free(aside, half))
                move(ready / half, folder / half)
        _sync(folder)
    except OSError:
        _take_back(moved, ready)
        raise
    return _clear(ready, folder)


def _take_back(moved: list[tuple[Path, Path]], ready: Path) -> None:
    """Undo renames, and give the new set up where all of the old one is back; else `_sweep` will go on."""
    with contextlib.suppress(OSError):
        for before, after in reversed(moved):
            after.rename(before)
        old = ready / "old"
        if all((ready / half).exists() for half in HALVES) and not (old.exists() and any(old.iterdir())):
            _remove(ready.rename(ready.with_suffix(".part")))


def _clear(ready: Path, folder: Path) -> Path | None:
    """Remove the old set. One into which somebody has put work in the meantime is set aside, in plain sight."""
    old, kept = ready / "old", None
    with contextlib.suppress(OSError):
        strange = any(path.name not in HALVES for path in old.iterdir()) or any(_foreign(old))
        if strange or has_entries(old / DIARY):
            kept = old.rename(_free(folder, "set aside"))
    _remove(ready)
    return kept


def _sweep(folder: Path) -> list[Path]:
    """Where work of somebody's was set aside."""
    kept = []
    for path in sorted(folder.iterdir()):
        if _STAGED.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            if path.suffix == ".ready":
                kept.append(_move_in(path, folder))
            else:
                shutil.rmtree(path)
    return [path for path in kept if path]


# The file system


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """`folder` and what was missing above it, open to its owner alone; taken away again where nothing came of it."""
    missing = list(itertools.takewhile(lambda path: not path.exists(), (folder, *folder.parents)))
    try:
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
            _sync(path.parent)
        yield
    except (OSError, KitError):
        for path in missing:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(old: Path, new: Path) -> None:
    """The rights that somebody gave to what stood there stay."""
    if old.exists():
        new.chmod(old.stat().st_mode & 0o777 | (0o700 if new.is_dir() else 0o600))


def _free(folder: Path, name: str) -> Path:
    """A path in `folder` at which nothing stands."""
    names = itertools.chain([name], (f"{name} {number}" for number in itertools.count(2)))
    return next(path for each in names if not os.path.lexists(path := folder / each))


def _remove(path: Path) -> None:
    """Remove a staging folder as far as the machine lets; the next `sweep` removes the rest."""
    shutil.rmtree(path, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make the names in `folder` durable; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
