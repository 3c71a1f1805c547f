"""Which rows of the diaries are in force once a file is undone.

A row is backed by its own file and by each that said it again. Of the rows of a key that a standing file backs, the
newest is in force: a file comes in by saying again what is in force, or by a newer row, so that all who back a row come
before all who back the next one.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select, tuple_, update

from kit.store.tables import diary_files, diary_repeats, diary_rows


def withdrawn(connection: Connection, number: int) -> int:
    """Take out of force what file `number` alone had backed; how many rows."""
    gone = _backed_by(number) & (diary_rows.c.in_force == 1) & ~_stands()
    return connection.execute(update(diary_rows).where(gone).values(in_force=None)).rowcount


def counts_again(connection: Connection, number: int) -> int:
    """Put into force again what the rows of file `number` had replaced; how many rows."""
    keys = select(diary_rows.c.code, diary_rows.c.key).where(_backed_by(number))
    of_keys = tuple_(diary_rows.c.code, diary_rows.c.key).in_(keys)
    newest = select(func.max(diary_rows.c.id)).where(of_keys, _stands()).group_by(diary_rows.c.code, diary_rows.c.key)
    back = diary_rows.c.id.in_(newest) & diary_rows.c.in_force.is_(None)
    return connection.execute(update(diary_rows).where(back).values(in_force=1)).rowcount


def _backed_by(number: int) -> ColumnElement[bool]:
    again = select(diary_repeats.c.row_id).where(diary_repeats.c.file_id == number)
    return or_(diary_rows.c.file_id == number, diary_rows.c.id.in_(again))


def _stands() -> ColumnElement[bool]:
    """Whether any file that backs a row was not undone."""
    standing = select(diary_files.c.id).where(diary_files.c.undone_at.is_(None))
    again = exists().where(diary_repeats.c.row_id == diary_rows.c.id, diary_repeats.c.file_id.in_(standing))
    return or_(diary_rows.c.file_id.in_(standing), again)
