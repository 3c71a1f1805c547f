"""Labels that look the same to a reader and are not the same text: P-001, P-OO1, and one with a Cyrillic letter.

A small part of Unicode's list of confusables (UTS 39): the letters and digits that labels are made of.
"""

from __future__ import annotations

import unicodedata

_LOOK = str.maketrans(
    # Cyrillic, then Greek, then what a hurried reader takes for a digit.
    "АВЕЅЗІЈКМНОРСТУХаесһіјорѕухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνOI|l",
    "ABES31JKMH0PCTYXaechijopsyxdqwABEZH1KMN0PTYXopv0111",
)


def look_of(label: str) -> str:
    """What is left of a label for the eye: no spaces, hyphens and dots, and one letter for all that look like it."""
    plain = unicodedata.normalize("NFKC", label).translate(_LOOK)
    return "".join(sign for sign in plain if sign.isalnum())


def looks_like(one: str, other: str) -> bool:
    """Whether two labels that are not the same look the same, or differ in capitals alone.

    >>> looks_like("P-001", "P-OO1"), looks_like("Ms I.", "Ms L.")
    (True, False)
    """
    return one != other and (look_of(one) == look_of(other) or look_of(one.casefold()) == look_of(other.casefold()))
