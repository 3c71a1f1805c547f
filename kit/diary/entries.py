"""Whether somebody has written in a diary file. No pandas here: an export asks before it writes."""

from __future__ import annotations

from pathlib import Path

from kit.diary.columns import ANSWERS
from kit.diary.table import read_table
from kit.errors import KitError
from kit.files import read_bytes
from kit.tabular import decode


def has_entries(path: Path) -> bool:
    """True when any answer cell is filled, or a cell outside of the columns; False when there is no file.

    A file that cannot be read as a diary counts as having entries: it may be somebody's work.
    """
    if not path.exists():
        return False
    try:
        content = read_bytes(path)
        if not content.strip():
            return False
        table = read_table(decode(content, path.name), path.name)
    except KitError:
        return True
    if table.unclosed:
        return True
    return any(table.ignored(row) or any(table.cell(row, name) for name in ANSWERS) for row in table.rows)
