"""A session: the steps of a plan in order. Whatever shows time reads these steps."""

from __future__ import annotations

import datetime as dt
import itertools
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
        """Whole seconds of one item, its setup included, and no rest before or after it."""
        return sum(step.duration_s for step in self.steps if step.item == item_id and step.kind != "between")

    def to_frame(self) -> pd.DataFrame:
        """A row for each step, whole seconds from the start of the session."""
        rows = ((s.start_s, s.end_s, s.duration_s, s.kind, s.item, s.set, s.rep, s.side) for s in self.steps)
        return frame(_DTYPES, rows)

    def __repr__(self) -> str:
        counts = f"{counted(len(self.begins), 'item')}, {counted(len(self.steps), 'step')}"
        return f"Session({clock(self.total_s)}, {counts})"

    def _repr_html_(self) -> str:
        rows = [(i, clock(at), clock(self.item_s(i)), clock(self._work_s(i))) for i, at in self.begins.items()]
        total = ("In all", "", clock(self.total_s), clock(sum(self._work_s(item) for item in self.begins)))
        heads = ("Item", "Begins at", "Takes", "Of which work")
        return table(f"Session of {clock(self.total_s)}", heads, rows, total=total)

    @property
    def begins(self) -> dict[str, int]:
        """The items in order, and the second at which each begins."""
        begins: dict[str, int] = {}
        for step in self.steps:
            if step.kind != "between":
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
        return steps_of(plan.items, plan.rest_ex_s or 0)
    days = due_days(plan)
    return steps_of([item for item in plan.items if on in days[item.item_id]], plan.rest_ex_s or 0)


def steps_of(items: Iterable[Prescription], rest_ex_s: int = 0) -> Session:
    """The session of `items` in the order given, with `rest_ex_s` whole seconds of rest between two of them."""
    steps: list[Step] = []
    now = 0
    for number, item in enumerate(items):
        parts = _item_steps(item)
        if number:
            parts = itertools.chain([("between", rest_ex_s, 1, None, None)], parts)
        for kind, seconds, set_no, rep, side in parts:
            if seconds:
                steps.append(Step(now, now + seconds, kind, item.item_id, set_no, rep, side))
                now += seconds
    return Session(tuple(steps))


_Part = tuple[Kind, int, int, int | None, Side | None]


def _item_steps(item: Prescription) -> Iterator[_Part]:
    """Kind, seconds, set, repetition and side of each part of an item, empty ones included."""
    dose, first = item.dose, item.sides_in_order[0]
    one_set = _taking_turns if takes_turns(item) else _in_turn
    yield "setup", dose.setup_s, 1, None, first
    for set_no in range(1, dose.sets + 1):
        if set_no > 1 and dose.rest_set_s >= back_s(item):
            yield "rest", dose.rest_set_s, set_no, None, None
        elif set_no > 1:
            yield "switch", back_s(item), set_no, None, first
        yield from one_set(item, set_no)


def _in_turn(item: Prescription, set_no: int) -> Iterator[_Part]:
    """A set with all repetitions of one side, then all of the other."""
    dose = item.dose
    for position, side in enumerate(item.sides_in_order):
        if position:
            yield "switch", dose.switch_s, set_no, None, side
        for rep in range(1, dose.reps + 1):
            if rep > 1:
                yield "rest", dose.rest_rep_s, set_no, None, side
            yield from _repetition(item, set_no, rep, side)


def _taking_turns(item: Prescription, set_no: int) -> Iterator[_Part]:
    """A set in which each repetition is done by the side that did not do the last one."""
    for rep in range(1, item.dose.reps + 1):
        for position, side in enumerate(item.sides_in_order):
            if rep > 1 or position:
                yield "switch", item.dose.switch_s, set_no, None, side
            yield from _repetition(item, set_no, rep, side)


def _repetition(item: Prescription, set_no: int, rep: int, side: Side | None) -> Iterator[_Part]:
    yield "move", item.dose.duration_s or item.dose.tempo_s, set_no, rep, side
    yield "hold", item.dose.hold_s, set_no, rep, side


def takes_turns(item: Prescription) -> bool:
    """Whether each repetition is done by the other side."""
    return item.side_order == "alternate" and item.sides == "each"


def back_s(item: Prescription) -> int:
    """Whole seconds of the way back to the side that a set begins with."""
    return (len(item.sides_in_order) - 1) * item.dose.switch_s


def formula_s(item: Prescription) -> int:
    """Whole seconds of one item by the closed formula of the clinical corrections, 8."""
    dose, sides = item.dose, len(item.sides_in_order)
    if takes_turns(item):
        times = sides * dose.reps
        of_set = times * dose.rep_s + (times - 1) * dose.switch_s
    else:
        one_side = dose.reps * dose.rep_s + (dose.reps - 1) * dose.rest_rep_s
        of_set = sides * one_side + (sides - 1) * dose.switch_s
    return dose.setup_s + dose.sets * of_set + (dose.sets - 1) * max(dose.rest_set_s, back_s(item))
