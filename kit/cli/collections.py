"""`kit import-exercises`: the collections of other projects as own exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import app, one_of, say, warn
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.library.exercise import Exercise


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
    for line in _to_look_at(found.exercises):
        say(line)
    faults = len(found.faults) + len(written.faults)
    counts = f"{counted(len(written.paths), 'exercise')}, {counted(faults, 'fault')}"
    say(f"{out}: {counts}. Fill in the fields that each file names.")
    if faults:
        raise typer.Exit(1)


def _to_look_at(exercises: Sequence[Exercise]) -> Iterator[str]:
    """What reads hard, and what says a dose or an address of its own: the first is named, the files name the rest."""
    from kit.library.reading import reading_of, stated_in
    from kit.words.readability import GRADE_AIM

    graded = sorted(((reading_of(e).grade, e.id) for e in exercises if "steps" not in e.needs_clinician), reverse=True)
    hard = [one for one in graded if one[0] > GRADE_AIM]
    if hard:
        grade, worst = hard[0]
        said = counted(len(hard), "exercise is", "exercises are")
        yield f"{said} over school grade {GRADE_AIM:g}; the hardest to read is {worst}, grade {grade:.1f}."
    stating = [e.id for e in exercises if stated_in(e)]
    if stating:
        said = counted(len(stating), "exercise has", "exercises have")
        yield f"{said} texts that say a dose or an address of their own, such as {stating[0]}: the plan says the dose."
