"""`kit lab` and `kit demo`: the doors to the planner and to the whole loop."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import app, say
from kit.store.workspace import USUAL


@app.command()
def lab(
    workspace: Annotated[Path, typer.Argument(help="Your folder for plans and handouts.")] = Path(USUAL),
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port on this machine.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address only.")] = False,
) -> None:
    """Open the planner in JupyterLab."""
    from kit.lab.start import run

    raise typer.Exit(run(workspace, port=port, browser=not no_browser))


@app.command()
def demo(folder: Annotated[Path, typer.Argument(help="Where to write.")] = Path("demo")) -> None:
    """Go round the whole loop with the synthetic sample patient, and write every file."""
    from kit.demo import run_demo

    for line in run_demo(folder):
        say(line)
