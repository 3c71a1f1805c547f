"""A piece of the report that can be traced: what is printed, and the cells that it comes from.

A line of the report is made of plain words, in which no digit stands, and of these.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kit.adherence.sentences import number, percent

Rows = tuple[Hashable, ...]
# What is made of the cells: the cell itself or its beginning; the number of rows, or of sessions that they belong to;
# a sum; the sum over another one; a bound of the interval of sessions in order; a mean; a median.
Measure = Literal["cell", "start", "count", "sessions", "sum", "percent", "low", "high", "mean", "median"]


@dataclass(frozen=True)
class Cited:
    """`text` is `measure` of the cells of `column` in `rows` (labels of the index) of the table `frame`.

    A percentage is the sum of `column` over `rows` by the sum of `per` over `of`. Columns with a + between are added.
    `figure` is the key of the row of the CSV that tells the same.
    """

    text: str
    figure: str
    frame: str
    column: str
    rows: Rows
    measure: Measure = "cell"
    per: str = ""
    of: Rows = ()

    def __str__(self) -> str:
        return self.text


Line = tuple[str | Cited, ...]


def said(line: Line) -> str:
    return "".join(map(str, line))


def cell(value: object, frame: str, column: str, row: Hashable, figure: str, measure: Measure = "cell") -> Cited:
    """One cell, as `value` tells it; an arrow, which the type does not have, as a word."""
    return Cited(str(value).replace("→", "to"), figure, frame, column, (row,), measure)


def total(value: Fraction, figure: str, frame: str, column: str, rows: Iterable[Hashable]) -> Cited:
    """A sum of sessions."""
    return Cited(number(value), figure, frame, column, tuple(rows), "sum")


def counted(figure: str, frame: str, rows: Iterable[Hashable], column: str = "session") -> Cited:
    """How many rows there are."""
    found = tuple(rows)
    return Cited(str(len(found)), figure, frame, column, found, "count")


@dataclass(frozen=True)
class Part:
    """Sessions that a share is made of: the sum of `column` over `rows` of a table is `value`."""

    value: Fraction
    frame: str
    column: str
    rows: Rows

    def cited(self, figure: str) -> Cited:
        return total(self.value, figure, self.frame, self.column, self.rows)


def share_of(part: Part, whole: Part, figure: str, few: int = 3, *, enough: bool = True) -> Line:
    """ "68 % (15 of 22)"; without a percentage where fewer than `few` were due, or not `enough` was logged."""
    of: Line = (part.cited(figure), " of ", whole.cited(figure))
    if whole.value < few or not enough:
        return of
    rate = percent(part.value / whole.value)
    at = (part.frame, part.column, part.rows)
    return (Cited(rate, figure, *at, "percent", whole.column, whole.rows), " (", *of, ")")
