"""A clinician's answers to findings: a written reason for an AVOID, a confirmation for a question, a named sign-off
for a STOP.

Answers are stored in the plan version, with what they were given for; where that has changed they are void, and the
finding is open again. An ERROR has no answer: it is mended.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kit.days import in_words
from kit.errors import Fault, PlanError, quoted
from kit.plan.issue import Covered, Override, SignOff
from kit.plan.plan import Plan
from kit.review.case import Case
from kit.review.cover import changed, in_short
from kit.review.finding import Finding
from kit.settings import CLINIC_SETTING, SETTINGS, Settings
from kit.words.lookalikes import skeleton
from kit.words.numbers import counted
from kit.words.signed import is_person, mixed, too_few
from kit.words.text import clean, is_name, letters_in

_ANSWERED = ("STOP", "AVOID")  # the levels that an answer can be given to; a question takes one at any level
_LETTERS = 10  # of the reason of a sign-off, at least (D)
_OWN = "design choice (D)"
_SIGN_OFF = "A sign-off needs a name, a role, a reason and a day."


def takes_answer(finding: Finding) -> bool:
    """Whether a clinician can answer it."""
    return finding.question or finding.level in _ANSWERED


def addressed(finding: Finding, plan: Plan) -> Finding:
    """A finding that takes an answer, with the plan and the version that the answer would be given in."""
    if finding.covers is None and finding.level != "STOP":
        return finding
    covers = finding.covers or Covered()
    return replace(finding, covers=covers.model_copy(update={"plan": plan.code, "version": plan.version}))


def answered(finding: Finding, case: Case) -> Finding:
    """The finding with the answer that the plan carries for it, or with why that one does not cover it."""
    if finding.level == "STOP":
        return _signed(finding, case)
    if not takes_answer(finding):
        return finding
    given = [override for override in case.plan.overrides if answers(override, finding)]
    if not given:
        return finding
    why_not = _void(given[-1], finding, case)
    if why_not:
        return replace(finding, why=f"{why_not} {finding.why}")
    one = given[-1]
    carried = f", carried from version {one.carried_from}" if one.carried_from else ""
    return replace(finding, answered=f"{one.reason} ({one.by}, {one.on}{carried})")


def answers(given: Override, finding: Finding) -> bool:
    """Whether it was given to this finding; whether it covers it still is another matter."""
    return _names(given.finding, finding)


def _names(key: str, finding: Finding) -> bool:
    """A question is the same at whatever level it is asked."""
    return key == finding.key or (finding.question and key.partition(" ")[2] == finding.key.partition(" ")[2])


def _void(given: Override, finding: Finding, case: Case) -> str:
    """Why the answer does not cover the finding, in a sentence; nothing where it does."""
    if not case.plan.is_draft and given.covers is None:
        return ""  # an older version, which is never edited: the answer was given for exactly what it holds
    if given.covers is None or finding.covers is None:
        return "The written reason does not say what it covered. Give it anew."
    if given.covers.plan not in ("", finding.covers.plan):
        return f"The written reason was given for another plan, {given.covers.plan}. Give it anew."
    if not (is_person(given.by) and is_name(given.reason)):
        return "The written reason has no name or no words. Give it anew."
    if wrong := mixed(given.by):
        return f"The name {quoted(given.by)} {wrong}. Give the reason anew."
    if few := too_few(given.reason):
        return f"The written reason {few}. Give it anew."
    if given.carried_from and given.carried_from >= case.plan.version:
        return (
            f"The written reason says that it is from version {given.carried_from}, which is not earlier. Give it anew."
        )
    if given.on > case.on:
        return f"The written reason is dated {in_words(given.on)}, after {in_words(case.on)}. Correct its day."
    age, most = (case.on - given.on).days, case.settings.dates.answer_age_days
    if age > most:
        return f"The written reason is {counted(age, 'day')} old, and it holds for {most}. Give a new reason."
    ends = changed(given.covers, finding.covers)
    if ends:
        then, now = in_short(given.covers), in_short(finding.covers)
        doses = f"covered {then}. Now: {now}" if then != now else f"covered {then}"
        return f"The written reason {doses}. Changed: {', '.join(ends)}. Give a new reason."
    return _no_arc(finding)


def _no_arc(finding: Finding) -> str:
    """Why no reason stands yet: the rule asks for an arc that the item does not keep inside."""
    arc, covers = finding.arc, finding.covers
    if arc is None or covers is None or covers.item is None:
        return ""
    if not finding.arc_told:
        return "The file of this exercise names no arc, so that no limit can be told to the patient."
    limit = covers.item.rom_limit
    if limit is not None and limit.within(arc):
        return ""
    return f"Set the arc first: {arc.from_deg} to {arc.to_deg} degrees."


# Sign-offs


def _signed(finding: Finding, case: Case) -> Finding:
    given = [s for s in case.plan.sign_offs if s.finding == finding.key]
    if not given or (case.plan.is_draft and _incomplete(given[-1], finding, case)):
        return finding
    one = given[-1]
    role = f", {one.role}" if one.role else ""
    return replace(finding, answered=f"signed off by {one.by}{role}, {one.on}")


def _incomplete(signed: SignOff, stop: Finding, case: Case) -> str:
    """Why a sign-off in a draft does not count, in words; nothing where it does."""
    unnamed = f"its name {mixed(signed.by)}" if mixed(signed.by) else "" if is_person(signed.by) else "it has no name"
    lacks = _lacks(signed.role, signed.note, signed.on, case.on, case.settings)
    return "; ".join(filter(None, (unnamed, lacks, _elsewhere(signed.covers, stop, case.plan))))


def _elsewhere(covers: Covered | None, stop: Finding, plan: Plan) -> str:
    """Where else the sign-off was given: it is never carried, so it counts in its own version of its own plan alone."""
    if covers is None:
        return "" if plan.version == 1 else f"it does not say that it is for version {plan.version}"
    if covers.plan not in ("", plan.code):
        return f"it was given for another plan, {covers.plan}"
    if covers.version != plan.version:
        return f"it was given for version {covers.version or 1}, and this is version {plan.version}"
    ends = changed(covers, stop.covers or covers)
    return f"what it was given for has changed: {', '.join(ends)}" if ends else ""


def _lacks(role: str, reason: str, signed_on: dt.date, on: dt.date, settings: Settings) -> str:
    """What is missing of a sign-off, in words; nothing where it is complete."""
    lacks = [] if is_person(role) else ["it has no role or registration"]
    letters = letters_in(reason)
    if letters < _LETTERS:
        lacks.append(f"its reason has {counted(letters, 'letter')}, and at least {_LETTERS} are needed")
    elif few := too_few(reason):
        lacks.append(f"its reason {few}")
    if signed_on > on:
        lacks.append(f"its day, {in_words(signed_on)}, is after {in_words(on)}")
    elif (on - signed_on).days > settings.dates.sign_off_age_days:
        lacks.append(f"it is {counted((on - signed_on).days, 'day')} old, and {settings.dates.sign_off_age_days} hold")
    return "; ".join(lacks)


def signatures(found: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """What is wrong with the sign-offs of the STOPs that were `found`: incomplete, or by whoever issues the plan."""
    stops = {finding.key: finding for finding in found if finding.level == "STOP"}
    issued = case.plan.issued
    issuer = issued.by if issued else case.by
    for one in case.plan.sign_offs:
        if one.finding not in stops:
            continue
        lacks = "" if issued else _incomplete(one, stops[one.finding], case)
        if lacks:
            what = f"the sign-off by {one.by} does not count: {lacks}."
            why, mend = _SIGN_OFF, "Sign it off anew."
            key = f"ERROR sign-off {one.finding}"[:200]
            yield Finding("ERROR", stops[one.finding].where, what, why, _OWN, mend, key)
        elif _one_person(one.by, issuer):
            yield _same_person(one, stops[one.finding], case.settings)


def _same_person(signed: SignOff, stop: Finding, settings: Settings) -> Finding:
    level = "ERROR" if settings.second_person else "CAUTION"
    source = CLINIC_SETTING if settings.second_person else _OWN
    mend = "Let a second person sign it off." if settings.second_person else "Better: let a second person sign it off."
    what, why = "signed off by the same person who issues the plan.", f"{signed.by} did both."
    return Finding(level, stop.where, what, why, source, mend, f"{level} signer {stop.key}"[:200])  # type: ignore[arg-type]


_TITLES = frozenset(map(skeleton, ("dr", "mr", "mrs", "ms", "miss", "prof")))


def _one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: "Dr B. Doc" is "Doc, B.", and may be "Doc", in whatever alphabet."""
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> frozenset[str]:
    """The words of a name as a reader sees them, without titles and marks, in whatever order."""
    return frozenset(re.findall(r"[^\W\d_]+", skeleton(clean(name)))) - _TITLES


