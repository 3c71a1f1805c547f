"""`kit check`: does a plan fit the patient."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import typer

from kit.cli.answering import how_to_answer
from kit.cli.app import (
    HERE,
    Json,
    PlanFile,
    WorkspaceOption,
    a_day,
    app,
    plan_file,
    say,
    say_json,
    store_of,
    usable_clinic,
    usable_library,
)
from kit.cli.before import Before, version_before
from kit.days import checked_day
from kit.handouts.document import document
from kit.handouts.nodes import reading_level
from kit.handouts.pen_sheet import burden
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.reading import reading_of, stated_in
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.answers import takes_answer
from kit.review.asked import ask
from kit.review.check import findings
from kit.review.completeness import Completeness, cert, fitt_vp
from kit.review.finding import BANNER, NOTHING, Finding
from kit.words.catalogue import Catalogue
from kit.words.numbers import counted
from kit.words.readability import GRADE_AIM, Readability


@app.command()
def check(
    path: PlanFile,
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            parser=a_day,
            metavar="YYYY-MM-DD",
            help="Day of the check; if not given, today, or for an issued plan that of its issue.",
        ),
    ] = None,
    before: Before = None,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """Review a plan: dose limits, precautions, time, completeness."""
    plan = plan_file(path, workspace)
    library, clinic = usable_library(workspace), usable_clinic(workspace)
    known = resolve(plan, library)
    with store_of(workspace, "kit check") as store:
        previous = version_before(plan, before, store, workspace)
    found = findings(known, _day(on, plan), previous, clinic.settings)
    reading = reading_level(document(known, clinic)) if not known.faults else None
    asked = burden(known, Catalogue(clinic.locale)) if not known.faults else None
    complete = {"cert": cert(known), "fitt_vp": fitt_vp(known)}
    if as_json:
        scores = {name: made.as_dict() for name, made in complete.items()}
        words = _reading_dict(reading, known) if reading else None
        say_json({"findings": [_plain(f, plan) for f in found], **scores, "reading": words, "marks_a_week": asked})
    else:
        for finding in found:
            _show(finding, plan, library)
        if not found:
            say(NOTHING)
        _score("CERT", complete["cert"])
        _score("FITT-VP", complete["fitt_vp"])
        if reading:
            say(f"Words of the handout: school grade {reading.grade:.1f} (aim: {GRADE_AIM:g} or below).")
            _show_reading(known)
        else:
            say("Words of the handout: not scored, since the scores are for English.")
        if asked:
            say(f"Diary for a pen: {counted(asked['brief'], 'mark')} a week in brief, {asked['full']} in full.")
        say(BANNER)
    if any(finding.holds for finding in found):
        raise typer.Exit(1)


def _day(on: dt.datetime | None, plan: Plan) -> dt.date | None:
    """The day of the check; None for that of the issue. Raises `ContentError` for a year that cannot be right."""
    if on is not None:
        return checked_day(on.date(), "--on")
    return dt.date.today() if plan.is_draft else None


def _show(finding: Finding, plan: Plan, library: Library) -> None:
    say(str(finding))
    names = [library[key].name for key in finding.swaps]
    if names:
        say(f"         In its place: {', '.join(names)}.")
    for line in how_to_answer(finding, plan):
        say(line)


def _plain(finding: Finding, plan: Plan) -> dict[str, Any]:
    """What it says, and by which name an answers file answers it; empty where it takes no answer."""
    return {**finding.as_dict(), "answer_as": ask(finding, plan) if takes_answer(finding) else ""}


def _score(name: str, made: Completeness) -> None:
    missing = "; ".join(f"{entry.number} {entry.name.lower()}" for entry in made.missing)
    say(f"{name}: {made.said} of {len(made.entries)} said.{f' Missing: {missing}.' if missing else ''}")


def _graded(known: ResolvedPlan) -> list[tuple[float, Exercise]]:
    """The exercises of the plan, each once, the hardest to read first."""
    exercises = {exercise.id: exercise for _, exercise in known.entries}
    graded = [(round(reading_of(exercise).grade, 1), exercise) for exercise in exercises.values()]
    return sorted(graded, key=lambda one: -one[0])


def _show_reading(known: ResolvedPlan) -> None:
    """The grade of each exercise by itself, and what its words say in place of the plan."""
    graded = _graded(known)
    for grade, exercise in graded:
        say(f"  {grade:4.1f}  {exercise.name}")
    if graded:
        hard = sum(grade > GRADE_AIM for grade, _ in graded)
        over = f", and {counted(hard, 'exercise')} over the aim" if hard else ""
        say(f"Hardest to read: {graded[0][1].name}, school grade {graded[0][0]:.1f}{over}.")
    for _, exercise in graded:
        if stated := stated_in(exercise):
            said = ", ".join(f"“{one}”" for one in stated)
            say(f"{exercise.name}: its words say {said}, whatever the plan says. Take it out of the exercise.")


def _reading_dict(reading: Readability, known: ResolvedPlan) -> dict[str, Any]:
    exercises = [
        {"exercise": e.id, "name": e.name, "grade": grade, "stated": stated_in(e)} for grade, e in _graded(known)
    ]
    return {"grade": round(reading.grade, 1), "jargon": dict(reading.jargon), "exercises": exercises}
