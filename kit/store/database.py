"""The database behind the store: SQLite in the workspace, or the PostgreSQL that `KIT_DATABASE` names.

Every write is one transaction that holds the database (SQLite) or the plan's row (PostgreSQL) from its beginning, and
is on the disk when it ends.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kit.errors import Fault, MachineError
from kit.files import make_folder
from kit.plan.code import SYSTEM
from kit.store.place import FILE, VARIABLE
from kit.store.schema import bring_up_to_date, is_current
from kit.store.trouble import told

_HEADER = b"SQLite format 3\x00"
_PATIENCE_S = 10
_PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "synchronous=FULL",
    "secure_delete=ON",  # what is forgotten is overwritten
    f"busy_timeout={_PATIENCE_S * 1000}",
)


@dataclass(frozen=True)
class Database:
    """An open database. `where` names it in messages; `now`, `who` and `random` are those of its writes."""

    engine: Engine
    where: str
    now: Callable[[], dt.datetime]
    who: str
    random: Random = SYSTEM
    file: Path | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view. Raises `MachineError`."""
        with told(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, durable when the block ends, undone when it raises. Raises `MachineError`."""
        engine = self.engine.execution_options(kit_write=True)
        with told(self.where), engine.begin() as connection:
            yield connection

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def stamp(self) -> str:
        """Now, as the tables keep it."""
        return self.now().astimezone(dt.UTC).isoformat(timespec="microseconds")

    def close(self) -> None:
        self.engine.dispose()


def open_database(
    folder: Path, *, who: str, now: Callable[[], dt.datetime], random: Random = SYSTEM, url: str | None = None
) -> Database:
    """The database at `url`, or `clinic.db` in `folder`; it is made, or its schema raised, where that is needed.

    Raises `MachineError` where it cannot be opened, is damaged, is none of the kit's, or is newer than this kit.
    """
    file = None if url else folder / FILE
    where = _shown(url) if url else str(file)
    if file:
        make_folder(folder)
        _check_file(file)
    engine = _engine(make_url(f"sqlite:///{file}") if file else _address(url or ""))
    database = Database(engine, where, now, who, random, file)
    try:
        _make_ready(database)
    except BaseException:
        engine.dispose()
        raise
    return database


def _make_ready(database: Database) -> None:
    with told(database.where):
        if database.file is None:
            bring_up_to_date(database.engine, database.where, lambda: None)
            return
        if database.file.stat().st_size and is_current(database.engine):
            return
        with FileLock(f"{database.file}.lock", timeout=_PATIENCE_S, mode=0o600):
            bring_up_to_date(database.engine, database.where, lambda: _keep_copy(database))


def _keep_copy(database: Database) -> None:
    """A copy beside the database before its schema is raised."""
    assert database.file
    stamp = database.now().astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    copy_to(database, database.file.with_name(f"{database.file.name}.before-{stamp}"))


def copy_to(database: Database, target: Path) -> None:
    """A copy of the SQLite database at `target`, while others go on writing. Raises `MachineError`."""
    import sqlite3

    with told(database.where), database.engine.connect() as connection:
        made = sqlite3.connect(_made(target))
        try:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(made)
        finally:
            made.close()


def _check_file(path: Path) -> None:
    """Make the file, private, where there is none. Raises `MachineError` for one that is no whole database."""
    if path.exists() and not path.is_file():  # a pipe would wait for ever
        raise MachineError(Fault(str(path), "is no file.", "Move it away; the kit keeps its store under this name."))
    try:
        _made(path)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        what = f"cannot be opened: {error.strerror}."
        raise MachineError(Fault(str(path), what, "Check your rights to the file and its folder.")) from error
    if not head:
        return
    if not head.startswith(_HEADER):
        what = "is no database, and is left as it is."
        raise MachineError(Fault(str(path), what, "Move the file away, or restore a backup: kit store restore."))
    page, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    log = path.with_name(f"{path.name}-wal")  # where there is one, it may hold the missing pages
    if path.stat().st_size < (65536 if page == 1 else page) * pages and not (log.is_file() and log.stat().st_size):
        what = "is cut short: the end of the file is missing."
        raise MachineError(Fault(str(path), what, "Restore a backup: kit store restore. It is left as it is."))


def _made(path: Path) -> str:
    """The path, with an empty private file there at least."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return str(path)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        patient = {"connect_timeout": _PATIENCE_S, "options": f"-c lock_timeout={_PATIENCE_S}s"}
        return create_engine(url, pool_pre_ping=True, connect_args=patient)
    engine = create_engine(url, connect_args={"timeout": _PATIENCE_S})

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where the kit says, not at the first change
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_write = connection.get_execution_options().get("kit_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")

    return engine


def _address(text: str) -> URL:
    """The URL of a PostgreSQL server. Raises `MachineError` for any other."""
    try:
        url = make_url(text)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() not in ("postgresql", "postgres"):
        mend = "Write one such as postgresql://user:password@server/clinic, or take the variable away."
        raise MachineError(Fault(VARIABLE, "is no address of a PostgreSQL database.", mend))
    return url.set(drivername="postgresql+psycopg")


def _shown(text: str) -> str:
    """The address without its password."""
    return _address(text).set(drivername="postgresql").render_as_string(hide_password=True)
