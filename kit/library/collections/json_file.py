"""A foreign JSON file: a list of records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, MachineError
from kit.files import read_text

MAX_BYTES = 100_000_000


def read_records(path: Path) -> list[Any]:
    """The list in a JSON file. Raises `ContentError` or `MachineError`."""
    try:
        size = path.stat().st_size
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MachineError(Fault(str(path), f"cannot be read: {reason}.", "Check the name of the file.")) from error
    if size > MAX_BYTES:
        what = f"has {size} bytes, and at most {MAX_BYTES} are read."
        raise ContentError(Fault(path.name, what, "Check that it is the collection."))
    try:
        data = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise ContentError(Fault(path.name, f"is not JSON: {error}.", "Download it again.")) from None
    if not isinstance(data, list):
        what = f"holds no list of records but {type(data).__name__}."
        raise ContentError(Fault(path.name, what, "Give the file that the collection calls its list of exercises."))
    return data
