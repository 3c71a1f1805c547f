"""`kit handout`: what the patient takes home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import (
    HERE,
    PlanFiles,
    WorkspaceOption,
    app,
    complain,
    one_of,
    plan_file,
    refuse_faulty,
    say,
    usable_clinic,
    usable_library,
)
from kit.errors import Fault, KitError, PlanError
from kit.figures import PALETTES
from kit.plan.plan import Plan

PAPERS = ("a4", "letter")
MANY = 4  # plans from which on a bar shows how far it is, in place of every file's name


@app.command()
def handout(
    plan_files: PlanFiles,
    out: Annotated[Path, typer.Option("-o", help="Folder for the handout.")],
    name: Annotated[str, typer.Option(help="Printed in the PDF and the page, stored nowhere.")] = "",
    paper: Annotated[str | None, typer.Option(help=", ".join(PAPERS))] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="18 points, set anew.")] = False,
    palette: Annotated[str, typer.Option(help=", ".join(PALETTES))] = PALETTES[0],
    since: Annotated[Path | None, typer.Option(help="An earlier version: the handout says what is new.")] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the handout: PDF, page, calendar, diary, table; and the plan for the record."""
    from kit.handout.export import files, write
    from kit.handout.style import Style

    one_of("paper", paper, PAPERS)
    one_of("palette", palette, PALETTES)
    clinic, known = usable_clinic(workspace), usable_library(workspace)
    style = Style("letter" if paper == "letter" else "a4" if paper else None, large_print, palette)
    old = plan_file(since, workspace) if since else None
    failed = 0
    made: dict[Path, Path] = {}
    for path in _shown(plan_files):
        try:
            plan = plan_file(path, workspace)
            refuse_faulty(plan, known)
            _same_plan(plan, old)
            folder = out if len(plan_files) == 1 else out / f"{plan.plan_id}-{plan.code}"
            if folder in made:
                what = f"is the same plan as {made[folder]}."
                raise PlanError(Fault(str(path), what, "Make it on its own, with another -o."))
            made[folder] = path
            written = write(folder, files(plan, known, clinic, name, style, old))
            if len(plan_files) < MANY:
                say("\n".join(map(str, written)))
        except KitError as error:
            failed += 1
            complain(error)
    if len(plan_files) >= MANY:
        say(f"{out}: {len(plan_files) - failed} handouts made, {failed} not.")
    if failed:
        raise typer.Exit(1)


def _shown(paths: list[Path]) -> Iterator[Path]:
    if len(paths) < MANY:
        yield from paths
    else:
        with typer.progressbar(paths, label="Handouts", file=typer.get_text_stream("stderr")) as bar:
            yield from bar


def _same_plan(plan: Plan, old: Plan | None) -> None:
    """Raises `PlanError` unless `old` is an earlier version of `plan`."""
    if old and (old.code != plan.code or old.version >= plan.version):
        fault = Fault(
            "--since",
            f"{old.plan_id} version {old.version} is no earlier version of {plan.plan_id} version {plan.version}.",
            "Give an earlier version of the same plan.",
        )
        raise PlanError(fault)
