"""The plan in a few sentences, for whoever reads no more than that: what, how far, when to stop, what to bring."""

from __future__ import annotations

from collections.abc import Iterator

from kit.handouts.nodes import Box
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence


def in_short(known: ResolvedPlan, words: Catalogue, *, diary: bool) -> Box:
    """`diary` tells whether a sheet for a pen goes with the handout."""
    return Box("summary", words.say("summary.title"), "", tuple(_lines(known, words, diary)))


def _lines(known: ResolvedPlan, words: Catalogue, diary: bool) -> Iterator[str]:
    plan = known.plan
    yield words.say("summary.do", len(plan.items))
    yield shared_days(known, words) or words.say("summary.days")
    yield words.say("summary.pain")
    yield words.say("summary.stop")
    yield words.say("summary.diary" if diary else "summary.review", date=words.date(plan.until))


def shared_days(known: ResolvedPlan, words: Catalogue) -> str:
    """How often, as a sentence, where all exercises share their days; else nothing."""
    schedules = {item.schedule for item in known.plan.items}
    if len(schedules) > 1:
        return ""
    schedule = schedules.pop()
    return frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
