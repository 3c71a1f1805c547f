"""The identity of a plan, and of a patient: eight letters, drawn once and never changed.

The clinic's own label ("P-001") stands beside it and may change, stand twice, or be mangled by a spreadsheet. A code
has letters alone, so no spreadsheet takes it for a number or a date; no vowels, so it spells no word; and none of
L, Q and S, which are read as 1, 0 and 5. The last letter checks the others: one wrong letter, or two that changed
places, are always noticed.
"""

from __future__ import annotations

import hashlib
import secrets
from random import Random
from typing import Annotated, Any

from pydantic import BeforeValidator

ALPHABET = "BCDFGHJKMNPRTVWXZ"  # 17 letters: a prime number, which the check letter needs
LENGTH = 8
# Letters of other alphabets, and marks that a person writes between the letters.
_DROPPED = str.maketrans("", "", " -–.\u00a0")
SYSTEM = secrets.SystemRandom()


def new_code(random: Random = SYSTEM) -> str:
    """A code drawn from `random`: one of 410 million."""
    return _checked("".join(random.choices(ALPHABET, k=LENGTH - 1)))


def derived_code(*parts: str) -> str:
    """The code that `parts` always give: for what was made before codes were drawn."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:8])
    letters = []
    for _ in range(LENGTH - 1):
        number, at = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[at])
    return _checked("".join(letters))


def is_code(text: str) -> bool:
    """Whether `text` is a code, its check letter right."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET) and _weighed(text) == 0


def plain_code(text: str) -> str:
    """A code as a person wrote it, without what stands between its letters, in capitals: "bcdf-ghjk" is BCDFGHJK."""
    return text.translate(_DROPPED).upper()


def _checked(letters: str) -> str:
    return next(code for last in ALPHABET if _weighed(code := letters + last) == 0)


def _weighed(text: str) -> int:
    """0 for a right code. The place of a letter weighs it, so that letters which change places are noticed."""
    return sum(place * ALPHABET.index(letter) for place, letter in enumerate(text, 1)) % len(ALPHABET)


def _code(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not is_code(plain_code(value)):
        raise ValueError(
            f"a code is {LENGTH} letters such as {_checked('BCDFGHJ')}, of which the last one checks the others. "
            "Copy it again, letter by letter."
        )
    return plain_code(value)


Code = Annotated[str, BeforeValidator(_code)]
