"""Everything in the store as open files, and back from them with equal content; with it the workspace's own files.

Plans are plan files, tables JSON lines, the diary CSV and Parquet; README.txt in the folder says what is what.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Float, Integer, LargeBinary, Table, select

from kit.diary.cells import spreadsheet_safe
from kit.errors import ContentError, Fault, OverwriteError
from kit.files import is_there, read_bytes, read_text
from kit.store.carry import CHUNK, Rows, clear, hold_all, is_empty, pour, stream, tables
from kit.store.database import Database
from kit.store.file import make
from kit.store.outlet import appearing
from kit.store.own_files import must_be_own
from kit.store.tables import REVISION, diary_rows, drafts, edits, plans, versions

if TYPE_CHECKING:
    import pyarrow as pa

LIST = "export.json"
FORMAT = 1
OWN = "workspace"  # the folder of what is the clinic's own
_DIARY = "diary/rows"
_README = """\
Everything that the store of Homestretch kept, as open files. They hold data of patients.

plans/              every plan, a file for each issued version and each draft: plan files, as the kit reads them.
                    The name gives the clinic's label, the code of the plan, and the version.
tables/             every table of the store, a JSON object a line. Times are UTC, in ISO 8601.
diary/rows.csv      the diary rows as a table for spreadsheets; key and answers are fingerprints of theirs.
diary/rows.parquet  the same, for data programs; from this one the diary is read back.
workspace/          settings, logo, exercises with their photos, and templates of the clinic's own, as they lie in its
                    workspace. Handouts are made again from the plans.
export.json         the version of the tables, and the SHA-256 of each file.

To put all of it into an empty store, and its own files into the workspace:
                     kit store import FOLDER --workspace WORKSPACE
