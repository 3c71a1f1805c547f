"""`kit import-exercises`: the collections of other projects as own exercises."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import app, one_of, say, warn


@app.command(name="import-exercises")
def import_exercises(
    paths: Annotated[list[Path], typer.Argument(help="Files of the collection.")],
    kind: Annotated[str, typer.Option("--from", help="free-exercise-db, wger or csv")],
    out: Annotated[Path, typer.Option("-o", help="Folder for the exercises, such as clinic/exercises.")],
) -> None:
    """Read a foreign collection; what it lacks is marked for a clinician to fill in."""
    from kit.library.collections.read import KINDS, import_collection
    from kit.library.collections.toml import write_exercises

    one_of("from", kind, KINDS)
    found = import_collection(next(known for known in KINDS if known == kind), paths)
    written = write_exercises(found.exercises, out)
    for fault in (*found.faults, *written.faults):
        warn(str(fault))
    faults = len(found.faults) + len(written.faults)
    say(f"{out}: exercises {len(written.paths)}, faults {faults}. Fill in the fields that each file names.")
    if faults:
        raise typer.Exit(1)
