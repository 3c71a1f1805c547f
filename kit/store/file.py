"""The file of a SQLite store: looked at before it is opened, made private, locked while its form changes, set aside."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kit.errors import Fault, MachineError
from kit.files import PRIVATE
from kit.store.trouble import DamageError

_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside the file


# Handles to the files of stores, by device and number of the file, and how many databases of this program stand on
# each. Where a program closes any handle to a file, POSIX takes away all locks that it has on it, those of SQLite too:
# another program would then think that nobody is there, and take the log away from under it.
_HANDLES: dict[tuple[int, int], int] = {}
_DATABASES: Counter[tuple[int, int]] = Counter()


def hold(path: Path) -> ExitStack:
    """Hold the file open until what is given is closed, after the connections of a database. Raises `MachineError`."""
    held = ExitStack()
    if os.name == "posix":
        try:
            file = _identity(path.stat())
            if file not in _HANDLES:
                _HANDLES[file] = os.open(path, os.O_RDONLY)
        except OSError as error:
            raise MachineError(_unopened(path, error)) from error
        _DATABASES[file] += 1
        held.callback(_let_go, file)
    return held


def _let_go(file: tuple[int, int]) -> None:
    _DATABASES[file] -= 1
    if not _DATABASES[file]:
        os.close(_HANDLES.pop(file))


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _head(path: Path, flags: int) -> bytes:
    """The first 100 bytes of a file, which is made where `flags` say so. What is held is never closed."""
    held = _HANDLES.get(_identity(path.stat())) if path.exists() else None
    if held is not None:
        return os.pread(held, 100, 0)
    handle = os.open(path, flags, PRIVATE)
    try:
        return os.read(handle, 100)
    finally:
        os.close(handle)


def make(path: Path) -> str:
    """The path, with an empty private file there at least. Raises `MachineError`."""
    try:
        _must_be_file(path)
        _head(path, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise MachineError(_unopened(path, error)) from error
    return str(path)


def check(path: Path) -> None:
    """Raises `DamageError` for a file that is no whole database, `MachineError` for what is no file or unreadable."""
    try:
        _must_be_file(path)
        head = _head(path, os.O_RDONLY)
        size, log = path.stat().st_size, _size(beside(path)[0])
    except OSError as error:
        raise MachineError(_unopened(path, error)) from error
    if head and not head.startswith(_HEADER):
        what = "is no database, and is left as it is."
        raise DamageError(Fault(str(path), what, "Move the file away, or restore a backup: kit store restore."))
    page, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    is_short = size < (65536 if page == 1 else page) * pages
    if not head and not log:
        what = "is empty: all that was in it is missing."
        raise DamageError(Fault(str(path), what, "Restore a backup: kit store restore. It is left as it is."))
    if not head or len(head) < 100 or (is_short and not log):  # the log may hold the missing pages
        what = "is cut short: the end of the file is missing."
        raise DamageError(Fault(str(path), what, "Restore a backup: kit store restore. It is left as it is."))


@contextmanager
def locked(path: Path, patience_s: float, where: str = "") -> Iterator[None]:
    """One program at a time. Raises `MachineError`, which names it `where`, if the lock cannot be had."""
    lock = FileLock(f"{path}.lock", timeout=patience_s, mode=PRIVATE)
    try:
        lock.acquire()
    except Timeout as error:
        mend = "Close the other program, or try again in a minute."
        raise MachineError(Fault(where or str(path), "another program holds it.", mend)) from error
    except OSError as error:
        raise MachineError(_unopened(path, error)) from error
    try:
        yield
    finally:
        lock.release()


def beside(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a database: its log, and the log's index."""
    return [path.with_name(path.name + suffix) for suffix in _BESIDE]


def stamped(path: Path, word: str, at: dt.datetime) -> Path:
    """A free name beside the file, such as clinic.db.before-20260601T120000Z."""
    stem = f"{path.name}.{word}-{at.astimezone(dt.UTC).strftime('%Y%m%dT%H%M%SZ')}"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 1000))
    return next(found for name in names if not (found := path.with_name(name)).exists())


def set_aside(path: Path, at: dt.datetime) -> Path:
    """Rename a damaged database, its log with it, and give the new name. Raises `MachineError`."""
    target = stamped(path, "damaged", at)
    try:
        for old, new in zip([*beside(path), path], [*beside(target), target], strict=True):
            if old.exists():
                old.rename(new)
    except OSError as error:
        what = f"cannot be renamed: {error.strerror}."
        raise MachineError(Fault(str(path), what, "Check your rights to the folder.")) from error
    return target


def _must_be_file(path: Path) -> None:
    if path.exists() and not path.is_file():  # a pipe would wait for ever
        mend = "Move it away; the kit keeps its store under this name."
        raise MachineError(Fault(str(path), "is no file.", mend))


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _unopened(path: Path, error: OSError) -> Fault:
    return Fault(str(path), f"cannot be opened: {error.strerror}.", "Check your rights to the file and its folder.")
