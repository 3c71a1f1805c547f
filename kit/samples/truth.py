"""What a synthetic patient really did, and what the diary says of it: measures can be held against this."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kit.diary.status import Status
from kit.samples.traits import Traits


@dataclass(frozen=True)
class Session:
    """A session that was due or done.

    `due` is its day in the plan, None for one on a day when nothing was due; `day` the one that the diary gives.
    `did`: whether it was done at all. `said`: what the diary says of all of it, None where nothing was written, and
    `entered` the day on which that was written. `refused`: the diary gives a day that its plan does not have.
    """

    version: int
    week: int
    due: dt.date | None
    day: dt.date
    slot: int
    did: bool
    said: Status | None = None
    entered: dt.date | None = None
    refused: bool = False


@dataclass(frozen=True)
class Truth:
    """Everything about one patient: `skipped` is the item that is often left out, `neglected` the side."""

    label: str
    code: str
    traits: Traits
    sessions: tuple[Session, ...]
    skipped: str | None = None
    neglected: str | None = None

    @property
    def due(self) -> tuple[Session, ...]:
        """The sessions that were due."""
        return tuple(one for one in self.sessions if one.due)

    @property
    def done(self) -> int:
        """Sessions that were due and done."""
        return sum(one.did for one in self.due)

    @property
    def told_done(self) -> int:
        """Sessions that were due, and of which the diary says that something of them was done."""
        return sum(one.said in ("done", "partial") for one in self.due)
