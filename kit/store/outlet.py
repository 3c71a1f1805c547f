"""A file or a folder that goes out of the store: it is there whole, or not at all, and never over something else."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.errors import Fault, MachineError, OverwriteError
from kit.files import is_there, make_folder, sync
from kit.store.file import locked

_PART = ".outgoing"


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A hidden name beside `target`, to write under; what is there at the end is synced and gets the name `target`.

    What killed runs left in the folder is swept away. Raises `OverwriteError` where the name is taken, `MachineError`
    where it cannot be written.
    """
    _must_be_free(target)
    make_folder(target.parent)
    part = target.with_name(f".{target.name}{_PART}")
    _sweep_others(part)
    with _held(part, str(target)):
        try:
            yield part
            _sync_all(part)
            _name(part, target)
            sync(target.parent)
        except OSError as error:
            what = f"cannot be written: {error.strerror or error}."
            mend = "Check the name, your rights, and the room on disk."
            raise MachineError(Fault(str(target), what, mend)) from error


@contextmanager
def _held(part: Path, where: str = "") -> Iterator[None]:
    """One program at a time writes there, and nothing is left of it."""
    lock = part.with_suffix(".lock")
    with locked(part.with_suffix(""), 0, where):
        try:
            _sweep(part)
            yield
        finally:
            _sweep(part)
            lock.unlink(missing_ok=True)


def _sweep_others(part: Path) -> None:
    for other in part.parent.glob(f".*{_PART}"):
        if other != part:
            with contextlib.suppress(MachineError, OSError), _held(other):  # another program is at work there
                pass


def _name(part: Path, target: Path) -> None:
    """Give the name, which a file takes only if nothing else has it at this instant."""
    if part.is_file():
        try:
            os.link(part, target)
        except OSError:  # the name was taken meanwhile, or the file system knows no links
            pass
        else:
            part.unlink()
            return
    _must_be_free(target)
    part.rename(target)


def _must_be_free(target: Path) -> None:
    if is_there(target):
        raise OverwriteError(Fault(str(target), "is there already, and is left as it is.", "Choose another name."))


def _sweep(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    for path in (part, *(part.with_name(part.name + end) for end in ("-journal", "-wal", "-shm", ".lock"))):
        if path.is_file():
            path.unlink()


def _sync_all(path: Path) -> None:
    if path.is_dir():
        for inner in path.iterdir():
            _sync_all(inner)
    sync(path)
