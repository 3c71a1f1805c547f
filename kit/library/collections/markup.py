"""The text of an HTML fragment, block by block. Nothing of the markup is left; what a script holds is no text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kit.model import SHOWN

# What a browser does not show, with its whole content.
_HIDDEN = frozenset({"script", "style", "template", "title", "noscript", "iframe", "object", "svg", "math"})
# What does not start a new line; everything else does.
_WITHIN_A_LINE = (
    "a abbr b cite code del em font i img ins kbd label mark q s small span strike strong sub sup tt u var wbr"
)
_INLINE = _HIDDEN | set(_WITHIN_A_LINE.split())
# "<b>Note:</b>sit" is two words to the eye.
_EMPHASIS = frozenset({"b", "strong", "em", "i", "u"})
_PUNCTUATION = tuple(":.!?;")
_TAG_START = re.compile(r"<[A-Za-z/!?]")


def blocks(markup: str) -> list[str]:
    """Paragraphs, list items and lines in order, entities decoded, without empty ones.

    Raises `ValueError` when a tag or a hidden element is never closed, since what follows it may be lost.
    """
    reader = _Reader()
    reader.feed(markup)
    rest = reader.rawdata
    if _TAG_START.match(rest):
        raise ValueError(f"a tag is never closed: “{rest[:SHOWN]}”. Close it, or take it out.")
    reader.close()
    if reader.hidden:
        raise ValueError(f"<{reader.hidden[-1]}> is never closed. Close it, or take it out.")
    return [text for block in "".join(reader.text).split("\x00") if (text := " ".join(block.split()))]


class _Reader(HTMLParser):
    """Text pieces, and a NUL wherever a block starts or ends; a NUL of the text itself is dropped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.hidden: list[str] = []
        self.parted = False  # the word that follows at once is another one

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _HIDDEN:
            self.hidden.append(tag)
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag) :]
        self._break(tag)
        self.parted = tag in _EMPHASIS and bool(self.text) and self.text[-1].endswith(_PUNCTUATION)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            gap = " " if self.parted and data[:1].isalnum() else ""
            self.text.append(gap + data.replace("\x00", ""))
            self.parted = False

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and not self.hidden:
            self.text.append("\x00")
