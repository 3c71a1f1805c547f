"""`kit handout`: what the patient takes home. A draft is reviewed, and what holds it is printed beside its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kit.cli.app import (
    HERE,
    PlanFiles,
    WorkspaceOption,
    app,
    complain,
    one_of,
    plan_file,
    say,
    usable_clinic,
    usable_library,
    warn,
    warn_of,
)
from kit.clinic import FORMS, PENS, Form, Paper, Pen
from kit.errors import Fault, KitError, PlanError
from kit.figures import PALETTES
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.handouts.make import Handout

PAPERS = ("a4", "letter")
MANY = 4  # plans from which on a bar shows how far it is, in place of every file's name


@app.command()
def handout(
    plan_files: PlanFiles,
    out: Annotated[Path, typer.Option("-o", help="Folder for the handout.")],
    name: Annotated[str, typer.Option(help="Printed in the patient's PDF and page, in nothing else.")] = "",
    form: Annotated[str | None, typer.Option(help=f"{', '.join(FORMS)}; the clinic's without it.")] = None,
    paper: Annotated[str | None, typer.Option(help=", ".join(PAPERS))] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="16 to 18 points, set anew.")] = False,
    palette: Annotated[str, typer.Option(help=", ".join(PALETTES))] = PALETTES[0],
    diary: Annotated[str | None, typer.Option(help=f"For a pen: {', '.join(PENS)}; the clinic's without it.")] = None,
    since: Annotated[Path | None, typer.Option(help="An earlier version: the handout says what is new.")] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the handout: PDF, page, calendar, diary, table; and the plan for the record."""
    from kit.handouts.folder import folder_name
    from kit.handouts.make import handout as make
    from kit.handouts.make import not_earlier

    one_of("form", form, FORMS)
    one_of("paper", paper, PAPERS)
    one_of("palette", palette, PALETTES)
    one_of("diary", diary, PENS)
    clinic, library = usable_clinic(workspace), usable_library(workspace)
    sheet: Paper | None = "letter" if paper == "letter" else "a4" if paper else None
    old = plan_file(since, workspace) if since else None
    failed, held = 0, False
    made: dict[Path, Path] = {}
    for path in _shown(plan_files):
        try:
            plan = plan_file(path, workspace)
            if wrong := not_earlier(old, plan, "--since"):
                raise PlanError(wrong)
            folder = out if len(plan_files) == 1 else out / folder_name(plan)
            if folder in made:
                what = f"is the same plan as {made[folder]}."
                raise PlanError(Fault(str(path), what, "Make it on its own, with another -o."))
            made[folder] = path
            done = make(
                plan,
                library,
                folder,
                clinic=clinic,
                name=name,
                form=cast(Form | None, form),
                paper=sheet,
                large_print=large_print,
                palette=palette,
                diary=cast(Pen | None, diary),
                since=old,
            )
            if len(plan_files) < MANY:
                say("\n".join(map(str, done.paths)))
            _tell(done, path)
            held = held or bool(done.held)
        except KitError as error:
            failed += 1
            complain(error)
    if len(plan_files) >= MANY:
        say(f"{out}: {counted(len(plan_files) - failed, 'handout')} made, {failed} not.")
    if failed or held:
        raise typer.Exit(1)


def _tell(made: Handout, path: Path) -> None:
    """What has to be told of a handout; the findings that hold a draft last."""
    warn_of(made.notices)
    for finding in made.held:
        warn(f"{path}: {finding}")
    if made.held:
        warn(f"{path}: made as a DRAFT, and not to be used before this is answered.")


def _shown(paths: list[Path]) -> Iterator[Path]:
    if len(paths) < MANY:
        yield from paths
    else:
        with typer.progressbar(paths, label="Handouts", file=typer.get_text_stream("stderr")) as bar:
            yield from bar
