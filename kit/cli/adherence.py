"""`kit adherence`: what was done of what was planned."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import HERE, Date, Json, WorkspaceOption, app, plan_file, say, say_json, warn
from kit.cli.diary import opened
from kit.errors import ContentError, Fault, quoted
from kit.plan.code import plain_code
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

    from kit.plan.plan import Plan


@app.command()
def adherence(
    plan_files: Annotated[list[Path], typer.Argument(metavar="PLAN...", help="Plan files, or a plan of the store.")],
    log: Annotated[
        list[Path] | None, typer.Option("--log", help="A diary that came back; may be given several times.")
    ] = None,
    as_of: Date = None,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """Show what was done of what was planned.

    Give all versions of one plan and all its diaries; or, for diaries that were imported, its label or code alone.
    """
    import pandas as pd

    from kit.adherence.measure import measure
    from kit.adherence.report import report
    from kit.adherence.sentences import refusals
    from kit.diary.read import read_diary

    if log:
        plans = [plan_file(path) for path in plan_files]
        diaries = [read_diary(path, plans) for path in log]
        rows = pd.concat([diary.rows for diary in diaries])
    else:
        plans, rows = _from_store(plan_files, workspace)
        diaries = []
    result = measure(plans, diaries or rows, as_of.date() if as_of else dt.date.today()) if len(rows) else None
    faults = [fault for diary in diaries for fault in diary.faults]
    rejects = [(path.name, reject) for path, diary in zip(log or [], diaries, strict=True) for reject in diary.rejects]
    if as_json:
        rejected = [{"file": file, "row": reject.row, "why": reject.why} for file, reject in rejects]
        counts = result.as_dict() if result else {"plan_id": plans[0].plan_id}
        say_json({**counts, "faults": [f.as_dict() for f in faults], "rejects": rejected})
    else:
        nothing = ["No row of the diary stands, so that nothing can be counted.", *refusals(len(rejects))]
        for line in report(result) if result else nothing:
            say(line)
    for fault in faults:
        warn(str(fault))
    for file, reject in rejects:
        warn(f"{file}, row {reject.row}: {reject.why}")
    if faults or rejects:
        raise typer.Exit(1)


def _from_store(words: list[Path], workspace: Path) -> tuple[list[Plan], pd.DataFrame]:
    """The issued versions of a plan of the store, and the rows of its diaries. Raises `ContentError`."""
    from kit.diary.read import frame

    word = str(words[0])
    if len(words) > 1 or words[0].is_file():
        raise ContentError(Fault(word, "is given without a diary.", "Add --log DIARY, or import the diary first."))
    with opened(workspace) as store:
        by_code = store.plans.one(plain_code(word))
        found = [by_code] if by_code else store.plans.labelled(word)
        if len(found) != 1:
            codes = ", ".join(plan.code for plan in found)
            many = f"{counted(len(found), 'plan has', 'plans have')} the label {quoted(word)}: {codes}."
            what = many if found else "no plan has this label."
            raise ContentError(Fault(word, what, "Give the code, as it stands on the handout."))
        code = found[0].code
        plans = store.versions.all(code)
        if not plans:
            raise ContentError(Fault(word, "has no issued version.", "Issue the plan, and import its diaries."))
        return plans, frame(store.diaries.rows(code))
