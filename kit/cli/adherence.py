"""`kit adherence`: what was done of what was planned."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import HERE, Date, Json, WorkspaceOption, app, say, say_json
from kit.cli.cohort import counted_up_to
from kit.cli.logged import Logs, logged
from kit.cli.registry import ENGINES, count
from kit.errors import quoted

MaybePlans = Annotated[
    list[Path] | None, typer.Argument(metavar="[PLAN...]", help="Plan files, or a plan of the store.")
]


@app.command()
def adherence(
    plan_files: MaybePlans = None,
    log: Logs = None,
    as_of: Date = None,
    since: Date = None,
    until: Date = None,
    workspace: WorkspaceOption = HERE,
    engine: Annotated[str, typer.Option(help="Of a registry: plain, threads or spark.")] = "plain",
    master: Annotated[str | None, typer.Option(help="Where Spark runs, such as local[2].")] = None,
    as_json: Json = False,
) -> None:
    """Show what was done of what was planned.

    Give all versions of one plan and all its diaries; or, for diaries that were imported, its label or code alone.
    With `--log` alone, a folder that kit registry made: then all patients of it are counted. `--since` and `--until`
    are the first and the last day that are counted, both included.
    """
    if not plan_files:
        _refuse({"since": since, "until": until}, "of one plan; a registry is counted up to --as-of")
        _of_registry(log or [], counted_up_to(as_of), engine, master, as_json)
        return
    _refuse({"engine": None if engine == ENGINES[0] else engine, "master": master}, "of a registry, not of a plan")
    from kit.adherence.measure import alarms_of, measure
    from kit.adherence.report import report
    from kit.adherence.sentences import refusals

    given = logged(plan_files, log, workspace)
    last_day = max(dt.date.today(), given.first)  # a plan that has not begun is looked at as of its first day
    day = as_of.date() if as_of else last_day
    first, last = (one.date() if one else None for one in (since, until))
    period = {"since": first, "until": last}
    rows, asides = given.counted, given.asides
    result = measure(given.plans, rows, day, **period, asides=asides, today=last_day) if len(given.rows) else None
    if as_json:
        rejected = [{"file": file, "row": reject.row, "why": reject.why} for file, reject in given.rejects]
        counts = result.as_dict() if result else {"plan_id": given.plans[0].plan_id}
        say_json({**counts, "faults": [f.as_dict() for f in given.faults], "rejects": rejected})
    else:
        nothing = [
            *alarms_of(given.asides),
            "No row of the diary stands, so that nothing can be counted.",
            *refusals(len(given.rejects)),
        ]
        for line in report(result) if result else nothing:
            say(line)
    given.warn()


def _of_registry(log: list[Path], day: dt.date, engine: str, master: str | None, as_json: bool) -> None:
    """Raises typer's own complaint (exit code 2) unless it is one folder."""
    if len(log) != 1:
        raise typer.BadParameter("give a plan; or, for a registry, its folder as --log.", param_hint="PLAN")
    if not log[0].is_dir():
        what = f"{quoted(str(log[0]))} is no folder of a registry. A diary takes its plan with it."
        raise typer.BadParameter(what, param_hint="--log")
    count(log[0], day, engine, master, as_json)


def _refuse(options: dict[str, object], whose: str) -> None:
    """Raises typer's own complaint (exit code 2) for an option that is given and would do nothing."""
    for name, value in options.items():
        if value is not None:
            raise typer.BadParameter(f"is {whose}. Leave it out.", param_hint=f"--{name}")
