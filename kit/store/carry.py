"""Rows carried between databases and files, a chunk at a time, so that a million need no more room than a thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Integer, Table, func, select, text

from kit.store.tables import metadata, plans, preferences

CHUNK = 5000
TAKEN_IN = "taken in"  # begins the name of the setting that says which folder's plan files were taken in
Rows = list[dict[str, Any]]


def tables() -> list[Table]:
    """All tables, those first that others refer to."""
    return metadata.sorted_tables


def stream(connection: Connection, table: Table) -> Iterator[Rows]:
    """The rows of a table in the order of its primary key, in chunks."""
    asked = select(table).order_by(*table.primary_key)
    result = connection.execute(asked, execution_options={"yield_per": CHUNK})
    for part in result.mappings().partitions():
        yield [dict(row) for row in part]


def pour(connection: Connection, table: Table, chunks: Iterable[Rows]) -> None:
    """Add the rows to a table."""
    for rows in chunks:
        if rows:
            connection.execute(table.insert(), rows)
    number = next((c for c in table.primary_key if isinstance(c.type, Integer)), None)
    if number is not None and len(table.primary_key) == 1 and connection.dialect.name == "postgresql":
        highest = select(func.coalesce(func.max(number), 0) + 1).scalar_subquery()
        connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, number.name), highest, False)))


def carry(reading: Connection, writing: Connection, named: Iterable[Table] | None = None) -> None:
    """Every row that `reading` sees into the empty tables of `writing`: of all tables, or of those `named`."""
    for table in tables() if named is None else named:
        pour(writing, table, stream(reading, table))


def clear(connection: Connection) -> None:
    """Take every row out."""
    for table in reversed(tables()):
        connection.execute(table.delete())


def hold_all(connection: Connection) -> None:
    """Let nobody else write until the transaction ends; SQLite does so for every write."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in tables())
        connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


def is_empty(connection: Connection) -> bool:
    """Whether nothing is kept here but the note that a folder's plan files were taken in."""
    for table in tables():
        asked = select(table).limit(1)
        if table is preferences:
            asked = asked.where(~preferences.c.name.startswith(TAKEN_IN))
        if connection.execute(asked).first() is not None:
            return False
    return True


def revisions(connection: Connection) -> dict[str, int]:
    """The revision of each plan."""
    return {row.code: row.revision for row in connection.execute(select(plans.c.code, plans.c.revision))}


def raise_revisions(connection: Connection, before: dict[str, int]) -> None:
    """Above those of `before`, so that nobody who holds a plan from then writes over what it is now."""
    for code, revision in revisions(connection).items():
        if code in before:
            raised = max(revision, before[code]) + 1
            connection.execute(plans.update().where(plans.c.code == code).values(revision=raised))
