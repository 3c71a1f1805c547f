"""The diary of one version as a synthetic patient sends it back: the blank one that went home, filled in."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.diary.cells import spreadsheet_safe
from kit.diary.columns import ANSWERS, COLUMNS
from kit.diary.rows import Row
from kit.diary.template import BOM, diary_csv
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.samples.answers import Answers, cells_of
from kit.samples.lived import Lived
from kit.words.catalogue import Catalogue

_HEAD = len(COLUMNS) - len(ANSWERS)
_AT = {name: COLUMNS.index(name) for name in ("item_id", "date", "slot", "side")}
_NUMBERS = ("plan_version", "week", "slot")
Filled = Sequence[tuple[Lived, Sequence[Answers]]]  # the sessions of one version with a row for each of `cells_of`
_Line = tuple[list[str], Answers, bool]  # printed cells, answers, whether it is to be refused


@dataclass(frozen=True)
class Sheet:
    """A diary file: its name, its bytes (UTF-8, CRLF), the day on which it comes back, rows that will be refused."""

    name: str
    content: bytes
    on: dt.date
    version: int
    refused: int


def sheet(plan: Plan, library: Library, words: Catalogue, filled: Filled, on: dt.date) -> Sheet:
    """The file that comes back on the day `on`."""
    lines = list(_lines(plan, library, words, filled))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for printed, said, _ in lines:
        writer.writerow([*printed, *(spreadsheet_safe(str(said.get(name, ""))) for name in ANSWERS)])
    name = f"{plan.plan_id}-v{plan.version}-synthetic.csv"
    refused = sum(is_refused for _, _, is_refused in lines)
    return Sheet(name, (BOM + text.getvalue()).encode(), on, plan.version, refused)


def read_back(plan: Plan, library: Library, words: Catalogue, filled: Filled, number: int) -> Iterator[Row]:
    """The rows of the file as `read_diary` reads them; `number` is that of the first, in a file of many diaries."""
    blank: Mapping[str, Any] = dict.fromkeys(COLUMNS)
    for at, (printed, said, is_refused) in enumerate(_lines(plan, library, words, filled), number):
        if not is_refused:
            known: dict[str, Any] = {**blank, **dict(zip(COLUMNS, printed, strict=False)), **said}
            known |= {name: int(known[name]) for name in _NUMBERS}
            known["date"] = dt.date.fromisoformat(known["date"])
            yield Row(at, known, ())


def _lines(plan: Plan, library: Library, words: Catalogue, filled: Filled) -> Iterator[_Line]:
    """The lines of the file in the order of what was printed, and at its end what somebody added."""
    printed = csv.reader(io.StringIO(diary_csv(resolve(plan, library), words).decode("utf-8-sig"), newline=""))
    next(printed)
    lines = {tuple(cells[at] for at in _AT.values()): cells[:_HEAD] for cells in printed}
    said: dict[tuple[str, ...], _Line] = {}
    added: list[_Line] = []
    for one, given in filled:
        for (item, side), row in zip(cells_of(one.slot.items), given, strict=True):
            key: tuple[str, ...] = (item.item_id, one.slot.date.isoformat(), str(one.slot.number), side)
            cells = list(lines[key])
            cells[_AT["date"]] = one.day.isoformat()
            if one.is_due:
                said[key] = (cells, row, one.is_refused)
            else:
                cells[_AT["slot"]] = "1"
                added.append((cells, row, one.is_refused))
    for key, cells in lines.items():
        yield said.get(key, (cells, {}, False))
    yield from added
