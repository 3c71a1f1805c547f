"""The same store on both databases: SQLite in a folder, and a real PostgreSQL, a fresh database for each test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import create_engine, text

from kit.plan.plan import Plan
from kit.store.database import PATIENCE_S
from kit.store.place import VARIABLE
from kit.store.store import Store, open_store
from tests.conftest import missing
from tests.store.postgres import binaries, server

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
Opener = Callable[..., Store]


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    programs = binaries()
    if programs is None:
        missing("PostgreSQL", "apt-get install postgresql")
    with server(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def opener(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Opens the one store of this test, as often as asked, each time as another program would."""
    monkeypatch.delenv(VARIABLE, raising=False)
    admin = None
    if request.param == "postgresql":
        address = request.getfixturevalue("postgres")
        name = f"t{abs(hash(request.node.nodeid)):x}"
        admin = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        monkeypatch.setenv(VARIABLE, address.replace("/postgres?", f"/{name}?"))
    opened: list[Store] = []

    def make(who: str = "tester", seed: int = 7, patience_s: float = PATIENCE_S) -> Store:
        random = Random(seed)
        opened.append(open_store(tmp_path / "clinic", who=who, now=Clock(), random=random, patience_s=patience_s))
        return opened[-1]

    yield make
    for store in opened:
        store.close()
    if admin is not None:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()


@pytest.fixture
def held(store: Store, issued: Plan) -> Store:
    """A store with the founding four, issued."""
    store.versions.take_in(issued)
    return store
