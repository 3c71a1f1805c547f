"""The rows of a diary that came back as a workbook (.xlsx), each cell as the text that a CSV file would have."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from kit.diary.columns import REQUIRED
from kit.errors import ContentError, Fault
from kit.tabular import plain_name

MAX_TEXTS = 200_000_000  # bytes of the texts of a workbook, which are held in memory
MAX_COLUMNS = 1_000
_TEXTS = "xl/sharedStrings.xml"
_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, EOFError, NotImplementedError)
_AS_CSV = "Open it in a spreadsheet and save it as CSV UTF-8."


def is_workbook(start: bytes, path: Path) -> bool:
    """Whether a file that begins with `start` is an .xlsx workbook, whatever its name."""
    if not start.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def sheet_rows(path: Path, where: str) -> Iterator[tuple[float, list[str]]]:
    """Each row of the sheet with a diary's columns, else of the first, and the share of the sheet that is read.

    Raises `ContentError` for a workbook that cannot be read.
    """
    import openpyxl

    book = None
    try:
        _check_size(path, where)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = _diary_sheet(book)
        count = sheet.max_row or 0
        for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), start=1):
            texts = [_text(cell) for cell in cells]
            while texts and not texts[-1]:  # a sheet is as wide as its widest row ever was
                texts.pop()
            yield min(1.0, number / count) if count else 0.0, texts
    except (*_BROKEN, ParseError, zipfile.BadZipFile, zlib.error) as error:
        raise ContentError(Fault(where, "is a workbook that cannot be read.", _AS_CSV)) from error
    finally:
        if book is not None:
            book.close()


def _check_size(path: Path, where: str) -> None:
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(_TEXTS).file_size if _TEXTS in archive.namelist() else 0
    if size > MAX_TEXTS:
        raise ContentError(Fault(where, f"is a workbook with {size:,} bytes of text.", _AS_CSV))


def _diary_sheet(book: Any) -> Any:
    """The first sheet in which a row near the top names what a diary must have."""
    for sheet in book.worksheets:
        for cells in sheet.iter_rows(values_only=True, max_row=5, max_col=MAX_COLUMNS):
            names = {plain_name(_text(cell)) for cell in cells}
            if names.issuperset(REQUIRED[1:]) or any(len(_text(cell).split(",")) >= len(REQUIRED) for cell in cells):
                return sheet
    if not book.worksheets:
        raise ValueError("no sheet")
    return book.worksheets[0]


def _text(cell: object) -> str:
    """A cell's value as a CSV file has it: 3 and not 3.0."""
    match cell:
        case None:
            return ""
        case dt.datetime() | dt.date() | dt.time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell).replace("\x00", "␀")
