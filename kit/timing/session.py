"""A session: the steps of a plan in order. Whatever shows time reads these steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.given import checked
from kit.library.exercise import Side
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan, resolve
from kit.show import frame, table
from kit.timing.days import due_days
from kit.timing.step import Kind, Step
from kit.words.numbers import clock, counted

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {
    **dict.fromkeys(("start_s", "end_s", "duration_s"), "int64"),
    **dict.fromkeys(("kind", "item"), "string"),
    "set": "int64",
    "rep": "Int64",
    "side": "string",
}


@dataclass(frozen=True)
class Session:
    """Steps that touch, from second 0 to `total_s`."""

    steps: tuple[Step, ...]

    @property
    def total_s(self) -> int:
        """Whole seconds, 0 for an empty session."""
        return self.steps[-1].end_s if self.steps else 0

    def item_s(self, item_id: str) -> int:
        """Whole seconds of one item, its setup included."""
        return sum(step.duration_s for step in self.steps if step.item == item_id)

    def to_frame(self) -> pd.DataFrame:
        """A row for each step, whole seconds from the start of the session."""
        rows = ((s.start_s, s.end_s, s.duration_s, s.kind, s.item, s.set, s.rep, s.side) for s in self.steps)
        return frame(_DTYPES, rows)

    def __repr__(self) -> str:
        counts = f"{counted(len(self._begins), 'item')}, {counted(len(self.steps), 'step')}"
        return f"Session({clock(self.total_s)}, {counts})"

    def _repr_html_(self) -> str:
        rows = [(i, clock(at), clock(self.item_s(i)), clock(self._work_s(i))) for i, at in self._begins.items()]
        total = ("In all", "", clock(self.total_s), clock(sum(self._work_s(item) for item in self._begins)))
        heads = ("Item", "Begins at", "Takes", "Of which work")
        return table(f"Session of {clock(self.total_s)}", heads, rows, total=total)

    @property
    def _begins(self) -> dict[str, int]:
        """The items in order, and the second at which each begins."""
        begins: dict[str, int] = {}
        for step in self.steps:
            begins.setdefault(step.item, step.start_s)
        return begins

    def _work_s(self, item_id: str) -> int:
        return sum(step.duration_s for step in self.steps if step.item == item_id and step.is_work)


@checked
def session(plan: Plan, library: Library, on: dt.date | None = None) -> Session:
    """All items of the plan one after the other, or with `on` those due on that day.

    Items whose days the patient picks are due on those that are proposed, as in `slots`. Raises `PlanError` for
    exercises that do not exist.

    >>> library = kit.Library.load()
    >>> plan = kit.template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1))
    >>> session(plan, library)
    Session(11 min 20 s, 4 items, 32 steps)
    """
    return session_of(resolve(plan, library), on)


def session_of(known: ResolvedPlan, on: dt.date | None = None) -> Session:
    """As `session`, of a plan that is resolved."""
    plan = known.whole().plan
    if on is None:
        return steps_of(plan.items)
    days = due_days(plan)
    return steps_of(item for item in plan.items if on in days[item.item_id])


def steps_of(items: Iterable[Prescription]) -> Session:
    """The session of `items` in the order given."""
    steps: list[Step] = []
    now = 0
    for item in items:
        for kind, seconds, set_no, rep, side in _item_steps(item):
            if seconds:
                steps.append(Step(now, now + seconds, kind, item.item_id, set_no, rep, side))
                now += seconds
    return Session(tuple(steps))


_Part = tuple[Kind, int, int, int | None, Side | None]


def _item_steps(item: Prescription) -> Iterator[_Part]:
    """Kind, seconds, set, repetition and side of each part of an item, empty ones included."""
    dose, order = item.dose, item.sides_in_order
    yield "setup", dose.setup_s, 1, None, order[0]
    for set_no in range(1, dose.sets + 1):
        if set_no > 1:
            yield "rest", dose.rest_set_s, set_no, None, None
        for position, side in enumerate(order):
            if position:
                yield "switch", dose.switch_s, set_no, None, side
            for rep in range(1, dose.reps + 1):
                if rep > 1:
                    yield "rest", dose.rest_rep_s, set_no, None, side
                yield "move", dose.duration_s or dose.tempo_s, set_no, rep, side
                yield "hold", dose.hold_s, set_no, rep, side


def formula_s(item: Prescription) -> int:
    """Whole seconds of one item by the closed formula of the clinical specification, 3.4."""
    dose, sides = item.dose, len(item.sides_in_order)
    one_set = dose.reps * dose.rep_s + (dose.reps - 1) * dose.rest_rep_s
    one_side_after_another = sides * one_set + (sides - 1) * dose.switch_s
    return dose.setup_s + dose.sets * one_side_after_another + (dose.sets - 1) * dose.rest_set_s
