"""`kit figures`: drawing the exercise pictures anew, checking them, looking at them. Needs the extra `draw`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import app, one_of, say, warn
from kit.errors import Fault, MachineError
from kit.figures import PALETTES
from kit.words.numbers import counted

figures = typer.Typer(help="Draw, check and show the exercise pictures (needs the extra “draw”).", no_args_is_help=True)
app.add_typer(figures, name="figures")
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID…]", help="Exercises; all that have a pose if none.")]


@figures.command()
def draw(ids: Ids = None) -> None:
    """Solve the poses that have changed, and draw their pictures."""
    _needs_extra()
    from kit.figures.studio import draw as draw_all

    for drawn in draw_all(ids or ()):
        say("\n".join(drawn.lines()))


@figures.command()
def check(ids: Ids = None) -> None:
    """Check that pictures are current and bodies possible: contacts, joints, floor, balance, frame."""
    _needs_extra()
    from kit.figures.check import check as faults_of
    from kit.figures.check import still

    faults = faults_of(ids or ())
    for fault in faults:
        warn(str(fault))
    if faults:
        raise typer.Exit(1)
    silent = counted(len(still(ids or ())), "exercise shows", "exercises show")
    say(f"All pictures are current, and all poses hold. {silent} no movement.")


@figures.command()
def sheet(
    out: Annotated[Path, typer.Option("-o", help="The PNG to write.")],
    ids: Ids = None,
    palette: Annotated[str, typer.Option(help=", ".join(PALETTES))] = PALETTES[0],
) -> None:
    """Put all panels on one contact sheet."""
    _needs_extra()
    from kit.figures.sheet import sheet as lay_out

    one_of("palette", palette, PALETTES)
    lay_out(ids or (), out, palette)
    say(str(out))


def _needs_extra() -> None:
    """Raises `MachineError` where the libraries that draw are not installed."""
    missing = [name for name in ("scipy", "PIL", "resvg_py") if importlib.util.find_spec(name) is None]
    if missing:
        fault = Fault("kit figures", f"{', '.join(missing)} is not installed.", "Install the extra: homestretch[draw].")
        raise MachineError(fault)
