"""Ids for exercises that have none of the kit's: made from the name, behind the prefix of the collection."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 64


class Ids:
    """Gives each name its own id. The same names in the same order give the same ids."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()

    def new(self, name: str, record: str) -> str:
        """ "Heel Raise" as wger_heel_raise; `record` stands in for a name without Latin letters or digits.

        A name that came before gets a number: wger_heel_raise_2.
        """
        stem = (self._prefix + "_" + (_slug(name) or _slug(record) or "exercise"))[:_LONGEST].rstrip("_")
        made, number = stem, 1
        while made in self._taken:
            number += 1
            tail = f"_{number}"
            made = stem[: _LONGEST - len(tail)].rstrip("_") + tail
        self._taken.add(made)
        return made


def _slug(text: str) -> str:
    """Lower-case Latin letters without accents, digits, and one underscore for anything between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")
