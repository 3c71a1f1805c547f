"""The records of a CSV text, line by line, so that a file of any size can be read.

A quotation mark that is opened and never closed costs its own line: without care it swallows all rows after it.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator

MAX_LINES, MAX_CHARACTERS = 1_000, 1_000_000  # of one record; more is an open quotation mark
_FEW, _MANY = 7, 20  # separators: fewer do not tell a row from a line of a note; this many are in no note
_END = "\x00"  # stands after the last line; no text that the kit reads holds one


class _Unclosed(Exception):  # noqa: N818 (a signal, no error of anybody's)
    """The record being read has swallowed what is no part of it."""


class Records:
    """Iterates over (cells, broken) of each record; `broken` where its quotation mark is never closed."""

    def __init__(self, lines: Iterable[str], separator: str) -> None:
        self._lines, self._separator = iter(lines), separator
        self._again: deque[str] = deque()  # lines that were swallowed, to be read again
        self._fed: list[str] = []  # lines of the record being read
        self._least = 0  # separators of the first line

    def __iter__(self) -> Iterator[tuple[list[str], bool]]:
        csv.field_size_limit(max(csv.field_size_limit(), 4 * MAX_CHARACTERS))
        reader = csv.reader(self._feed(), delimiter=self._separator)
        while True:
            try:
                cells = next(reader)
                broken = self._fed[-1] is _END
            except _Unclosed:
                cells, broken = [], True
            if cells == [_END]:
                return
            if broken:
                cells = self._first_alone()
                reader = csv.reader(self._feed(), delimiter=self._separator)
            elif not self._least:
                self._least = self._fed[0].count(self._separator)
            self._fed.clear()
            yield cells, broken

    def _feed(self) -> Iterator[str]:
        while not (self._fed and self._fed[-1] is _END):
            line = self._again.popleft() if self._again else next(self._lines, _END)
            if self._fed and line is not _END and self._is_swallowed(line):
                self._again.appendleft(line)
                raise _Unclosed
            self._fed.append(line)
            yield line

    def _is_swallowed(self, line: str) -> bool:
        """Whether a line within quotation marks is a row: as many cells, and where these are few, the same plan."""
        if len(self._fed) >= MAX_LINES or sum(map(len, self._fed)) > MAX_CHARACTERS:
            return True
        if self._least < _FEW or line.count(self._separator) < self._least:
            return False
        first, same = (text.partition(self._separator)[0] for text in (line, self._fed[0]))
        return self._least >= _MANY or first == same

    def _first_alone(self) -> list[str]:
        """The cells of the line with the open quotation mark; the lines after it are read again."""
        first, *rest = (line for line in self._fed if line is not _END)
        self._again.extendleft(reversed(rest))
        return next(csv.reader([first], delimiter=self._separator))
