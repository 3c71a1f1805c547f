"""`kit handout`: what the patient takes home. A draft is reviewed, and what holds it is printed beside its files."""

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
    warn,
)
from kit.clinic import Clinic
from kit.errors import Fault, KitError, PlanError
from kit.figures import PALETTES
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.check import check
from kit.words.counted import counted

PAPERS = ("a4", "letter")
MANY = 4  # plans from which on a bar shows how far it is, in place of every file's name


@app.command()
def handout(
    plan_files: PlanFiles,
    out: Annotated[Path, typer.Option("-o", help="Folder for the handout.")],
    name: Annotated[str, typer.Option(help="Printed in the patient's PDF and page, in nothing else.")] = "",
    paper: Annotated[str | None, typer.Option(help=", ".join(PAPERS))] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="18 points, set anew.")] = False,
    palette: Annotated[str, typer.Option(help=", ".join(PALETTES))] = PALETTES[0],
    since: Annotated[Path | None, typer.Option(help="An earlier version: the handout says what is new.")] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the handout: PDF, page, calendar, diary, table; and the plan for the record."""
    from kit.handouts.folder import folder_name

    one_of("paper", paper, PAPERS)
    one_of("palette", palette, PALETTES)
    clinic, library = usable_clinic(workspace), usable_library(workspace)
    style = Style("letter" if paper == "letter" else "a4" if paper else None, large_print, palette)
    old = plan_file(since, workspace) if since else None
    failed, held = 0, False
    made: dict[Path, Path] = {}
    for path in _shown(plan_files):
        try:
            plan = plan_file(path, workspace)
            refuse_faulty(plan, library)
            _same_plan(plan, old)
            folder = out if len(plan_files) == 1 else out / folder_name(plan)
            if folder in made:
                what = f"is the same plan as {made[folder]}."
                raise PlanError(Fault(str(path), what, "Make it on its own, with another -o."))
            made[folder] = path
            written = _put(plan, folder, library, clinic, name, style, old)
            if len(plan_files) < MANY:
                say("\n".join(map(str, written)))
            held = _held(plan, path, library, old) or held
        except KitError as error:
            failed += 1
            complain(error)
    if len(plan_files) >= MANY:
        say(f"{out}: {counted(len(plan_files) - failed, 'handout')} made, {failed} not.")
    if failed or held:
        raise typer.Exit(1)


def _put(
    plan: Plan, folder: Path, library: Library, clinic: Clinic, name: str, style: Style, old: Plan | None
) -> list[Path]:
    """The handout in its folder: what a killed run left there is repaired, and its calendar taken back, first."""
    from kit.handouts.export import files, sent_before
    from kit.handouts.folder import put_set, sweep

    for notice in sweep(folder):
        warn(str(notice))
    sent, faults = sent_before(folder, plan)
    written = put_set(folder, files(plan, library, clinic, name, style, old, sent), plan)
    for fault in faults:
        warn(str(fault))
    return written


def _held(plan: Plan, path: Path, library: Library, old: Plan | None) -> bool:
    """Whether open findings hold the draft; they are printed."""
    found = [f for f in check(plan, library, previous=old) if f.holds] if plan.is_draft else []
    for finding in found:
        warn(f"{path}: {finding}")
    if found:
        warn(f"{path}: made as a DRAFT, and not to be used before this is answered.")
    return bool(found)


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
