"""What the page's script knows: the items with their steps, the sessions day by day, the diary's columns, sentences.

Every number and every day is worked out here, by the rooms that know; the script looks them up.
"""

from __future__ import annotations

import datetime as dt
import json
import re

from kit.diary.cells import FORMULA_STARTS
from kit.diary.columns import ANSWERS, COLUMNS
from kit.diary.status import STATUS
from kit.diary.template import prescribed
from kit.figures import PALETTES, frames
from kit.handouts.page.motion import packed
from kit.handouts.page.shape import Asks, Facts, Item, Place, SlotRow
from kit.handouts.pictures import picture_texts
from kit.handouts.set_up import set_up_lines
from kit.handouts.short import numbers_told
from kit.handouts.things import item_things
from kit.handouts.told import range_told, side_names, steps_told
from kit.library.exercise import Side, text_for
from kit.library.translation import cautions, words_of
from kit.plan.pain import pain_kind
from kit.plan.plan import Plan
from kit.plan.resolved import Entry, ResolvedPlan
from kit.plan.seal import seal_of
from kit.plan.steady import may_fall
from kit.timing.allow import transfer_s
from kit.timing.asking import asking_weeks
from kit.timing.session import steps_of
from kit.timing.slots import slots
from kit.timing.warm_up import warm_up
from kit.words.catalogue import Catalogue
from kit.words.numbers import spoken

# The script asks for a sentence as say("page.save"); it gets those that it asks for, and no others.
_ASKED = re.compile(r'\bsay\("([a-z_.]+)"')


def facts(
    known: ResolvedPlan, words: Catalogue, script: str, pictures: str | None = PALETTES[0], asks: Asks = "brief"
) -> str:
    """JSON text that may stand within a script element: it holds no `<`, `>`, `&` and ASCII alone.

    `pictures` is the palette of the panels; None where they are not the kit's, and nothing is known of how they move,
    or of what they show of the other side.
    """
    plan = known.plan
    groups, sessions = _sessions(plan)
    told: Facts = {
        "plan_code": plan.code,
        "fingerprint": (plan.seal or seal_of(plan))[:12],
        "plan_id": plan.plan_id,
        "plan_version": plan.version,
        "lang": words.tag,
        "caution": cautions((exercise for _, exercise in known.entries), words),
        "asks": asks,
        "start": plan.start.isoformat(),
        "until": plan.until.isoformat(),
        "ready_s": warm_up(known).seconds,
        "days": _days(plan),
        "items": [_item(plan, entry, words, pictures) for entry in known.entries],
        "activities": plan.activities,
        "asking": asking_weeks(plan),
        "groups": groups,
        "slots": sessions,
        "columns": COLUMNS,
        "answers": ANSWERS,
        "formula_starts": FORMULA_STARTS,
        "rest_ex_s": plan.rest_ex_s or 0,
        "ways_s": [[transfer_s(known, one, two) for two in plan.items] for one in plan.items],
        "status_words": STATUS,
        "words": {key: _sentence(key, words) for key in sorted(set(_ASKED.findall(script)))},
    }
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _sentence(key: str, words: Catalogue) -> str:
    """The sentence with its blanks as they are: the script fills them in."""
    return words.say(key, first="", next="", number="{number}", of="{of}", side="{side}", day="{day}", text="{text}")


def _days(plan: Plan) -> dict[str, int]:
    """The week of each day on which something may be done."""
    days = (plan.start + dt.timedelta(days=n) for n in range((plan.until - plan.start).days))
    return {day.isoformat(): (day - plan.start).days // 7 + 1 for day in days if not plan.is_paused(day)}


def _sessions(plan: Plan) -> tuple[list[tuple[int, ...]], list[SlotRow]]:
    """The groups of items that come up together, as places in the plan, and the sessions, each with its group."""
    groups: dict[tuple[int, ...], int] = {}
    places = {item.item_id: n for n, item in enumerate(plan.items)}
    sessions: list[SlotRow] = []
    for slot in slots(plan):
        group = tuple(places[item.item_id] for item in slot.items)
        sessions.append((slot.week, slot.date.isoformat(), slot.number, groups.setdefault(group, len(groups))))
    return list(groups), sessions


def _item(plan: Plan, entry: Entry, words: Catalogue, pictures: str | None) -> Item:
    item, exercise = entry
    dose, takes = item.dose, item_things(entry, plan, words)
    sides: list[Place] = [side or "both" for side in item.sides_in_order]
    return {
        "item": item.item_id,
        "exercise_id": item.exercise_id,
        "exercise": exercise.patient_name,
        "prescribed": prescribed(plan, item, words),
        "dose": " · ".join((*numbers_told(item, words, spoken), *range_told(item, exercise, words))),
        "sides": sides,
        "lines": {side or "both": _lines(plan, entry, side, words) for side in item.sides_in_order},
        "free": item.schedule.weekdays is None,
        "a_week": item.schedule.each_week * item.schedule.times_a_day,
        "equipment": takes.needed,
        "optional": takes.optional,
        "pain": pain_kind(plan, item, exercise),
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "duration_s": dose.duration_s,
        "load_kg": dose.load_kg,
        "steps": [(step.kind, step.duration_s, step.set, step.rep, step.side) for step in steps_of([item]).steps],
        "alts": _alts(entry, words) if pictures else [],
        "motion": packed(_frames(entry, pictures), f"item {item.item_id}") if pictures else "",
    }


def _lines(plan: Plan, entry: Entry, side: Side | None, words: Catalogue) -> list[str]:
    """Where to be, the steps, and what must not go unsaid, as they are told while `side` is at work."""
    item, exercise = entry
    own, careful, lead = words_of(exercise, words), may_fall(plan.context, plan.start), side or item.lead_side
    safety = [text_for(line, lead, side_names(own)) for line in (*exercise.safety, *exercise.cautions)]
    return [
        *set_up_lines(item, exercise, plan, own),
        *steps_told(item, exercise, lead, own, careful=careful),
        *safety,
    ]


def _frames(entry: Entry, palette: str) -> tuple[str, ...]:
    """The drawn movement while the leading side is at work; a photo shows another body, and has none."""
    item, exercise = entry
    return () if exercise.photo else frames(exercise.drawing, item.lead_side, palette)


def _alts(entry: Entry, words: Catalogue) -> list[str]:
    """What the panels show in words while the side that does not lead is at work; empty where there is none."""
    item, exercise = entry
    own = words_of(exercise, words)
    return [text for side in item.sides_in_order[1:] if side for text in picture_texts(item, exercise, side, own)]
