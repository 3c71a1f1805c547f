"""A diary file looked at once before its rows are read: what it is, and how its records are to be read.

Both passes read it piece by piece, so that a file of any size takes the same memory.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from kit.diary.columns import COLUMNS
from kit.diary.records import Records
from kit.diary.workbook import is_workbook, sheet_rows
from kit.errors import ContentError, Fault, MachineError
from kit.files import opened, refusal
from kit.tabular import Encoding, separated

PIECE = 1 << 20  # bytes
HEAD = 1 << 16  # characters in which the header must stand
# How a date such as 13/6/2026 ends, digits made 0 and hyphens slashes: it may say which comes first in all dates.
_ALIKE = bytes.maketrans(b"123456789-", b"000000000/")
_YEAR_LAST = b"/0000"

Record = tuple[list[str], bool]


@dataclass
class Source:
    """A file that was looked at: its `name`, `size` in bytes and SHA-256 as hexadecimal.

    `encoding` is None for a workbook. `may_tell_order` where a date in it may say whether the day comes first.
    `position` is how far the records were read, in bytes.
    """

    path: Path
    name: str
    size: int
    sha256: str
    encoding: str | None
    separator: str
    has_separator_line: bool
    may_tell_order: bool
    changed: tuple[int, int]
    position: int = field(default=0, compare=False)

    def records(self) -> Iterator[Record]:
        """The records with whether the quotation mark of each is closed, the header first.

        Raises `ContentError` where the file changed since it was looked at, `MachineError` where it cannot be read.
        """
        self.position = 0
        yield from self._of_workbook() if self.encoding is None else self._of_text(self.encoding)
        if _changed(self.path) != self.changed:
            raise ContentError(Fault(self.name, "was changed while it was read.", "Read it again."))
        self.position = self.size

    def _of_text(self, encoding: str) -> Iterator[Record]:
        with opened(self.path) as file, io.TextIOWrapper(file, encoding, newline="") as lines:
            try:
                if self.has_separator_line:
                    next(lines)
                for n, record in enumerate(Records(lines, self.separator)):
                    if n % 1_000 == 0:
                        self.position = min(file.tell(), self.size)
                    yield record
            except OSError as error:
                raise MachineError(refusal(self.path, "read", error)) from error
            except UnicodeDecodeError as error:
                raise ContentError(Fault(self.name, "was changed while it was read.", "Read it again.")) from error

    def _of_workbook(self) -> Iterator[Record]:
        for share, cells in sheet_rows(self.path, self.name):
            self.position = int(self.size * share)
            yield cells, False


def look_at(path: str | PathLike[str]) -> Source:
    """The first pass. Raises `MachineError` where the file cannot be read, `ContentError` where it is no table."""
    path = Path(path)
    changed = _changed(path)
    with opened(path) as file:
        start = file.read(4)
        file.seek(0)
        encoding = None if is_workbook(start, path) else Encoding(path.name)
        digest, may_tell, size = hashlib.sha256(), encoding is None, 0
        tail = b""
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            if encoding:
                encoding.feed(piece)
                _check_lines(piece, path.name)
                may_tell = may_tell or _YEAR_LAST in (tail + piece).translate(_ALIKE)
                tail = piece[-len(_YEAR_LAST) :]
        if encoding and not size:
            encoding.feed(b"")
        name = encoding.name() if encoding else None
    separator, said = _separator(path, name) if name else (",", False)
    may_tell = may_tell or name == "utf-16"
    return Source(path, path.name, size, digest.hexdigest(), name, separator, said, may_tell, changed)


def _separator(path: Path, encoding: str) -> tuple[str, bool]:
    """The separator, and whether a first line says so."""
    with opened(path) as file, io.TextIOWrapper(file, encoding, newline="") as text:
        head = text.read(HEAD)
    rest, separator = separated(head, COLUMNS)
    return separator, rest != head


def _check_lines(piece: bytes, name: str) -> None:
    if len(piece) == PIECE and b"\n" not in piece and b"\r" not in piece:
        what = "has a line of more than a million characters."
        raise ContentError(Fault(name, what, "Use the diary file that came with the handout."))


def _changed(path: Path) -> tuple[int, int]:
    """What changes with the content: time in nanoseconds, bytes. Raises `MachineError` for what is no regular file."""
    with opened(path) as file:
        found = os.fstat(file.fileno())
    return found.st_mtime_ns, found.st_size
