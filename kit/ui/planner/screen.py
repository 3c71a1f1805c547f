"""The clinician's red-flag screen: she ticks what is present, the day is noted, the kit computes nothing."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from kit.days import in_words
from kit.library.condition import cited
from kit.library.condition_words import condition_words
from kit.library.exercise import REGIONS
from kit.library.red_flag import RedFlag
from kit.library.rules import rules
from kit.model import parse
from kit.plan.context import Context
from kit.plan.patient_facts import patient_facts
from kit.plan.plan import Plan
from kit.ui.planner.bench import Bench
from kit.ui.planner.messages import Flag, Screened, ScreenEdit
from kit.ui.planner.offered import RedFlag as FlagOffered
from kit.ui.planner.shown import ScreenShown
from kit.ui.planner.sources import plainly
from kit.words.numbers import counted
from kit.words.text import clean

_WORDS = re.compile(r"[a-z]+")
_NOT_A_PLACE = {"low", "upper", "full", "body", "whole"}
_SAYS_NOTHING = {"acute", "pain", "red", "open", "first"}  # of the key of a condition
_OPERATION = "surgery"
_PLACES = {word for region in REGIONS for word in region.split("_")} - _NOT_A_PLACE


def screen_edited(plan: Plan, bench: Bench, wish: ScreenEdit) -> Plan:
    """The plan after an edit of the screen. Raises `ContentError`."""
    return _flag(plan, wish) if wish["do"] == "flag" else _screened(plan, bench, wish)


def _flag(plan: Plan, wish: Flag) -> Plan:
    name = clean(wish["name"])
    others = tuple(flag for flag in plan.context.red_flags if flag != name)
    return _with(plan, red_flags=(*others, name) if wish["present"] else others)


def _screened(plan: Plan, bench: Bench, wish: Screened) -> Plan:
    """The screen was done today; or, taken back, it was not."""
    return _with(plan, red_flags_screened=bench.today if wish["done"] else None)


def _with(plan: Plan, **changes: Any) -> Plan:
    return plan.describe(context=parse(Context, {**dict(plan.context), **changes}, "red-flag screen"))


def screen_view(plan: Plan, bench: Bench) -> ScreenShown:
    """The state in one line, and what is ticked. `standing` is "open", "old", "clear" or "flagged"."""
    on, present = plan.context.red_flags_screened, plan.context.red_flags
    found = f"{len(present)} present" if present else "none" if on else ""
    when = f"screened {in_words(on)}" if on else "not screened"
    return {
        "summary": ", ".join(filter(None, [when, found])),
        "age": _age(plan, bench),
        "cleared": _cleared(plan, bench),
        "standing": "flagged" if present else "open" if on is None else "old" if _old(plan, bench) else "clear",
        "present": list(present),
        "first": _first(plan, bench),
        "last": [flag.name for flag in rules().red_flags.values() if _is_of_another_age(flag, plan)],
        "known": _known(plan),
        "done": on is not None,
    }


def _first(plan: Plan, bench: Bench) -> list[str]:
    """First the signs of an operation, where the patient had one; then those that are called after what the patient
    has, those that speak of it, those of a place that the plan is called after (its title, its goal), and those of a
    region that the patient's conditions have or the plan works on. All the others are asked for too, after them."""
    used = (bench.library[item.exercise_id] for item in plan.items if item.exercise_id in bench.library)
    regions = {exercise.region for exercise in used} | _regions(plan)
    places = {word for region in regions for word in region.split("_")} - _NOT_A_PLACE
    has, told = _named(plan), _PLACES & _words(f"{plan.title} {plan.context.goal}")

    def concerns(flag: RedFlag) -> list[bool]:
        named, said = _words(flag.name), _words(f"{flag.name} {flag.signs}")
        near = regions & {*flag.regions} or said & places
        called = told & (said | _words(" ".join(flag.regions)))
        return [bool(found) for found in (said & has & {_OPERATION}, named & has, said & has, called, near)]

    flags = rules().red_flags.values()
    near = [flag for flag in flags if any(concerns(flag)) and not _is_of_another_age(flag, plan)]
    return [flag.name for flag in sorted(near, key=lambda flag: concerns(flag).index(True))]


def _is_of_another_age(flag: RedFlag, plan: Plan) -> bool:
    """Whether the patient's age rules it out; what is ticked stays among the others."""
    return not flag.can_be_at(plan.context.age) and flag.name not in plan.context.red_flags


def _regions(plan: Plan) -> set[str]:
    """Those of the patient's conditions: as she has them, or where such a condition usually is."""
    return {
        region
        for held in plan.context.conditions
        for region in ([held.region] if held.region else condition_words().called(held.condition).regions)
    }


def _known(plan: Plan) -> str:
    """What is noted of the patient already and some of the signs ask about: the age, and when something began."""
    age = plan.context.age
    days = dict.fromkeys(f"surgery or onset on {in_words(c.since)}" for c in plan.context.conditions if c.since)
    said = [*([counted(age, "year")] if age is not None else []), *days]
    return f"You have noted: {', '.join(said)}." if said else ""


def _named(plan: Plan) -> set[str]:
    """What the conditions in force are called by their keys, their regions, and whether there was an operation."""
    words = {_OPERATION} if "operated" in patient_facts(plan).ever else set()
    for held in plan.context.conditions:
        known = rules().conditions.get(held.condition)
        places = " ".join(condition_words().called(held.condition).regions)
        words |= _PLACES & _words(f"{known.name if known else ''} {held.region or places}")
        words |= _words(held.condition) - _SAYS_NOTHING - _NOT_A_PLACE
    return words


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.lower().replace("_", " ")))


def _old(plan: Plan, bench: Bench) -> bool:
    """Whether the screen of a draft is too old to issue it today, or lies ahead."""
    on = plan.context.red_flags_screened
    return plan.is_draft and on is not None and not on <= bench.today <= _last_day(on, bench)


def _last_day(on: dt.date, bench: Bench) -> dt.date:
    return on + dt.timedelta(days=bench.settings.dates.screen_age_days)


def _age(plan: Plan, bench: Bench) -> str:
    """How old the screen of a draft is, and until when it holds: an issued version is never screened again."""
    on = plan.context.red_flags_screened
    if on is None or not plan.is_draft:
        return ""
    days, last = (bench.today - on).days, _last_day(on, bench)
    if days < 0:
        return f"The day of the screen, {in_words(on)}, lies ahead. Ask again."
    old = f"{counted(days, 'day')} ago" if days else "today"
    if bench.today > last:
        return f"Asked {old}. It held until {in_words(last)}: ask again before the plan is issued."
    return f"Asked {old}. It holds for an issue until {in_words(last)}; after that it is asked again."


def _cleared(plan: Plan, bench: Bench) -> str:
    """That a new version did not keep the screen of the one before, which was too old."""
    before = bench.previous
    if not plan.is_draft or plan.context.red_flags_screened or before is None:
        return ""
    on = before.context.red_flags_screened
    if on is None or before.context.still_screened(bench.today).red_flags_screened:
        return ""
    days = counted((bench.today - on).days, "day")
    return f"The screen of version {before.version}, from {in_words(on)}, was cleared: it is {days} old. Ask again."


def screen_lists() -> list[FlagOffered]:
    """The signs to look for, in the order of the list."""
    return [
        {
            "name": flag.name,
            "signs": flag.signs,
            "action": flag.action,
            "source": plainly(cited(flag.sources)),
            "anywhere": not flag.regions,
        }
        for flag in rules().red_flags.values()
    ]
