"""The notes of patients that somebody has read: a mark is added, and taken back by another one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, insert, select

from kit.followup.note_key import note_key
from kit.store.audit import note
from kit.store.database import Database
from kit.store.rows import hold
from kit.store.tables import diary_rows, notes_read, plans
from kit.words.numbers import counted
from kit.words.text import letters_in

if TYPE_CHECKING:
    from kit.followup.unread import Read


@dataclass(frozen=True)
class NotesRead:
    """What was marked as read of the notes in each plan's diary."""

    database: Database

    def keep(self, code: str, marks: tuple[Read, ...]) -> None:
        """Keep these marks. Raises `ContentError` where the plan is not here, `MachineError`."""
        if not marks:
            return
        with self.database.write() as connection:
            hold(connection, code)
            stamp = {"code": code, "made_at": self.database.stamp(), "made_by": self.database.who}
            rows = [{**stamp, "document": mark.model_dump_json()} for mark in marks]
            connection.execute(insert(notes_read), rows)
            patient = connection.execute(select(plans.c.patient_code).where(plans.c.code == code)).scalar_one()
            what = "read" if marks[0].is_read else "unread again"
            note(self.database, connection, f"marked {counted(len(marks), 'note')} as {what}", code, patient)

    def of(self, code: str) -> tuple[Read, ...]:
        """Every mark of a plan, the oldest first."""
        return self._read(select(notes_read.c.document).where(notes_read.c.code == code))

    def all(self) -> tuple[Read, ...]:
        """Every mark, the oldest first."""
        return self._read(select(notes_read.c.document))

    def unread_within(self, connection: Connection, code: str) -> int:
        """How many notes of a plan's diary nobody has marked as read."""
        marks = connection.execute(
            select(notes_read.c.document).where(notes_read.c.code == code).order_by(notes_read.c.id)
        )
        read = {mark["note"]: mark.get("is_read", True) for mark in map(json.loads, marks.scalars())}
        columns = (diary_rows.c[name] for name in ("version", "day", "week", "slot", "note"))
        asked = select(*columns).where(diary_rows.c.code == code, diary_rows.c.in_force == 1).distinct()
        told = connection.execute(asked.where(diary_rows.c.note.is_not(None)))
        keys = {
            note_key(code, r.version, r.day or f"week {r.week}", r.slot, r.note) for r in told if letters_in(r.note)
        }
        return sum(not read.get(key, False) for key in keys)

    def _read(self, asked: Select[Any]) -> tuple[Read, ...]:
        from kit.followup.unread import Read  # brings pandas

        with self.database.read() as connection:
            return tuple(
                Read.model_validate_json(row.document) for row in connection.execute(asked.order_by(notes_read.c.id))
            )
