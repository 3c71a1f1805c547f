"""`kit issue`: a reviewed draft becomes an issued version."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.answering import how_to_answer
from kit.cli.app import (
    HERE,
    Date,
    PlanFile,
    WorkspaceOption,
    app,
    clinic_to_issue,
    plan_file,
    say,
    store_of,
    usable_library,
    warn,
    warn_of,
)
from kit.cli.before import Before, version_before
from kit.days import checked_day
from kit.errors import ContentError, Fault, PlanError
from kit.files import locked
from kit.plan.document import write_plan
from kit.plan.plan import Plan
from kit.review.answer_file import AnswerFile, read_answers, with_answers
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issued_before
from kit.review.issue import issue as review_and_issue
from kit.review.plan_days import SCREEN
from kit.words.text import is_blank

_HELP = """Review a draft and issue it, in the file and in the workspace's store where that knows the plan.

Nothing is written while a STOP, an ERROR, an AVOID or a question is open. An ERROR is mended in the plan. \
An AVOID takes a written reason, a question a confirmation, a STOP a sign-off with a role and a reason of ten \
letters; all of them may stand in the answers file, which is TOML. \
What stands in brackets behind a finding is what its answer is given for: it answers no other dose, days, \
condition, plan or version.

\b
plan = "CODE"                  # the code of the plan, if given: answers for another one are refused
screened = 2026-06-01          # the day of the red-flag screen
[\\[answers]]
finding = "AVOID gtps … \\[…]"   # as kit check prints it, whole
reason = "Pain-free and improving."
by = "A. Physio"               # whoever issues, if left out
on = 2026-06-01                # the day of the issue, if left out
role = "Physiotherapist"       # for a STOP
"""


@app.command(help=_HELP)
def issue(
    path: PlanFile,
    by: Annotated[str, typer.Option(help="The clinician who issues it.")],
    answers: Annotated[Path | None, typer.Option(help="Answers to findings, and the day of the screen.")] = None,
    on: Date = None,
    screened_today: Annotated[
        bool, typer.Option("--screened-today", help="The red-flag screen was done on the day of the issue.")
    ] = False,
    before: Before = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    if is_blank(by):
        raise typer.BadParameter("is empty.", param_hint="--by")
    day = checked_day(on.date(), "--on") if on else dt.date.today()
    given = read_answers(answers) if answers else AnswerFile()
    if screened_today:
        given = _screened(given, day)
    with locked(path.resolve()):
        draft = plan_file(path, workspace)
        if draft.issued:
            raise PlanError(issued_before(draft))
        try:
            _issue(path, draft, by, day, given, workspace, before)
        except OpenFindingsError as error:
            for finding in error.findings:
                _tell(finding, draft, day)
            raise typer.Exit(1) from None


def _screened(given: AnswerFile, day: dt.date) -> AnswerFile:
    """With the screen on the day of the issue. Raises `ContentError` where the file says another day."""
    if given.screened not in (None, day):
        what = f"says {given.screened}, and --screened-today says {day}."
        raise ContentError(Fault(f"{given.name}, screened", what, "Leave out the one that is wrong."))
    return replace(given, screened=day)


def _issue(
    path: Path, draft: Plan, by: str, on: dt.date, given: AnswerFile, workspace: Path, before: Path | None
) -> None:
    """The store first, then the file: whatever stops in between, the next run finds the version and writes it."""
    library, clinic = usable_library(workspace), clinic_to_issue(workspace)
    with store_of(workspace, by) as store:
        previous = version_before(draft, before, store, workspace)
        if store and store.plans.one(draft.code):
            from kit.store.filed import issue_filed

            final, notices = issue_filed(store, draft, given, library, by, on, clinic)
            warn_of(notices)
        else:
            answered = with_answers(draft, given, library, by, on, previous, clinic.settings)
            final = review_and_issue(answered, library, by, on, previous, clinic=clinic)
    write_plan(final, path.resolve())
    assert final.issued
    say(f"{path}: version {final.version} of plan {final.plan_id} ({final.code}), issued by {final.issued.by}.")


def _tell(finding: Finding, draft: Plan, on: dt.date) -> None:
    warn(str(finding))
    if finding.key.endswith(SCREEN):
        warn(f"         In the answers file: screened = {on}")
    for line in how_to_answer(finding, draft):
        warn(line)
