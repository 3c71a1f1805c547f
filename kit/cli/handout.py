"""`kit handout`: what the patient takes home."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import HERE, PlanFiles, WorkspaceOption, app, complain, one_of, refuse_faulty, say
from kit.errors import KitError
from kit.plan.document import read_plan
from kit.store.workspace import Workspace


@app.command()
def handout(
    plan_files: PlanFiles,
    out: Annotated[Path, typer.Option("-o", help="Folder for the handout.")],
    name: Annotated[str, typer.Option(help="Printed in the PDF, stored nowhere.")] = "",
    paper: Annotated[str | None, typer.Option(help="a4 or letter")] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the handout: PDF, table, diary, and the plan for the record."""
    from kit.handout.export import files, write

    one_of("paper", paper, ("a4", "letter"))
    home = Workspace(workspace)
    clinic, known = home.clinic(), home.library()
    if paper:
        clinic = clinic.model_copy(update={"paper": paper})
    failed = False
    for path in plan_files:
        try:
            plan = read_plan(path)
            refuse_faulty(plan, known)
            folder = out if len(plan_files) == 1 else out / plan.plan_id
            for written in write(folder, files(plan, known, clinic, name)):
                say(str(written))
        except KitError as error:
            failed = True
            complain(error)
    if failed:
        raise typer.Exit(1)
