"""The numbers of each exercise that the pictures form draws as signs, and what is told in their place to a listener."""

from __future__ import annotations

from kit.handouts.nodes import Signs
from kit.handouts.pain_boxes import pain_short
from kit.handouts.short import side_told
from kit.handouts.told import dose_told
from kit.library.pain import pain_rules
from kit.plan.pain import pain_kind
from kit.plan.resolved import Entry, ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence

_FEW = 4  # letters below a box


def signs(known: ResolvedPlan, words: Catalogue) -> tuple[Signs, ...]:
    """Those of each item of a plan that is told in the language of `words`."""
    return tuple(_signs(known, entry, words) for entry in known.entries)


def day_letters(words: Catalogue) -> tuple[str, ...]:
    """What stands below the seven boxes of a week: the days in a few letters, or in one where that is a whole word."""
    short, one = (tuple(words.weekday(day, width) for day in range(7)) for width in ("abbreviated", "narrow"))
    return short if max(map(len, short)) <= _FEW else one


def _signs(known: ResolvedPlan, entry: Entry, words: Catalogue) -> Signs:
    item, exercise = entry
    dose, schedule = item.dose, item.schedule
    kind = pain_kind(known.plan, item, exercise)
    policy, due = pain_rules().policy(kind), schedule.weekday_numbers
    often = frequency_sentence(due, schedule.days_a_week, schedule.times_a_day, words)
    return Signs(
        sets=dose.sets,
        reps=0 if dose.duration_s else dose.reps,
        hold_s=0 if dose.duration_s else dose.hold_s,
        rest_s=0 if dose.duration_s else dose.rest_rep_s,
        rest_set_s=dose.rest_set_s if dose.sets > 1 else 0,
        duration_s=dose.duration_s or 0,
        load_kg=f"{dose.load_kg:g}" if dose.load_kg else "",
        band=dose.band,
        effort=dose.effort_target,
        sides=tuple(side or "both" for side in item.sides_in_order),
        days=() if due is None else tuple(day in due for day in range(7)),
        days_a_week=schedule.each_week,
        times_a_day=schedule.times_a_day,
        fine=policy.safe[1],
        high=policy.high[0],
        side_told=side_told(item, words) or words.say("side.both"),
        dose_told=words.prose((*dose_told(item, exercise, words), often)),
        pain_told=words.prose(text for _, text in pain_short(kind, words)),
    )
