"""`kit diary`: diaries that came back, taken into the store, listed, looked at, taken back."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import HERE, Json, WorkspaceFolder, app, complain, say, say_json, store_of, warn, warn_of
from kit.errors import ContentError, Fault, KitError, MachineError, visible
from kit.files import files_in
from kit.store.place import FILE
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.store.diaries import DiaryFile, Imported, Progress
    from kit.store.store import Store

diary_app = typer.Typer(no_args_is_help=True, help="Import diaries that came back, list them, undo an import.")
app.add_typer(diary_app, name="diary")

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")  # of the files of a folder that are diaries
LARGE = 2_000_000  # bytes of a file that gets a progress bar
TOLD = 20  # messages of one kind that are printed for a file


@diary_app.command(name="import")
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Diaries (CSV, TSV, xlsx), or folders.")],
    patient: Annotated[str | None, typer.Option(help="The patient's label: rows of others are refused.")] = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Take diaries into the store. Each file is whole or not at all; the same file again brings nothing."""
    is_refused = False
    with opened(workspace) as store:
        for path in paths:
            try:
                files = _files(path)
            except KitError as error:  # the other files go on
                complain(error)
                is_refused = True
                continue
            for file in files:
                is_refused |= _bring_in(store, file, patient)
    if is_refused:
        raise typer.Exit(1)


@diary_app.command(name="list")
def list_(workspace: WorkspaceFolder = HERE, as_json: Json = False) -> None:
    """List the files that came in, the newest first."""
    with opened(workspace) as store:
        files = store.diaries.files()
    if as_json:
        say_json([vars(file) for file in files])
        return
    for file in files:
        undone = f" Undone on {_when(file.undone_at)}." if file.undone_at else ""
        say(f"{file.number}  {_when(file.at)}  {file.name}: {_counts(file)}{undone}")
    if not files:
        say("No diary was imported.")


@diary_app.command()
def show(
    what: Annotated[str, typer.Argument(metavar="FILE-OR-NUMBER", help="As kit diary list shows it.")],
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Show what an import corrected, and each row that was refused."""
    with opened(workspace) as store:
        for file in store.diaries.standing(what):
            say(f"{file.number}  {_when(file.at)}  {file.name}: {_counts(file)}")
            for correction in store.diaries.corrections(file.number):
                say(str(correction))
            for reject in store.diaries.rejects(file.number):
                say(f"{reject} Its cells: {visible(', '.join(filter(None, reject.cells)))}")


@diary_app.command()
def undo(
    what: Annotated[str, typer.Argument(metavar="FILE-OR-NUMBER", help="As kit diary list shows it.")],
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Take an import back: its rows count no longer, and those that it corrected count again."""
    with opened(workspace) as store:
        for file in store.diaries.standing(what):
            done = store.diaries.undo(file.number)
            say(f"{file.name}: import {file.number} is undone.")
            say(f"Rows that count no longer: {done.withdrawn}. Rows that count again: {done.restored}.")


def _bring_in(store: Store, path: Path, patient: str | None) -> bool:
    """Bring one file in and tell what came of it; whether anything was refused."""
    try:
        with _bar(path) as progress:
            made = store.diaries.bring_in(path, patient=patient, progress=progress)
    except KitError as error:  # the other files go on
        complain(error)
        return True
    file, name = made.file, visible(path.name)
    if made.is_known:
        say(f"{name}: imported already on {_when(file.at)} (number {file.number}). Nothing was brought in.")
    else:
        say(f"{name}: {_counts(file)} Import number {file.number}.")
    _tell(made, name)
    return file.rejected > 0


def _tell(made: Imported, name: str) -> None:
    file = made.file
    warn_of(made.alarms)
    more_alarms = made.alarms_in_all - len(made.alarms)
    if more_alarms > 0:
        rows = counted(more_alarms, "further row asks", "further rows ask")
        warn(f"{name}: {rows} for help. Look at the diary itself.")
    corrections = [] if made.is_known else made.corrections[:TOLD]
    for correction in corrections:
        say(f"{name}, {correction}")
    for reject in made.rejects[:TOLD]:
        warn(f"{name}, {reject}")
    warn_of(made.faults[:TOLD])
    more = file.rejected - len(made.rejects[:TOLD]) + (0 if made.is_known else file.corrected - len(corrections))
    if more:
        warn(f"{name}: {more:,} more corrections and refused rows. All of them: kit diary show {file.number}")
    if made.faults_in_all > TOLD:
        warn(f"{name}: {made.faults_in_all - TOLD:,} more notes such as these.")


def _counts(file: DiaryFile) -> str:
    parts = {"kept": file.kept, "refused": file.rejected, "repeated": file.repeated, "blank": file.blank}
    said = ", ".join(f"{count:,} {what}" for what, count in parts.items())
    return f"{said}." + (f" Corrections among those kept: {file.corrected:,}." if file.corrected else "")


def _when(at: str) -> str:
    """A time of the store, which is in UTC, to the minute."""
    return f"{at[:10]} {at[11:16]} UTC"


def _files(path: Path) -> list[Path]:
    """The diaries of a folder, or the file itself. Raises `ContentError` for a folder without one."""
    if not path.is_dir():
        return [path]
    found = sorted(file for suffix in SUFFIXES for file in files_in(path, suffix))
    if not found:
        raise ContentError(Fault(str(path), f"holds no diary ({', '.join(SUFFIXES)}).", "Name the files."))
    return found


@contextmanager
def _bar(path: Path) -> Iterator[Progress | None]:
    """A progress bar for a large file, on a terminal."""
    if not (path.is_file() and path.stat().st_size >= LARGE and sys.stderr.isatty()):
        yield None
        return
    with typer.progressbar(length=path.stat().st_size, label=visible(path.name), file=sys.stderr) as bar:
        yield lambda done, _: bar.update(done - bar.pos)


@contextmanager
def opened(workspace: Path) -> Iterator[Store]:
    """The store of the workspace. Raises `MachineError` where there is none."""
    with store_of(workspace, _who()) as store:
        if store is None:
            mend = "Name the folder that you open with kit lab: --workspace clinic."
            raise MachineError(Fault(str(workspace / FILE), "is not there.", mend))
        yield store


def _who() -> str:
    """Who works at this machine, for the audit trail."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
