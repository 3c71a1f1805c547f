"""The schema of a database brought up to date, or the reason why it is left alone.

A new database gets the tables as they are now; an older one is raised step by step by Alembic, which is loaded only
where there is a step to take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, text

from kit.errors import Fault, MachineError
from kit.store.tables import REVISION, metadata

_MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic's own table, as Alembic makes it.
_mark = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
_LOCK = 0x4B_49_54  # of PostgreSQL's advisory locks: one schema change at a time


def is_current(engine: Engine) -> bool:
    """Whether the schema is the newest."""
    with engine.connect() as connection:
        return _revision(connection) == REVISION


def bring_up_to_date(engine: Engine, where: str, before: Callable[[str], None]) -> None:
    """Make the schema, or raise an older one, in one transaction; `before` is called first with an older one's number.

    Raises `MachineError` for a database that a newer kit has made, or that is none of the kit's.
    """
    if is_current(engine):
        return
    with _alone(engine):
        _bring_up_to_date(engine, where, before)


def _bring_up_to_date(engine: Engine, where: str, before: Callable[[str], None]) -> None:
    with engine.connect() as connection:
        found, tables = _revision(connection), set(inspect(connection).get_table_names())
    if found == REVISION:
        return
    if found is None and tables:
        what = f"holds tables of another program ({', '.join(sorted(tables)[:3])})."
        raise MachineError(Fault(where, what, "Name a database of its own for the kit."))
    if found is not None and found not in _known():
        what = f"has schema {found}, and this kit knows up to {REVISION}: a newer kit has made it."
        raise MachineError(Fault(where, what, "Install the newer kit; nothing was changed."))
    if found is None:
        _make(engine)
        return
    before(found)
    upgrade(engine)


def _make(engine: Engine) -> None:
    """The tables of today, with the mark of the step that they stand for, in one transaction."""
    with engine.connect().execution_options(kit_write=True) as connection, connection.begin():
        metadata.create_all(connection, checkfirst=False)
        _mark.create(connection)
        connection.execute(insert(_mark).values(version_num=REVISION))


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    """One program at a time looks and changes; on SQLite the lock beside the file sees to it."""
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Take the steps up to `revision`, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.connect().execution_options(kit_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _known() -> set[str]:
    return {path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py")}


def _revision(connection: Connection) -> str | None:
    """The revision that the database says it has; None where it says none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None
