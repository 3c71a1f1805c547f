"""The commands of the room: `kit figures` in a checkout, or `python -m atelier`. Needs the extra `draw`."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kit.errors import Fault, MachineError
from kit.figures import PALETTES
from kit.words.numbers import counted

app = typer.Typer(
    help="Draw, check and show the exercise pictures (needs the extra “draw”).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID…]", help="Exercises; all that have a pose if none.")]
Palette = Annotated[str, typer.Option(help=", ".join(PALETTES))]


@app.callback()
def _all() -> None:
    """Draw, check and show the exercise pictures (needs the extra “draw”). Raises `MachineError` without it."""
    missing = [name for name in ("anny", "scipy", "PIL", "resvg_py") if importlib.util.find_spec(name) is None]
    if missing:
        what = f"{', '.join(missing)} is not installed."
        raise MachineError(Fault("kit figures", what, "Install the extra: uv sync --extra draw."))


@app.command()
def new(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The exercise, or your own: my_hip_abduction.")],
    like: Annotated[str | None, typer.Option(metavar="EXERCISE", help="Begin with a copy of its pose file.")] = None,
    preset: Annotated[str | None, typer.Option(help="How the body lies: stand, supine, prone, side_left …")] = None,
) -> None:
    """Begin the pose file of an exercise: a copy of another one, or a first start and end to change."""
    from atelier.begin import begin

    path = begin(exercise_id, like, preset)
    typer.echo(f"Written: {path}")
    typer.echo("Change it in a text editor, or on the desk: uv run --no-sync jupyter lab atelier/pose.ipynb")
    typer.echo(f"See it: uv run --no-sync kit figures show {exercise_id} --png {exercise_id}.png")


@app.command()
def draw(ids: Ids = None) -> None:
    """Solve the poses that have changed, and draw their pictures."""
    from atelier.pose import pose_ids

    _refuse(_draw(ids or pose_ids()))


@app.command()
def check(
    ids: Ids = None,
    anew: Annotated[bool, typer.Option("--anew", help="Draw again what is recorded as it stands, too.")] = False,
) -> None:
    """Check that pictures are current and bodies possible: contacts, joints, floor, balance, frame."""
    from atelier.check import check as faults_of
    from atelier.check import still
    from atelier.pose import pose_ids
    from atelier.record import standing

    asked = ids or pose_ids()
    known = set() if anew else standing(asked)
    faults = faults_of([one for one in asked if one not in known])
    _refuse(faults)
    silent = still(asked)
    told = f" {counted(len(silent), 'exercise shows', 'exercises show')} no movement." if silent else ""
    drawn = f"{len(asked) - len(known)} drawn again, {len(known)} as recorded"
    typer.echo(f"All pictures are current, and all poses hold ({drawn}).{told}")


@app.command()
def sheet(
    out: Annotated[Path, typer.Option("-o", help="The PNG to write.")],
    ids: Ids = None,
    palette: Palette = PALETTES[0],
) -> None:
    """Put all panels on one contact sheet."""
    from atelier.pose import pose_ids
    from atelier.sheet import SCALE

    _sheet(ids or pose_ids(), out, palette, SCALE)


@app.command()
def show(
    ids: Annotated[list[str], typer.Argument(metavar="ID…")],
    out: Annotated[Path, typer.Option("--png", help="The PNG to write.")],
    palette: Palette = PALETTES[0],
    scale: Annotated[float, typer.Option(help="Pixels for each drawing unit.")] = 0.16,
) -> None:
    """Draw, and put the panels on one contact sheet, whatever is wrong with them."""
    faults = _draw(ids)
    _sheet(ids, out, palette, scale)
    _refuse(faults)


def _draw(ids: Sequence[str]) -> list[Fault]:
    """Draw, tell of each, and give what is wrong."""
    from atelier.record import draw as draw_all

    faults: list[Fault] = []
    for drawn in draw_all(ids):
        typer.echo("\n".join(drawn.lines()))
        faults += drawn.faults
    return faults


def _sheet(ids: Sequence[str], out: Path, palette: str, scale: float) -> None:
    from atelier.sheet import sheet as lay_out

    if palette not in PALETTES:
        raise typer.BadParameter(f"{palette!r} is not one of {', '.join(PALETTES)}.", param_hint="--palette")
    lay_out(ids, out, palette, scale)
    typer.echo(str(out))


def _refuse(faults: Sequence[Fault]) -> None:
    """Tell faults and end with exit code 1, if there are any."""
    for fault in faults:
        typer.echo(str(fault), err=True)
    if faults:
        raise typer.Exit(1)
