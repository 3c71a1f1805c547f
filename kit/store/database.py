"""The database behind the store: SQLite in the workspace, or the PostgreSQL that `KIT_DATABASE` names.

Every write is one transaction that holds the database (SQLite) or the plan's row (PostgreSQL) from its beginning, and
is on the disk when it ends.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kit.errors import Fault, MachineError
from kit.files import make_folder, sync
from kit.plan.code import SYSTEM
from kit.store.file import check, hold, locked, make, stamped
from kit.store.older import keep
from kit.store.place import FILE, VARIABLE
from kit.store.schema import bring_up_to_date, is_current
from kit.store.trouble import refusal, told

PATIENCE_S = 10.0  # how long a write waits for another program's
_PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "secure_delete=ON",  # what is forgotten is overwritten
    "journal_size_limit=16000000",  # bytes of its log that a large import may leave behind
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
    patience_s: float = PATIENCE_S
    held: ExitStack = field(default_factory=ExitStack)  # the file, while it is open

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view, which neither waits for a write nor holds one up. Raises `MachineError`."""
        options: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        engine = self.engine.execution_options(**options)
        with told(self.where), engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, durable when the block ends, undone when it raises. Raises `MachineError`."""
        engine = self.engine.execution_options(kit_write=True)
        with told(self.where), engine.begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Without a transaction, for what the database does in none. Raises `MachineError`."""
        options: dict[str, Any] = {"kit_alone": True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        with told(self.where), self.engine.execution_options(**options).connect() as connection:
            yield connection

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def stamp(self) -> str:
        """Now, as the tables keep it."""
        return self.now().astimezone(dt.UTC).isoformat(timespec="microseconds")

    def close(self) -> None:
        self.engine.dispose()
        self.held.close()


def open_database(
    folder: Path,
    *,
    who: str,
    now: Callable[[], dt.datetime],
    random: Random = SYSTEM,
    url: str | None = None,
    patience_s: float = PATIENCE_S,
) -> Database:
    """The database at `url`, or `clinic.db` in `folder`; it is made, or its schema raised, where that is needed.

    Raises `DamageError` where it is damaged, `MachineError` where it cannot be opened, is none of the kit's, or is
    newer than this kit.
    """
    if not url:
        make_folder(folder)
        return open_file(folder / FILE, who=who, now=now, random=random, patience_s=patience_s)
    with _driver():
        engine = _engine(_address(url), patience_s)
    return _made_ready(Database(engine, _shown(url), now, who, random, None, patience_s), folder / FILE)


def open_file(
    path: Path,
    *,
    who: str,
    now: Callable[[], dt.datetime],
    random: Random = SYSTEM,
    patience_s: float = PATIENCE_S,
    where: str = "",
) -> Database:
    """The SQLite database at `path`, as `open_database` does; messages name it `where`."""
    if not os.path.lexists(path):
        with told(where or str(path)), locked(path, patience_s):
            _create(path, where or str(path), patience_s)
    make(path)
    check(path)
    engine = _engine(URL.create("sqlite", database=str(path)), patience_s)
    return _made_ready(Database(engine, where or str(path), now, who, random, path, patience_s, hold(path)), path)


def _create(path: Path, where: str, patience_s: float) -> None:
    """A new store under its name only once it is whole: a file of 0 bytes is then always a damaged one."""
    if os.path.lexists(path):  # another program was quicker
        return
    part = path.with_name(f".{path.name}.making")
    part.unlink(missing_ok=True)
    engine = _engine(URL.create("sqlite", database=make(part)), patience_s)
    try:
        bring_up_to_date(engine, where, lambda _: None)
    finally:
        engine.dispose()
    part.replace(path)
    sync(path.parent)


def _made_ready(database: Database, beside: Path) -> Database:
    """The database with the newest schema; a copy of an older one is kept `beside`."""
    try:
        with told(database.where):
            _make_ready(database, beside)
    except BaseException:
        database.close()
        raise
    return database


def _make_ready(database: Database, beside: Path) -> None:
    engine, file = database.engine, database.file

    def keep_copy(revision: str) -> None:
        target = stamped(beside, "before", database.now())
        if file:
            copy_to(database, target)
        else:
            make_folder(target.parent)
            keep(engine, revision, target)

    if file is None:
        bring_up_to_date(engine, database.where, keep_copy)
    elif not (file.stat().st_size and is_current(engine) and _has_log(engine)):
        with locked(file, database.patience_s):
            bring_up_to_date(engine, database.where, keep_copy)
            with engine.connect() as connection:  # not before: a database of another program is left as it is
                connection.connection.driver_connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[union-attr]


def _has_log(engine: Engine) -> bool:
    with engine.connect() as connection:
        return connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def as_one_file(database: Database) -> None:
    """Take the log of a SQLite database that nobody else has open into its file."""
    with database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA journal_mode=DELETE")  # type: ignore[union-attr]


def copy_to(database: Database, target: Path, where: str = "") -> None:
    """A copy of the SQLite database in the empty or missing file `target`, while others go on writing.

    It is one file, without a log beside it; messages name it `where`. Raises `MachineError`.
    """
    with told(database.where), database.engine.connect() as connection:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        try:
            made = sqlite3.connect(make(target))
            try:
                source.backup(made)
                made.execute("PRAGMA journal_mode=DELETE")
            finally:
                made.close()
        except sqlite3.Error as error:
            raise refusal(where or str(target), error) from error


@contextmanager
def _driver() -> Iterator[None]:
    """Raises `MachineError` where the library that speaks with PostgreSQL is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        mend = "Install it: pip install 'homestretch[postgres]', or take the variable away."
        raise MachineError(Fault(VARIABLE, f"the library {error.name} is not installed.", mend)) from error


def _engine(url: URL, patience_s: float) -> Engine:
    if url.get_backend_name() != "sqlite":
        waits = f"-c lock_timeout={int(patience_s * 1000)}ms"
        patient = {"connect_timeout": max(2, int(patience_s)), "options": waits}
        return create_engine(url, pool_pre_ping=True, connect_args=patient)
    engine = create_engine(url, connect_args={"timeout": patience_s})

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where the kit says, not at the first change
        connection.create_function("lower", 1, _lower, deterministic=True)  # SQLite's own knows A to Z alone
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("kit_alone"):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("kit_write") else "BEGIN")

    return engine


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


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
