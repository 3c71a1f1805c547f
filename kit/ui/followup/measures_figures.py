"""The rows behind each number of the screen, by the key of its figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.followup.pointer import Pointer


@dataclass(frozen=True)
class Behind:
    """The sessions behind a figure; of these the rows of one item, or of one side of it, where they are named."""

    sessions: tuple[Pointer, ...]
    item_id: str = ""
    side: str = ""


class Figures:
    """Keeps what stands behind a figure, as the screen is made."""

    def __init__(self) -> None:
        self._behind: dict[str, Behind] = {}

    def add(self, key: str, rows: Iterable[Pointer], item_id: str = "", side: str = "") -> str:
        """Keep them under `key`, and give it; without a row it is empty, and the number opens nothing."""
        found = tuple(dict.fromkeys(rows))
        if not found:
            return ""
        self._behind[key] = Behind(found, item_id, side)
        return key

    def behind(self, key: str) -> Behind | None:
        """What stands behind a figure; None where there is none of this key."""
        return self._behind.get(key)
