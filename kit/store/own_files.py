"""The files of a workspace that are the clinic's or the clinician's own: settings, logo, exercises, templates.

They go into a backup as rows of a table of their own, into an export as files, and come back as files. Handouts are
not among them: they are made again from the plans.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from kit.clinic import FILE, LOGO_KINDS, read_clinic
from kit.errors import ContentError, Fault, MachineError, quoted
from kit.files import is_there, read_bytes, refusal, write_atomic
from kit.store.file import stamped
from kit.store.trouble import refusal as refused

_FOLDERS = ("exercises", "templates")
_TABLE = "workspace_files"


def own_files(folder: Path) -> dict[str, bytes]:
    """The content of each file by its name in the workspace, such as "templates/my_knee.toml"; hidden ones left out.

    Raises `MachineError` for one that cannot be read.
    """
    inside = (path for name in _FOLDERS for path in sorted((folder / name).rglob("*")))
    found = {path.relative_to(folder).as_posix(): path for path in (folder / FILE, *_logo(folder), *inside)}
    files = {name: read_bytes(path) for name, path in found.items() if path.is_file() and not _is_hidden(path, folder)}
    if odd := [name for name in files if not _is_text(name)]:
        mend = "Rename it, in letters that a text can hold."
        raise MachineError([Fault(str(folder), f"{name!a} cannot be kept under its name.", mend) for name in odd])
    return files


def pack(database: Path, files: Mapping[str, bytes]) -> None:
    """Put the files into a SQLite database. Raises `MachineError`."""
    try:
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(f"CREATE TABLE {_TABLE} (name TEXT PRIMARY KEY, content BLOB NOT NULL)")
            connection.executemany(f"INSERT INTO {_TABLE} VALUES (?, ?)", files.items())
    except sqlite3.Error as error:
        raise refused(str(database), error) from error


def unpack(database: Path, where: str) -> dict[str, bytes]:
    """Take them out of it again; none where an older kit has made it. `where` is what a fault names.

    Raises `ContentError` for a name that leads elsewhere, `MachineError`.
    """
    try:
        with closing(sqlite3.connect(database)) as connection, connection:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [_TABLE])
            if known.fetchone() is None:
                return {}
            files = dict(connection.execute(f"SELECT name, content FROM {_TABLE}").fetchall())
            connection.execute(f"DROP TABLE {_TABLE}")
    except sqlite3.Error as error:
        raise refused(where, error) from error
    must_be_own(files, where)
    return {name: bytes(content) for name, content in files.items()}


def must_be_own(names: Iterable[object], where: str) -> None:
    """Raises `ContentError` for names that lead out of a workspace; `where` is what came with them."""
    if strange := [name for name in names if not _is_own(name)]:
        what = "is no file of a workspace, and nothing of it is put back."
        raise ContentError([Fault(where, f"{quoted(str(name))} {what}", "Give another one.") for name in strange])


def put_back(folder: Path, files: Mapping[str, bytes], at: dt.datetime) -> list[Path]:
    """Write the files; one of the same name that says something else is renamed first, and told.

    Raises `MachineError`.
    """
    aside = []
    for name, content in files.items():
        path = folder / name
        if is_there(path):
            if path.is_file() and read_bytes(path) == content:
                continue
            aside.append(stamped(path, "before-restore", at))
            try:
                path.rename(aside[-1])
            except OSError as error:
                raise MachineError(refusal(path, "renamed", error)) from error
        write_atomic(path, content)
    return aside


def _logo(folder: Path) -> Iterator[Path]:
    """The clinic's logo, where it lies in the workspace."""
    logo = read_clinic(folder / FILE)[0].logo
    if logo and Path(logo).is_relative_to(folder) and _is_own(Path(logo).relative_to(folder).as_posix()):
        yield Path(logo)


def _is_own(name: object) -> bool:
    """Whether a name stands inside a workspace and is of a kind that `own_files` gives; it may come from anywhere."""
    if not isinstance(name, str) or "\0" in name:
        return False
    path = Path(name)
    if path.drive or path.is_absolute() or path.as_posix() != name or any(one.startswith(".") for one in path.parts):
        return False
    return name == FILE or (path.parts[0] in _FOLDERS and len(path.parts) > 1) or path.suffix.lower() in LOGO_KINDS


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
