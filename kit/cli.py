"""The command line: one function a command. It reads, calls one room, prints; it holds no rule of its own.

Exit codes: 0 done, 1 the content has faults (all printed), 2 the command was used wrongly.
Rooms that bring a heavy library are imported by the command that needs them, so that `kit --help` is quick.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kit.errors import Fault, KitError, OverwriteError, PlanError
from kit.library.exercise import CATEGORIES, REGIONS
from kit.library.library import Library
from kit.plan.document import read_plan, write_plan
from kit.plan.plan import Plan
from kit.plan.template import template, templates
from kit.store.workspace import Workspace
from kit.timing.session import session
from kit.words.durations import clock

app = typer.Typer(
    help="Homestretch: exercise plans, handouts and diaries for physiotherapists.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
WorkspaceOption = Annotated[Path, typer.Option("--workspace", help="Folder with clinic.toml and own exercises.")]
PlanFile = Annotated[Path, typer.Argument(help="A plan file.")]
PlanFiles = Annotated[list[Path], typer.Argument(help="One or more plan files.")]
Date = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"])]
HERE = Path()


@app.command()
def lab(
    workspace: Annotated[Path, typer.Argument(help="Your folder for plans and handouts.")] = Path("clinic"),
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
        _say(line)


@app.command()
def library(
    words: Annotated[list[str] | None, typer.Argument(help="Name, muscle, position, equipment …")] = None,
    region: Annotated[str | None, typer.Option(help=", ".join(REGIONS))] = None,
    category: Annotated[str | None, typer.Option(help=", ".join(CATEGORIES))] = None,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """List the exercises, best match first."""
    _one_of("region", region, REGIONS)
    _one_of("category", category, CATEGORIES)
    found = Workspace(workspace).library().search(" ".join(words or ()), region, category)
    if as_json:
        fields = ("id", "name", "patient_name", "article_name", "aliases", "region", "category", "position")
        _json([{field: getattr(e, field) for field in fields} for e in found])
        return
    for e in found:
        _say(f"{e.id}  {e.name}  ({e.region}, {e.category})")
    if not found:
        _say("No exercise matches. Try fewer words, or the start of a word.")


@app.command()
def new(
    template_name: Annotated[str, typer.Argument(metavar="TEMPLATE", help="A ready-made plan to start from.")],
    out: Annotated[Path, typer.Option("-o", help="The plan file to write.")],
    plan_id: Annotated[str | None, typer.Option("--id", help="Id of the plan; the file's name if not given.")] = None,
    patient: Annotated[str, typer.Option(help="The label that the clinic uses.")] = "",
    start: Date = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a draft that is in the way.")] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Start a plan from a template."""
    chosen = template(template_name)
    day = start.date() if start else dt.date.today()
    known = Workspace(workspace).library()
    plan = chosen.plan(known, plan_id or out.stem, day, patient)
    if out.exists():
        _may_replace(out, force)
    write_plan(plan, out)
    _say(f"{out}: {len(plan.items)} exercises, {clock(session(plan, known).total_s)}. A draft.")


@app.command(name="templates")
def list_templates(as_json: Json = False) -> None:
    """List the ready-made plans."""
    if as_json:
        _json([{"template": key, "name": t.name, "summary": t.summary} for key, t in templates().items()])
        return
    for key, ready in templates().items():
        _say(f"{key}  {ready.name}")


@app.command()
def timing(plan_file: PlanFile, on: Date = None, workspace: WorkspaceOption = HERE, as_json: Json = False) -> None:
    """Show how long a session takes, step by step."""
    plan, known = _plan_and_library(plan_file, workspace)
    made = session(plan, known, on.date() if on else None)
    if as_json:
        _json({"total_s": made.total_s, "steps": [step.as_dict() for step in made.steps]})
        return
    names = {item.item_id: known[item.exercise_id].patient_name for item in plan.items}
    for item_id in dict.fromkeys(step.item for step in made.steps):
        _say(f"{clock(made.item_s(item_id)):>12}  {names[item_id]}")
    _say(f"{clock(made.total_s):>12}  in all")


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

    _one_of("paper", paper, ("a4", "letter"))
    home = Workspace(workspace)
    clinic, known = home.clinic(), home.library()
    if paper:
        clinic = clinic.model_copy(update={"paper": paper})
    failed = False
    for path in plan_files:
        try:
            plan = read_plan(path)
            _check(plan, known)
            folder = out if len(plan_files) == 1 else out / plan.plan_id
            for written in write(folder, files(plan, known, clinic, name)):
                _say(str(written))
        except KitError as error:
            failed = True
            _complain(error)
    if failed:
        raise typer.Exit(1)


@app.command()
def adherence(
    plan_files: PlanFiles,
    log: Annotated[list[Path], typer.Option("--log", help="A diary that came back; may be given several times.")],
    as_of: Date = None,
    as_json: Json = False,
) -> None:
    """Show what was done of what was planned. Give all versions of one plan, and all its diaries."""
    import pandas as pd

    from kit.adherence.measure import measure
    from kit.adherence.sentences import report
    from kit.diary.read import read_diary

    plans = [read_plan(path) for path in plan_files]
    diaries = [read_diary(path) for path in log]
    rows = pd.concat([diary.rows for diary in diaries])
    result = measure(plans, rows, as_of.date() if as_of else dt.date.today())
    faults = [fault for diary in diaries for fault in diary.faults]
    rejects = [(path.name, reject) for path, diary in zip(log, diaries, strict=True) for reject in diary.rejects]
    if as_json:
        rejected = [{"file": file, "row": reject.row, "why": reject.why} for file, reject in rejects]
        _json({**result.as_dict(), "faults": [f.as_dict() for f in faults], "rejects": rejected})
    else:
        for line in report(result):
            _say(line)
    for fault in faults:
        _warn(str(fault))
    for file, reject in rejects:
        _warn(f"{file}, row {reject.row}: {reject.why}")
    if faults or rejects:
        raise typer.Exit(1)


def main(args: list[str] | None = None) -> None:
    """The command `kit`. A `KitError` is printed, never raised; `--debug` shows where it comes from."""
    given = sys.argv[1:] if args is None else args
    debug = "--debug" in given
    try:
        app([word for word in given if word != "--debug"])
    except KitError as error:
        if debug:
            raise
        _complain(error)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)


def _plan_and_library(path: Path, workspace: Path) -> tuple[Plan, Library]:
    plan = read_plan(path)
    known = plan.library(Workspace(workspace).library())
    _check(plan, known)
    return plan, known


def _check(plan: Plan, known: Library) -> None:
    faults = plan.faults(known)
    if faults:
        raise PlanError(faults)


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


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}.", param_hint=f"--{option}")


def _json(data: Any) -> None:
    _say(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def _say(line: str) -> None:
    typer.echo(line)


def _warn(line: str) -> None:
    typer.echo(line, err=True)


def _complain(error: KitError) -> None:
    for fault in error.faults:
        _warn(str(fault))


if __name__ == "__main__":
    main()
