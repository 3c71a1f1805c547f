"""Text from a person, cleaned once at the door, and the way that it runs.

What is dropped has no place in a line of text: control characters, lone surrogates, private use,
direction overrides that could make a line read other than it is written. Letters of every script and
emoji stay; what a font cannot draw is the painter's concern.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

_DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Cn", "Co"})
# Byte order mark, invisible spaces, the marks that override or embed a text direction, and what counts as a letter or
# a sign though nobody sees it: Hangul and Khmer fillers, the braille pattern without dots, the joiner of graphemes.
_DROPPED = frozenset(
    "\ufeff\u200b\u2060\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800\u034f\u180e\u2061\u2062\u2063\u2064"
)
# Marks and joiners belong to what they stand beside; alone nobody sees them.
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Mc", "Zs", "Zl", "Zp"})
LINE = 200
SHORT = 80  # of a line that has to fit beside a row of numbers (D)
NOTE = 2000
Direction = Literal["ltr", "rtl"]
FIRST_STRONG, POP = "\u2068", "\u2069"  # what stands between them is ordered by its own first letter
_RIGHT = frozenset({"R", "AL"})


def clean(text: str) -> str:
    """`text` as one line: NFC, white space folded, unprintable and direction-changing characters dropped."""
    folded = " ".join(text.split())
    if folded.isascii() and folded.isprintable():  # most text; nothing of it is dropped
        return folded
    kept = (c for c in folded if c not in _DROPPED and unicodedata.category(c) not in _DROPPED_CATEGORIES)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def letters_in(text: str) -> int:
    """How many letters that can be seen, of whatever script."""
    return sum(character.isalpha() for character in clean(text))


def is_blank(text: str) -> bool:
    """Whether nobody sees anything of it."""
    return all(unicodedata.category(character) in _UNSEEN for character in clean(text))


def is_name(text: str) -> bool:
    """Whether somebody is named: a single letter is one, a dot or a dash is none."""
    return letters_in(text) > 0


def clip(text: str, limit: int = NOTE) -> str:
    """`text` cleaned and, where it is over `limit` characters, visibly cut."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1] + "…"


def direction(text: str) -> Direction | None:
    """The way that the first letter runs; None for a text without letters, such as a number."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in _RIGHT:
            return "rtl"
    return None


def isolated(text: str) -> str:
    """`text` as one piece within a line that runs from right to left: a name, or "01234 567", keeps its order.

    A text that is all of that direction, or a single number, needs no marks and gets none.
    """
    kinds = {unicodedata.bidirectional(character) for character in text}
    if "L" in kinds or (not kinds & _RIGHT and not text.isalnum()):
        return f"{FIRST_STRONG}{text}{POP}" if text else text
    return text


def _at_most(limit: int) -> BeforeValidator:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = clean(value)
        if len(text) > limit:
            raise ValueError(f"it has {len(text)} characters, and at most {limit} fit. Shorten it.")
        return text

    return BeforeValidator(check)


def _not_empty(value: Any) -> Any:
    if isinstance(value, str) and is_blank(value):
        raise ValueError("it is empty. Write a text.")
    return value


Line = Annotated[str, _at_most(LINE)]
Name = Annotated[str, _at_most(LINE), BeforeValidator(_not_empty)]
Short = Annotated[str, _at_most(SHORT), BeforeValidator(_not_empty)]
Note = Annotated[str, _at_most(NOTE)]
Filled = Annotated[str, _at_most(NOTE), BeforeValidator(_not_empty)]

_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def _label(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _LABEL.fullmatch(value) or ".." in value or value.lower().split(".")[0] in _RESERVED:
        raise ValueError(
            "an id is 1 to 64 letters, digits, dots, hyphens or underscores, "
            "and can be a file name. Use one such as P-001."
        )
    return value


# Safe as a file name on every system, and as a word in every format.
Label = Annotated[str, BeforeValidator(_label)]
