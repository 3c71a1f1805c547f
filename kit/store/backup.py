"""The store and the workspace's own files kept as one file, and put back from it.

A backup is a SQLite file of the store's own tables, whichever database the store has, so that it can be put back into
either; in one table more it holds what is the clinic's and the clinician's in the workspace (`own_files`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kit.errors import Fault, MachineError, OverwriteError
from kit.files import is_there, make_folder, sync
from kit.store.audit import CAME, note
from kit.store.carry import carry, clear, hold_all, is_empty, raise_revisions, revisions
from kit.store.database import PATIENCE_S, Database, as_one_file, copy_to, open_database, open_file
from kit.store.file import beside, check, locked, make, set_aside, stamped
from kit.store.outlet import appearing
from kit.store.own_files import own_files, pack, put_back, unpack
from kit.store.place import FILE
from kit.store.trouble import DamageError, refusal

_DAMAGED = "Restore a backup: kit store restore. The damaged file is kept."
_NO_BACKUP = "Give a file that kit store backup has made."


@dataclass(frozen=True)
class Restored:
    """How many own files there are, and what was there before: the backup made of it, or the damaged file under its
    new name; own files that said something else, under theirs."""

    backup: Path | None = None
    damaged: Path | None = None
    files: int = 0
    aside: tuple[Path, ...] = ()


def backup(database: Database, target: Path, workspace: Path) -> int:
    """Keep everything in the new file `target`, for its owner alone, while others go on writing: the store, and the
    workspace's own files; how many of these there are.

    Raises `OverwriteError` where the name is taken, `DamageError` where the store is damaged, `MachineError`.
    """
    own = own_files(workspace)
    with appearing(target) as part:
        if database.is_sqlite:
            copy_to(database, part, str(target))
        else:
            made = open_file(part, who=database.who, now=database.now, where=str(target))
            try:
                with database.read() as reading, made.write() as connection:
                    carry(reading, connection)
                as_one_file(made)
            finally:
                made.close()
        must_be_whole(part, database.where)
        pack(part, own)
    return len(own)


def restore(
    folder: Path,
    file: Path,
    *,
    replace: bool,
    who: str,
    now: Callable[[], dt.datetime],
    url: str | None = None,
    patience_s: float = PATIENCE_S,
) -> Restored:
    """Put a backup into the store of a workspace, or the one at `url`, and its files into the workspace.

    A store that holds something is replaced only if asked, after a backup of it was made beside; a damaged one, and an
    own file that says something else, is renamed, never deleted. Raises `DamageError`, `ContentError` or `MachineError`
    for what is no whole backup of this schema or an older one, `OverwriteError` for a store that holds something.
    """
    make_folder(folder)
    with _opened(file, folder, who, now) as (source, own):
        done = _restored(source, folder, replace=replace, who=who, now=now, url=url, patience_s=patience_s)
        return dataclasses.replace(done, files=len(own), aside=tuple(put_back(folder, own, now())))


def _restored(
    source: Database,
    folder: Path,
    *,
    replace: bool,
    who: str,
    now: Callable[[], dt.datetime],
    url: str | None,
    patience_s: float,
) -> Restored:
    try:
        target = open_database(folder, who=who, now=now, url=url, patience_s=patience_s)
        try:
            if target.file:
                must_be_whole(target.file, target.where)
            return _refill(source, target, folder, replace)
        finally:
            target.close()
    except DamageError:
        if url:
            raise
    return _put_in_place(source, folder / FILE, now(), patience_s)


def must_be_whole(path: Path, where: str, mend: str = _DAMAGED) -> None:
    """Raises `DamageError` where SQLite finds its file damaged, or a row that refers to one which is missing."""
    try:
        connection = sqlite3.connect(path)
        try:
            said = [line for (line,) in connection.execute("PRAGMA integrity_check(10)") if line != "ok"]
            said += [
                f"{row[0]} has a row without its {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")
            ]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise refusal(where, error) from error
    if said:
        raise DamageError([Fault(where, f"is damaged: {line}.", mend) for line in [*dict.fromkeys(said)][:10]])


def _refill(source: Database, target: Database, folder: Path, replace: bool) -> Restored:
    kept = None
    with target.write() as connection:
        hold_all(connection)
        if not is_empty(connection):
            if not replace:
                what = "holds plans already, and is left as it is."
                raise OverwriteError(Fault(target.where, what, "Add --replace; a backup of it is made first."))
            kept = stamped(folder / FILE, "before-restore", target.now())
            backup(target, kept, folder)
        before = revisions(connection)
        clear(connection)
        with source.read() as reading:
            carry(reading, connection)
        raise_revisions(connection, before)
        note(target, connection, CAME[0])
    return Restored(backup=kept)


def _put_in_place(source: Database, path: Path, at: dt.datetime, patience_s: float) -> Restored:
    """The backup, as it was opened, in the place of a damaged file."""
    with source.write() as connection:
        note(source, connection, "restored a backup in place of a damaged store")
    source.close()  # its log is in it now
    assert source.file
    with locked(path, patience_s):
        sync(source.file)
        damaged = set_aside(path, at)
        source.file.rename(path)
        sync(path.parent)
    return Restored(damaged=damaged)


@contextmanager
def _opened(
    file: Path, folder: Path, who: str, now: Callable[[], dt.datetime]
) -> Iterator[tuple[Database, Mapping[str, bytes]]]:
    """A copy of the backup, its schema raised, in a folder that goes away again; and the own files that were in it."""
    with _copied(file, folder) as copy:
        source = open_file(copy, who=who, now=now, where=str(file))
        try:
            must_be_whole(copy, str(file), _NO_BACKUP)
            yield source, unpack(copy, str(file))
        finally:
            source.close()


@contextmanager
def _copied(file: Path, folder: Path) -> Iterator[Path]:
    _check_backup(file)
    place = folder / ".restore"
    copy = place / FILE
    with locked(place, PATIENCE_S, str(folder)):
        try:
            make_folder(place)
            try:
                for old, new in zip([file, *beside(file)], [copy, *beside(copy)], strict=True):
                    if old.is_file():
                        shutil.copyfile(old, make(new))
            except OSError as error:
                what = f"cannot be copied: {error.strerror}."
                raise MachineError(Fault(str(file), what, "Check your rights, and the room on disk.")) from error
            yield copy
        finally:
            shutil.rmtree(place, ignore_errors=True)
            folder.joinpath(".restore.lock").unlink(missing_ok=True)


def _check_backup(file: Path) -> None:
    """Raises `DamageError` or `MachineError` for what can be no backup."""
    if not is_there(file):
        raise MachineError(Fault(str(file), "is not there.", _NO_BACKUP))
    if not file.is_file():
        raise MachineError(Fault(str(file), "is no file.", _NO_BACKUP))
    try:
        check(file)
    except DamageError as error:
        what = error.faults[0].what.replace(", and is left as it is", "")
        raise DamageError(Fault(str(file), what, _NO_BACKUP)) from error
