"""Small frames made by hand: a day is written down, and what it means for slots, cells and sessions follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.adherence.frames import CELLS, DAYS, SESSIONS, SLOTS, WEEKS, Frames
from kit.diary.columns import COLUMNS
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.show import frame

START = dt.date(2026, 6, 1)  # a Monday
CALM = (0, 0, 0, 0)
ROWS = {**dict.fromkeys(COLUMNS, "string"), "session": "Int64"}


def june(number: int) -> dt.date:
    """The day of June 2026; 31 is the first of July."""
    return START + dt.timedelta(days=number - 1)


@dataclass(frozen=True)
class On:
    """What became of a day: done as planned and without pain unless said otherwise.

    `last` and `done` are the repetitions of the last set and what was done, of each side or by the side; `pain` is
    before, worst, after, next morning. An `extra` day had nothing due.
    """

    day: dt.date | None
    status: str = "done"
    pain: tuple[int | None, int | None, int | None, int | None] = CALM
    last: int | Mapping[str, int | None] | None = None
    done: int | str | Mapping[str, int | None] | None = "all"
    load_kg: float | None = None
    reason: str | None = None
    sign: str | None = None
    note: str | None = None
    version: int = 1
    slot: int = 1
    extra: bool = False
    items: Mapping[str, str] = field(default_factory=dict)  # the status of single items
    weight: float = 1.0


def days(first: int, last: int, /, **about: Any) -> list[On]:
    """The days of June from `first` to `last`, all alike."""
    return [On(june(number), **about) for number in range(first, last + 1)]


def amount(item: Prescription) -> tuple[str, int]:
    """Unit and planned amount of one side in a session."""
    dose = item.dose
    if dose.hold_s or dose.duration_s:
        return "s", dose.sets * dose.reps * (dose.duration_s or dose.hold_s)
    return "reps", dose.sets * dose.reps


def frames_of(plan: Plan, told: Sequence[On], weeks: Iterable[Sequence[Any]] = (), *older: Plan) -> Frames:
    """The frames of one plan; `weeks` are rows after the codes: version, week, first, last, days, expected, done …"""
    plans = {one.version: one for one in (plan, *older)}
    first = min(one.start for one in plans.values())
    slots, cells, sessions, rows = [], [], [], []
    for number, on in enumerate(told, 1):
        version = plans[on.version]
        logged = on.status != "missing"
        key = (plan.code, on.version, 1 if on.day is None else 1 + (on.day - first).days // 7, on.day, on.slot)
        session = number if logged else None
        if not on.extra and on.day is not None:
            slots.append((*key, False, on.weight, on.status, session))
            cells += [row for item in version.items for row in _cells(version, item, on, key, session)]
        if logged:
            sessions.append(_session(number, key, on))
            worked = [i for i in version.items if on.items.get(i.item_id, on.status) in ("done", "partial")]
            rows += [_row(plan, item, on, number) for item in worked]
    dates = {on.day: "rest" if on.extra else on.status for on in told if on.day is not None}
    return Frames(
        slots=frame(SLOTS, slots),
        cells=frame(CELLS, cells),
        sessions=frame(SESSIONS, sessions),
        days=frame(DAYS, [(plan.code, 1, day, is_) for day, is_ in {first: "rest", **dates}.items()]),
        weeks=frame(WEEKS, [(plan.code, *row) for row in weeks]),
        rows=frame(ROWS, rows),
    )


def joined(*parts: Frames) -> Frames:
    """The frames of several plans as one."""
    import pandas as pd

    names = ("slots", "cells", "sessions", "days", "weeks", "rows")
    return Frames(**{name: pd.concat([getattr(one, name) for one in parts], ignore_index=True) for name in names})


def _cells(plan: Plan, item: Prescription, on: On, key: Sequence[Any], session: int | None) -> list[tuple[Any, ...]]:
    unit, planned = amount(item)
    found = []
    for side in ("left", "right") if item.sides == "each" else (item.sides,):
        status = on.items.get(item.item_id, on.status)
        last = on.last.get(side) if isinstance(on.last, Mapping) else on.last
        done = on.done.get(side) if isinstance(on.done, Mapping) else on.done
        amount_done = planned if done == "all" else done
        if status in ("not_done", "missing"):
            last, amount_done = None, None
        about = (item.item_id, item.exercise_id, item.exercise_id, plan.items.index(item) + 1, side, on.weight)
        found.append((*key, *about, status, unit, planned, amount_done, last, on.load_kg, on.reason, session))
    return found


def _session(number: int, key: Sequence[Any], on: On) -> tuple[Any, ...]:
    told: dict[str, Any] = dict(zip(SLOTS, key, strict=False))
    told |= dict(zip(("pain_before", "pain_worst", "pain_after", "pain_next_morning"), on.pain, strict=True))
    told |= {"session": number, "how": "unplaced" if on.day is None else "extra" if on.extra else "due"}
    told |= {"done": on.status in ("done", "partial"), "full": on.status == "done"}
    told |= {"help_sign": on.sign, "note": on.note}
    return tuple(told.get(name, 0 if kind == "float64" else None) for name, kind in SESSIONS.items())


def _row(plan: Plan, item: Prescription, on: On, number: int) -> tuple[Any, ...]:
    told = {"plan_code": plan.code, "plan_version": str(on.version), "item_id": item.item_id, "status": "done"}
    return tuple(number if name == "session" else told.get(name) for name in ROWS)
