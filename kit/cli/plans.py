"""`kit new`, `kit templates`, `kit timing`: starting a plan and looking at it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import (
    HERE,
    Date,
    Json,
    PlanFile,
    WorkspaceOption,
    app,
    plan_file,
    resolved_plan,
    say,
    say_json,
    usable_library,
    warn_of,
)
from kit.errors import Fault, KitError, OverwriteError
from kit.library.rules import rules
from kit.plan.document import read_plan, write_plan
from kit.plan.template import template, usable_templates
from kit.store.workspace import Workspace
from kit.timing.session import session, session_of
from kit.words.numbers import clock, counted


@app.command()
def new(
    out: Annotated[Path, typer.Option("-o", help="The plan file to write.")],
    template_name: Annotated[
        str | None, typer.Argument(metavar="TEMPLATE", help="A ready-made plan to start from.", show_default=False)
    ] = None,
    version_of: Annotated[Path | None, typer.Option(help="An issued plan: begin its next version instead.")] = None,
    plan_id: Annotated[
        str | None, typer.Option("--id", help="Label of the plan; the file's name if not given.")
    ] = None,
    patient: Annotated[str, typer.Option(help="The label that the clinic uses.")] = "",
    start: Date = None,
    reason: Annotated[str, typer.Option(help="With --version-of: why, where it starts on the same day.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Overwrite a draft that is in the way.")] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Start a plan from a template, or the next version of an issued plan. Every new plan has a code of its own."""
    if (template_name is None) == (version_of is None):
        raise typer.BadParameter("Give either a template or --version-of.", param_hint="TEMPLATE")
    if version_of and (plan_id or patient):
        raise typer.BadParameter("A version keeps the labels of its plan.", param_hint="--id, --patient")
    if reason and not version_of:
        raise typer.BadParameter("Only a version has one.", param_hint="--reason")
    day = start.date() if start else dt.date.today()
    if version_of:
        plan = plan_file(version_of, workspace).new_version(day, reason, on=dt.date.today())
        known = usable_library(workspace)
    else:
        chosen = template(template_name or "", Workspace(workspace).templates)
        known = usable_library(workspace)
        plan = chosen.plan(known, plan_id or out.stem, day, patient)
    if out.exists():
        _may_replace(out, force)
    write_plan(plan, out, over=force)
    exercises = counted(len(plan.items), "exercise")
    names = [rules().conditions[held.condition].name for held in plan.context.conditions if not version_of]
    told = "A draft" if plan.version == 1 else f"A draft of version {plan.version}"
    say(f"{out}: {exercises}, {clock(session(plan, known).total_s)}. {told}, code {plan.code}.")
    if names:
        say(f"Made for: {' or '.join(names)}. It is among the patient's conditions; take out what is not so.")


@app.command(name="templates")
def list_templates(workspace: WorkspaceOption = HERE, as_json: Json = False) -> None:
    """List the ready-made plans, the clinician's own first."""
    known, faults = usable_templates(Workspace(workspace).templates)
    warn_of(faults)
    if as_json:
        say_json([{"template": key, "name": t.name, "summary": t.summary} for key, t in known.items()])
        return
    for key, ready in known.items():
        say(f"{key}  {ready.name}")


@app.command()
def timing(path: PlanFile, on: Date = None, workspace: WorkspaceOption = HERE, as_json: Json = False) -> None:
    """Show how long a session takes, step by step."""
    known = resolved_plan(path, workspace)
    made = session_of(known, on.date() if on else None)
    if as_json:
        say_json({"total_s": made.total_s, "steps": [step.as_dict() for step in made.steps]})
        return
    names = {item.item_id: exercise.patient_name for item, exercise in known.entries}
    for item_id in dict.fromkeys(step.item for step in made.steps):
        say(f"{clock(made.item_s(item_id)):>12}  {names[item_id]}")
    say(f"{clock(made.total_s):>12}  in all")


def _may_replace(path: Path, force: bool) -> None:
    """Raises `OverwriteError` unless `path` is a draft plan and `force` is given."""
    if not force:
        raise OverwriteError(Fault(str(path), "is there already.", "Choose another name, or add --force."))
    try:
        draft = read_plan(path).is_draft
    except KitError:
        draft = False
    if not draft:
        raise OverwriteError(Fault(str(path), "is no draft plan and is not overwritten.", "Choose another name."))
