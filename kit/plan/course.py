"""From when to when a condition concerns a patient, by its own days: the plain reading of what was written.

Where a day is missing or cannot be right, the review reads it the strict way (`kit.review.reading`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kit.library.condition import Condition, Weeks
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """Days from `start` up to, but not on, `end`; none: without a bound on that side."""

    start: dt.date | None = None
    end: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


ALWAYS = Span()


def span_of(weeks: Weeks | None, since: dt.date | None, end: dt.date | None) -> Span:
    """When a rule is in force. An end that the clinician set counts before `weeks`; without onset all stages hold."""
    if end is not None:
        return Span(None, end)
    if weeks is None or since is None:
        return ALWAYS
    first, last = weeks
    return Span(since + first * _WEEK if first else None, since + last * _WEEK)


def over_from(held: ConditionInForce, condition: Condition) -> dt.date | None:
    """The first day on which nothing of the condition is in force any more; None for one without such a day."""
    if held.until is not None or held.since is None:
        return held.until
    stages = [rule.weeks for rule in condition.rules]
    if condition.region_level:
        stages.append(condition.region_level.weeks)
    known = [weeks for weeks in stages if weeks is not None]
    if condition.stop or condition.without_support or not known or len(known) < len(stages):
        return None
    return held.since + max(last for _, last in known) * _WEEK


def in_force(held: ConditionInForce, day: dt.date) -> bool:
    """Whether any rule of the condition holds on `day` or later; a condition that no rule knows does, until its end."""
    condition = rules().conditions.get(held.condition)
    over = over_from(held, condition) if condition else held.until
    return over is None or day < over


def conditions_in_force(context: Context, day: dt.date) -> tuple[ConditionInForce, ...]:
    """Those of the patient that hold on `day` or later."""
    return tuple(held for held in context.conditions if in_force(held, day))
