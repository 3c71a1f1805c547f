"""The workspace's copies of the notebooks: kept fresh until the clinician changes one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kit.files import read_bytes, write_atomic
from kit.places import notebooks_dir


def copy_notebooks(workspace: Path, record: Path) -> None:
    """Copy each notebook into the workspace, and replace an older copy that she has not changed.

    `record` remembers what was copied. Raises `MachineError` where the folder cannot be written.
    """
    copied: dict[str, str] = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    before = dict(copied)
    for source in sorted(notebooks_dir().glob("*.ipynb")):
        target, content = workspace / source.name, read_bytes(source)
        if not target.exists() or (_meaning(read_bytes(target)) == copied.get(source.name) != _meaning(content)):
            write_atomic(target, content)
            copied[source.name] = _meaning(content)
    if copied != before:
        write_atomic(record, json.dumps(copied, indent=1, sort_keys=True).encode())


def _meaning(content: bytes) -> str:
    """Fingerprint of the cells alone: Jupyter rewrites the rest when it saves, and that is no change of hers."""
    try:
        cells = json.loads(content)["cells"]
        told = json.dumps([(c["cell_type"], "".join(c["source"])) for c in cells])
    except (ValueError, KeyError, TypeError):
        return ""  # no notebook any more: not ours to replace
    return hashlib.sha256(told.encode()).hexdigest()
