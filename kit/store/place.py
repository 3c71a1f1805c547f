"""Where the store of a workspace is, told without opening it."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "KIT_DATABASE"  # a URL on a command line would show in the process list
FILE = "clinic.db"


def has_store(folder: Path) -> bool:
    """Whether the workspace has a store already, or its clinic shares one."""
    return bool(os.environ.get(VARIABLE)) or (folder / FILE).exists()
