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
    encoding = Encoding(where)
    encoding.feed(content)
    return content.decode(encoding.name())


class Encoding:
    """Finds the encoding of bytes that come piece by piece, with `decode`'s law."""

    def __init__(self, where: str) -> None:
        self._where, self._at = where, 0
        # Each encoding that is still possible, the likelier first.
        self._possible: dict[str, codecs.IncrementalDecoder] = {}

    def feed(self, piece: bytes) -> None:
        """The next bytes. Raises `ContentError` as soon as they can be no text."""
        if not self._at:
            self._begin(piece)
        utf_16 = "utf-16" in self._possible
        if not utf_16 and b"\x00" in piece:
            raise ContentError(Fault(self._where, "holds bytes that are no text.", _AS_CSV))
        for name in list(self._possible):
            self._try(name, piece)
        self._at += len(piece)

    def name(self) -> str:
        """The encoding, when all is fed. Raises `ContentError` where the last bytes are half a character."""
        for name in list(self._possible):
            self._try(name, b"", final=True)
        return next(iter(self._possible))

    def _begin(self, piece: bytes) -> None:
        if piece.startswith(b"PK\x03\x04"):
            raise ContentError(Fault(self._where, "is a workbook or an archive, not a CSV file.", _AS_CSV))
        utf_16 = piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        names = ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252")
        self._possible = {name: codecs.getincrementaldecoder(name)() for name in names}

    def _try(self, name: str, piece: bytes, final: bool = False) -> None:
        if name == "cp1252" and len(self._possible) == 2 and piece.isascii():
            return  # most files are UTF-8 throughout: a second decoder would cost as much again
        try:
            text = self._possible[name].decode(piece, final)
        except UnicodeDecodeError as error:
            del self._possible[name]
            if not self._possible:
                told = "UTF-16" if name == "utf-16" else "Windows-1252"
                what = f"byte {self._at + error.start} fits neither UTF-8 nor {told}."
                raise ContentError(Fault(self._where, what, _AS_CSV)) from None
            return
        if name == "utf-16" and "\x00" in text:
            raise ContentError(Fault(self._where, "holds bytes that are no text.", _AS_CSV))


def plain_name(name: str) -> str:
    """A column's name however it was typed: "Plan ID " is plan_id."""
    bare = name.removeprefix("ï»¿")  # a byte order mark of UTF-8, read as Windows-1252
    return re.sub(r"[\s_-]+", "_", bare.strip(" \t\"'\ufeff\r\n").casefold())


def separated(text: str, columns: Container[str], plain: Callable[[str], str] = plain_name) -> tuple[str, str]:
    """The text without its "sep=" line, and the separator that finds most of the known `columns` in the header."""
    said = _SEP_LINE.match(text)
    if said:
        return text[said.end() :], said.group(1)
    header = text.lstrip("\r\n").partition("\n")[0]
    known = {s: sum(plain(name) in columns for name in header.split(s)) for s in SEPARATORS}
    return text, max(SEPARATORS, key=known.__getitem__)
