"""Where each diary row that counts came from: which file or hand, and what it said before it was corrected."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kit.store.database import Database
from kit.store.tables import diary_files, diary_rows

Key = tuple[int, str, str, str, int]  # version, item, side, day (or week without one), session of the day


@dataclass(frozen=True)
class Origin:
    """The `name` of the file (or of what was typed), who brought it `by`, `at` in UTC, and the row's `number` in it."""

    name: str
    by: str
    at: str
    number: int
    is_correction: bool


def origins(database: Database, code: str) -> dict[Key, Origin]:
    """Of the rows of a plan that are in force."""
    rows, files = diary_rows.c, diary_files.c
    asked = (
        select(
            *(rows.version, rows.item_id, rows.side, rows.day, rows.week, rows.slot, rows.number, rows.replaces),
            *(files.name, files.made_by, files.made_at),
        )
        .join(diary_files, rows.file_id == files.id)
        .where(rows.code == code, rows.in_force == 1)
    )
    with database.read() as connection:
        return {
            (r.version, r.item_id, r.side, r.day or f"week {r.week}", r.slot): Origin(
                r.name, r.made_by, r.made_at, r.number, r.replaces is not None
            )
            for r in connection.execute(asked)
        }
