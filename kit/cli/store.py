"""`kit store`: the store kept safe, taken out, taken in, looked through, and a patient forgotten."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import HERE, WorkspaceFolder, app, say, warn_of
from kit.errors import Fault, MachineError
from kit.files import files_in
from kit.store.workspace import Workspace
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.store.store import Store

store_app = typer.Typer(no_args_is_help=True, help="Back up, restore, export, import, check; forget a patient.")
app.add_typer(store_app, name="store")

STILL_HELD = "Backups and exports that were made before still hold this patient. Delete them, or make them anew."


@store_app.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file.")], workspace: WorkspaceFolder = HERE) -> None:
    """Keep everything in one new file, while others go on working: the store, settings, logo, own exercises, own
    templates. Handouts are made again from the plans."""
    from kit.store import backup as room

    with _opened(workspace) as store:
        own = room.backup(store.database, file, workspace)
        say(f"{file}: {_told(store.plans.count(), own)}.")


@store_app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that kit store backup has made.")],
    workspace: WorkspaceFolder = HERE,
    replace: Annotated[bool, typer.Option("--replace", help="In place of what is there, which is backed up.")] = False,
) -> None:
    """Put a backup back. A damaged store, and a file that says something else, is renamed, never deleted."""
    from kit.store import backup as room
    from kit.store.place import VARIABLE

    url = os.environ.get(VARIABLE) or None
    done = room.restore(workspace, file, replace=replace, who=_who(), now=_now, url=url)
    if done.damaged:
        say(f"{done.damaged}: the damaged store, under this name now.")
    if done.backup:
        say(f"{done.backup}: what was there before.")
    for path in done.aside:
        say(f"{path}: what was there before.")
    with _opened(workspace) as store:
        say(f"{file}: restored, {_told(store.plans.count(), done.files)}.")


@store_app.command()
def export(folder: Annotated[Path, typer.Argument(help="A new folder.")], workspace: WorkspaceFolder = HERE) -> None:
    """Write everything as open files: JSON, CSV, Parquet; settings, logo, own exercises and own templates as they
    are."""
    from kit.store import export as room
    from kit.store.own_files import own_files

    with _opened(workspace) as store:
        count = room.export(store.database, folder, own_files(workspace))
        say(f"{folder}: {counted(count, 'file')}. README.txt says what is what.")


@store_app.command(name="import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="The folder of an export, or plan files.")],
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Take in an export, into an empty store, or single plan files."""
    from kit.store import export as room
    from kit.store.audit import note_import
    from kit.store.own_files import put_back
    from kit.store.store import open_store
    from kit.store.takein import take_files

    if len(paths) == 1 and room.is_export(paths[0]):
        store = open_store(workspace, who=_who(), now=_now)
        try:
            own = room.own_of(paths[0])
            room.import_(store.database, paths[0])
            note_import(store.database)
            for path in put_back(workspace, own, _now()):
                say(f"{path}: what was there before.")
            say(f"{paths[0]}: {_told(store.plans.count(), len(own))}.")
        finally:
            store.close()
        return
    files = [file for path in paths for file in (files_in(path, ".json") if path.is_dir() else [path])]
    with _opened(workspace, is_made=True) as store:
        count, faults = take_files(store, files, workspace)
    say(f"{count} of {len(files)} plan files are in the store.")
    _end_with(faults)


@store_app.command()
def check(workspace: WorkspaceFolder = HERE) -> None:
    """Look for what is damaged, altered, missing, or waits for a decision."""
    from kit.store.check import check as look_through

    with _opened(workspace) as store:
        faults = look_through(store, workspace)
        if not faults:
            say(f"{store.database.where}: {counted(store.plans.count(), 'plan')}, no fault.")
    _end_with(faults)


@store_app.command()
def forget(
    patient: Annotated[str, typer.Argument(help="The patient's label or code.")],
    workspace: WorkspaceFolder = HERE,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a patient with all plans, handouts and diary rows. There is no way back."""
    from kit.store import forget as room

    with _opened(workspace) as store:
        traces = room.look(store.database, patient)
        named = ", ".join(f"{label} ({code})" for code, label in traces.plans.items()) or "none"
        say(f"Patient {traces.label or 'without a label'} ({traces.patient_code}). Plans: {named}.")
        say(f"Folders with handouts: {len(traces.folders)}. Diary rows: {traces.diary_rows}.")
        if not yes and not typer.confirm("Remove all of it for ever?"):
            say("Nothing was removed.")
            raise typer.Exit(1)
        done = room.forget(store.database, workspace, traces)
    say(
        f"Forgotten: {counted(len(traces.plans), 'plan')}, {counted(done.folders, 'folder')}, "
        f"{counted(traces.diary_rows, 'diary row')}."
    )
    say(STILL_HELD)
    _end_with(list(done.faults))


def _told(plans: int, own: int) -> str:
    """ "2 plans, 3 own files" """
    return ", ".join([counted(plans, "plan"), *([counted(own, "own file")] if own else [])])


@contextmanager
def _opened(workspace: Path, is_made: bool = False) -> Iterator[Store]:
    """The store of the workspace. Raises `MachineError` where there is none: only `kit store import` makes one."""
    from kit.store.place import FILE, VARIABLE
    from kit.store.takein import FOLDER

    is_there = os.path.lexists(workspace / FILE) or bool(os.environ.get(VARIABLE))
    if not is_made and not is_there and not files_in(workspace / FOLDER, ".json"):
        mend = "Name the folder that you open with kit lab: --workspace clinic."
        raise MachineError(Fault(str(workspace / FILE), "is not there.", mend))
    store, faults = Workspace(workspace).store(who=_who(), now=_now)
    try:
        warn_of(faults)
        yield store
    finally:
        store.close()


def _end_with(faults: list[Fault]) -> None:
    warn_of(faults)
    if faults:
        raise typer.Exit(1)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return "unknown"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
