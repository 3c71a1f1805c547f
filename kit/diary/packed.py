"""A spreadsheet that does not know the separator puts each line into one cell, and what is typed lands behind it.

Such a line comes back as `"P-001,1,i1,…";done`, or without the quotation marks.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from kit.diary.status import STATUS, plain_status
from kit.tabular import SEPARATORS

Cells = list[str]


@dataclass(frozen=True)
class Packing:
    """How the lines of a file are packed. `inner` separates the cells of a line, `outer` what stands behind it;
    `behind` are the names that the header has there, empty where it has none."""

    inner: str
    outer: str | None
    behind: tuple[str, ...]


def unpacked_header(cells: Sequence[str], inner: str) -> tuple[Cells, Packing]:
    """The names in a header, taken out of its one cell where they are packed, and how the lines are packed."""
    one = len(cells) == 1 and inner in cells[0] and not _breaks(cells[0])
    names = _line(cells[0], inner) if one else list(cells)
    outer = next((s for s in SEPARATORS if s != inner and names and s in names[-1]), None)
    if outer is None:
        return names, Packing(inner, None, ())
    last, *behind = names[-1].split(outer)
    return [*names[:-1], last], Packing(inner, outer, tuple(behind))


def is_packed(cells: Sequence[str], width: int, packing: Packing) -> bool:
    """Whether a row has something behind its line, or stands in one cell."""
    if len(cells) == 1:
        return cells[0].count(packing.inner) >= width - 1 > 0 and not _breaks(cells[0])
    if len(cells) != width:
        return False
    if packing.outer:
        return cells[-1].count(packing.outer) >= len(packing.behind)
    last = cells[-1].strip()
    if last[:1] not in SEPARATORS or last[0] == packing.inner:
        return False
    typed = last.strip(last[0])  # a note may begin with a separator too
    return not typed or plain_status(typed) in STATUS


def unpacked(cells: Sequence[str], packing: Packing) -> tuple[Cells, Cells]:
    """The cells of a packed row, and what stands behind its line, a text for each place there."""
    line = _line(cells[0], packing.inner) if len(cells) == 1 else list(cells)
    outer = packing.outer or next((s for s in SEPARATORS if s != packing.inner and s in line[-1]), None)
    if outer is None:
        return line, []
    last, *behind = line[-1].rsplit(outer, len(packing.behind)) if packing.behind else line[-1].split(outer)
    return [*line[:-1], last], [text.strip().strip('"') for text in behind]


def _line(text: str, inner: str) -> Cells:
    return next(csv.reader([text], delimiter=inner))


def _breaks(text: str) -> bool:
    return "\n" in text or "\r" in text
