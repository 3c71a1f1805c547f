"""What was answered for one exercise on one side in one session: the smallest thing that is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kit.plan.prescription import Prescription

Status = Literal["not_done", "partial", "done"]
_RANK: dict[Status, int] = {"not_done": 1, "partial": 2, "done": 3}


@dataclass(frozen=True)
class Cell:
    """The answer, and how much where it was told: sets, repetitions, those of the last set, seconds of one hold."""

    item_id: str
    exercise_id: str | None
    side: str
    status: Status
    sets_done: int | None = None
    reps_done: int | None = None
    reps_last_set: int | None = None
    hold_done_s: int | None = None

    @property
    def is_done(self) -> bool:
        """Done, wholly or in part."""
        return _RANK[self.status] > _RANK["not_done"]

    @property
    def _weight(self) -> tuple[int, ...]:
        told = (self.sets_done, self.reps_done, self.reps_last_set, self.hold_done_s)
        return (_RANK[self.status], *(-1 if number is None else number for number in told))


def by_side(cells: Iterable[Cell], item: Prescription) -> dict[str, Cell]:
    """The answers for `item` by side. Of several for one side, as from two diaries, that with the most done counts."""
    found: dict[str, Cell] = {}
    for cell in cells:
        is_its = cell.item_id == item.item_id and cell.exercise_id in (None, item.exercise_id)
        if is_its and (cell.side not in found or found[cell.side]._weight < cell._weight):
            found[cell.side] = cell
    return found


def sides(item: Prescription) -> tuple[str, ...]:
    """The sides on which `item` is due, as a diary writes them."""
    return tuple(side or "both" for side in item.sides_in_order)


def is_wholly_done(cells: Iterable[Cell], item: Prescription) -> bool:
    """Whether `item` was done on every side that was due, none of them in part."""
    found = by_side(cells, item)
    return all(side in found and found[side].status == "done" for side in sides(item))
