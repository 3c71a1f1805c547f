"""Telephone numbers in a text: where they stand, and the address by which a telephone dials them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# Seven digits and more, with what people write between them. Opening hours and dates have fewer, or other marks.
_NUMBER = re.compile(r"\+?\(?\d(?:[ ()/\-\u2011]{0,3}\d){6,14}|\b\d{3}\.\d{3}\.\d{4}\b")
_EXTENSION = re.compile(r"\s*ext\..*")


def phone_numbers(text: str) -> tuple[str, ...]:
    """The telephone numbers in a text that a person wrote, in order."""
    return tuple(dict.fromkeys(found.group() for found in _NUMBER.finditer(text)))


def dial(number: str) -> str:
    """The address of a number; an extension is not dialled with it.

    >>> dial("+44 1234 567890")
    'tel:+441234567890'
    """
    plus = "+" if number.startswith("+") else ""
    return "tel:" + plus + "".join(c for c in _EXTENSION.sub("", number).replace("(0)", "") if c.isdecimal())


def parted(text: str, numbers: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, and for each whether it is one of `numbers`; none of them is part of a longer number.

    >>> [*parted("Call 999 now.", ["999"])]
    [('Call ', False), ('999', True), (' now.', False)]
    """
    if not numbers:
        yield text, False
        return
    longest_first = "|".join(re.escape(n) for n in sorted(numbers, key=len, reverse=True))
    for at, piece in enumerate(re.split(rf"(?<![\d+])({longest_first})(?!\d)", text)):
        if piece:
            yield piece, at % 2 == 1
