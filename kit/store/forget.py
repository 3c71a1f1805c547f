"""A patient forgotten: everything of his goes, and the audit trail keeps only that somebody was forgotten."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, func, select, update

from kit.errors import Fault, MachineError
from kit.plan.code import plain_code
from kit.store.audit import note
from kit.store.carry import CHUNK, hold_all, tables
from kit.store.database import Database
from kit.store.tables import (
    asides,
    audit,
    diary_files,
    diary_rejects,
    diary_rows,
    drafts,
    edits,
    handouts,
    patients,
    plans,
    preferences,
    versions,
)
from kit.store.takein import digest_of
from kit.store.traces import Traces, files_with, traces_of


@dataclass(frozen=True)
class Forgotten:
    """What went, and the faults that name what could not go or is still there."""

    traces: Traces
    folders: int
    faults: tuple[Fault, ...]


def look(database: Database, word: str) -> Traces:
    """What there is of the patient with this label or code. Raises `ContentError` for none, and for several."""
    with database.read() as connection:
        return traces_of(connection, word)


def forget(database: Database, workspace: Path, traces: Traces) -> Forgotten:
    """Remove the patient from the store and from the workspace, his files first: a killed run can be run again.

    Raises `ContentError` where he is not there any more, `MachineError`.
    """
    with database.write() as connection:
        hold_all(connection)
        traces = traces_of(connection, traces.patient_code)
        faults = list(_remove_files(connection, workspace, traces))
        folders = sum(not (workspace / folder).exists() for folder in traces.folders)
        faults += _of_others(connection, traces)
        _remove_rejects(connection, traces)
        faults += _remove_texts(connection, traces)
        his = list(traces.plans)
        connection.execute(delete(plans).where(plans.c.code.in_(his)))  # and all that hangs on them
        connection.execute(delete(patients).where(patients.c.code == traces.patient_code))
        note(database, connection, "a patient was forgotten")
    faults += _overwrite(database)
    faults += [
        Fault(str(path), "still names the patient.", "Look at it, and delete it if it is not needed.")
        for path in files_with(traces, workspace)
    ]
    return Forgotten(traces, folders, tuple(faults))


# Files


def _remove_files(connection: Connection, workspace: Path, traces: Traces) -> Iterator[Fault]:
    home = workspace.resolve()
    for name in traces.folders:
        folder = (home / name).resolve()
        others = select(handouts.c.code).where(handouts.c.folder == name, handouts.c.code.not_in(list(traces.plans)))
        if connection.execute(others).first() or home not in folder.parents:
            what = "holds another patient's handout too." if home in folder.parents else "is not in the workspace."
            yield Fault(name, f"is left: it {what}", "Delete what is his by hand.")
        elif folder.is_dir():
            yield from _removed(folder)
            _remove_empty(folder.parent, home, traces)
    for name, digest in traces.files:
        path = home / name
        if home not in path.resolve().parents:
            yield Fault(name, "was taken in, is not in the workspace, and is left.", "Delete it by hand.")
        elif path.is_file() and digest_of(path) == digest:  # another one in its place may be another patient's
            yield from _removed(path)


def _remove_empty(folder: Path, home: Path, traces: Traces) -> None:
    """The folders above, as far as they bear his name and hold nothing else."""
    while folder != home and traces.are_in(folder.name) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _removed(path: Path) -> Iterator[Fault]:
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        yield Fault(str(path), f"cannot be deleted: {error.strerror}.", "Close what shows it, and delete it by hand.")


# The store


def _of_others(connection: Connection, traces: Traces) -> Iterator[Fault]:
    """Earlier states of plans that are another patient's now: steps of undo and asides go, issued versions cannot."""
    names_him = f"%{traces.patient_code}%"
    others = select(plans.c.code).where(plans.c.patient_code != traces.patient_code)
    old = edits.c.document.like(names_him) & edits.c.code.in_(others)
    asked = select(edits.c.code, func.max(edits.c.number).label("last")).where(old).group_by(edits.c.code)
    for row in connection.execute(asked).all():
        at = connection.execute(select(drafts.c.position).where(drafts.c.code == row.code)).scalar_one()
        up_to = edits.c.number <= min(row.last, at - 1)
        beyond = edits.c.number > at
        connection.execute(delete(edits).where(edits.c.code == row.code, up_to | beyond))
    connection.execute(delete(asides).where(asides.c.document.like(names_him), asides.c.code.in_(others)))
    issued = select(versions.c.code, versions.c.version).where(versions.c.document.like(names_him))
    for row in connection.execute(issued.where(versions.c.code.in_(others))):
        what = f"version {row.version} was issued for him, and the plan is another patient's now."
        yield Fault(f"plan {row.code}", what, "It is left; forget that patient too, if that is right.")


