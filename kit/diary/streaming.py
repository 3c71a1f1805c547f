"""A diary file of any size, read batch by batch with flat memory: the one way in which the kit reads diaries.

The law: each row below the header is kept, rejected, repeated or blank.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike

from kit.diary.alarms import refused_alarm
from kit.diary.cell_readers import trimmed
from kit.diary.dates import Order, order_of
from kit.diary.header import Header, nameless_column, read_header
from kit.diary.packed import is_packed, unpacked
from kit.diary.prescribed import FindPlans, RefusePlan, Shelf
from kit.diary.reader import RowReader
from kit.diary.repeats import repeat_of
from kit.diary.rows import Reject, Row
from kit.diary.source import Record, Source, look_at
from kit.errors import Fault

BATCH = 5_000  # rows
_UNCLOSED = "a quotation mark is opened and never closed. Close it."


@dataclass(frozen=True)
class Batch:
    """Some rows of a file, in order. `repeated` counts rows whose cells are those of an earlier row of the batch,
    `blank` those with nothing in them; `bytes_read` of `bytes_total` is how far the file is read."""

    rows: list[Row]
    rejects: list[Reject]
    repeated: int
    blank: int
    faults: tuple[Fault, ...]
    alarms: tuple[Fault, ...]  # what refused rows say that cannot wait
    bytes_read: int
    bytes_total: int


def read_rows(
    path: str | PathLike[str],
    plans: FindPlans | None = None,
    source: Source | None = None,
    size: int = BATCH,
    refuse: RefusePlan | None = None,
) -> Iterator[Batch]:
    """The rows of a CSV file or a workbook in batches of at most `size`; at least one batch.

    `plans` gives all versions of the plans with a code, or with a label where the diary has no codes; each row is then
    held against its plan, unless `refuse` says why rows of that version are not taken. `source` is what `look_at` said
    of the file, where somebody looked already. Rows that answer differently for the same thing stay: only who sees the
    whole file can tell.

    Raises `MachineError` when the file cannot be read, `ContentError` when it is no diary.
    """
    source = source or look_at(path)
    header, records = numbered(source)
    shelf = Shelf(plans, refuse) if plans else None
    rows = _Rows(header, source, RowReader(header, source.name, _order(source), shelf))
    yield rows.batch(itertools.islice(records, size), header.faults)
    while block := list(itertools.islice(records, size)):
        yield rows.batch(block)


def alarms_of(rejects: Iterable[Reject], where: str) -> Iterator[Fault]:
    """What rows that were refused say that cannot wait."""
    return (refused_alarm(where, reject.row, reject.alarm) for reject in rejects if reject.alarm)


def numbered(source: Source) -> tuple[Header, Iterator[tuple[int, Record]]]:
    """The header, and the records below it, each with its number as a spreadsheet counts it."""
    records = enumerate(source.records(), start=1)
    filled = (one for one in records if any(one[1][0]))
    _, (cells, _) = next(filled, (1, ([], False)))
    return read_header(cells, source.separator, source.name), records


class _Rows:
    """Sorts records into batches."""

    def __init__(self, header: Header, source: Source, reader: RowReader) -> None:
        self._header, self._source, self._reader = header, source, reader
        self._nameless = set(header.nameless)  # until something is found in them

    def batch(self, records: Iterable[tuple[int, Record]], told: Iterable[Fault] = ()) -> Batch:
        rows: list[Row] = []
        rejects: list[Reject] = []
        seen: dict[tuple[str, ...], int] = {}  # rows of this batch that stand
        faults = self._reader.faults
        faults += told
        repeated = blank = 0
        for number, (cells, broken) in records:
            raw = tuple(cells)
            if broken:
                rejects.append(self._reader.broken(number, raw, _UNCLOSED))
            elif not any(map(str.strip, cells)):
                blank += 1
            elif raw in seen:
                repeated += 1
                faults.append(repeat_of(seen[raw], number, self._source.name))
            else:
                self._look_beside(cells)
                read = self._reader.read(number, raw)
                if isinstance(read, Row):
                    seen[raw] = number
                    rows.append(read)
                else:
                    rejects.append(read)
        alarms = tuple(alarms_of(rejects, self._source.name))
        at, size = self._source.position, self._source.size
        batch = Batch(rows, rejects, repeated, blank, tuple(faults), alarms, at, size)
        faults.clear()
        return batch

    def _look_beside(self, cells: Sequence[str]) -> None:
        """Tell, once, of each column without a name in which something stands."""
        for at in [at for at in self._nameless if at < len(cells) and cells[at].strip()]:
            self._nameless.remove(at)
            self._reader.faults.append(nameless_column(at, self._source.name))


def _order(source: Source) -> Order | None:
    """Which comes first in the file's dates with slashes, where any of them can tell."""
    if not source.may_tell_order:
        return None
    header, records = numbered(source)
    at, width, packing = header.columns["date"], header.width, header.packing
    lines = (unpacked(cells, packing)[0] if is_packed(cells, width, packing) else cells for _, (cells, _) in records)
    return order_of(trimmed(line[at]) for line in lines if at < len(line))
