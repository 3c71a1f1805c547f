"""The rows behind each number of the screen, by the key of its figure."""

from __future__ import annotations

from collections.abc import Iterable

from kit.followup.pointer import Pointer


class Figures:
    """Keeps which sessions stand behind a figure, as the screen is made."""

    def __init__(self) -> None:
        self._behind: dict[str, tuple[Pointer, ...]] = {}

    def add(self, key: str, rows: Iterable[Pointer]) -> str:
        """Keep them under `key`, and give it; without a row it is empty, and the number opens nothing."""
        found = tuple(dict.fromkeys(rows))
        if not found:
            return ""
        self._behind[key] = found
        return key

    def behind(self, key: str) -> tuple[Pointer, ...] | None:
        """The sessions of a figure; None where there is none of this key."""
        return self._behind.get(key)
