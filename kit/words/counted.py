"""Numbers with their nouns, for a clinician; sentences of a patient have the plural forms of their language."""

from __future__ import annotations


def counted(number: float, one: str, many: str = "") -> str:
    """1 -> "1 set", 2 -> "2 sets"; `many` where it is not `one` with an s."""
    return f"{number:g} {one if number == 1 else many or f'{one}s'}"
