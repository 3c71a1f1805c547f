"""Letters that look like others: Cyrillic and Greek ones, full-width ones, digits in the place of letters.

A reader takes "А. Physio" and "A. Physio" for one name, whatever alphabets their letters are from; so does what
compares names here. The table has what is drawn alike in a common typeface, small letters, since case never counts.
"""

from __future__ import annotations

import unicodedata

_LOOKS = {
    "a": "\u0430\u03b1\u0251\u1d00",
    "b": "\u0432\u044c\u03b2\u0299",
    "c": "\u0441\u03f2\u1d04",
    "d": "\u0501\u0111\u1d05",
    "e": "\u0435\u03b5\u0454\u1d07",
    "g": "\u050d\u0261\u0262",
    "h": "\u043d\u04bb\u03b7\u0570\u0127\u029c",
    "i": "\u0456\u03b9\u0131\u04cf\u026a",
    "j": "\u0458\u03f3\u1d0a",
    "k": "\u043a\u03ba\u1d0b",
    "l": "\u0142\u029f",
    "m": "\u043c\u03bc\u1d0d",
    "n": "\u0578\u0274",
    "o": "\u043e\u03bf\u0585\u00f8\u1d0f",
    "p": "\u0440\u03c1\u1d18",
    "q": "\u051b\u0566",
    "r": "\u0433\u0280",
    "s": "\u0455\u057d\ua731",
    "t": "\u0442\u03c4\u0167\u1d1b",
    "u": "\u03c5\u1d1c",
    "v": "\u0475\u03bd\u1d20",
    "w": "\u051d\u0461\u03c9\u1d21",
    "x": "\u0445\u03c7",
    "y": "\u0443\u04af\u03b3\u028f",
    "z": "\u03b6\u1d22",
}
_LATIN = str.maketrans({other: letter for letter, others in _LOOKS.items() for other in others})
# Signs of one shape: what tells "Physio" from "Phys1o" and "PhysiO" from "Physi0" is no other name.
_ONE_SHAPE = str.maketrans("i1|!0\u02bb\u02bc", "llllo''")


def as_latin(text: str) -> str:
    """`text` in plain small letters, each letter that looks like a Latin one as that one; accents are dropped."""
    spelt = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in spelt if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return plain.casefold().translate(_LATIN)


def skeleton(text: str) -> str:
    """What of `text` a reader sees: two texts that look alike have one skeleton."""
    return as_latin(text).translate(_ONE_SHAPE).replace("rn", "m").replace("vv", "w")


def same_look(text: str) -> str:
    """What of a name a list shows: two names that differ in case, spaces or what nobody sees have one of these."""
    seen = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in seen if not c.isspace() and unicodedata.category(c) != "Cf")
