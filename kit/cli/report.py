"""`kit report`: the follow-up on one page, for the record or the referrer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import HERE, Date, WorkspaceOption, app, one_of, say, usable_clinic, usable_library
from kit.cli.handout import PAPERS
from kit.cli.logged import Logs, PlansOrLabel, logged

if TYPE_CHECKING:
    from kit.clinic import Paper

_FORMATS = ("pdf", "csv")


@app.command()
def report(
    plan_files: PlansOrLabel,
    log: Logs = None,
    as_of: Date = None,
    since: Date = None,
    out: Annotated[Path, typer.Option("-o", help="Folder for the report.")] = HERE,
    formats: Annotated[str, typer.Option("--format", help="pdf, csv, or both.")] = ",".join(_FORMATS),
    name: Annotated[str, typer.Option(help="Printed on the page, in nothing else.")] = "",
    paper: Annotated[str | None, typer.Option(help=", ".join(PAPERS))] = None,
    grey: Annotated[bool, typer.Option("--grey", help="For print without colour.")] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the report of a follow-up: one page (PDF), and its numbers as a table (CSV).

    Give all versions of one plan and all its diaries; or, for diaries that were imported, its label or code alone.
    """
    from kit.reports.make import FORMATS, follow_up_report

    wanted = [word.strip() for word in formats.split(",")]
    for word in wanted:
        one_of("format", word, _FORMATS)
    one_of("paper", paper, PAPERS)
    sheet: Paper | None = "letter" if paper == "letter" else "a4" if paper else None
    given = logged(plan_files, log, workspace)
    last_day = max(dt.date.today(), given.first)  # a plan that has not begun is looked at as of its first day
    made = follow_up_report(
        given.plans,
        given.counted,
        usable_library(workspace),
        as_of.date() if as_of else last_day,
        out,
        since=since.date() if since else None,
        clinic=usable_clinic(workspace),
        name=name,
        paper=sheet,
        grey=grey,
        dealt=given.dealt,
        asides=given.asides,
        today=last_day,
        formats=[one for one in FORMATS if one in wanted],
    )
    for path in made.paths:
        say(str(path))
    given.warn()
