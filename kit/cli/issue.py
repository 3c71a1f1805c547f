"""`kit issue`: a reviewed draft becomes an issued version."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kit.cli.app import (
    HERE,
    Date,
    PlanFile,
    WorkspaceOption,
    app,
    plan_file,
    say,
    store_of,
    usable_library,
    warn,
)
from kit.errors import Fault, PlanError
from kit.files import locked
from kit.library.library import Library
from kit.plan.document import to_document, write_plan
from kit.plan.plan import Plan
from kit.plan.seal import altered
from kit.review.answer_file import AnswerFile, read_answers, with_answers
from kit.review.answers import ANSWERED
from kit.review.finding import Finding
from kit.review.issue import SCREEN, OpenFindingsError
from kit.review.issue import issue as review_and_issue

if TYPE_CHECKING:
    from kit.store.store import Store

_MENDED = ("issued", "snapshot", "seal", "overrides", "sign_offs")  # what issuing adds to a draft
_HELP = r"""Review a draft and issue it, in the file and in the workspace's store where that knows the plan.

Nothing is written while a STOP, an ERROR or an AVOID is open. An ERROR is mended in the plan. \
An AVOID takes a written reason, a STOP a sign-off; both may stand in the answers file, which is TOML:

{b}
screened = 2026-06-01          # the day of the red-flag screen
\[[answers]]
finding = "AVOID gtps i3 …"    # the key that kit check prints
reason = "Pain-free and improving."
by = "A. Physio"               # whoever issues, if left out
on = 2026-06-01                # the day of the issue, if left out
""".replace("\\\n", "").replace("{b}", "\b")


@app.command(help=_HELP)
def issue(
    path: PlanFile,
    by: Annotated[str, typer.Option(help="The clinician who issues it.")],
    answers: Annotated[Path | None, typer.Option(help="Answers to findings, and the day of the screen.")] = None,
    on: Date = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    day = on.date() if on else dt.date.today()
    given = read_answers(answers) if answers else AnswerFile()
    where = answers.name if answers else ""
    plan_file(path, workspace)  # a file that is no plan is told before anything is locked
    try:
        with locked(path.resolve()):
            _issue(path, by, day, given, where, workspace)
    except OpenFindingsError as error:
        for finding in error.findings:
            _tell(finding, day)
        raise typer.Exit(1) from None


def _issue(path: Path, by: str, on: dt.date, given: AnswerFile, where: str, workspace: Path) -> None:
    """The store first, then the file: whatever stops in between, the next run finds the version and writes it."""
    draft = plan_file(path, workspace)
    if draft.issued:
        raise PlanError(_issued_before(draft))
    library = usable_library(workspace)
    with store_of(workspace, by) as store:
        if store and store.plans.one(draft.code):
            final = _in_store(store, draft, given, library, by, on, where)
        else:
            answered = with_answers(draft, given, library, by, on, where=where)
            final = review_and_issue(answered, library, by, on)
    write_plan(final, path.resolve())
    assert final.issued
    say(f"{path}: version {final.version} of plan {final.plan_id} ({final.code}), issued by {final.issued.by}.")


def _in_store(store: Store, draft: Plan, given: AnswerFile, library: Library, by: str, on: dt.date, where: str) -> Plan:
    """The version as the store issues it, or as it did before the file could be written."""
    from kit.store.held import Held

    listed = store.plans.one(draft.code)
    assert listed
    if draft.version in listed.issued:
        return _again(store.versions.load(draft.code, draft.version).plan, draft)
    newest = store.open(draft.code)
    if (listed.draft or max(listed.issued, default=0) + 1) != draft.version:
        state = f"the draft of version {listed.draft}" if listed.draft else f"version {max(listed.issued)}"
        what = f"is version {draft.version}, and the store holds {state}."
        raise PlanError(Fault(f"plan {draft.plan_id}", what, "Open the plan in the planner."))
    previous = store.before(draft)
    answered = with_answers(draft, given, library, by, on, previous, where)
    if newest.plan.is_draft and newest.plan not in (draft, answered):
        raise PlanError(_differs(draft, newest.plan, "the draft in the store", "Open it in the planner, and issue it"))
    return store.versions.issue(Held(answered, newest.revision), library, by, on).plan


def _again(issued: Plan, draft: Plan) -> Plan:
    """The issued version, for the file that was not written when it was issued. Raises `PlanError` for another one."""
    if _before_issue(issued) != _before_issue(draft):
        raise PlanError([_issued_before(issued), _differs(draft, issued, "the issued version", "Make a new version")])
    warn(str(_issued_before(issued, "The file is written anew, as it was issued.")))
    return issued


def _before_issue(plan: Plan) -> Mapping[str, Any]:
    """What a plan said before it was issued, without the answers, which are given with the issue."""
    data = plan.model_dump(mode="json", exclude=set(_MENDED))
    return {**data, "context": {**data["context"], "red_flags_screened": None}}


def _issued_before(plan: Plan, mend: str = "Use it as it is, or make a new version.") -> Fault:
    assert plan.issued
    what = f"version {plan.version} was issued by {plan.issued.by} on {plan.issued.on}."
    return Fault(f"plan {plan.plan_id}", what, mend)


def _differs(draft: Plan, other: Plan, name: str, mend: str) -> Fault:
    mine, theirs = (json.loads(to_document(plan)) for plan in (draft, other))
    for field in _MENDED[:3]:
        theirs.pop(field, None)
    places = list(altered(mine, theirs))
    return Fault(f"plan {draft.plan_id}", f"the file differs from {name}: {'; '.join(places[:10])}.", f"{mend}.")


def _tell(finding: Finding, on: dt.date) -> None:
    warn(str(finding))
    if finding.key == SCREEN:
        warn(f"         In the answers file: screened = {on}")
    elif finding.level in ANSWERED:
        warn(f"         To answer it: {finding.key}")
