"""The bytes of a table that came from somewhere, as text: encoding, separator and column names made out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Container

from kit.errors import ContentError, Fault

SEPARATORS = (",", ";", "\t")
_SEP_LINE = re.compile(r"sep=([,;|\t])\r?\n", re.IGNORECASE)  # a first line that Excel writes and does not show
_AS_CSV = "Open it in a spreadsheet and save it as CSV UTF-8."


def decode(content: bytes, where: str) -> str:
    """UTF-16 by its byte order mark, else UTF-8, else Windows-1252. Raises `ContentError` when it is no text."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(content, "utf-16", where)
    if content.startswith(b"PK\x03\x04"):
        raise ContentError(Fault(where, "is a workbook or an archive, not a CSV file.", _AS_CSV))
    if b"\x00" in content:
        raise ContentError(Fault(where, "holds bytes that are no text.", _AS_CSV))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252", where)


def plain_name(name: str) -> str:
    """A column's name however it was typed: "Plan ID " is plan_id."""
    return re.sub(r"[\s_-]+", "_", name.strip(" \t\"'\ufeff\r\n").casefold())


def separated(text: str, columns: Container[str], plain: Callable[[str], str] = plain_name) -> tuple[str, str]:
    """The text without its "sep=" line, and the separator that finds most of the known `columns` in the header."""
    said = _SEP_LINE.match(text)
    if said:
        return text[said.end() :], said.group(1)
    header = text.lstrip("\r\n").partition("\n")[0]
    known = {s: sum(plain(name) in columns for name in header.split(s)) for s in SEPARATORS}
    return text, max(SEPARATORS, key=known.__getitem__)


def _decoded(content: bytes, encoding: str, where: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte {error.start} fits neither UTF-8 nor {'UTF-16' if encoding == 'utf-16' else 'Windows-1252'}."
        raise ContentError(Fault(where, what, _AS_CSV)) from None
    if "\x00" in text:
        raise ContentError(Fault(where, "holds bytes that are no text.", _AS_CSV))
    return text
