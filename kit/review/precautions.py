"""Conditions of the patient against the movement tags of the exercises (clinical specification 0 and 4).

The steps: which rules of a condition are in force on the day, which of an exercise's tags they name, whether that
tag reaches the affected side, and which level is the highest. All reasons are kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.library.condition import Condition, Weeks, cited
from kit.library.exercise import Exercise, Side, Tag
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.prescription import Prescription
from kit.review.finding import LEVELS, Finding, Level

_WEEK = dt.timedelta(days=7)
_BOTH: frozenset[Side] = frozenset({"left", "right"})


@dataclass(frozen=True)
class Reason:
    """Why a condition flags an exercise: level, the tag (none for the region as a whole), and the words."""

    level: Level
    tag: str
    message: str
    window: str


def sides_of(tag: Tag, item: Prescription, whole_body: frozenset[str]) -> frozenset[Side]:
    """The sides of the body that a tag of the item's exercise reaches."""
    if tag.name in whole_body or tag.limb == "both" or item.sides in ("both", "each"):
        return _BOTH
    other: Side = "left" if item.lead_side == "right" else "right"
    return frozenset({item.lead_side if tag.limb == "lead" else other})


def reasons(
    item: Prescription,
    exercise: Exercise,
    held: ConditionInForce,
    context: Context,
    rules: Rules,
    on: dt.date,
) -> list[Reason]:
    """All reasons for which `held` flags the item on the day `on`, highest level first; passed ones as INFO."""
    condition = rules.conditions[held.condition]
    affected = _affected_sides(held, condition)
    in_region = held.region is None or exercise.loads(held.region)
    found: list[Reason] = []
    if not condition.within_region or in_region:
        for tag in exercise.tags:
            if affected & sides_of(tag, item, rules.whole_body):
                found += _of_tag(tag.name, held, condition, context, on)
    by_region = condition.region_level
    if by_region and held.region and in_region and _reaches(item, exercise, affected, rules):
        state = _state(by_region.weeks, held.until, held.since, on)
        if state != "later":
            level: Level = "INFO" if state == "passed" else by_region.of(exercise.category)
            found.append(Reason(level, "", condition.message, condition.window))
    return sorted(dict.fromkeys(found), key=lambda reason: LEVELS.index(reason.level))


def _affected_sides(held: ConditionInForce, condition: Condition) -> frozenset[Side]:
    if condition.scope == "global" or held.side is None or held.side == "both":
        return _BOTH
    return frozenset({held.side})


def _reaches(item: Prescription, exercise: Exercise, affected: frozenset[Side], rules: Rules) -> bool:
    """Whether the exercise works the affected side at all: with its leading limb, or by a tag."""
    if item.sides in ("both", "each") or item.lead_side in affected or exercise.region in ("low_back", "neck"):
        return True
    return any(affected & sides_of(tag, item, rules.whole_body) for tag in exercise.tags)


def _of_tag(tag: str, held: ConditionInForce, condition: Condition, context: Context, on: dt.date) -> Iterator[Reason]:
    end = held.end_for(tag)
    for rule in condition.rules:
        if tag in rule.tags:
            state = _state(rule.weeks, end, held.since, on)
            if state != "later":
                level: Level = "INFO" if state == "passed" else rule.level
                yield Reason(level, tag, rule.message or condition.message, rule.window or condition.window)
    alone = condition.without_support
    if alone and alone.tag == tag and context.support is False and _state(None, end, held.since, on) == "now":
        yield Reason(alone.level, tag, f"{condition.message} No fixed support is at hand.", condition.window)


def _state(weeks: Weeks | None, end: dt.date | None, since: dt.date | None, on: dt.date) -> str:
    """ "now", "passed", or "later" for a stage of weeks not yet reached.

    An end that the clinician set counts before `weeks`. Without a known onset, or with one that lies ahead and so is
    likely mistyped, every stage of weeks holds.
    """
    if end is not None:
        return "passed" if end <= on else "now"
    if weeks is None or since is None or on < since:
        return "now"
    first, last = (since + n * _WEEK for n in weeks)
    return "later" if on < first else "now" if on < last else "passed"


def precaution(
    item: Prescription,
    exercise: Exercise,
    held: ConditionInForce,
    found: Sequence[Reason],
    rules: Rules,
) -> Finding:
    """The finding that `found`, which is not empty, makes for the item."""
    condition = rules.conditions[held.condition]
    level = found[0].level
    tags = list(dict.fromkeys(rules.tags[r.tag] for r in found if r.tag))
    messages = dict.fromkeys(f"{r.message}{f' Window: {r.window}.' if r.window else ''}" for r in found)
    whole = ["any exercise of the affected region"] if any(not r.tag for r in found) else []
    passed = " The window has passed." if level == "INFO" else ""
    return Finding(
        level=level,
        where=f"{item.item_id}, {exercise.patient_name}",
        what=f"{condition.name}: {'; '.join([*tags, *whole])}.{passed}",
        why=" ".join(messages),
        source=cited(condition.sources),
        mend=_MEND[level],
        key=f"{level} {held.condition} {item.item_id} {exercise.id} {_digest(item, held, found)}",
        item=item.item_id,
    )


def _digest(item: Prescription, held: ConditionInForce, found: Sequence[Reason]) -> str:
    """A few signs that change with whatever was judged, so that an answer covers that and nothing more."""
    told = [f"{reason.level} {reason.tag} {reason.message}" for reason in found]
    whole = "|".join([*sorted(told), item.sides, item.lead_side, str(held.side), str(held.region)])
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


_MEND: dict[Level, str] = {
    "AVOID": "Swap it, take it out, or give a written reason.",
    "CAUTION": "Keep to the advice, or swap it.",
    "INFO": "Nothing to do; check that the end date is right.",
}