# Given, and no longer needed


def stale(found: Iterable[Finding], plan: Plan) -> Iterator[Finding]:
    """INFO for each answer whose finding is gone: it stays in the record and covers nothing."""
    standing = list(found)
    held = plan.context.conditions
    confirmed = {o.finding for o in plan.overrides if o.covers and not o.covers.item and o.covers.condition in held}
    for key in dict.fromkeys([*(o.finding for o in plan.overrides), *(s.finding for s in plan.sign_offs)]):
        if key not in confirmed and not any(_names(key, finding) for finding in standing):
            yield Finding(
                level="INFO",
                where="plan",
                what=f"an answer to “{key}” is no longer needed.",
                why="The finding is gone, or it has changed and asks for a new answer.",
                source=_OWN,
                mend="Nothing to do.",
                key=f"INFO stale {key}"[:200],
            )


def answer(
    plan: Plan,
    finding: Finding,
    by: str,
    on: dt.date,
    reason: str = "",
    role: str = "",
    settings: Settings = SETTINGS,
) -> Plan:
    """The plan with an answer to `finding`: a reason, or for a STOP a sign-off with the `role` of who signs.

    Raises `PlanError` with everything that is missing, and where no answer is possible.
    """
    if not takes_answer(finding):
        raise PlanError(Fault(finding.where, f"{finding.level} has no answer.", finding.mend))
    missing = [] if is_person(by) else [Fault("by", "is missing.", "Write the name of the clinician who decides.")]
    if wrong := mixed(by):
        missing.append(Fault("by", f"{quoted(by)} {wrong}.", "Write it in the letters of one script."))
    if finding.level == "STOP":
        lacks = _lacks(role, reason, on, on, settings)
        if lacks:
            missing.append(Fault(finding.where, f"not signed off: {lacks}.", _SIGN_OFF))
    elif not is_name(reason):
        missing.append(Fault("reason", "is missing.", _reason_wanted(finding)))
    elif few := too_few(reason):
        missing.append(Fault("reason", f"{quoted(reason)} {few}.", _reason_wanted(finding)))
    elif _no_arc(finding):
        missing.append(Fault(finding.where, _no_arc(finding), "Then give the reason."))
    if missing:
        raise PlanError(missing)
    if finding.level == "STOP":
        return plan.sign_off(finding, by, on, reason, role)
    return plan.override(finding, reason, by, on)


def _reason_wanted(finding: Finding) -> str:
    if finding.question:
        return "Write how you know that it is right."
    return "Write why this exercise is right for this patient."
