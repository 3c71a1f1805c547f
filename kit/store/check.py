"""The store looked through: what is damaged, altered, missing, or waits for a decision. Nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlalchemy import inspect, select

from kit.errors import Fault, KitError
from kit.files import files_in
from kit.store import versions
from kit.store.audit import last_came
from kit.store.backup import must_be_whole
from kit.store.handouts import altered_files
from kit.store.store import Store
from kit.store.tables import asides, handouts, metadata, plans
from kit.store.tables import versions as versions_table
from kit.store.takein import FOLDER, gap, is_taken, missing_versions, read_files


def check(store: Store, workspace: Path) -> list[Fault]:
    """Every fault of the store, and of what belongs to it in the workspace."""
    faults: list[Fault] = []
    for part in _PARTS:
        try:
            faults += part(store, workspace)
        except KitError as error:  # one that cannot be looked at hides nothing else
            faults += [fault for fault in error.faults if fault not in faults]
    return faults


def _damage(store: Store, _: Path) -> Iterator[Fault]:
    if store.database.file:
        must_be_whole(store.database.file, store.database.where)
    yield from ()


def _seals(store: Store, _: Path) -> Iterator[Fault]:
    return versions.faults(store.database)


def _tables(store: Store, _: Path) -> Iterator[Fault]:
    there = set(inspect(store.database.engine).get_table_names())
    for name in sorted(set(metadata.tables) - there):
        yield Fault(store.database.where, f"has no table {name}.", "Restore a backup: kit store restore.")


def _patients(store: Store, _: Path) -> Iterator[Fault]:
    """An issued version whose plan hangs on another patient than the one it was issued for."""
    asked = select(versions_table.c.code, versions_table.c.version, versions_table.c.document, plans.c.patient_code)
    with store.database.read() as connection:
        for row in connection.execute(asked.join(plans).order_by(versions_table.c.code, versions_table.c.version)):
            if json.loads(row.document).get("patient_code") != row.patient_code:
                what = f"version {row.version} was issued for another patient than the store has the plan under."
                yield Fault(f"plan {row.code}", what, "Restore a backup: kit store restore. Forget nobody before.")


def _gaps(store: Store, _: Path) -> Iterator[Fault]:
    with store.database.read() as connection:
        for code, label in connection.execute(select(plans.c.code, plans.c.label).order_by(plans.c.code)).all():
            missing = missing_versions(connection, code)
            if missing:
                yield gap(f"{label} ({code})", missing)


def _handouts(store: Store, workspace: Path) -> Iterator[Fault]:
    with store.database.read() as connection:
        codes = list(connection.execute(select(handouts.c.code).distinct().order_by(handouts.c.code)).scalars())
        came = last_came(connection)
    for code in codes:
        newest = {handout.folder: handout for handout in reversed(store.handouts.of(code))}
        for handout in newest.values():  # an older set in the same folder was replaced
            if handout.at <= came and not (workspace / handout.folder).is_dir():
                continue  # an export and a backup hold no handouts: it never was here
            for name in altered_files(handout, workspace):
                what = "is missing, or is not as it was made."
                yield Fault(name, what, "Make the handout again; look what the patient has in hand.")


def _asides(store: Store, _: Path) -> Iterator[Fault]:
    asked = select(plans.c.label, asides).join(plans).where(asides.c.decided.is_(None)).order_by(asides.c.id)
    with store.database.read() as connection:
        for row in connection.execute(asked):
            what = f"an edit by {row.made_by} of {row.made_at[:10]} lies beside it, and nobody has decided on it."
            yield Fault(f"plan {row.label} ({row.code})", what, "Open the plan, and choose: theirs, yours, or a copy.")


def _files(store: Store, workspace: Path) -> Iterator[Fault]:
    """Plan files of an older workspace that were not taken in."""
    found, faults = read_files(files_in(workspace / FOLDER, ".json"), workspace)
    yield from faults
    with store.database.read() as connection:
        for one in found:
            if not is_taken(connection, one.digest):
                yield Fault(one.path, "is not in the store.", f"Take it in: kit store import {one.path}")


_Part = Callable[[Store, Path], Iterable[Fault]]
_PARTS: tuple[_Part, ...] = (_damage, _tables, _seals, _patients, _gaps, _handouts, _asides, _files)
