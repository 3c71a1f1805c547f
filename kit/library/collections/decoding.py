"""The bytes of a table as text, whatever program saved them."""

from __future__ import annotations

import codecs

from kit.errors import ContentError, Fault

_AS_CSV = "Open it in a spreadsheet and save it as CSV UTF-8."


def decode(content: bytes, where: str) -> str:
    """UTF-16 by its byte order mark, else UTF-8, else Windows-1252. Raises `ContentError` when it is no text."""
    if content.startswith(b"PK\x03\x04"):
        raise ContentError(Fault(where, "is a workbook or an archive, not a CSV file.", _AS_CSV))
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ContentError(Fault(where, "holds bytes that are no text.", _AS_CSV))
