"""Conditions of the patient against the movement tags of the exercises (clinical specification 0 and 4).

The steps: which rules of a condition name a tag of the exercise that reaches the affected side, from when to when each
of them is in force, and what holds in each stretch of days. The finding has the highest level of any day from today to
the last day of the plan, and names each change with its date.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kit.days import in_words
from kit.library.condition import Condition, cited
from kit.library.exercise import Arc, Side, Tag
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.course import ALWAYS, Span, span_of
from kit.plan.issue import Covered, Stage
from kit.plan.prescription import Prescription
from kit.review.case import Case
from kit.review.finding import LEVELS, Finding, Level
from kit.review.judged import Judged
from kit.review.reading import Reading

_DAY = dt.timedelta(days=1)
_BOTH: frozenset[Side] = frozenset({"left", "right"})
_SETUP = " In the set-up."


@dataclass(frozen=True)
class Reason:
    """Why a condition flags an exercise: level, the tag (none for the region as a whole), the words, and when.

    `arc`: an answer asks for an item that is kept inside it. `in_setup`: the movement is needed to get ready alone.
    """

    level: Level
    tag: str
    message: str
    window: str
    span: Span = ALWAYS
    arc: Arc | None = None
    in_setup: bool = False


@dataclass(frozen=True)
class Stretch:
    """Days from `start` up to, but not on, `end` in which the same rules hold: `reasons`, highest level first."""

    start: dt.date
    end: dt.date
    reasons: tuple[Reason, ...]


def precautions(case: Case) -> Iterator[Finding]:
    """A finding for each item that a condition flags, and the plan's own notes of the conditions in force."""
    for one in case.items:
        for reading in case.readings:
            finding = precaution(one, reading, case)
            if finding:
                yield finding


def precaution(one: Judged, reading: Reading, case: Case) -> Finding | None:
    """What the condition says of the item; None where it says nothing on any day that is judged."""
    found = reasons(one, reading.condition, reading.read, case.context, case.rules)
    if not found:
        return None
    course = stretches(found, case.first, case.end)
    held = [reason for stretch in course for reason in stretch.reasons]
    passed = not held and [r for r in found if r.span.end is not None and r.span.end <= case.first]
    if not held and not passed:
        return None  # what begins after the last day
    if passed:
        held = [replace(reason, level="INFO") for reason in passed]
    told = sorted(dict.fromkeys(held), key=lambda reason: LEVELS.index(reason.level))
    return _finding(one, reading, told, () if passed else course, case)


# Which rules name a tag of the exercise


def sides_of(tag: Tag, item: Prescription, whole_body: frozenset[str]) -> frozenset[Side]:
    """The sides of the body that a tag of the item's exercise reaches."""
    if tag.name in whole_body or tag.limb == "both" or item.sides in ("both", "each"):
        return _BOTH
    other: Side = "left" if item.lead_side == "right" else "right"
    return frozenset({item.lead_side if tag.limb == "lead" else other})


def reasons(one: Judged, condition: Condition, held: ConditionInForce, context: Context, rules: Rules) -> list[Reason]:
    """All reasons for which the condition flags the item on any day, whenever that is, highest level first."""
    affected = affected_sides(held, condition)
    in_region = held.region is None or one.loads(held.region)
    found: list[Reason] = []
    if not condition.within_region or in_region:
        reached = [tag.name for tag in one.tags if affected & sides_of(tag, one.item, rules.whole_body)]
        for name in dict.fromkeys(reached):
            found += _of_tag(name, held, condition, context)
        for tag in one.setup_tags:
            if tag.name not in reached and affected & sides_of(tag, one.item, rules.whole_body):
                found += map(_lowered, _of_tag(tag.name, held, condition, context))
    by_region = condition.region_level
    if by_region and in_region and (one.one_sided or _reaches(one, affected, rules)):
        span = span_of(by_region.weeks, held.since, held.until)
        found.append(Reason(by_region.of(one.category), "", condition.message, condition.window, span))
    return sorted(dict.fromkeys(found), key=lambda reason: LEVELS.index(reason.level))


