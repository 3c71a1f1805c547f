"""The logged sessions of one week, each put to the planned session that it stands for.

What is due on fixed days counts on these days. An item whose days the patient picks counts within its week: done on
another day than the proposed one, it stands for a proposed one that is still open.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kit.plan.prescription import Prescription
from kit.timing.slots import Slot
from tests.adherence.naive.cell import Cell, by_side, is_wholly_done
from tests.adherence.naive.expected import Week
from tests.adherence.naive.sessions import Logged

_Key = tuple[dt.date | None, int | None, int]


@dataclass
class Placed:
    """A planned session, the logged one that stands for it, and the answers that count for it.

    `cells` are those of the session, and those of items of free choice that were done at another time of the week.
    """

    slot: Slot
    session: Logged | None = None
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.session is not None and self.session.done

    @property
    def is_full(self) -> bool:
        """Every item that was due was wholly done, on every side."""
        return self.is_done and all(is_wholly_done(self.cells, item) for item in self.slot.items)

    @property
    def status(self) -> str:
        """Done wholly, in part, not at all; or nobody said anything."""
        if self.session is None:
            return "missing"
        return "done" if self.is_full else "partial" if self.is_done else "not_done"

    def lacks(self, item: Prescription) -> bool:
        """Whether the item was due and nothing of it was done."""
        return item in self.slot.items and not is_done(self.cells, item)


def is_done(cells: Iterable[Cell], item: Prescription) -> bool:
    """Whether anything of `item` was done."""
    return any(cell.is_done for cell in by_side(cells, item).values())


class WeekPlaces:
    """The planned sessions of `week` with what was logged for them.

    `beyond` counts sessions in which an item of free choice was done more often than the day or the week has it,
    `extra` those of fixed items on days on which nothing was due.
    """

    def __init__(self, week: Week, sessions: Sequence[Logged]) -> None:
        self.week = week
        self.extra = 0
        self._beyond: set[_Key] = set()
        self.placed = [Placed(slot) for slot in week.slots]
        self._free = [item for item in week.plan.items if item.schedule.weekdays is None]
        sessions = list(self._as_often_as_due(sessions))
        at_own = {(one.slot.date, one.slot.number): one for one in self.placed if one.slot.date in week.active}
        self._days = {session.date for session in sessions if (session.date, session.slot) in at_own}
        elsewhere = []
        for session in sessions:
            own = at_own.get((session.date, session.slot)) if session.date else None
            if own:
                own.session, own.cells = session, list(session.cells)
            elif self._is_active(session.date) and self._is_of_choice(session):
                elsewhere.append(session)
            else:
                self.extra += session.done
        for session in sorted(elsewhere, key=lambda one: not one.done):
            self._stand_in(session)
        self._move(sessions)

    @property
    def beyond(self) -> int:
        return len(self._beyond)

    def _as_often_as_due(self, sessions: Iterable[Logged]) -> Iterator[Logged]:
        """Without what was done more often on a day than its times a day: three times today are not three days."""
        times: Counter[tuple[dt.date | None, str]] = Counter()
        for session in sessions:
            done = [item for item in self._free if session.date and is_done(session.cells, item)]
            times.update((session.date, item.item_id) for item in done)
            over = {i.item_id for i in done if times[session.date, i.item_id] > i.schedule.times_a_day}
            if over:
                self._beyond.add(_key(session))
            if cells := tuple(cell for cell in session.cells if cell.item_id not in over):
                yield replace(session, cells=cells)

    def _is_of_choice(self, session: Logged) -> bool:
        return any(_tells(session, item) for item in self._free)

    def _is_active(self, day: dt.date | None) -> bool:
        return day is None or day in self.week.active

    def _stand_in(self, session: Logged) -> None:
        """Put a session that was done at a time of the patient's own to an open one that has an item of it."""
        fitting = [one for one in self.placed if self._may_stand_in(session, one)]
        if fitting:
            best = min(fitting, key=lambda one: (not one.slot.is_free, not _covers(session, one.slot)))
            best.session, best.cells = session, list(session.cells)

    def _may_stand_in(self, session: Logged, one: Placed) -> bool:
        """Not twice for one day: beside a session on its own day, it stands for one of free choice at most."""
        if not any(_tells(session, item) for item in self._free if item in one.slot.items):
            return False
        if one.slot.is_free:
            return one.session is None or (session.done and not one.session.done)
        return one.session is None and one.slot.date in self.week.active and session.date not in self._days

    def _move(self, sessions: Sequence[Logged]) -> None:
        """Count what was done of free choice, and was not due in its session, for one that lacks it."""
        places = {id(one.session): one for one in self.placed if one.session is not None}
        for session in sessions:
            if not self._is_active(session.date) and id(session) not in places:
                continue
            here = places.get(id(session))
            for item in self._free:
                is_here = here is not None and item in here.slot.items
                if is_done(session.cells, item) and not is_here and not self._take(session, item):
                    self._beyond.add(_key(session))

    def _take(self, session: Logged, item: Prescription) -> bool:
        lacking = next((one for one in self.placed if one.lacks(item)), None)
        if lacking is None:
            return False
        others = [cell for cell in lacking.cells if cell.item_id != item.item_id]
        lacking.cells = [*others, *by_side(session.cells, item).values()]
        return True


def _tells(session: Logged, item: Prescription) -> bool:
    """Whether the item was done, or not done where nothing else was."""
    return is_done(session.cells, item) if session.done else bool(by_side(session.cells, item))


def _key(session: Logged) -> _Key:
    return session.date, session.week, session.slot


def _covers(session: Logged, slot: Slot) -> bool:
    return all(is_done(session.cells, item) for item in slot.items)
