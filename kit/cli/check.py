"""`kit check`: does a plan fit the patient."""

from __future__ import annotations

import typer

from kit.cli.app import HERE, Json, PlanFile, WorkspaceOption, app, say, say_json
from kit.library.library import Library
from kit.plan.document import read_plan
from kit.review.check import check as review
from kit.review.completeness import Completeness, cert, fitt_vp
from kit.review.finding import BANNER, NOTHING, Finding
from kit.store.workspace import Workspace


@app.command()
def check(plan_file: PlanFile, workspace: WorkspaceOption = HERE, as_json: Json = False) -> None:
    """Review a plan: dose limits, precautions, time, completeness."""
    plan = read_plan(plan_file)
    library = Workspace(workspace).library()
    found, known = review(plan, library), plan.library(library)
    complete = {"cert": cert(plan, known), "fitt_vp": fitt_vp(plan, known)}
    if as_json:
        say_json({"findings": [f.as_dict() for f in found], **{k: c.as_dict() for k, c in complete.items()}})
    else:
        for finding in found:
            _show(finding, library)
        if not found:
            say(NOTHING)
        _score("CERT", complete["cert"])
        _score("FITT-VP", complete["fitt_vp"])
        say(BANNER)
    if any(finding.holds for finding in found):
        raise typer.Exit(1)


def _show(finding: Finding, library: Library) -> None:
    say(str(finding))
    names = [library[key].name for key in finding.swaps]
    if names:
        say(f"         In its place: {', '.join(names)}.")


def _score(name: str, made: Completeness) -> None:
    missing = "; ".join(f"{entry.number} {entry.name.lower()}" for entry in made.missing)
    say(f"{name}: {made.said} of {len(made.entries)} said.{f' Missing: {missing}.' if missing else ''}")
