"""`kit sample`: a workspace of synthetic patients, to try everything with."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import Date, app, say, warn
from kit.store.place import VARIABLE
from kit.words.numbers import counted


@app.command()
def sample(
    folder: Annotated[Path, typer.Argument(help="A new folder.")] = Path("sample-clinic"),
    patients: Annotated[int, typer.Option(min=1, max=1000, help="How many.")] = 12,
    seed: Annotated[int, typer.Option(help="Another number draws other patients.")] = 1,
    on: Date = None,
) -> None:
    """Make a workspace of synthetic patients, as they stand today or on another day."""
    from kit.samples.kept import NOTICE, sample_workspace

    made = sample_workspace(folder, lambda: dt.datetime.now(dt.UTC), patients, seed, on.date() if on else None)
    plans, diaries = (sum(map(len, kind)) for kind in ((p.plans for p in made), (p.sheets for p in made)))
    held = ", ".join((counted(len(made), "patient"), counted(plans, "plan version"), counted(diaries, "diary file")))
    say(f"{NOTICE} {folder}: {held}.")
    say(f"Open it: kit lab {folder}")
    if os.environ.get(VARIABLE):
        warn(f"{VARIABLE} is set: while it is, kit lab shows that database in place of this folder's.")
