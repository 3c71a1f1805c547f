"""Reading and writing files so that nothing is lost.

Writing is all or nothing: a temporary file in the same folder, flushed to the disk, then renamed.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, MachineError


def write_atomic(path: Path, content: bytes) -> None:
    """Put `content` at `path`; a crash at any moment leaves the old file or the new one, never half of one.

    Raises `MachineError` when the folder cannot be made or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise MachineError(refusal(path, "written", error)) from error


def read_bytes(path: Path) -> bytes:
    """The bytes at `path`. Raises `MachineError` with the reason when they cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MachineError(refusal(path, "read", error)) from error


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
    except tomllib.TOMLDecodeError as error:
        raise ContentError(Fault(path.name, f"is not TOML: {error}.", "Mend that line.")) from None


def refusal(path: Path, verb: str, error: OSError) -> Fault:
    """Why a file cannot be read or written, with the mend."""
    reason = error.strerror or type(error).__name__
    return Fault(str(path), f"cannot be {verb}: {reason}.", "Check the name and your rights to the folder.")


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows has no such call on folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