def affected_sides(held: ConditionInForce, condition: Condition) -> frozenset[Side]:
    """The sides on which the condition holds; both where nobody said."""
    if condition.scope == "global" or held.side is None or held.side == "both":
        return _BOTH
    return frozenset({held.side})


def _reaches(one: Judged, affected: frozenset[Side], rules: Rules) -> bool:
    """Whether the exercise works the affected side at all: with its leading limb, or by a tag."""
    item = one.item
    if item.sides in ("both", "each") or item.lead_side in affected or one.of_the_trunk:
        return True
    return any(affected & sides_of(tag, item, rules.whole_body) for tag in (*one.tags, *one.setup_tags))


def _of_tag(tag: str, held: ConditionInForce, condition: Condition, context: Context) -> Iterator[Reason]:
    end = held.end_for(tag)
    for rule in condition.rules:
        if tag in rule.tags:
            message, window = rule.message or condition.message, rule.window or condition.window
            yield Reason(rule.level, tag, message, window, span_of(rule.weeks, held.since, end), rule.arc)
    alone = condition.without_support
    if alone and tag in alone.tags and context.support is False:
        message = f"{condition.message} No fixed support is at hand."
        yield Reason(alone.level, tag, message, condition.window, Span(None, end))


def _lowered(reason: Reason) -> Reason:
    """A movement that is needed to get ready alone can be helped with."""
    level: Level = "CAUTION" if reason.level == "AVOID" else reason.level
    return replace(reason, level=level, message=reason.message + _SETUP, in_setup=True)


# From when to when


def stretches(found: Iterable[Reason], first: dt.date, end: dt.date) -> tuple[Stretch, ...]:
    """The days from `first` up to, but not on, `end`, cut wherever a rule begins or ends."""
    found = list(found)
    cuts = {day for reason in found for day in (reason.span.start, reason.span.end) if day and first < day < end}
    days = [first, *sorted(cuts), end]
    return tuple(
        Stretch(start, stop, tuple(reason for reason in found if reason.span.covers(start)))
        for start, stop in itertools.pairwise(days)
    )


def _dated(course: Sequence[Stretch], since: dt.date | None, case: Case) -> str:
    """What holds in which days, where that changes: "Until 14 June 2026: AVOID. … No rule from 15 June 2026."."""
    shown = _joined(course)
    if len(shown) < 2:
        return ""
    return " ".join(filter(None, (_spoken(stretch, number, since, case) for number, stretch in enumerate(shown))))


def _spoken(stretch: Stretch, number: int, since: dt.date | None, case: Case) -> str:
    start = in_words(stretch.start)
    if not stretch.reasons:
        return f"No rule from {start}." if number else ""
    when = f"From {start}{_week(stretch.start, since)}"
    if number == 0:
        ahead = stretch.end <= case.plan.start
        when = (
            f"As of today, {start}{_week(stretch.start, since)}" if ahead else f"Until {in_words(stretch.end - _DAY)}"
        )
    said: dict[str, Level] = {}
    for reason in stretch.reasons:  # highest first
        said.setdefault(reason.message, reason.level)
    return f"{when}: {' '.join(f'{level}. {message}' for message, level in said.items())}"


def _joined(course: Sequence[Stretch]) -> list[Stretch]:
    """Stretches that say the same, made one."""
    joined: list[Stretch] = []
    for stretch in course:
        if joined and _told(joined[-1]) == _told(stretch):
            joined[-1] = replace(joined[-1], end=stretch.end)
        else:
            joined.append(stretch)
    return joined


def _told(stretch: Stretch) -> list[tuple[str, str, str]]:
    return [(reason.level, reason.tag, reason.message) for reason in stretch.reasons]


