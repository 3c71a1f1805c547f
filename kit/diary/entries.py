"""Whether somebody has written in a diary file. No pandas here: an export asks before it writes."""

from __future__ import annotations

from pathlib import Path

from kit.diary.cell_readers import trimmed
from kit.diary.columns import ANSWERS
from kit.diary.packed import is_packed
from kit.diary.source import look_at
from kit.diary.streaming import numbered
from kit.errors import ContentError


def has_entries(path: Path) -> bool:
    """True when any answer cell is filled, or a cell outside of the columns; False when there is no file.

    A file that is no diary counts as having entries: it may be somebody's work. Raises `MachineError` where the
    machine does not let it be read.
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
            written = any(trimmed(cell) for at, cell in enumerate(cells) if at not in printed)
            if written or broken or is_packed(cells, header.width, header.packing):
                return True
    except ContentError:
        return True
    return False
