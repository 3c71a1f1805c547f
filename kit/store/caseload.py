"""The caseload of a store: its plans in force and their diaries, placed all at once."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, select

from kit.diary.columns import ANSWERS, CODE
from kit.errors import ContentError, Fault
from kit.followup.waiting import LATE_DAYS
from kit.plan.plan import DEFAULT_DAYS, MAX_DAYS, Plan
from kit.plan.versions import in_force
from kit.store.asides import asides, with_a_sign
from kit.store.database import Database
from kit.store.notes import NotesRead
from kit.store.signs import SignsDealt
from kit.store.tables import diary_rows, drafts, versions
from kit.store.versions import verified
from kit.timing.days import DAY

if TYPE_CHECKING:
    import pandas as pd

    from kit.followup.case import Case

# The columns of a diary by their names there.
_TOLD = (
    diary_rows.c.code.label(CODE),
    diary_rows.c.version.label("plan_version"),
    diary_rows.c.day.label("date"),
    *(diary_rows.c[name] for name in ("item_id", "side", "week", "slot", *ANSWERS)),
)


@dataclass(frozen=True)
class Caseload:
    """The cases of a day in their order, and the faults of plans that cannot be opened, which are left out."""

    cases: tuple[Case, ...]
    faults: tuple[Fault, ...]


class Caseloads:
    """Looks through all plans of a store. An issued version never changes: each is read once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[tuple[str, int, str], Plan] = {}

    def on(self, as_of: dt.date) -> Caseload:
        """The caseload as of a day. A sign for help that somebody has signed for is none any more."""
        from kit.adherence.placed import placed  # brings pandas
        from kit.followup.alerts import alerts
        from kit.followup.caseload import caseload

        faults: list[Fault] = []
        plans = list(self._plans(as_of, faults))
        with self._database.read() as connection:
            beside = asides(connection)
        frames = placed(plans, self._rows({plan.code for plan in plans}), as_of, beside)
        dealt, read = SignsDealt(self._database).all(), NotesRead(self._database).all()
        cases = caseload(plans, frames, alerts(frames, as_of, dealt), as_of, self._drafts(), read)
        return Caseload(cases, tuple(faults))

    def _plans(self, as_of: dt.date, faults: list[Fault]) -> Iterator[Plan]:
        """All versions of each plan that has to be looked at; what is wrong with one costs that plan alone."""
        by_code: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self._stored(as_of):
            by_code[row.code].append(row)
        signed = self._with_a_sign()
        for code, stored in by_code.items():
            if code not in signed and not _is_recent(stored[-1], as_of):
                continue
            try:
                plans = [self._plan(row) for row in stored]
                in_force(plans)
            except ContentError as error:
                faults += error.faults
                continue
            yield from plans

    def _stored(self, as_of: dt.date) -> list[Row[Any]]:
        """The versions of plans that can be in force, or over for a short time, and of those with a sign for help."""
        earliest = as_of - (MAX_DAYS + LATE_DAYS) * DAY
        late = select(versions.c.code).where(versions.c.starts_on >= earliest.isoformat())
        codes = late.union(_signs()).subquery()
        asked = select(versions).where(versions.c.code.in_(select(codes.c.code)))
        with self._database.read() as connection:
            return list(connection.execute(asked.order_by(versions.c.code, versions.c.version)))

    def _with_a_sign(self) -> set[str]:
        with self._database.read() as connection:
            return set(connection.execute(_signs()).scalars())

    def _plan(self, row: Row[Any]) -> Plan:
        key = (row.code, row.version, row.seal)
        if key not in self._read:
            self._read[key] = verified(row)
        return self._read[key]

    def _rows(self, codes: set[str]) -> pd.DataFrame:
        """The rows in force of many diaries at once, as `read_diary` gives them."""
        from kit.diary.read import frame_of

        by = (diary_rows.c.code, diary_rows.c.version, diary_rows.c.week, diary_rows.c.day, diary_rows.c.slot)
        asked = select(diary_rows.c.number, *_TOLD).where(diary_rows.c.code.in_(codes), diary_rows.c.in_force == 1)
        with self._database.read() as connection:
            found = connection.execute(asked.order_by(*by, diary_rows.c.id)).all()
        numbers, *columns = zip(*found, strict=True) if found else ((), *((),) * len(_TOLD))
        return frame_of({column.name: cells for column, cells in zip(_TOLD, columns, strict=True)}, numbers)

    def _drafts(self) -> dict[str, int]:
        with self._database.read() as connection:
            return {row.code: row.version for row in connection.execute(select(drafts.c.code, drafts.c.version))}


def _signs() -> Any:
    told = select(diary_rows.c.code).where(diary_rows.c.in_force == 1, diary_rows.c.help_sign.is_not(None))
    return select(told.union(with_a_sign()).subquery().c.code)


def _is_recent(newest: Row[Any], as_of: dt.date) -> bool:
    """Whether the newest version of a plan ended at most some weeks before the day."""
    end = json.loads(newest.document).get("review_on")
    start = dt.date.fromisoformat(newest.starts_on)
    until = dt.date.fromisoformat(end) if end else start + DEFAULT_DAYS * DAY
    return (as_of - until).days <= LATE_DAYS
