"""What patients say in rows that count for nothing: refused when their file came in, or corrected since.

A file that is undone says nothing any more, in these rows neither.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from kit.diary.alarms import is_sign
from kit.diary.aside import REFUSED, REPLACED, Aside, row_of
from kit.store.tables import diary_files, diary_rejects, diary_rows

_STANDS = diary_files.c.undone_at.is_(None)
_REPLACED = diary_rows.c.in_force.is_(None) & diary_rows.c.help_sign.is_not(None)


def asides(connection: Connection, code: str = "") -> list[Aside]:
    """The signs and notes of refused rows, and the signs of rows that were corrected; of a plan, or of all."""
    refused = select(diary_rejects, diary_files.c.name).join(diary_files, diary_rejects.c.file_id == diary_files.c.id)
    told = or_(diary_rejects.c.help_sign.is_not(None), diary_rejects.c.note.is_not(None))
    refused = refused.where(_STANDS, diary_rejects.c.code.is_not(None), told).order_by(diary_rejects.c.id)
    replaced = select(diary_rows, diary_files.c.name).join(diary_files, diary_rows.c.file_id == diary_files.c.id)
    replaced = replaced.where(_STANDS, _REPLACED).order_by(diary_rows.c.id)
    if code:
        refused, replaced = refused.where(diary_rejects.c.code == code), replaced.where(diary_rows.c.code == code)
    found = [_aside(row, row.said_on, row.note, REFUSED) for row in connection.execute(refused)]
    return found + [_aside(row, "", None, REPLACED) for row in connection.execute(replaced) if is_sign(row.help_sign)]


def with_a_sign() -> Select[Any]:
    """The codes of plans of which such a row tells a sign."""
    refused = select(diary_rejects.c.code).join(diary_files, diary_rejects.c.file_id == diary_files.c.id)
    refused = refused.where(_STANDS, diary_rejects.c.code.is_not(None), diary_rejects.c.help_sign.is_not(None))
    replaced = select(diary_rows.c.code).join(diary_files, diary_rows.c.file_id == diary_files.c.id)
    return select(refused.union(replaced.where(_STANDS, _REPLACED)).subquery().c.code)


def _aside(row: Any, when: str | None, note: str | None, fate: str) -> Aside:
    day = dt.date.fromisoformat(row.day) if row.day else None
    where = row_of(row.number, row.name)
    return Aside(row.help_sign, note, row.code, "", row.version, day, when or "", row.slot, where, fate)
