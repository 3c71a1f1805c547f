"""`kit figures`: the door to the room in which the pictures are drawn, where there is one: in a checkout."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

import typer

from kit.cli.app import app
from kit.errors import Fault, MachineError

_ROOM = "atelier"


@app.command(add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def figures(context: typer.Context) -> None:
    """Draw, check and show the exercise pictures; from a checkout of the project alone."""
    if not _is_here():
        what = "authoring of pictures is not in the installed kit."
        raise MachineError(Fault("kit figures", what, "Use a checkout of the project."))
    # By name: nothing in the kit imports the room, and the wheel does not carry it.
    importlib.import_module(f"{_ROOM}.door").app(context.args, prog_name="kit figures")


def _is_here() -> bool:
    """Whether the room is installed beside the kit. Its pose files tell it from a stranger's package of its name."""
    found = importlib.util.find_spec(_ROOM)
    places = found.submodule_search_locations if found else None
    return any((Path(place) / "poses").is_dir() for place in places or ())
