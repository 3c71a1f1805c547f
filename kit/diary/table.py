"""A diary file as numbered rows of raw cells: the separator found, the header understood, nothing judged yet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from kit.diary.cells import from_spreadsheet
from kit.diary.columns import COLUMNS, REQUIRED
from kit.errors import ContentError, Fault
from kit.model import did_you_mean
from kit.tabular import plain_name, separated


@dataclass(frozen=True)
class RawRow:
    """One row: `number` as a spreadsheet counts it (the header is row 1), its `cells` as they stand."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows with anything in them. `columns` gives the place of each known column, `unclosed` the row whose
    quotation mark is never closed, and `faults` what was ignored."""

    columns: dict[str, int]
    width: int
    rows: tuple[RawRow, ...]
    unclosed: RawRow | None
    faults: tuple[Fault, ...]

    def cell(self, row: RawRow, column: str) -> str:
        """The trimmed text of one cell; empty where the column or the cell is missing."""
        at = self.columns.get(column)
        return "" if at is None or at >= len(row.cells) else from_spreadsheet(row.cells[at].strip(" \u00a0")).strip()

    def ignored(self, row: RawRow) -> list[str]:
        """What stands in cells that belong to no known column."""
        known = set(self.columns.values())
        return [cell for at, cell in enumerate(row.cells) if at not in known and cell.strip()]


def read_table(text: str, where: str) -> Table:
    """The table in `text`. Raises `ContentError` naming all required columns that are missing or stand twice."""
    text, separator = separated(text, COLUMNS)
    records, closed = _records(text, separator)
    header = next((r for r in records if any(r.cells)), RawRow(1, ()))
    names = [plain_name(cell) for cell in header.cells]
    _check_header(names, where)
    rows = [r for r in records if r.number > header.number and any(c.strip() for c in r.cells)]
    unclosed = rows.pop() if rows and not closed else None
    columns = {name: at for at, name in enumerate(names) if name in COLUMNS}
    faults = _unknown(header, names, rows, where)
    return Table(columns, len(names), tuple(rows), unclosed, tuple(faults))


def _records(text: str, separator: str) -> tuple[list[RawRow], bool]:
    """All records, and whether the last quotation mark is closed."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = list(io.StringIO(text, newline=""))  # splitlines() would also split at signs within a note
    records = [RawRow(n, tuple(c)) for n, c in enumerate(csv.reader(lines, delimiter=separator), start=1)]
    try:
        for _ in csv.reader(lines, delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return records, "unexpected end of data" not in str(error)
    return records, True


def _check_header(names: list[str], where: str) -> None:
    faults = [
        Fault(f"{where}, row 1", f"the column “{name}” stands {names.count(name)} times.", "Keep one of them.")
        for name in COLUMNS
        if names.count(name) > 1
    ]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        what = f"has no column {', '.join(missing)}."
        faults.append(Fault(f"{where}, row 1", what, "Use the diary file that came with the handout."))
    if faults:
        raise ContentError(faults)


def _unknown(header: RawRow, names: list[str], rows: list[RawRow], where: str) -> list[Fault]:
    """A fault for each column that is no part of a diary; a nameless column without cells is no fault."""
    faults = []
    for at, name in enumerate(names):
        used = any(at < len(row.cells) and row.cells[at].strip() for row in rows)
        if name in COLUMNS or not (name or used):
            continue
        shown = f"the column “{header.cells[at].strip()}”" if name else f"column {at + 1} without a name"
        mend = did_you_mean(name, COLUMNS) or "Move what you need into the column “note”."
        faults.append(Fault(f"{where}, row 1", f"{shown} is not part of a diary and is ignored.", mend))
    return faults
