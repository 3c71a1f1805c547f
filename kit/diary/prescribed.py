"""Rows held against their plan: what the plan does not have is refused by name, never counted.

A row is its plan's by the code; the label beside it is for people, and a spreadsheet may have made 7 of 007. Only in
diaries printed before plans had codes does the label say whose a row is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kit.diary.columns import ANSWERS
from kit.diary.dates import Days
from kit.diary.values import CellError
from kit.errors import quoted
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.words.numbers import counted

FindPlans = Callable[[str], Sequence[Plan]]
RefusePlan = Callable[[Plan], str]

MAX_TIMES = 10  # sets and repetitions above this many times the dose are a slip (D)
_KEPT = 20_000  # versions kept at hand, so that a file of many patients takes flat memory
_DAY = dt.timedelta(days=1)
_FROM_HANDOUT = "Copy it from the handout."


@dataclass(frozen=True)
class Stranger:
    """A row whose plan is not here: `name` is what it gives as its plan."""

    name: str
    why: str


@dataclass(frozen=True)
class Prescribed:
    """What one version of a plan has. `later` is the version that took its place, and the first day of that one."""

    code: str
    label: str
    version: int
    start: dt.date
    until: dt.date
    items: Mapping[str, Prescription]
    sides: Mapping[str, tuple[str, ...]]  # by item, as a diary writes them
    later: tuple[int, dt.date] | None = None
    activities: int = 0  # how many it asks about

    @cached_property
    def weeks(self) -> int:
        return -(-(self.until - self.start).days // 7)

    @property
    def name(self) -> str:
        return f"version {self.version} of plan {self.label}"

    @property
    def days(self) -> str:
        return f"{self.start} to {self.until - _DAY}"

    def has(self, day: dt.date) -> bool:
        return self.start <= day < self.until

    def refusals(self, found: Mapping[str, Any]) -> Iterator[str]:
        """Why a row with the values `found` is none of this version, all reasons."""
        if (found.get("week") or 1) > self.weeks:
            yield f"week {found['week']} is not in {self.name}, which has {self.weeks}. {_FROM_HANDOUT}"
        yield from self._too_late(found)
        if "item_id" not in found:
            return
        item = self.items.get(found["item_id"])
        if item is None:
            has = _listed(list(self.items)) if self.items else "no exercises"
            yield f"item {_short(found['item_id'])} is not in {self.name}. It has {has}."
            return
        exercise = found.get("exercise_id")
        if exercise is not None and exercise != item.exercise_id:
            yield f"exercise {_short(exercise)} is not that of item {item.item_id} in {self.name}. " + (
                f"Write {item.exercise_id}, or correct the item."
            )
        sides = self.sides[item.item_id]
        if "side" in found and found["side"] not in sides:
            yield f"side {found['side']} is not prescribed for item {item.item_id} in {self.name}. " + (
                f"Write {' or '.join(sides)}."
            )
        yield from _beyond_dose(found, item, self.name)

    def _too_late(self, found: Mapping[str, Any]) -> Iterator[str]:
        """A day of a later version; the printed days of it that nobody wrote on are none of anybody's."""
        day = found.get("date")
        if not self.later or day is None or day < self.later[1]:
            return
        if any(found.get(name) is not None for name in ANSWERS):
            number, first = self.later
            what = f"date {day} is not in {self.name}: version {number} is in force from {first}"
            yield f"{what}. Use the diary of that version."

    def day(self, text: str, found: dt.date | Days, values: Mapping[str, Any]) -> dt.date:
        """The one day that a date can mean here. Raises `CellError` where it is none of this version's, or two.

        The days of the version decide, then the printed week, then the days on which the item is due.
        """
        days = found if isinstance(found, tuple) else (found,)
        left = its = [day for day in days if self.has(day)]
        if not left:
            what = f"{quoted(text)} is not in {self.name}, which has the days {self.days}."
            raise CellError(what, "Correct it, or use the diary of that time.")
        if len(left) == 1:
            return left[0]
        week, item = values.get("week"), self.items.get(values.get("item_id", ""))
        if week is not None:
            left = [day for day in left if (day - self.start).days // 7 + 1 == week]
        if len(left) > 1 and item is not None:
            left = [day for day in left if item.schedule.is_due(day)]
        if len(left) == 1:
            return left[0]
        raise CellError(
            f"{quoted(text)} could be two different days of {self.name}.",
            f"Write it as {min(its)}.",
        )


class Shelf:
    """The plans that rows can belong to; `find` gives all versions of the plans with a code, or with a label.

    `refuse` says why rows of a version are not taken, nothing where they are.
    """

    def __init__(self, find: FindPlans, refuse: RefusePlan | None = None) -> None:
        self._find, self._refuse = find, refuse
        self._known: dict[tuple[str | None, str | None, int], Prescribed | Stranger | str] = {}

    def of(self, code: str | None, label: str | None, version: int) -> Prescribed | Stranger | str:
        """What the version of a row has; or why there is none. Without a code, the label says which plan it is."""
        key = (code, None if code else label, version)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[key] = self._look_up(code, label, version)
        return known

    def _look_up(self, code: str | None, label: str | None, version: int) -> Prescribed | Stranger | str:
        wanted = code or label or ""
        plans = [p for p in self._find(wanted) if wanted == (p.code if code else p.plan_id)]
        if not plans:
            if code:
                return Stranger(code, f"plan_code: no plan here has the code {code}. Use the diary of this plan.")
            return Stranger(
                wanted, f"plan_id: no plan here has the label {quoted(wanted)}. Use the diary of this plan."
            )
        codes = sorted({p.code for p in plans if p.version == version} or {p.code for p in plans})
        if len(codes) > 1:
            mend = "Write the right one into a column plan_code."
            told = counted(len(codes), "plan has", "plans have")
            return f"plan_id: {told} the label {_short(wanted)}: {_listed(codes)}. {mend}"
        plan = next((p for p in plans if p.version == version), None)
        if plan is not None and self._refuse and (why := self._refuse(plan)):
            return why
        if plan is None:
            has = _listed([str(n) for n in sorted(p.version for p in plans)])
            return f"plan {plans[0].plan_id} has no version {version}. It has {has}."
        items = {item.item_id: item for item in plan.items}
        sides = {item.item_id: tuple(side or "both" for side in item.sides_in_order) for item in plan.items}
        found = Prescribed(
            *(plan.code, plan.plan_id, plan.version, plan.start, plan.until, items, sides),
            activities=len(plan.activities),
        )
        after = min((p for p in plans if p.version > version), key=lambda p: p.version, default=None)
        return replace(found, later=(after.version, after.start)) if after else found


def _beyond_dose(found: Mapping[str, Any], item: Prescription, name: str) -> Iterator[str]:
    """A dose by the clock has no repetitions to be held to, and one of repetitions alone no seconds."""
    dose = item.dose
    reps, seconds = (dose.reps, dose.hold_s) if dose.duration_s is None else (None, dose.duration_s)
    limits = {"sets_done": dose.sets, "reps_done": reps, "reps_last_set": reps, "hold_done_s": seconds}
    for column, limit in limits.items():
        done = found.get(column)
        if done is not None and limit is not None and done > MAX_TIMES * limit:
            rule = f"more than {MAX_TIMES} times the dose of item {item.item_id} in {name}, {limit}"
            yield f"{column} {done} is {rule}. Correct the number."


def _short(text: str) -> str:
    return quoted(text)[1:-1]


def _listed(names: list[str]) -> str:
    """The first few names."""
    shown = names[:10]
    rest = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return f"{', '.join(shown)}{rest}"
