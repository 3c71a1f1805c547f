"""A set of files on its way into its folder: made beside its place, synced, and put there by renaming.

A kill at any moment leaves the old set, the new one, or a state that `repair` brings to one of them. In
`.handout-*.part` a set is being made: it counts for nothing. In `.handout-*.ready` it is complete, and is moved into
place. What the machine refuses, reading too, changes nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from kit.diary.entries import has_entries
from kit.errors import MachineError
from kit.files import sync
from kit.handouts.parts import DIARY, HALVES, foreign

_STAGED = re.compile(r"\.handout-[0-9a-f]{16}\.(part|ready)")
_OLD = "old"  # in the staging folder: the set that stood in the place

_Move = tuple[Path, Path]


def replace(folder: Path, made: Mapping[str, bytes]) -> None:
    """The set `made` into `folder`, in place of the one that is there. Raises `OSError` or `MachineError`."""
    ready = _staged(folder, made)
    try:
        _move_in(ready, folder)
    except (OSError, MachineError):
        _give_up(ready)
        raise


def repair(folder: Path) -> list[Path]:
    """Move in the set that was complete, remove what was not; where work of somebody's was set aside.

    Raises `OSError` or `MachineError`; the next repair goes on then.
    """
    kept = []
    for path in sorted(folder.iterdir()):
        if _STAGED.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            if path.suffix == ".ready":
                kept.append(_move_in(path, folder))
            else:
                shutil.rmtree(path)
    return [path for path in kept if path]


def waiting(paths: Iterable[Path]) -> list[Path]:
    """The folders in which one of `paths` waits for repair."""
    return sorted({path.parent for path in paths if _STAGED.fullmatch(path.name)})


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
            sync(part / half)
        sync(part)
        ready = part.rename(part.with_suffix(".ready"))
    except OSError:
        _remove(part)
        raise
    return ready


def _move_in(ready: Path, folder: Path) -> Path | None:
    """The set in `ready` into its place; where the old one was set aside, in plain sight, since it has work in it.

    A refusal takes back what was moved here. A kill is repaired by `repair`, which goes on here.
    """
    moves: list[_Move] = []

    def move(before: Path, after: Path) -> None:
        before.rename(after)
        moves.append((before, after))

    try:
        sync(folder)
        old, kept = ready / _OLD, None
        old.mkdir(mode=0o700, exist_ok=True)
        still = {path.name for path in ready.iterdir()}
        for half in HALVES:
            if half in still:  # else it was moved before a kill
                if os.path.lexists(folder / half):
                    move(folder / half, _free(old, half))
                move(ready / half, folder / half)
        sync(folder)
        if _has_work(old):
            kept = _free(folder, "set aside")
            move(old, kept)
    except (OSError, MachineError):
        _take_back(moves)
        raise
    _remove(ready)
    return kept


def _has_work(old: Path) -> bool:
    """Whether somebody has put work into the old set in the meantime."""
    strange = any(path.name not in HALVES for path in old.iterdir()) or any(foreign(old))
    return strange or has_entries(old / DIARY)


def _take_back(moves: list[_Move]) -> None:
    with contextlib.suppress(OSError):  # then the next repair goes on
        for before, after in reversed(moves):
            after.rename(before)


def _give_up(ready: Path) -> None:
    """Remove the new set where all of the old one is back; else the next repair goes on."""
    with contextlib.suppress(OSError):
        old = ready / _OLD
        if all((ready / half).exists() for half in HALVES) and not (old.exists() and any(old.iterdir())):
            _remove(ready.rename(ready.with_suffix(".part")))


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
    """Remove a staging folder as far as the machine lets; the next repair removes the rest."""
    shutil.rmtree(path, ignore_errors=True)
