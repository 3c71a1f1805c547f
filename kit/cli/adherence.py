"""`kit adherence`: what was done of what was planned."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.app import Date, Json, PlanFiles, app, plan_file, say, say_json, warn


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
    from kit.adherence.report import refusals, report
    from kit.diary.read import read_diary

    plans = [plan_file(path) for path in plan_files]
    diaries = [read_diary(path, plans) for path in log]
    rows = pd.concat([diary.rows for diary in diaries])
    result = measure(plans, rows, as_of.date() if as_of else dt.date.today()) if len(rows) else None
    faults = [fault for diary in diaries for fault in diary.faults]
    rejects = [(path.name, reject) for path, diary in zip(log, diaries, strict=True) for reject in diary.rejects]
    if as_json:
        rejected = [{"file": file, "row": reject.row, "why": reject.why} for file, reject in rejects]
        counts = result.as_dict() if result else {"plan_id": plans[0].plan_id}
        say_json({**counts, "faults": [f.as_dict() for f in faults], "rejects": rejected})
    else:
        nothing = ["No row of the diary stands, so that nothing can be counted.", *refusals(len(rejects))]
        for line in report(result, len(rejects)) if result else nothing:
            say(line)
    for fault in faults:
        warn(str(fault))
    for file, reject in rejects:
        warn(f"{file}, row {reject.row}: {reject.why}")
    if faults or rejects:
        raise typer.Exit(1)
