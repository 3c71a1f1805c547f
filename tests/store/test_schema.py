"""The schema: its steps give the tables that the code means, an older one is raised, all others are left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from kit.diary.columns import ANSWERS
from kit.errors import MachineError
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store import schema
from kit.store.entries import _fingerprint
from kit.store.store import Store, open_store
from kit.store.tables import REVISION, metadata
from tests.store.conftest import Clock, Opener
from tests.store.filled import contents, plan_of

NEXT = f"{int(REVISION) + 1:04}"
SECOND = f'''"""A pretended next step."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{REVISION}"


def upgrade() -> None:
    op.add_column("patients", sa.Column("colour", sa.Text(), nullable=True))
'''


def different(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def test_a_new_store_has_exactly_the_tables(store: Store) -> None:
    """On both databases: no table, column, type, index or constraint more or less."""
    with store.database.read() as connection:
        assert different(connection) == []


def made_of(engine: Engine) -> dict[str, Any]:
    """Each table with its columns, keys, indexes and rules, whatever their order."""
    seen = inspect(engine)
    parts = (
        seen.get_columns,
        seen.get_indexes,
        seen.get_foreign_keys,
        seen.get_check_constraints,
        seen.get_unique_constraints,
    )
    keys = {name: seen.get_pk_constraint(name) for name in seen.get_table_names()}
    return {name: (key, *(sorted(map(repr, part(name))) for part in parts)) for name, key in keys.items()}


def test_the_steps_give_what_a_new_store_has(tmp_path: Path) -> None:
    """An old store that went through every step and one made today are the same, Alembic's own mark included."""
    stepped, made = (create_engine(f"sqlite:///{tmp_path / name}") for name in ("stepped.db", "made.db"))
    schema.upgrade(stepped)
    schema.bring_up_to_date(made, "made.db", lambda _: None)
    assert made_of(made) == made_of(stepped)
    assert schema.is_current(made)
    with stepped.connect() as connection:
        assert different(connection) == []


def test_the_code_knows_the_newest_step() -> None:
    """`REVISION` is the name of the last file, and each step follows the one before."""
    steps = sorted((Path(schema.__file__).parent / "migrations" / "versions").glob("[0-9]*.py"))
    assert steps[-1].name.startswith(f"{REVISION}_")
    names = [step.name[:4] for step in steps]
    for step, before in zip(steps, [None, *names], strict=False):
        assert f"down_revision = {before!r}".replace("'", '"') in step.read_text(encoding="utf-8")


@pytest.fixture
def second_step(tmp_path: Path) -> str:
    """A kit that knows one step more; gives that step's file."""
    steps = tmp_path / "migrations"
    shutil.copytree(schema._MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / f"{NEXT}_next.py").write_text(SECOND, encoding="utf-8")
    return str(steps)


def newer_kit(steps: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_MIGRATIONS", Path(steps))
    monkeypatch.setattr(schema, "REVISION", NEXT)


def test_an_older_store_is_raised_after_a_copy_was_kept(
    opener: Opener, tmp_path: Path, second_step: str, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    """Everything is still there; the copy beside it has the schema of before and everything in it."""
    store = opener()
    plan = plan_of(library, "P-001", 1)
    store.drafts.begin(plan)
    before = contents(store)
    store.close()
    newer_kit(second_step, monkeypatch)
    store = opener()
    with store.database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEXT
        assert connection.execute(text("SELECT colour FROM patients")).all() == [(None,)]
    assert contents(store) == before
    (copy,) = (tmp_path / "clinic").glob("clinic.db.before-*")
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISION,)]
    assert {name: kept.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in before} == {
        name: len(rows) for name, rows in before.items()
    }
    assert kept.execute("SELECT code FROM plans").fetchall() == [(plan.code,)]
    kept.close()
    assert copy.stat().st_mode & 0o777 == 0o600
    store.close()
    (tmp_path / "old").mkdir()
    copy.rename(tmp_path / "old" / "clinic.db")
    monkeypatch.undo()
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    again = open_store(tmp_path / "old", who="tester", now=Clock())  # by the older kit
    assert contents(again) == before
    again.close()


def test_a_store_from_before_activities_knows_its_diaries(store: Store, four: Plan, tmp_path: Path) -> None:
    """What was read then is the same answer when it is read now: the file that comes again with one row more adds it."""
    asked = four.describe(activities=("Stairs",))
    store.versions.take_in(finalised(resolve(asked, Library.load()), "A. Physio", four.start))
    name = ("plan_code", "plan_version", "item_id", "week", "date", "slot", "side", "status", "note")
    line = (asked.code, "1", "i1", "1", "2026-06-01", "1", "right", "done", "felt fine")
    path = tmp_path / "diary.csv"
    path.write_text(",".join(name) + "\n" + ",".join(line) + "\n", encoding="utf-8")
    store.diaries.bring_in(path)
    row = store.diaries.rows(asked.code)[0]
    before = _fingerprint(repr(row.answers[: ANSWERS.index("activity_1")]))
    with store.database.read() as connection:
        assert connection.execute(text("SELECT answers FROM diary_rows")).scalar() == before
    path.write_text(",".join((*name, "activity_1")) + "\n" + ",".join((*line, "4")) + "\n", encoding="utf-8")
    found = store.diaries.bring_in(path)
    assert [str(correction) for correction in found.corrections] == [
        "row 2: corrects row 2 of diary.csv, item i1 right on 2026-06-01, slot 1: activity_1 blank is now 4."
    ]
    assert store.diaries.rows(asked.code)[0].values["activity_1"] == 4


def test_a_step_that_fails_leaves_the_store_as_it_was(
    opener: Opener, second_step: str, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    """Half a step is none: the older kit opens the store again."""
    store = opener()
    store.drafts.begin(plan_of(library, "P-001", 1))
    before = contents(store)
    store.close()
    broken = SECOND + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'
    (Path(second_step) / "versions" / f"{NEXT}_next.py").write_text(broken, encoding="utf-8")
    with monkeypatch.context() as newer:
        newer_kit(second_step, newer)
        with pytest.raises(MachineError):
            opener()
    store = opener()
    assert contents(store) == before
    assert "colour" not in str(contents(store))


def test_a_store_of_a_newer_kit_is_left_alone(opener: Opener) -> None:
    store = opener()
    with store.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    where = store.database.where
    store.close()
    with pytest.raises(MachineError) as caught:
        opener()
    assert str(caught.value) == (
        f"{where}: has schema 9999, and this kit knows up to {REVISION}: a newer kit has made it. "
        "Install the newer kit; nothing was changed."
    )


def test_a_database_of_another_program_is_left_alone(opener: Opener, tmp_path: Path) -> None:
    """Not one byte of it changes."""
    url = os.environ.get("KIT_DATABASE")
    folder = tmp_path / "clinic"
    folder.mkdir()
    address = url.replace("postgresql:", "postgresql+psycopg:") if url else f"sqlite:///{folder / 'clinic.db'}"
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (url TEXT)"))
        connection.execute(text("CREATE TABLE visits (url TEXT)"))
    engine.dispose()
    before = None if url else hashlib.sha256((folder / "clinic.db").read_bytes()).hexdigest()
    with pytest.raises(MachineError) as caught:
        opener()
    where = "postgresql://kit@/" if url else str(folder / "clinic.db")
    assert str(caught.value).startswith(where)
    assert str(caught.value).endswith(
        ": holds tables of another program (bookmarks, visits). Name a database of its own for the kit."
    )
    if before:
        assert hashlib.sha256((folder / "clinic.db").read_bytes()).hexdigest() == before
        assert sorted(path.name for path in folder.iterdir()) == ["clinic.db", "clinic.db.lock"]


OPEN = """
import datetime as dt, os, sys
from pathlib import Path
from kit.store.store import open_store
import alembic.command, alembic.config
sys.stdout.write("ready\\n"); sys.stdout.flush()
for line in sys.stdin:
    place, *url = line.split()
    os.environ["KIT_DATABASE"] = "".join(url)
    try:
        store = open_store(Path(place), who="tester", now=lambda: dt.datetime.now(dt.UTC))
        said = f"{store.plans.count()}"
        store.close()
    except BaseException as error:
        said = repr(error)
    sys.stdout.write(said.replace("\\n", " ") + "\\n"); sys.stdout.flush()
"""


@pytest.fixture
def programs() -> Iterator[list[subprocess.Popen[str]]]:
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [_answer(program) for program in started] == ["ready"] * 2
    yield started
    for program in started:
        program.communicate()


def test_two_programs_make_one_store_at_the_same_instant(
    opener: Opener, programs: list[subprocess.Popen[str]], tmp_path: Path
) -> None:
    """Twenty times, in real programs that share nothing: both have it."""
    url = os.environ.get("KIT_DATABASE", "")
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:")) if url else None
    said = []
    for number in range(20):
        if engine:
            with engine.begin() as connection:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
        for program in programs:
            assert program.stdin
            program.stdin.write(f"{tmp_path / str(number)} {url}\n")
            program.stdin.flush()
        said += [_answer(program) for program in programs]
    if engine:
        engine.dispose()
    assert said == ["0"] * 40


def _answer(program: subprocess.Popen[str]) -> str:
    assert program.stdout
    return program.stdout.readline().strip()
