"""What the diary says of one item since it was last changed: its sessions, with dose, last set and pain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.frames import Frames
from kit.adherence.pain_rule import PainVerdict, SessionPain, judged
from kit.followup.pain_of import done_items, pain_in
from kit.followup.pointer import Pointer, day_of, run_at_end, whole
from kit.followup.reasons import reason_code
from kit.library.pain import PainKind
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription

Told = tuple[int | None, int | None, int | None]  # sets, repetitions of a set, seconds of a hold, as they were written
_TOLD = ("sets_done", "reps_done", "hold_done_s")
_NOTHING: Told = (None, None, None)


@dataclass(frozen=True)
class SideDone:
    """One side in one session: what was planned and done (repetitions or seconds), the last set, kilograms.

    `told` is how that was written.
    """

    side: str
    planned: int
    done: int | None
    last_set: int | None
    load_kg: float | None
    left_out: bool
    reason: str | None
    told: Told = (None, None, None)


@dataclass(frozen=True)
class ItemSession:
    """A logged session of an item. An extra one has no `sides`: nothing was due on that day."""

    at: Pointer
    pain: SessionPain
    verdict: PainVerdict
    worked: bool  # whether the item was done or partly done in it
    sides: tuple[SideDone, ...] = ()


@dataclass(frozen=True)
class ItemLog:
    """The sessions of an item since the day `since`, in order of time, and those of this version without a day.

    `unlogged` counts the expected sessions at the end that nobody logged.
    """

    since: dt.date
    sessions: tuple[ItemSession, ...]
    undated: tuple[ItemSession, ...]
    unlogged: int

    @property
    def due(self) -> tuple[ItemSession, ...]:
        """The logged sessions in which the item was due."""
        return tuple(one for one in self.sessions if one.sides)

    def recent(self, number: int) -> tuple[ItemSession, ...]:
        """The last `number` of them in which it was due, with all extra ones since the first of these."""
        due = self.due[-number:]
        return self.sessions[self.sessions.index(due[0]) :] if due else self.sessions[-number:]


def last_change(item: Prescription, plan: Plan, versions: Iterable[Plan]) -> dt.date:
    """The day since which the item is as it is now, by the versions at hand; without them the start of this one."""
    since = plan.start
    for version in sorted(versions, key=lambda one: -one.version):
        if version.code == plan.code and version.version < plan.version:
            if item not in version.items:
                break
            since = version.start
    return since


@dataclass(frozen=True)
class PlanLog:
    """The frames of one plan, read once for all of its items: cells of each, sessions, what was done in each."""

    cells: Mapping[tuple[str, str], Sequence[Mapping[Any, Any]]]  # by item and exercise, in order of time
    sessions: Sequence[Mapping[Any, Any]]
    done: Mapping[int, set[str]]
    told: Mapping[tuple[int, str, str], Told]  # by session, item and side


def plan_log(frames: Frames) -> PlanLog:
    """Of frames that hold one plan."""
    cells: dict[tuple[str, str], list[Mapping[Any, Any]]] = {}
    for cell in frames.cells.to_dict("records"):
        cells.setdefault((str(cell["item_id"]), str(cell["exercise_id"])), []).append(cell)
    return PlanLog(cells, frames.sessions.to_dict("records"), done_items(frames), _told(frames))


def _told(frames: Frames) -> dict[tuple[int, str, str], Told]:
    rows = frames.rows[frames.rows["session"].notna()]
    columns = [rows[name] for name in ("session", "item_id", "side", *_TOLD)]
    return {
        (int(session), str(item), str(side)): (whole(sets), whole(reps), whole(hold))
        for session, item, side, sets, reps, hold in zip(*columns, strict=True)
    }


def item_log(log: PlanLog, plan: Plan, item: Prescription, kind: PainKind, since: dt.date, as_of: dt.date) -> ItemLog:
    """What was logged of the item from `since` to `as_of`, its pain judged as of work of that `kind`."""
    due = [cell for cell in log.cells.get((item.item_id, item.exercise_id), ()) if _within(cell, since, as_of)]
    by_session: dict[int | None, list[Mapping[Any, Any]]] = {}
    for cell in due:
        by_session.setdefault(whole(cell["session"]), []).append(cell)
    dated, undated = [], []
    for session in log.sessions:
        number, day = int(session["session"]), day_of(session["date"])
        sides = _sides(by_session.get(number, ()), log.told)
        worked = item.item_id in log.done.get(number, ())
        if not (sides or worked):
            continue
        one = _session(session, sides, worked, kind)
        if day is None and session["plan_version"] == plan.version:
            undated.append(one)
        elif day is not None and since <= day <= as_of:
            dated.append(one)
    dated.sort(key=lambda one: (one.at.date or since, one.at.slot or 0))
    return ItemLog(since, tuple(dated), tuple(undated), _unlogged(due))


def _within(cell: Mapping[Any, Any], since: dt.date, as_of: dt.date) -> bool:
    day = day_of(cell["date"])
    return day is not None and since <= day <= as_of


def _session(session: Mapping[Any, Any], sides: tuple[SideDone, ...], worked: bool, kind: PainKind) -> ItemSession:
    pain = pain_in(session)
    at = Pointer(day_of(session["date"]), whole(session["slot"]), int(session["session"]))
    return ItemSession(at, pain, judged(pain, kind), worked, sides)


def _sides(cells: Iterable[Mapping[Any, Any]], told: Mapping[tuple[int, str, str], Told]) -> tuple[SideDone, ...]:
    return tuple(
        SideDone(
            side=str(cell["side"]),
            planned=int(cell["planned"]),
            done=whole(cell["done"]),
            last_set=whole(cell["reps_last_set"]),
            load_kg=None if pd.isna(cell["load_kg"]) else float(cell["load_kg"]),
            left_out=cell["status"] == "not_done",
            reason=None if pd.isna(cell["reason"]) else reason_code(str(cell["reason"])),
            told=told.get((whole(cell["session"]) or 0, str(cell["item_id"]), str(cell["side"])), _NOTHING),
        )
        for cell in cells
        if cell["status"] != "missing"
    )


def _unlogged(cells: Iterable[Mapping[Any, Any]]) -> int:
    """At the end, in a row."""
    slots: dict[tuple[dt.date | None, int], bool] = {}
    for cell in cells:
        at = day_of(cell["date"]), int(cell["slot"])
        slots[at] = slots.get(at, True) and cell["status"] == "missing"
    return run_at_end(slots[at] for at in sorted(slots, key=lambda at: (at[0] or dt.date.min, at[1])))


def dose_shares(sessions: Iterable[ItemSession]) -> dict[str, Fraction | None]:
    """By side how much of the planned dose was done, each session capped; None where one of them does not say."""
    planned: dict[str, int] = {}
    done: dict[str, list[int | None]] = {}
    for one in (side for session in sessions for side in session.sides):
        planned[one.side] = planned.get(one.side, 0) + one.planned
        said = 0 if one.left_out else one.done
        done.setdefault(one.side, []).append(None if said is None else min(said, one.planned))
    return {
        side: None if any(part is None for part in parts) else Fraction(sum(filter(None, parts)), planned[side])
        for side, parts in done.items()
    }
