"""The store: everything that is kept, behind one name. Its parts are reached as `store.drafts`, `store.versions` …"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from random import Random

from kit.plan.code import SYSTEM
from kit.plan.plan import Plan
from kit.store.caseload import Caseloads
from kit.store.database import PATIENCE_S, Database, open_database
from kit.store.diaries import Diaries
from kit.store.drafts import Drafts
from kit.store.handouts import Handouts
from kit.store.held import Held
from kit.store.listing import Listing
from kit.store.notes import NotesRead
from kit.store.place import VARIABLE
from kit.store.preferences import Preferences
from kit.store.returned import Returned
from kit.store.roster import Roster
from kit.store.scores import Scores
from kit.store.signs import SignsDealt
from kit.store.typed import Typing
from kit.store.versions import Versions


class Store:
    """An open store. Every part raises `MachineError` where the database refuses."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @cached_property
    def plans(self) -> Listing:
        return Listing(self.database)

    @cached_property
    def roster(self) -> Roster:
        return Roster(self.database)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.database)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self.database)

    @cached_property
    def handouts(self) -> Handouts:
        return Handouts(self.database)

    @cached_property
    def diaries(self) -> Diaries:
        return Diaries(self.database)

    @cached_property
    def typing(self) -> Typing:
        return Typing(self.database)

    @cached_property
    def returned(self) -> Returned:
        return Returned(self.database)

    @cached_property
    def caseload(self) -> Caseloads:
        return Caseloads(self.database)

    @cached_property
    def signs(self) -> SignsDealt:
        return SignsDealt(self.database)

    @cached_property
    def notes(self) -> NotesRead:
        return NotesRead(self.database)

    @cached_property
    def preferences(self) -> Preferences:
        return Preferences(self.database)

    @cached_property
    def scores(self) -> Scores:
        return Scores(self.database)

    def open(self, code: str, version: int | None = None) -> Held:
        """A version of a plan, its draft or else the newest one if none is named. Raises `ContentError`."""
        draft = self.drafts.held(code)
        if draft and version in (None, draft.plan.version):
            return draft
        listed = self.plans.one(code)
        return self.versions.load(code, version or (listed.issued[-1] if listed and listed.issued else 1))

    def before(self, plan: Plan) -> Plan | None:
        """The version that `plan` replaces. Raises `ContentError` where it is not here."""
        return self.versions.load(plan.code, plan.replaces.version).plan if plan.replaces else None

    def close(self) -> None:
        self.database.close()


def open_store(
    folder: Path,
    *,
    who: str,
    now: Callable[[], dt.datetime],
    random: Random = SYSTEM,
    patience_s: float = PATIENCE_S,
) -> Store:
    """The store of a workspace: `clinic.db` in it, or the database that `KIT_DATABASE` names.

    `who` stands in the audit trail, `now` gives an aware time; a write waits `patience_s` for another program's.
    Raises `MachineError`.
    """
    url = os.environ.get(VARIABLE) or None
    return Store(open_database(folder, who=who, now=now, random=random, url=url, patience_s=patience_s))
