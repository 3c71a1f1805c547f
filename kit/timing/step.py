"""One step of a session."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from kit.library.exercise import Side

Kind = Literal["setup", "move", "hold", "rest", "switch", "between"]
WORK: frozenset[Kind] = frozenset({"move", "hold"})


@dataclass(frozen=True, slots=True)
class Step:
    """From `start_s` to `end_s`, whole seconds from the start of the session.

    `set` and `rep` count from 1; `rep` is None between repetitions and `side` is None for both at once. `between` is
    the rest before the next exercise, and has the `item` that it comes before.
    """

    start_s: int
    end_s: int
    kind: Kind
    item: str
    set: int
    rep: int | None
    side: Side | None

    @property
    def duration_s(self) -> int:
        return self.end_s - self.start_s

    @property
    def is_work(self) -> bool:
        return self.kind in WORK

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
