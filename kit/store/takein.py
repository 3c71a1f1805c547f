"""Plan files taken into the store: those of an older workspace once, at its first opening, and single ones when asked.

The files stay where they are. The first format knows a plan by its label alone: each such plan gets a code, and so
does each patient's label. Where two files say that they are one version of one plan and differ, both are in the list.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kit.errors import Fault, KitError, PlanError
from kit.files import files_in, read_bytes
from kit.plan.code import new_code
from kit.plan.document import read_plan_file, to_document
from kit.plan.seal import altered
from kit.store.carry import TAKEN_IN
from kit.store.chains import Chain, Found, chains
from kit.store.database import Database
from kit.store.rows import row_of
from kit.store.store import Store
from kit.store.tables import drafts, patients, plans, preferences, taken_files, versions

FOLDER = "plans"


def take_in(store: Store, workspace: Path) -> list[Fault]:
    """Take the plan files of an older workspace in, once; the faults are of files that are left, or need a look.

    Raises `MachineError`; then nothing was taken in.
    """
    mark = _mark(store.database, workspace)
    if mark in store.preferences.all("setting"):
        return []
    try:
        paths = files_in(workspace / FOLDER, ".json")
    except KitError as error:
        return list(error.faults)
    found, faults = read_files(paths, workspace, trusts_first=True)
    with store.database.write() as connection:
        if not _set(store.database, connection, mark):
            return []  # another program has done it meanwhile
        return faults + _TakeIn(store, connection).all(found)


def take_files(store: Store, paths: Iterable[Path], workspace: Path) -> tuple[int, list[Fault]]:
    """Take single plan files in; how many of them are in the store now, and the faults. Raises `MachineError`."""
    found, faults = read_files(paths, workspace)
    with store.database.write() as connection:
        faults += [fault for one in found if not is_taken(connection, one.digest) for fault in one.told]
        faults += _TakeIn(store, connection, is_asked=True).all(found)
        return sum(is_taken(connection, one.digest) for one in found), faults


def read_files(
    paths: Iterable[Path], workspace: Path, *, trusts_first: bool = False
) -> tuple[list[Found], list[Fault]]:
    """The plans that the files hold, and the faults of files that hold none; `trusts_first` as for a single file."""
    found: list[Found] = []
    faults: list[Fault] = []
    home = workspace.resolve()
    for path in paths:
        try:
            read = read_plan_file(path, trusts_first=trusts_first)
            digest = digest_of(path)
        except KitError as error:
            faults += error.faults
        else:
            full = path.resolve()
            kept = full.relative_to(home) if full.is_relative_to(home) else full
            changed = path.stat().st_mtime
            told = read.notices if read.was_issued else ()
            found.append(Found(path.name, kept.as_posix(), digest, changed, read.plan, bool(read.notices), told))
    return found, faults


def digest_of(path: Path) -> str:
    """SHA-256 of a file. Raises `MachineError`."""
    return hashlib.sha256(read_bytes(path)).hexdigest()


def is_taken(connection: Connection, digest: str) -> bool:
    """Whether a plan file of this content was taken in before."""
    return connection.execute(select(taken_files.c.path).where(taken_files.c.digest == digest)).first() is not None


@dataclass(frozen=True)
class _TakeIn:
    """One taking-in, within one transaction. Only one that was asked for adds to plans taken in before."""

    store: Store
    connection: Connection
    is_asked: bool = False
    patients: dict[str, str] = field(default_factory=dict)  # codes by label

    def all(self, found: list[Found]) -> list[Fault]:
        new = [one for one in found if not is_taken(self.connection, one.digest)]
        for one in new:
            if not one.is_first:
                self.patients.setdefault(one.plan.patient, one.plan.patient_code)
        groups, faults = chains(new)
        for chain in groups:
            faults += self._chain(chain)
        return faults

    def _chain(self, chain: Chain) -> Iterator[Fault]:
        files = list(chain.files)
        if chain.is_first:
            codes = self._codes(files)
            files = [one.coded(*codes) for one in files]
        yield from self._keep(files)
        code, patient_code = files[0].plan.code, files[0].plan.patient_code
        for one, main in chain.others:
            if one.plan == main.plan:
                self._note(one, code)
                continue
            fork = self._free_code()
            older = [file for file in files if file.plan.version < one.plan.version and not file.plan.is_draft]
            yield from self._keep([file.coded(fork, patient_code) for file in (*older, one)])
            yield _contradiction(one, main, code, fork)

    def _codes(self, files: list[Found]) -> tuple[str, str]:
        """The codes of a plan of the first format, and of its patient: the same for the same label of a patient."""
        plan_id, label = files[0].plan.plan_id, next((f.plan.patient for f in files if f.plan.patient), "")
        if self.is_asked:
            asked = select(plans.c.code, plans.c.patient_code).join(patients).join(taken_files).distinct()
            rows = self.connection.execute(asked.where(plans.c.label == plan_id, patients.c.label == label)).all()
            if len(rows) == 1:
                return rows[0].code, rows[0].patient_code
        fresh = new_code(self.store.database.random)
        return self._free_code(), self.patients.setdefault(label, fresh) if label else fresh

    def _free_code(self) -> str:
        while row_of(self.connection, code := new_code(self.store.database.random)):
            pass
        return code

    def _keep(self, files: list[Found]) -> Iterator[Fault]:
        """Issued versions first: a draft goes behind them all."""
        for one in sorted(files, key=lambda file: (file.plan.is_draft, file.plan.version)):
            part = self.store.drafts if one.plan.is_draft else self.store.versions
            try:
                part.take_in_within(self.connection, one.plan)
                self._note(one, one.plan.code)
            except PlanError as error:
                for fault in error.faults:
                    yield Fault(one.name, f"is left: {fault.where}: {fault.what}", fault.mend)
        plan = files[-1].plan
        missing = missing_versions(self.connection, plan.code)
        if missing:
            yield gap(plan.plan_id, missing)

    def _note(self, one: Found, code: str) -> None:
        database = self.store.database
        insert = sqlite_insert if database.is_sqlite else pg_insert
        row = {"path": one.path, "digest": one.digest, "code": code, "made_at": database.stamp()}
        self.connection.execute(insert(taken_files).values(row).on_conflict_do_nothing())


def missing_versions(connection: Connection, code: str) -> list[int]:
    """The numbers that are missing below the newest version of a plan, its draft counted."""
    asked = select(versions.c.version).where(versions.c.code == code)
    there = {*connection.execute(asked).scalars()}
    there |= {*connection.execute(select(drafts.c.version).where(drafts.c.code == code)).scalars()}
    return sorted({*range(1, max(there, default=0))} - there)


def gap(plan_id: str, missing: list[int]) -> Fault:
    """What is told of versions that are missing."""
    numbers = ", ".join(map(str, missing))
    what = f"version {numbers} is missing." if len(missing) == 1 else f"versions {numbers} are missing."
    mend = "Look for the plan file, in a backup or with the patient, and take it in: kit store import FILE."
    return Fault(f"plan {plan_id}", what, mend)


def _contradiction(one: Found, main: Found, code: str, fork: str) -> Fault:
    plan = one.plan
    differ = "; ".join(list(altered(_plain(one), _plain(main)))[:3])
    what = f"both say that they are plan {plan.plan_id} version {plan.version}, and differ: {differ}."
    both = f"Both are in the list, as plans of their own ({code} and {fork})"
    mend = f"{both}: look at them, and go on with the right one."
    return Fault(f"{main.name} and {one.name}", what, mend)


def _plain(file: Found) -> dict[str, object]:
    data: dict[str, object] = json.loads(to_document(file.plan))
    return {name: value for name, value in data.items() if name != "seal"}


def _mark(database: Database, workspace: Path) -> str:
    """The setting that says that this folder was taken in; a shared database has several folders."""
    if database.is_sqlite:
        return TAKEN_IN
    place = f"{platform.node()} {workspace.resolve()}"
    return f"{TAKEN_IN} {hashlib.sha256(place.encode()).hexdigest()[:16]}"


def _set(database: Database, connection: Connection, mark: str) -> bool:
    """Set the mark, unless another program has; that one is waited for."""
    insert = sqlite_insert if database.is_sqlite else pg_insert
    made = insert(preferences).values(kind="setting", name=mark, document="true", changed_at=database.stamp())
    return connection.execute(made.on_conflict_do_nothing().returning(preferences.c.name)).first() is not None
