"""Reading and writing files so that nothing is lost, nothing hangs, and nobody else on the machine reads along.

Writing is all or nothing: a temporary file in the same folder, flushed to the disk, then renamed. What is new belongs
to its owner alone; a mode that somebody set stays. Only files are read, also through links: a pipe, a socket or a
device would let the reader wait for ever.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from kit.errors import ContentError, Fault, MachineError

PRIVATE, PUBLIC = 0o600, 0o644  # modes of a file: the owner's alone, and one that is committed for all to read
UMASK = 0o077  # what other programs must leave out of a mode, so that what they write is the owner's alone
PATIENCE_S = 10  # for a file that another program holds
_FOLDER = 0o700
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def write_atomic(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put `content` at `path`; a crash at any moment leaves the old file or the new one, never half of one.

    A new file gets `mode` whatever the umask, and folders are made as `make_folder` does; a file that is there keeps
    the mode it has. Raises `MachineError` when the folder cannot be made or written, or `path` is there and no file.
    """
    make_folder(path.parent)
    try:
        mode = _kept_mode(path, mode)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync(path.parent)
    except OSError as error:
        raise MachineError(refusal(path, "written", error)) from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file at `path` against every other program that asks for it in this way, until the block ends.

    The lock is a hidden file beside it, which goes when the block ends; a killed program's is free at once. Raises
    `MachineError` where it cannot be made, or another program keeps it for longer than ten seconds.
    """
    from filelock import FileLock, Timeout

    beside = path.with_name(f".{path.name}.lock")
    lock = FileLock(beside, timeout=PATIENCE_S, mode=PRIVATE)
    try:
        lock.acquire()
    except Timeout:
        fault = Fault(str(path), "is held by another program.", "Wait until that has ended, and try again.")
        raise MachineError(fault) from None
    except OSError as error:
        raise MachineError(refusal(path, "locked", error)) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # while it is held: whoever waits finds it gone, and makes a new one
            beside.unlink()
        lock.release()


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, each for its owner alone; one that is there stays as it is.

    Raises `MachineError` where one cannot be made.
    """
    try:
        if folder.is_dir():
            return
        if folder.parent != folder:
            make_folder(folder.parent)
        try:
            folder.mkdir(_FOLDER)
            folder.chmod(_FOLDER)  # a umask may have taken the owner's own rights
        except FileExistsError:  # made by another program meanwhile, or no folder
            if not folder.is_dir():
                raise MachineError(Fault(str(folder), "is no folder.", "Rename that file.")) from None
    except OSError as error:
        raise MachineError(refusal(folder, "made", error)) from error


def is_there(path: Path) -> bool:
    """Whether anything has this name, be it a link to nowhere. Raises `MachineError` where one may not look."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise MachineError(refusal(path, "read", error)) from error
    return True


def files_in(folder: Path, suffix: str) -> list[Path]:
    """What has a name that ends so, in order, hidden ones left out; none where there is no such folder.

    Raises `MachineError` for a folder that cannot be read.
    """
    try:
        return sorted(p for p in folder.iterdir() if p.suffix == suffix and not p.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise MachineError(refusal(folder, "read", error)) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises `MachineError` with the reason when it cannot be read or is no file."""
    with opened(path) as file:
        try:
            return file.read()
        except OSError as error:
            raise MachineError(refusal(path, "read", error)) from error


def opened(path: Path) -> BinaryIO:
    """The file at `path`, to be read as bytes. Raises `MachineError` where it cannot be opened or is no file."""
    try:
        _check_file(path, path.stat())  # before it is opened: that alone may wake or stop what is at the other end
        file = os.fdopen(os.open(path, _READ), "rb")
    except OSError as error:
        raise MachineError(refusal(path, "read", error)) from error
    try:
        _check_file(path, os.fstat(file.fileno()))
    except BaseException:
        file.close()
        raise
    return file


def read_text(path: Path) -> str:
    """The UTF-8 text at `path`, a byte order mark dropped. Raises `MachineError` when it is not UTF-8."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(str(path), f"byte {error.start} is not UTF-8 text.", "Save the file again as UTF-8.")
        raise MachineError(fault) from error


def read_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file. Raises `ContentError` where it is none, else as `read_text` does."""
    try:
        return tomllib.loads(read_text(path))
    except ValueError as error:  # TOMLDecodeError, and a number of more digits than Python reads
        raise ContentError(Fault(path.name, f"is not TOML: {error}.", "Mend that line.")) from None
    except RecursionError:
        raise ContentError(Fault(path.name, "is nested too deeply.", "Write it with fewer brackets.")) from None


def _check_file(path: Path, found: os.stat_result) -> None:
    """Raises `MachineError` for what is no file."""
    if not stat.S_ISREG(found.st_mode):
        what = "is a folder, not a file." if stat.S_ISDIR(found.st_mode) else "is no file."
        raise MachineError(Fault(str(path), what, "Give the name of a file, or take this one away."))


def _kept_mode(path: Path, new: int) -> int:
    """The mode of the file at `path`, else `new`. Raises `MachineError` where something else is in the way."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return new
    _check_file(path, found)
    return stat.S_IMODE(found.st_mode)


def refusal(path: Path, verb: str, error: OSError) -> Fault:
    """Why a file cannot be read or written, with the mend."""
    reason = error.strerror or type(error).__name__
    return Fault(str(path), f"cannot be {verb}: {reason}.", "Check the name and your rights to the folder.")


def sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk. Raises `OSError`."""
    if path.is_dir() and os.name != "posix":  # Windows has no such call on folders
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
