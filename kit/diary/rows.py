"""A row of a diary that was read, and one that was refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kit.diary.aside import Aside
from kit.diary.columns import ANSWERS, CODE, LABEL
from kit.errors import visible


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the diary: `number` as in the spreadsheet, a value or None for each column, the raw cells."""

    number: int
    values: dict[str, Any]
    cells: tuple[str, ...]

    @property
    def answers(self) -> tuple[Any, ...]:
        return tuple(self.values[name] for name in ANSWERS)

    @property
    def is_blank(self) -> bool:
        return all(answer is None for answer in self.answers)

    @property
    def session(self) -> tuple[Any, ...]:
        """Which session it belongs to: a day, or a week where the day is blank, and the slot."""
        v = self.values
        return (v[CODE] or v[LABEL], v["plan_version"], v["date"] or v["week"], v["slot"])

    @property
    def key(self) -> tuple[Any, ...]:
        """What no other row may have too."""
        return (*self.session, self.values["item_id"], self.values["side"])


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was not read: `row` as in the spreadsheet, `why` with the mend, and its cells as they stand.

    `stranger` names the plan that it gives, where that is not here; `alarm` is what it says that cannot wait,
    `aside` its sign and note, which stand whatever became of the row.
    """

    row: int
    why: str
    cells: tuple[str, ...]
    stranger: str = ""
    alarm: str = ""
    aside: Aside | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", visible(self.why))
        object.__setattr__(self, "alarm", visible(self.alarm))

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"
