"""The rows of the diary that typed answers make, within the transaction that takes them in.

What fills a blank of a row that the same source alone has said completes it; any other change is a row of its own that
takes the place of the earlier one, which is kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, exists, func, insert, select, update

from kit.diary.cell_readers import WORK
from kit.diary.columns import ANSWERS, CODE, LABEL
from kit.diary.prescribed import Prescribed
from kit.diary.rows import Row
from kit.errors import visible
from kit.store.audit import note
from kit.store.database import Database
from kit.store.entries import record
from kit.store.tables import diary_files, diary_repeats, diary_rows

Place = tuple[str, str, dt.date, int]  # item, side, day, session of the day
Values = dict[str, Any]  # answers by column


@dataclass(frozen=True)
class Held:
    """A row in force."""

    id: int
    file_id: int
    values: Values


def held_rows(connection: Connection, plan: Prescribed, days: Iterable[dt.date]) -> dict[Place, Held]:
    """The rows in force of these days, in the order of the sheet."""
    asked = select(diary_rows).where(
        diary_rows.c.code == plan.code,
        diary_rows.c.version == plan.version,
        diary_rows.c.day.in_([day.isoformat() for day in days]),
        diary_rows.c.in_force == 1,
    )
    found = {}
    for row in connection.execute(asked):
        place = (row.item_id, row.side, dt.date.fromisoformat(row.day), row.slot)
        found[place] = Held(row.id, row.file_id, {name: getattr(row, name) for name in ANSWERS})
    items = list(plan.items)
    return dict(sorted(found.items(), key=lambda pair: (pair[0][3], items.index(pair[0][0]), pair[0][1])))


def week_of(plan: Prescribed, day: dt.date) -> int:
    """The week of the version, from 1."""
    return (day - plan.start).days // 7 + 1


class Source:
    """What one person types of a plan on one day; its row is made with the first answer that is new."""

    def __init__(self, database: Database, connection: Connection, plan: Prescribed, by: str, today: dt.date) -> None:
        self._database, self._connection, self._plan = database, connection, plan
        self._name = f"typed by {by} on {today.day} {today:%B} {today.year}"
        self._digest = sha256(f"typed\x1f{plan.code}\x1f{by}\x1f{today}".encode()).hexdigest()
        self._number: int | None = None
        self._kept = self._corrected = 0

    def put(self, place: Place, held: Held | None, change: Values) -> None:
        """One row: new, one that corrects another, or one of this source whose blanks are filled."""
        before: Values = held.values if held else dict.fromkeys(ANSWERS)
        after: Values = {**before, **change}
        if "status" in change and after["status"] in (None, "not_done"):
            after |= dict.fromkeys(WORK)  # how much was done of what was not
        if after == before:
            return
        number = self._here()
        kept = self._record(place, after, self._next(number))
        if held and self._completes(held, before, after, number):
            said = {name: kept[name] for name in (*ANSWERS, "answers")}
            self._connection.execute(update(diary_rows).where(diary_rows.c.id == held.id).values(said))
            return
        if held:
            self._connection.execute(update(diary_rows).where(diary_rows.c.id == held.id).values(in_force=None))
        row = {**kept, "file_id": number, "replaces": held.id if held else None, "in_force": 1}
        self._connection.execute(insert(diary_rows).values(row))
        self._kept += 1
        self._corrected += held is not None

    def settled(self) -> int | None:
        """Its number, with its counts as they are now; None where nothing was put."""
        if self._number is not None:
            counts = {"kept": diary_files.c.kept + self._kept, "corrected": diary_files.c.corrected + self._corrected}
            self._connection.execute(update(diary_files).where(diary_files.c.id == self._number).values(counts))
        return self._number

    def _here(self) -> int:
        if self._number is None:
            same = (diary_files.c.digest == self._digest) & diary_files.c.undone_at.is_(None)
            self._number = self._connection.execute(select(diary_files.c.id).where(same)).scalar()
        if self._number is None:
            row: Values = {"name": visible(self._name), "digest": self._digest}
            row |= dict.fromkeys(("kept", "rejected", "repeated", "blank", "corrected"), 0)
            row |= {"made_at": self._database.stamp(), "made_by": self._database.who}
            made = insert(diary_files).values(row).returning(diary_files.c.id)
            self._number = self._connection.execute(made).scalar_one()
            said = f"diary {self._name} (number {self._number}) of plan {self._plan.label}"
            note(self._database, self._connection, said, self._plan.code)
        return self._number

    def _next(self, number: int) -> int:
        asked = select(func.max(diary_rows.c.number)).where(diary_rows.c.file_id == number)
        return (self._connection.execute(asked).scalar() or 0) + 1

    def _record(self, place: Place, answers: Values, number: int) -> Values:
        item_id, side, day, slot = place
        plan = self._plan
        about = {CODE: plan.code, LABEL: plan.label, "plan_version": plan.version, "item_id": item_id}
        when = {"side": side, "date": day, "week": week_of(plan, day), "slot": slot}
        return record(Row(number, {**about, **when, **answers}, ()))

    def _completes(self, held: Held, before: Values, after: Values, number: int) -> bool:
        """Whether nothing that was said is said otherwise, and only this source has said it."""
        said = [name for name in ANSWERS if before[name] is not None]
        if held.file_id != number or not said or any(before[name] != after[name] for name in said):
            return False
        again = select(exists().where(diary_repeats.c.row_id == held.id))
        return not self._connection.execute(again).scalar()
