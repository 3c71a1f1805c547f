"""An older store on a server, kept as a file as it is, before its schema is raised."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, MetaData, create_engine
from sqlalchemy.engine import URL

from kit.store.carry import carry
from kit.store.file import make
from kit.store.schema import upgrade


def keep(engine: Engine, revision: str, target: Path) -> None:
    """Every row of a server's database of schema `revision` in the new SQLite file `target`: a backup of that kit."""
    made = create_engine(URL.create("sqlite", database=make(target)))
    try:
        upgrade(made, revision)
        older = MetaData()
        older.reflect(made)
        named = [table for table in older.sorted_tables if table.name != "alembic_version"]
        view = engine.execution_options(isolation_level="REPEATABLE READ")
        with view.connect() as reading, made.begin() as writing:
            carry(reading, writing, named)
    finally:
        made.dispose()
