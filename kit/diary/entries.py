"""Whether somebody has written in a diary file. No pandas here: an export asks before it writes."""

from __future__ import annotations

from pathlib import Path

from kit.diary.cell_readers import trimmed
from kit.diary.columns import ANSWERS
from kit.diary.packed import is_packed
from kit.diary.source import look_at
from kit.diary.streaming import numbered
from kit.errors import KitError


def has_entries(path: Path) -> bool:
    """True when any answer cell is filled, or a cell outside of the columns; False when there is no file.

    A file that cannot be read as a diary counts as having entries: it may be somebody's work.
    """
    if not path.exists():
        return False
    try:
        source = look_at(path)
        if not source.size:
            return False
        header, records = numbered(source)
        printed = {at for name, at in header.columns.items() if name not in ANSWERS}
        for _, (cells, broken) in records:
            filled = (at for at, cell in enumerate(cells) if trimmed(cell))
            if broken or is_packed(cells, header.width, header.packing) or any(at not in printed for at in filled):
                return True
    except KitError:
        return True
    return False
