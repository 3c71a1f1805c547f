"""The workspace's copies of the notebooks: kept fresh until the clinician changes one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kit.errors import Fault, KitError
from kit.files import files_in, is_there, read_bytes, read_text, write_atomic
from kit.places import notebooks_dir


def copy_notebooks(workspace: Path, record: Path) -> list[Fault]:
    """Copy each notebook into the workspace, and replace an older copy that she has not changed.

    `record` remembers what was copied. Gives the faults of what is in the way, which stays as it is. Raises
    `MachineError` where the folder cannot be written.
    """
    copied, faults = _remembered(record)
    before = dict(copied)
    for source in files_in(notebooks_dir(), ".ipynb"):
        target, content = workspace / source.name, read_bytes(source)
        try:
            held = _meaning(read_bytes(target)) if is_there(target) else None
        except KitError as error:
            faults += error.faults
            continue
        if held is None or (held == copied.get(source.name) != _meaning(content)):
            write_atomic(target, content)
            held = _meaning(content)
        if held == _meaning(content):
            copied[source.name] = held
    if copied != before:
        try:
            write_atomic(record, json.dumps(copied, indent=1, sort_keys=True).encode())
        except KitError as error:
            faults += (fault for fault in error.faults if fault not in faults)
    return faults


def _remembered(record: Path) -> tuple[dict[str, str], list[Fault]]:
    """What was copied, by name; nothing, and the fault, where the record cannot be read."""
    try:
        if not is_there(record):
            return {}, []
        return {str(name): str(meaning) for name, meaning in dict(json.loads(read_text(record))).items()}, []
    except KitError as error:
        return {}, list(error.faults)
    except (ValueError, TypeError, RecursionError):
        return {}, []  # the record is the kit's own, and is written anew


def _meaning(content: bytes) -> str:
    """Fingerprint of the cells alone: Jupyter rewrites the rest when it saves, and that is no change of hers."""
    try:
        cells = json.loads(content)["cells"]
        told = json.dumps([(c["cell_type"], "".join(c["source"])) for c in cells])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""  # no notebook any more: not ours to replace
    return hashlib.sha256(told.encode()).hexdigest()
