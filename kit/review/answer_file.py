"""Answers to findings, and the day of the red-flag screen, as a TOML file.

    plan = "BCDFGHJK"                     # the code of the plan that they are for
    screened = 2026-06-01                 # the day of the red-flag screen

    [[answers]]                           # to which finding, and for which state of the plan, as `kit check` prints it
    finding = "AVOID gtps i3 standing_itb_stretch - - [version 1; 1 × 2 × 30 s, each side without load; 0a1b2c3d4e5f]"
    reason = "Pain-free and improving."
    by = "A. Physio"                      # who decided; whoever issues the plan where it is left out
    on = 2026-06-01                       # when; the day of the issue where it is left out
    role = "Physiotherapist"              # of who signs a STOP off, or a registration

Every part may be left out but `finding` and `reason` of an answer. What stands in the brackets ties the answer to the
dose, the condition, the plan and the version that it was written for: it answers nothing else (`kit.review.asked`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kit.days import Day
from kit.errors import ContentError, Fault, PlanError
from kit.files import read_toml
from kit.library.library import Library
from kit.model import Model, did_you_mean, parse
from kit.plan.code import plain_code
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.answers import answer, takes_answer
from kit.review.asked import Asked, ask, asked, signs, state
from kit.review.check import findings
from kit.review.finding import Finding
from kit.settings import SETTINGS, Settings
from kit.words.text import Filled, Line, Name


class Answer(Model):
    """One answer: to which finding, why, by whom and on which day."""

    finding: Filled
    reason: Name | None = None  # without it the answer is refused, beside whatever else is wrong with it
    by: Name | None = None
    on: Day | None = None
    role: Line = ""  # profession or registration of who signs a STOP off


class Head(Model):
    """What stands above the answers, which are read one by one so that each tells its own faults."""

    plan: Name | None = None
    screened: Day | None = None
    answers: tuple[Any, ...] = ()


@dataclass(frozen=True)
class AnswerFile:
    """The day of the screen, the answers by their place in the file, and the faults of the file's form.

    `plan` is the code of the plan that they are for, where the file called `name` gives one.
    """

    screened: dt.date | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    plan: str | None = None
    name: str = ""


def read_answers(path: Path) -> AnswerFile:
    """The answers in a file. Raises `ContentError` or `MachineError` for one that is no TOML, or no list of answers."""
    head = parse(Head, read_toml(path), path.name)
    answers: dict[str, Answer] = {}
    faults: list[Fault] = []
    for number, data in enumerate(head.answers, 1):
        place = f"{path.name}, answer {number}"
        try:
            answers[place] = parse(Answer, data, place)
        except ContentError as error:
            faults += error.faults
    return AnswerFile(head.screened, answers, tuple(faults), head.plan, path.name)


def with_answers(
    plan: Plan,
    given: AnswerFile,
    library: Library,
    by: str,
    on: dt.date,
    previous: Plan | None = None,
    settings: Settings = SETTINGS,
) -> Plan:
    """The draft with the day of the screen and the answers put in; `by` and `on` where an answer does not say.

    Raises `ContentError` with all faults of the file, and every answer that has no place in this plan.
    """
    if given.screened is not None:
        plan = plan.describe(context=plan.context.model_copy(update={"red_flags_screened": given.screened}))
    draft = plan
    known = {finding.key: finding for finding in findings(resolve(draft, library), on, previous, settings)}
    faults = [*_of_another(given, plan), *given.faults, *_faults(given.answers, known, draft, on)]
    for place, one in given.answers.items():
        finding = known.get(asked(one.finding).key)
        if finding is not None and _fits(one, finding, draft) and one.reason is not None:
            try:
                plan = answer(plan, finding, one.by or by, one.on or on, one.reason, one.role, settings)
            except PlanError as error:
                faults += [Fault(place, fault.what, fault.mend) for fault in error.faults]
    if faults:
        raise ContentError(faults)
    return plan


def _of_another(given: AnswerFile, plan: Plan) -> Iterator[Fault]:
    """Answers that were written for another plan are no answers of this one, though a finding may have the same key."""
    if given.plan is not None and plain_code(given.plan) != plan.code:
        what = f"is for plan {given.plan}, and this is {plan.code}."
        yield Fault(f"{given.name}, plan", what, "")


def _of_another_state(place: str, given: Asked, finding: Finding, plan: Plan) -> Fault:
    """An answer covers what it was written for, and a mere key says nothing of that."""
    mend = f"Read the finding again, and copy it as it is now: “{ask(finding, plan)}”."
    if not given.signs:
        return Fault(place, f"“{given.key}” does not say what it is given for.", mend)
    now = state(finding, plan)
    if now == given.given_for:
        what = f"“{given.key}” was given for other days, or for another note, condition, plan or exercise."
    else:
        what = f"“{given.key}” was given for {given.given_for}. Now: {now}."
    return Fault(place, what, mend)


def _fits(one: Answer, finding: Finding, plan: Plan) -> bool:
    """Whether the answer was written for the finding as it is now."""
    return takes_answer(finding) and asked(one.finding).signs == signs(finding, plan)


def _faults(answers: Mapping[str, Answer], known: Mapping[str, Finding], plan: Plan, on: dt.date) -> Iterator[Fault]:
    before: set[str] = set()
    for place, one in answers.items():
        key = asked(one.finding).key
        finding = known.get(key)
        if finding is None:
            mend = did_you_mean(key, [key for key, f in known.items() if takes_answer(f)])
            yield Fault(place, f"“{key}” is no finding of this plan.", mend or "Copy a key from kit check.")
        elif not takes_answer(finding):
            yield Fault(place, f"“{key}” takes no answer.", finding.mend)
        elif key in before:
            yield Fault(place, f"“{key}” is answered above too.", "Keep one of the two.")
        elif not _fits(one, finding, plan):
            yield _of_another_state(place, asked(one.finding), finding, plan)
        before.add(key)
        if one.reason is None:
            yield Fault(f"{place}, reason", "is missing.", "Write why this is right for this patient.")
        if one.on is not None and one.on > on:
            yield Fault(f"{place}, on", f"{one.on} is after the issue on {on}.", "Correct the day.")