def _remove_rejects(connection: Connection, traces: Traces) -> None:
    """Rejected rows that are his, or could be: those of his files that name no other plan of the store."""
    his = list(traces.plans)
    with_rows = select(diary_rows.c.file_id).where(diary_rows.c.code.in_(his)).distinct()
    his_files = {*connection.execute(with_rows).scalars()}
    others = {*connection.execute(select(plans.c.code).where(plans.c.code.not_in(his))).scalars()}
    for file in connection.execute(select(diary_files)).all():
        is_named = traces.are_in(file.name)
        rejects = select(diary_rejects.c.id, diary_rejects.c.cells, diary_rejects.c.why, diary_rejects.c.code)
        gone = [
            row.id
            for row in connection.execute(rejects.where(diary_rejects.c.file_id == file.id))
            if row.code in his
            or traces.are_in(f"{row.cells} {row.why}")
            or ((is_named or file.id in his_files) and not _names_any(row.cells, others))
        ]
        for start in range(0, len(gone), CHUNK):
            part = gone[start : start + CHUNK]
            connection.execute(delete(diary_rejects).where(diary_rejects.c.id.in_(part)))
        if gone or is_named or file.id in his_files:
            _settle_file(connection, file.id, his, len(gone), is_named)


def _settle_file(connection: Connection, number: int, his: list[str], rejects: int, is_named: bool) -> None:
    """The file's numbers without him; a file of which nothing is left goes."""
    of_file = diary_rows.c.file_id == number
    rows = select(func.count()).select_from(diary_rows).where(of_file)
    gone = connection.execute(rows.where(diary_rows.c.code.in_(his))).scalar_one()
    left = connection.execute(rows.where(diary_rows.c.code.not_in(his))).scalar_one()
    in_file = select(diary_rejects.c.id).where(diary_rejects.c.file_id == number).limit(1)
    if not left and connection.execute(in_file).first() is None:
        connection.execute(delete(diary_rows).where(of_file))
        connection.execute(delete(diary_files).where(diary_files.c.id == number))
        return
    settled = {"kept": diary_files.c.kept - gone, "rejected": diary_files.c.rejected - rejects}
    connection.execute(update(diary_files).where(diary_files.c.id == number).values(settled))
    if is_named:
        connection.execute(update(diary_files).where(diary_files.c.id == number).values(name="a diary"))


def _names_any(cells: str, codes: set[str]) -> bool:
    try:
        found = json.loads(cells)
    except ValueError:
        found = cells
    values = found.values() if isinstance(found, dict) else found if isinstance(found, list) else [found]
    return any(plain_code(str(value)) in codes for value in values)


def _remove_texts(connection: Connection, traces: Traces) -> Iterator[Fault]:
    """Lines of the trail about him, and settings that name him, such as the plan opened last."""
    about = audit.c.code.in_(traces.codes) | audit.c.patient_code.in_(traces.codes)
    connection.execute(delete(audit).where(about))
    for row in connection.execute(select(audit).where(audit.c.code.is_(None), audit.c.patient_code.is_(None))).all():
        if traces.are_in(row.what):
            connection.execute(delete(audit).where(audit.c.id == row.id))
    for row in connection.execute(select(preferences)).all():
        if not traces.are_in(f"{row.name} {row.document}"):
            continue
        if row.kind == "setting":
            of = (preferences.c.kind == row.kind) & (preferences.c.name == row.name)
            connection.execute(delete(preferences).where(of))
        else:
            yield Fault(f"your {row.kind} “{row.name}”", "still names the patient.", "Change it, or delete it.")


def _overwrite(database: Database) -> Iterator[Fault]:
    """Let nothing of what was deleted lie about in free pages or in the log."""
    try:
        with database.alone() as connection:
            if database.is_sqlite:
                connection.exec_driver_sql("VACUUM")
                is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
                if is_busy:
                    raise MachineError(Fault(database.where, "another program holds it.", ""))
            else:
                for table in tables():
                    connection.exec_driver_sql(f"VACUUM FULL {table.name}")
    except MachineError as error:
        what = f"he is out of the store, but not yet overwritten on the disk: {error.faults[0].what}"
        yield Fault(database.where, what, "Close all programs that use the store; the last one overwrites it.")
