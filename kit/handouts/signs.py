"""The numbers of each exercise that the pictures form draws as signs, and what is told in their place to a listener."""

from __future__ import annotations

from kit.handouts.nodes import PainSign, Signs
from kit.handouts.pain_boxes import pain_short, pain_zones, stops_after_less
from kit.handouts.short import side_told
from kit.handouts.told import dose_told
from kit.library.dose import Dose
from kit.library.pain import PainKind, pain_rules
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
    due = schedule.weekday_numbers
    often = frequency_sentence(due, schedule.days_a_week, schedule.times_a_day, words)
    return Signs(
        sets=dose.sets,
        reps=0 if dose.duration_s else dose.reps,
        hold_s=0 if dose.duration_s else dose.hold_s,
        rest_s=dose.rest_rep_s if _rests(dose) else 0,
        rest_set_s=dose.rest_set_s if dose.sets > 1 else 0,
        duration_s=dose.duration_s or 0,
        load_kg=f"{dose.load_kg:g}" if dose.load_kg else "",
        band=dose.band,
        effort=dose.effort_target,
        sides=tuple(side or "both" for side in item.sides_in_order),
        letters=tuple(words.say(f"diary.{side}") if side else "" for side in item.sides_in_order),
        days=() if due is None else tuple(day in due for day in range(7)),
        days_a_week=schedule.each_week,
        times_a_day=schedule.times_a_day,
        pain=_pain(kind),
        stop_told=stops_after_less(kind, words),
        side_told=side_told(item, words) or words.say("side.both"),
        dose_told=words.prose((*dose_told(item, exercise, words), often)),
        pain_told=words.prose(text for _, text in pain_short(kind, words)),
    )


def _rests(dose: Dose) -> bool:
    """Whether there is a rest between one time and the next."""
    return not dose.duration_s and dose.rest_rep_s > 0 and dose.reps > 1


def _pain(kind: PainKind) -> tuple[PainSign, ...]:
    """What each score asks for: where some pain may be if it settles, the work goes on as it is."""
    settles = "some" in pain_rules().kinds[kind].lines
    return tuple("steady" if settles and zone == "less" else zone for zone in pain_zones(kind))
