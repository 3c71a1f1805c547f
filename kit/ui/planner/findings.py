"""The review of the plan as the page shows it, and the clinician's answers to it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Literal

from kit.errors import Fault, PlanError
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.answers import answer, answers
from kit.review.check import findings
from kit.review.completeness import Completeness, cert, fitt_vp
from kit.review.corrected import part_of
from kit.review.finding import BANNER, LEVELS, NOTHING, Finding, Findings, Level
from kit.ui.planner.bench import Bench, written
from kit.ui.planner.corrects import Wrong
from kit.ui.planner.messages import Answer
from kit.ui.planner.shown import AnswerShown, FindingShown, ReportingShown, ReviewShown, ScoreShown
from kit.ui.planner.sources import plainly
from kit.words.numbers import counted

Asks = Literal["reason", "sign-off", "confirmation", ""]
_CALLED: dict[Level, tuple[str, str]] = {
    "STOP": ("stop", "stops"),
    "ERROR": ("error", "errors"),
    "AVOID": ("to avoid", "to avoid"),
    "CAUTION": ("caution", "cautions"),
    "INFO": ("info", "info"),
}
_OF_PATIENT = frozenset({"facts", "question", "unasked", "screen", "floor"})  # what keys of such findings begin with


def answer_finding(plan: Plan, bench: Bench, wish: Answer) -> Plan:
    """The plan with the clinician's answer. Raises `PlanError` where words are missing or the finding is gone."""
    for finding in _found(resolve(plan, bench.library), bench):
        if finding.key == wish["key"]:
            role, reason = wish.get("role", ""), wish["reason"]
            return answer(plan, finding, wish["by"], bench.today, reason, role, bench.settings)
    raise PlanError(Fault("answer", "the finding that it was for is gone.", "Look at the review again."))


def review_view(plan: Plan, bench: Bench) -> ReviewShown:
    """All findings, highest level first, how many of each, and how completely the plan says what it is."""
    known = resolve(plan, bench.library)
    found = _found(known, bench)
    levels = Counter(finding.level for finding in found)
    holding = sum(finding.holds for finding in found)
    return {
        "findings": [_shown(finding, plan) for finding in found],
        "counts": [(level, levels[level], _CALLED[level][levels[level] > 1]) for level in LEVELS if levels[level]],
        "summary": ", ".join(counted(levels[level], *_CALLED[level]) for level in LEVELS if levels[level]) or NOTHING,
        "holding": f"{counted(holding, 'finding')} to mend or answer before it is issued" if holding else "",
        "banner": BANNER,
        "cert": _score("Whole programme", cert(known)),
        "fitt_vp": _score("Doses", fitt_vp(known)),
        "reporting": _reporting(plan.reporting),
    }


def _found(known: ResolvedPlan, bench: Bench) -> Findings:
    """The findings as of today; those of an issued version as of its issue."""
    on = bench.today if known.plan.is_draft else None
    return findings(known, on, bench.previous, bench.settings)


def _shown(finding: Finding, plan: Plan) -> FindingShown:
    return {
        "key": finding.key,
        "level": finding.level,
        "item": finding.item,
        "where": finding.where,
        "what": f"It {finding.what}" if finding.what.startswith(("is ", "needs ")) else finding.what,
        "why": finding.why,
        "source": plainly(finding.source),
        "mend": finding.mend,
        "holds": finding.holds,
        "opens": _opens(finding),
        "asks": _asks(finding),
        "answer": _answer(finding, plan),
    }


def _asks(finding: Finding) -> Asks:
    """What the clinician can give."""
    if finding.level == "STOP":
        return "sign-off"
    return "confirmation" if finding.question else "reason" if finding.level == "AVOID" else ""


def _opens(finding: Finding) -> Literal["patient"] | Wrong:
    if part := part_of(finding):
        return part
    return "patient" if _is_of_the_patient(finding) else ""


def _is_of_the_patient(finding: Finding) -> bool:
    """Whether something about the patient is missing, or wrong."""
    words = finding.key.split()
    return finding.item is None and len(words) > 1 and words[1] in _OF_PATIENT


def _answer(finding: Finding, plan: Plan) -> AnswerShown | None:
    """Who answered the finding, when, and in which words."""
    if not finding.answered:
        return None
    if finding.level != "STOP":
        one = next(o for o in reversed(plan.overrides) if answers(o, finding))
        return _given(one.reason, one.by, one.on, carried_from=one.carried_from)
    release = next(s for s in reversed(plan.sign_offs) if s.finding == finding.key)
    return _given(release.note, release.by, release.on, role=release.role)


def _given(said: str, by: str, on: dt.date, role: str = "", carried_from: int | None = None) -> AnswerShown:
    return {"said": said, "by": by, "on": written(on), "role": role, "carried_from": carried_from}


def _score(name: str, made: Completeness) -> ScoreShown:
    return {
        "name": name,
        "said": f"{made.said} of {len(made.entries)}",
        "missing": [{"name": entry.name, "mend": entry.mend} for entry in made.missing],
    }


def _reporting(said: Reporting) -> ReportingShown:
    return {
        "provider": said.provider,
        "setting": said.setting,
        "supervision": said.supervision,
        "group": said.group,
        "tailoring": said.tailoring,
        "tailored_how": said.tailored_how,
        "start_rule": said.start_rule,
        "progression_rule": said.progression_rule,
        "advice": said.advice,
    }
