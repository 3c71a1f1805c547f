"""One run at a time in a folder. The system lets go of a claim when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kit.errors import Fault, MachineError


@contextlib.contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Hold `folder`. Raises `MachineError` where another run holds it, `OSError` where it cannot be opened.

    Nothing is written for it. Windows and some network drives know no such claim: there it is not asked for.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.EACCES):
                what = "another handout is being put there just now."
                raise MachineError(Fault(str(folder), what, "Wait a moment, then try again.")) from None
        yield
    finally:
        os.close(handle)
