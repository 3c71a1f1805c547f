"""`kit adherence`: what was done of what was planned."""

from __future__ import annotations

import datetime as dt

from kit.cli.app import HERE, Date, Json, WorkspaceOption, app, say, say_json
from kit.cli.logged import Logs, PlansOrLabel, logged


@app.command()
def adherence(
    plan_files: PlansOrLabel,
    log: Logs = None,
    as_of: Date = None,
    since: Date = None,
    until: Date = None,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """Show what was done of what was planned.

    Give all versions of one plan and all its diaries; or, for diaries that were imported, its label or code alone.
    `--since` and `--until` are the first and the last day that are counted, both included.
    """
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
