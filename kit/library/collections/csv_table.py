"""A table of exercises from a spreadsheet: CSV, one exercise a row.

The separator (comma, semicolon, tab) and the encoding (UTF-8, UTF-16, Windows-1252) are found. Only a column `name`
has to be there, or one that people call so; what else is missing needs a clinician, and so does what cannot be read: a
cell is told and left open, and the rest of its row counts.

A cell with several entries, such as steps, has them on lines of their own or parted by "|"; "none" says that there
are none, while an empty cell says nothing. Numbers are whole seconds and counts, `load_kg` may have a comma or a point.
`tags` are movement tags, as hip_flex_90plus or, with the limb, hip_flex_90plus@both; steps, feel and mistakes may hold
{lead} and {other}. `licence`, `author` and `licence_url` are for texts of others; without them an exercise counts as
the clinician's own. `record` names the exercise for ever, where its name or its row may change.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from kit.errors import ContentError, Fault, KitError
from kit.files import read_bytes
from kit.library.collections.collected import Collected
from kit.library.collections.csv_headings import COLUMNS, headings, plain
from kit.library.collections.csv_row import Row
from kit.library.collections.draft import Ids
from kit.library.loader import movement_tags
from kit.places import data_dir
from kit.tabular import decode, separated
from kit.words.numbers import counted


def collect(paths: Iterable[Path], found: Collected) -> None:
    """Read each table into `found`."""
    ids = Ids("csv")
    known_tags = set(movement_tags(data_dir()))
    for path in paths:
        try:
            for at, row, no_unit in _rows(decode(read_bytes(path), path.name), path.name, found):
                try:
                    read = Row(row, no_unit, f"{path.name}, row {at}", found.tell)
                    found.exercises.append(read.exercise(ids, known_tags, path.name, at))
                except KitError as error:
                    found.tell(*error.faults)
        except KitError as error:
            found.tell(*error.faults)


def _rows(text: str, file: str, found: Collected) -> Iterator[tuple[int, dict[str, str], frozenset[str]]]:
    """Rows with anything in them, by column, and the number of each as a spreadsheet counts it (the first is 1).

    A row with more cells than the header has come apart: its name alone is kept. Raises `ContentError` for a header
    without a name, and for a quotation mark that is never closed.
    """
    text, separator = separated(text, COLUMNS, plain)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1)
    at, first = next(((n, cells) for n, cells in lines if any(c.strip() for c in cells)), (1, []))
    header = headings(first, f"{file}, row {at}")
    found.tell(*header.faults)
    _check_closed(text, separator, file)
    for line, cells in lines:
        if not any(c.strip() for c in cells):
            continue
        row = {name: cell.strip() for name, cell in zip(header.columns, cells, strict=False) if name}
        if any(c.strip() for c in cells[len(first) :]):
            what = f"has {counted(len(cells), 'cell')}, and the header has {len(first)}: its name alone is kept."
            found.tell(Fault(f"{file}, row {line}", what, f"Put texts that hold “{separator}” in quotation marks."))
            row = {"name": row["name"]}
        yield line, row, header.no_unit


def _check_closed(text: str, separator: str, file: str) -> None:
    """Raises `ContentError` where the last quotation mark is open: it swallows all rows after it."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise ContentError(Fault(file, "a quotation mark is never closed.", "Close it.")) from None
