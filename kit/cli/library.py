"""`kit library`: finding exercises."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kit.cli.app import HERE, Json, WorkspaceOption, app, one_of, say, say_json, usable_library
from kit.library.exercise import CATEGORIES, REGIONS, Exercise
from kit.library.known import as_known, unfinished
from kit.library.reading import reading_of


@app.command()
def library(
    words: Annotated[list[str] | None, typer.Argument(help="Name, muscle, position, equipment …")] = None,
    region: Annotated[str | None, typer.Option(help=", ".join(REGIONS))] = None,
    category: Annotated[str | None, typer.Option(help=", ".join(CATEGORIES))] = None,
    position: Annotated[str | None, typer.Option(help="Such as supine or standing.")] = None,
    muscle: Annotated[str | None, typer.Option(help="Such as gluteus or calf.")] = None,
    equipment: Annotated[list[str] | None, typer.Option(help="A thing at hand; may be given several times.")] = None,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """List the exercises, best match first."""
    one_of("region", region, REGIONS)
    one_of("category", category, CATEGORIES)
    found = usable_library(workspace).search(
        " ".join(words or ()), region, category, position=position, muscle=muscle, equipment=equipment or None
    )
    if as_json:
        say_json([_as_dict(e) for e in found])
        return
    for e in found:
        filed = ", ".join(filter(None, (as_known(e).region, as_known(e).category, unfinished(e))))
        say(f"{e.id}  {e.name}  ({filed})")
    if not found:
        say("No exercise matches. Try fewer words, or the start of a word.")


def _as_dict(e: Exercise) -> dict[str, Any]:
    """What is to be filled in is null, as the list beside it says; `grade` is that of its own words."""
    fields = ("id", "name", "patient_name", "article_name", "aliases", "region", "category", "position")
    said = {field: None if field in e.needs_clinician else getattr(e, field) for field in fields}
    return {**said, "needs_clinician": e.needs_clinician, "grade": round(reading_of(e).grade, 1)}
