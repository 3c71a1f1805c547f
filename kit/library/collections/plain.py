"""Foreign text as plain text: without HTML, Markdown, or the number that a step had in its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.library.collections.markup import blocks
from kit.words.stated import ADDRESS

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[A-Za-z/!?]|&(?:#\w+|[A-Za-z]+);")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\(\s*([^()\s]+)(?:\s+\"[^\"]*\")?\s*\)")
# Signs of emphasis stand in pairs around words; within a word, or around a space, they are none.
_EMPHASIS = re.compile(r"(\*{1,3}|~~|`+)(?=\S)([^*~`]+?)(?<=\S)\1|(?<!\w)(_{1,3})(?=[^\W_])([^_]+?)(?<=[^\s_])\3(?!\w)")
_BULLET = r"(?:[-*+•·▪◦‣–—>]+|\#{1,6})(?=\s)"
_NUMBER = r"(?:\(?\d{1,2}[.):](?!\d)|\(?[a-hA-H]\)|(?i:step)\s+\d{1,2}\s*[.):–—-](?!\d))"
_MARK = re.compile(rf"\s*(?:{_BULLET}|•|{_NUMBER})\s*")
_NEW_ENTRY = re.compile(rf"\s*\n\s*(?={_BULLET}|{_NUMBER})")
_PUNCTUATION = ".:!?;,"


def unmarked(text: str) -> str:
    """`text` without HTML, entities decoded, and without Markdown's emphasis; a link gives its words and its address.

    Raises `ValueError` for HTML that is never closed.
    """
    return " ".join(_words(text))


def entries(text: str) -> list[str]:
    """The steps that a text holds: its blocks and list items, each without its mark or number. Raises as `unmarked`."""
    told = [part for block in _words(text) for part in _counted_in_line(block)]
    return [bare for part in told if (bare := _bare(part))]


def _words(text: str) -> list[str]:
    found = blocks(text) if _HTML.search(text) else _NEW_ENTRY.split(text)
    return [_without_emphasis(_LINK.sub(r"\1 (\2)", _IMAGE.sub(r"\1", block))) for block in found]


def _without_emphasis(text: str) -> str:
    while (plain := _EMPHASIS.sub(_inner, text)) != text:
        text = plain
    return text


def _inner(found: re.Match[str]) -> str:
    """The words between two signs, parted from a word that follows at once: "**Note:**sit" is "Note: sit".

    Signs within an address are letters of it.
    """
    if any(at.start() < found.start() < at.end() for at in ADDRESS.finditer(found.string)):
        return found[0]
    words = found[2] or found[4]
    glued = words[-1] in _PUNCTUATION and found.string[found.end() : found.end() + 1].isalnum()
    return f"{words} " if glued else words


def _bare(text: str) -> str:
    """Without the marks at its beginning, however many there are: "1. - Sit." is "Sit."."""
    while (rest := _MARK.sub("", text, count=1) if _MARK.match(text) else text) != text:
        text = rest
    return text.strip()


def _counted_in_line(text: str) -> Iterator[str]:
    """ "1. Sit. 2. Stand." as two entries: each number has to follow the one before, and the end of a sentence."""
    number, start = 2, 0
    if re.match(r"\s*\(?1[.)](?!\d)", text):
        while found := re.compile(rf"(?<=[.!?;:])\s+(?=\(?{number}[.)](?!\d))").search(text, start):
            yield text[start : found.start()]
            number, start = number + 1, found.end()
    yield text[start:]
