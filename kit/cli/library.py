"""`kit library`: finding exercises."""

from __future__ import annotations

from typing import Annotated

import typer

from kit.cli.app import HERE, Json, WorkspaceOption, app, one_of, say, say_json, usable_library
from kit.library.exercise import CATEGORIES, REGIONS


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
        fields = ("id", "name", "patient_name", "article_name", "aliases", "region", "category", "position")
        say_json([{field: getattr(e, field) for field in fields} for e in found])
        return
    for e in found:
        say(f"{e.id}  {e.name}  ({e.region}, {e.category})")
    if not found:
        say("No exercise matches. Try fewer words, or the start of a word.")
