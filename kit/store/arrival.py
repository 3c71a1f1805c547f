"""Rows of a diary file taken from the temporary tables into the store, held against what is in force there.

Each step is one statement of the database, however many rows there are.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, func, insert, literal, or_, select, update

from kit.store.entries import SAID
from kit.store.incoming import ASIDE, incoming, refused
from kit.store.tables import diary_rejects, diary_repeats, diary_rows, plans

_LOCK = 0x4B_49_44  # of PostgreSQL's advisory locks: one import, undo or typed answer at a time
_OF_KEY = (diary_rows.c.code == incoming.c.code) & (diary_rows.c.key == incoming.c.key)
_IN_FORCE = _OF_KEY & (diary_rows.c.in_force == 1)
_SAME = _IN_FORCE & (diary_rows.c.answers == incoming.c.answers)


def wait_for_turn(connection: Connection) -> None:
    """On SQLite a write has its turn from its beginning."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def drop_what_was_said(connection: Connection, numbers: list[int]) -> int:
    """Leave out what these imports of the same file have brought already; how many rows."""
    linked = diary_repeats.c.file_id.in_(numbers) & (diary_repeats.c.row_id == diary_rows.c.id)
    by_them = or_(diary_rows.c.file_id.in_(numbers), exists().where(linked))
    return connection.execute(delete(incoming).where(exists().where(_OF_KEY & by_them))).rowcount


def link_repeats(connection: Connection, number: int) -> int:
    """Leave out what is in force already, and note that this file says it too; how many rows."""
    same = select(diary_rows.c.id, literal(number)).join_from(incoming, diary_rows, _SAME)
    found = connection.execute(insert(diary_repeats).from_select(["row_id", "file_id"], same)).rowcount
    if found:
        connection.execute(delete(incoming).where(exists().where(_SAME)))
    return found


def replace_corrected(connection: Connection) -> int:
    """Take what is said otherwise now out of force, but no sign that is left out now; how many rows."""
    old = select(diary_rows.c.id).where(_IN_FORCE).correlate(incoming).scalar_subquery()
    found = connection.execute(update(incoming).where(exists().where(_IN_FORCE)).values(replaces=old)).rowcount
    if found:
        replaced = select(incoming.c.replaces).where(incoming.c.replaces.is_not(None))
        connection.execute(update(diary_rows).where(diary_rows.c.id.in_(replaced)).values(in_force=None))
        # Nobody takes a sign that asks for help back by leaving its cell empty.
        sign = select(diary_rows.c.help_sign).where(diary_rows.c.id == incoming.c.replaces).scalar_subquery()
        silent = incoming.c.replaces.is_not(None) & incoming.c.help_sign.is_(None)
        connection.execute(update(incoming).where(silent).values(help_sign=sign))
    return found


def add_rows(connection: Connection, number: int) -> int:
    """Keep what is left, in force; how many rows."""
    names = ("number", *SAID, "replaces")
    left = select(literal(number), literal(1), *(incoming.c[name] for name in names)).order_by(incoming.c.number)
    return connection.execute(insert(diary_rows).from_select(["file_id", "in_force", *names], left)).rowcount


def add_rejects(connection: Connection, number: int) -> int:
    """Keep the rows that were refused, with their cells and the reason; how many."""
    _name_plans(connection, number)
    names = ("number", "cells", "why", *(name for name in ASIDE if name != "label"))
    all_of_them = select(literal(number), *(refused.c[name] for name in names)).order_by(refused.c.number)
    return connection.execute(insert(diary_rejects).from_select(["file_id", *names], all_of_them)).rowcount


def _name_plans(connection: Connection, number: int) -> None:
    """Whose the signs and notes of refused rows are: by the code, by the label where one plan has it, and else of the
    one plan that the rest of the file is of."""
    is_here = exists().where(plans.c.code == refused.c.code)
    connection.execute(update(refused).where(refused.c.code.is_not(None), ~is_here).values(code=None))
    same = plans.c.label == refused.c.label
    labelled = select(func.min(plans.c.code)).where(same).having(func.count() == 1).scalar_subquery()
    connection.execute(
        update(refused).where(refused.c.code.is_(None), refused.c.label.is_not(None)).values(code=labelled)
    )
    again = select(diary_repeats.c.row_id).where(diary_repeats.c.file_id == number)
    of_file = (diary_rows.c.file_id == number) | diary_rows.c.id.in_(again)
    its = set(connection.execute(select(diary_rows.c.code).where(of_file).distinct().limit(2)).scalars())
    told = refused.c.help_sign.is_not(None) | refused.c.note.is_not(None)
    its |= set(
        connection.execute(select(refused.c.code).where(refused.c.code.is_not(None)).distinct().limit(2)).scalars()
    )
    if len(its) == 1:
        connection.execute(update(refused).where(refused.c.code.is_(None), told).values(code=its.pop()))
