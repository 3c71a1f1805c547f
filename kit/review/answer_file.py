"""Answers to findings, and the day of the red-flag screen, as a TOML file.

    screened = 2026-06-01                 # the day of the red-flag screen

    [[answers]]
    finding = "AVOID gtps i3 standing_itb_stretch 0a1b2c3d4e5f"   # its key, as `kit check` prints it
    reason = "Pain-free and improving."
    by = "A. Physio"                      # who decided; whoever issues the plan where it is left out
    on = 2026-06-01                       # when; the day of the issue where it is left out

Every part may be left out but `finding` and `reason` of an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit.errors import ContentError, Fault
from kit.files import read_toml
from kit.library.library import Library
from kit.model import Model, did_you_mean, parse
from kit.plan.plan import Plan
from kit.review.answers import ANSWERED, answer
from kit.review.check import check
from kit.review.finding import Finding
from kit.words.text import Name


class Answer(Model):
    """One answer: to which finding, why, by whom and on which day."""

    finding: Name
    reason: Name
    by: Name | None = None
    on: dt.date | None = None


class AnswerFile(Model):
    """The answers of one file, and the day of the screen."""

    screened: dt.date | None = None
    answers: tuple[Answer, ...] = ()


def read_answers(path: Path) -> AnswerFile:
    """The answers in a file. Raises `ContentError` with all faults of its form, or `MachineError`."""
    return parse(AnswerFile, read_toml(path), path.name)


def with_answers(
    plan: Plan, given: AnswerFile, library: Library, by: str, on: dt.date, previous: Plan | None = None, where: str = ""
) -> Plan:
    """The draft with the day of the screen and the answers put in; `by` and `on` where an answer does not say.

    Raises `ContentError` with every answer that has no place, each under `where`, the name of the file.
    """
    if given.screened is not None:
        plan = plan.describe(context=plan.context.model_copy(update={"red_flags_screened": given.screened}))
    known = {finding.key: finding for finding in check(plan, library, previous=previous)}
    faults = list(_faults(given, known, on, where))
    if faults:
        raise ContentError(faults)
    for one in given.answers:
        plan = answer(plan, known[one.finding], one.by or by, one.on or on, one.reason)
    return plan


def _faults(given: AnswerFile, known: Mapping[str, Finding], on: dt.date, where: str) -> Iterator[Fault]:
    keys = [one.finding for one in given.answers]
    for number, one in enumerate(given.answers):
        place = f"{where}, answers.{number}"
        finding = known.get(one.finding)
        if finding is None:
            mend = did_you_mean(one.finding, [key for key, f in known.items() if f.level in ANSWERED])
            yield Fault(place, f"“{one.finding}” is no finding of this plan.", mend or "Copy a key from kit check.")
        elif finding.level not in ANSWERED:
            yield Fault(place, f"“{one.finding}” takes no answer.", finding.mend)
        elif one.finding in keys[:number]:
            yield Fault(place, f"“{one.finding}” is answered twice.", "Keep one of the two.")
        if one.on is not None and one.on > on:
            yield Fault(f"{place}.on", f"{one.on} is after the issue on {on}.", "Correct the day.")
