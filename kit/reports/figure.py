"""The numbers of the report as a tidy table: a row for each, under a key that the page's pieces name too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from fractions import Fraction

from kit.adherence.counts import plain
from kit.diary.cells import spreadsheet_safe
from kit.statistics.interval import Bounds


@dataclass(frozen=True)
class Figure:
    """`value` in `unit`; where it is a share, 0 to 1, `k` of `n` with its 95 % interval. `key` stands last."""

    section: str
    measure: str
    value: object = None
    unit: str = ""
    k: object = None
    n: object = None
    low: float | None = None
    high: float | None = None
    key: str = ""


COLUMNS = ("section", "measure", "value", "unit", "k", "n", "low", "high", "figure")


def share_figure(
    section: str, measure: str, part: Fraction, whole: Fraction, key: str, bounds: Bounds | None = None
) -> Figure:
    """A share of sessions; without a value where nothing was due."""
    value = float(part / whole) if whole else None
    low, high = bounds or (None, None)
    return Figure(section, measure, value, "share", plain(part), plain(whole), low, high, key)


def to_csv(figures: Iterable[Figure]) -> bytes:
    """One row a figure, in the order of the page; UTF-8 with a mark, as a spreadsheet reads it."""
    assert len(COLUMNS) == len(fields(Figure))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in astuple(figure)] for figure in figures)
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(round(value, 6)) if isinstance(value, float) else spreadsheet_safe(str(value))
