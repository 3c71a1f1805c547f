"""The bytes of a diary as text, whatever program saved them."""

from __future__ import annotations

import codecs

from kit.errors import ContentError, Fault

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


def _decoded(content: bytes, encoding: str, where: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte {error.start} fits neither UTF-8 nor {'UTF-16' if encoding == 'utf-16' else 'Windows-1252'}."
        raise ContentError(Fault(where, what, _AS_CSV)) from None