Columns are explained in kit/store/tables.py of the kit. Rows of tables/edits.jsonl are the steps of undo.
"""


def export(database: Database, folder: Path, own: Mapping[str, bytes] | None = None) -> int:
    """Write everything into the new `folder`, which is there whole or not at all; how many files it has.

    `own` are the workspace's own files, by their names in it.

    Raises `OverwriteError` where the name is taken, `MachineError`.
    """
    with appearing(folder) as part:
        for place in (part, part / "plans", part / "tables", part / "diary"):
            place.mkdir(0o700)
        with database.read() as connection:
            _write_plans(connection, part / "plans")
            for table in tables():
                if table is diary_rows:
                    _write_diary(connection, part)
                else:
                    _write_lines(connection, table, part / f"tables/{table.name}.jsonl")
        for name, content in (own or {}).items():
            _new_below(part / OWN, name).write_bytes(content)
        _new(part / "README.txt").write_text(_README, encoding="utf-8")
        files = sorted(path for path in part.rglob("*") if path.is_file())
        listed = {path.relative_to(part).as_posix(): _digest(path) for path in files}
        text = json.dumps({"format": FORMAT, "schema": REVISION, "files": listed}, indent=2) + "\n"
        _new(part / LIST).write_text(text, encoding="utf-8")
        return len(files) + 1


def is_export(folder: Path) -> bool:
    return (folder / LIST).is_file()


def import_(database: Database, folder: Path) -> None:
    """Put an export back into an empty store, all or nothing.

    Raises `ContentError` where a file of it is missing or was changed, `OverwriteError` for a store that holds
    something, `MachineError`.
    """
    check_export(folder)
    with database.write() as connection:
        hold_all(connection)
        if not is_empty(connection):
            what = "holds something already, and is left as it is."
            mend = f"Import into a new workspace, or take the plans alone in: {folder / 'plans'}."
            raise OverwriteError(Fault(database.where, what, mend))
        clear(connection)
        for table in tables():
            read = _diary(folder) if table is diary_rows else _lines(folder / f"tables/{table.name}.jsonl")
            pour(connection, table, read)


def own_of(folder: Path) -> dict[str, bytes]:
    """The workspace's own files of an export, by their names in it; none where an older kit has made it.

    Raises `ContentError` where it is not as it was written, or a name leads elsewhere, and `MachineError`.
    """
    check_export(folder)
    listed = json.loads(read_text(folder / LIST))["files"]
    names = [name.removeprefix(f"{OWN}/") for name in listed if name.startswith(f"{OWN}/")]
    must_be_own(names, str(folder))
    return {name: read_bytes(folder / OWN / name) for name in names}


# Out


def _write_plans(connection: Connection, place: Path) -> None:
    issued = select(plans.c.label, plans.c.code, versions.c.version, versions.c.document).join(versions)
    current = (edits.c.code == drafts.c.code) & (edits.c.number == drafts.c.position)
    begun = select(plans.c.label, plans.c.code, drafts.c.version, edits.c.document).select_from(
        plans.join(drafts).join(edits, current)
    )
    for asked in (issued, begun):
        for row in connection.execute(asked, execution_options={"yield_per": CHUNK // 10}):
            path = place / f"{row.label}-{row.code}.v{row.version}.json"
            _new(path).write_text(row.document, encoding="utf-8", newline="")


def _write_lines(connection: Connection, table: Table, path: Path) -> None:
    with _new(path).open("w", encoding="utf-8", newline="\n") as file:
        for rows in stream(connection, table):
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _write_diary(connection: Connection, part: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema()
    parquet = _new(part / f"{_DIARY}.parquet")
    with _new(part / f"{_DIARY}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, schema.names, lineterminator="\n")
        table.writeheader()
        with pq.ParquetWriter(parquet, schema) as writer:
            for rows in stream(connection, diary_rows):
                writer.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))
                table.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _schema() -> pa.Schema:
    import pyarrow as pa

    kinds = {Integer: pa.int64(), Float: pa.float64(), LargeBinary: pa.binary()}
    typed = (
        (c.name, next((kind for of, kind in kinds.items() if isinstance(c.type, of)), pa.string()))
        for c in diary_rows.c
    )
    return pa.schema(list(typed))


def _cell(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return spreadsheet_safe(value) if isinstance(value, str) else value


def _new(path: Path) -> Path:
    return Path(make(path))


def _new_below(folder: Path, name: str) -> Path:
    """A new file, in folders that are for its owner alone."""
    path = folder / name
    for above in [folder, *(folder / up for up in reversed(Path(name).parents[:-1]))]:
        above.mkdir(0o700, exist_ok=True)
    return _new(path)


# Back


def check_export(folder: Path) -> None:
    """Raises `ContentError` with every file that is not as it was written."""
    try:
        listed = json.loads(read_text(folder / LIST))
        number, schema, files = listed["format"], listed["schema"], dict(listed["files"])
    except (ValueError, TypeError, KeyError) as error:
        raise ContentError(Fault(str(folder / LIST), "is no list of an export.", "Export again.")) from error
    if (number, schema) != (FORMAT, REVISION):
        what = f"is of schema {schema}, and this kit reads {REVISION}."
        raise ContentError(Fault(str(folder), what, "Import it with the kit that made it; take a backup from there."))
    needed = {f"tables/{table.name}.jsonl" for table in tables() if table is not diary_rows} | {f"{_DIARY}.parquet"}
    faults = []
    for name in sorted(files.keys() | needed):
        if not is_there(folder / name):
            faults.append(Fault(name, "is missing in this export.", "Copy the whole folder again."))
        elif name not in files or _digest(folder / name) != files[name]:
            faults.append(Fault(name, "was changed since it was exported.", "Copy the whole folder again."))
    if faults:
        raise ContentError(faults)


def _lines(path: Path) -> Iterator[Rows]:
    rows: Rows = []
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            rows.append(json.loads(line))
            if len(rows) == CHUNK:
                yield rows
                rows = []
    yield rows


def _diary(folder: Path) -> Iterator[Rows]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(folder / f"{_DIARY}.parquet") as file:
        for batch in file.iter_batches(CHUNK):
            yield batch.to_pylist()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