def _week(day: dt.date, since: dt.date | None) -> str:
    return f" (week {(day - since).days // 7})" if since is not None and day >= since else ""


# The finding


def _finding(one: Judged, reading: Reading, told: Sequence[Reason], course: Sequence[Stretch], case: Case) -> Finding:
    condition, level = reading.condition, told[0].level
    tags = list(dict.fromkeys(case.rules.tags.get(r.tag, r.tag) for r in told if r.tag))
    said = dict.fromkeys(reason.message for reason in told)
    messages = " ".join(text for text in said if not any(text != other and text in other for other in said))
    windows = "".join(dict.fromkeys(f" Window: {reason.window}." for reason in told if reason.window))
    whole = ["any exercise of the affected region"] if any(not r.tag for r in told) else []
    passed = " The window has passed." if level == "INFO" else ""
    kept = f" The item is kept inside {_degrees(one)}." if _is_kept(one, level, told) else ""
    return Finding(
        level=level,
        where=one.where,
        what=f"{condition.name}: {'; '.join([*tags, *whole])}.{passed}{kept}",
        why=(_dated(course, reading.read.since, case) or messages) + windows,
        source=cited(condition.sources),
        mend=_mend(one, level, told),
        key=f"{level} {reading.name} {one.item.item_id} {one.exercise.id} {reading.place}",
        item=one.item.item_id,
        covers=covered(one, reading, course, case) if level == "AVOID" else None,
        arc=next((r.arc for r in told if r.arc), None),
        arc_told=one.exercise.arc is not None,
    )


def covered(one: Judged, reading: Reading | None, course: Sequence[Stretch], case: Case) -> Covered:
    """What an answer to a finding of the item is given for."""
    stages = [
        Stage(
            level=r.level,
            tag=r.tag,
            start=stretch.start if stretch.start > case.first else None,
            end=stretch.end if stretch.end < case.end else None,
        )
        for stretch in _joined(course)
        for r in stretch.reasons
    ]
    return Covered(
        item=one.item,
        tags=one.tags,
        setup_tags=one.setup_tags,
        surface=one.surface,
        support=case.plan.context.support,
        condition=reading.held if reading else None,
        stages=tuple(stages),
    )


def _mend(one: Judged, level: Level, told: Sequence[Reason]) -> str:
    top = [reason for reason in told if reason.level == level]
    if all(reason.in_setup for reason in top) and level != "INFO":
        return "Let someone help to get ready, or use another aid."
    arc = next((reason.arc for reason in top if reason.arc), None)
    if level == "AVOID" and arc and one.exercise.arc is None:
        return "Swap it, or take it out; or add its arc to the file of the exercise."
    if _is_kept(one, level, told):
        return "Where the protocol allows this arc, say so as the written reason; else swap it, or take it out."
    if level == "AVOID" and arc and not _inside(one.item, arc):
        degrees = f"{arc.from_deg} to {arc.to_deg} degrees"
        return f"Swap it, or take it out. For a written reason set the arc first: {degrees}."
    return _MEND[level]


def _is_kept(one: Judged, level: Level, told: Sequence[Reason]) -> bool:
    """Whether every reason of this level is about an arc that the item is kept inside."""
    top = [reason.arc for reason in told if reason.level == level]
    return level == "AVOID" and one.exercise.arc is not None and all(a and _inside(one.item, a) for a in top)


def _degrees(one: Judged) -> str:
    limit = one.item.rom_limit
    return f"{limit.from_deg} to {limit.to_deg} degrees" if limit else ""


def _inside(item: Prescription, arc: Arc) -> bool:
    return item.rom_limit is not None and item.rom_limit.within(arc)


_MEND: dict[Level, str] = {
    "AVOID": "Swap it, take it out, or give a written reason.",
    "CAUTION": "Keep to the advice, or swap it.",
    "INFO": "Nothing to do; check that the end date is right.",
}
