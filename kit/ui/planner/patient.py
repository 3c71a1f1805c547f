"""Whom the plan is for, as far as the exercises depend on it: edits of the patient panel, and what it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from kit.days import in_words
from kit.errors import Fault, PlanError
from kit.library.condition import Condition
from kit.library.conditions import conditions
from kit.library.rules import rules
from kit.model import did_you_mean, parse
from kit.plan.affected import affected
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.plan import Plan
from kit.ui.planner.asks import asks, name_where_unknown, one_of, unknown_among, unknown_of
from kit.ui.planner.bench import Bench, day, iso, written
from kit.ui.planner.offered import ConditionOffered, ConditionsFound, PlanOffered
from kit.ui.planner.patient_wishes import (
    AboutPatient,
    AddCondition,
    ChangeCondition,
    EndTag,
    KeepCondition,
    NoteUnlisted,
    NotThere,
    PatientEdit,
    RemoveCondition,
    Thing,
)
from kit.ui.planner.shown import ConditionShown, PatientShown
from kit.ui.planner.start_shown import Offer
from kit.words.numbers import counted
from kit.words.text import clean, is_blank

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 365, 730  # days, from which on it is told in these
_FLOOR = {
    "yes": "gets off the floor",
    "with_help": "off the floor with help",
    "no": "does not get off the floor",
}
_PLANS = 3  # ready-made ones that are offered for words that mean no condition
_DAYS = {"since": "surgery or onset", "until": "holds until"}


def patient_edited(plan: Plan, bench: Bench, wish: PatientEdit) -> Plan:
    """The plan after an edit of the patient panel. Raises `ContentError`."""
    match wish["do"]:
        case "patient":
            return _about(plan, bench, wish)
        case "thing":
            return _thing(plan, wish)
        case "not_there":
            return _not_at_home(plan, wish)
        case "add_condition":
            return _add_condition(plan, wish)
        case "keep_condition":
            return _keep_condition(plan, wish)
        case "change_condition":
            return _change_condition(plan, bench, wish)
        case "end_tag":
            return _end_tag(plan, wish)
        case "remove_condition":
            return _remove_condition(plan, wish)
        case "not_made_for":
            bare = [ConditionInForce(condition=key) for key in wish["conditions"] if key in rules().conditions]
            return _with(plan, conditions=tuple(c for c in plan.context.conditions if c not in bare))
        case "note_unlisted":
            return _note_unlisted(plan, wish)
        case "remove_unlisted":
            return _remove_unlisted(plan, wish["at"])


def _about(plan: Plan, bench: Bench, wish: AboutPatient) -> Plan:
    said = _with(plan, **{wish["field"]: wish["value"]})
    return affected(said, bench.library, said.context.side) if wish["field"] == "side" else said


def _thing(plan: Plan, wish: Thing) -> Plan:
    name = clean(wish["name"])
    others = tuple(thing for thing in plan.context.equipment if thing != name)
    if not wish["has"]:
        return _with(plan, equipment=others)
    gone = tuple(thing for thing in plan.context.not_at_home if thing != name)
    return _with(plan, equipment=(*others, name), not_at_home=gone)


def _not_at_home(plan: Plan, wish: NotThere) -> Plan:
    name = clean(wish["name"])
    others = tuple(thing for thing in plan.context.not_at_home if thing != name)
    if not wish["on"]:
        return _with(plan, not_at_home=others)
    there = tuple(thing for thing in plan.context.equipment if thing != name)
    return _with(plan, equipment=there, not_at_home=(*others, name))


def _add_condition(plan: Plan, wish: AddCondition) -> Plan:
    """By its id, or by its name as it stands in the list; of several, those that are not in force already."""
    in_force = {held.condition for held in plan.context.conditions}
    first = _known(wish["condition"])
    if ConditionInForce(condition=first) in plan.context.conditions:
        return plan  # it is there, and nothing is said of it yet that would tell a second one from it
    keys = [first, *(key for said in wish.get("also", []) if (key := _known(said)) not in in_force and key != first)]
    return _with(plan, conditions=(*plan.context.conditions, *(ConditionInForce(condition=key) for key in keys)))


def _known(words: str) -> str:
    """The key of a condition that is named. Raises `PlanError`."""
    said = clean(words)
    by_name = {condition.name: key for key, condition in rules().conditions.items()}
    key = said if said in rules().conditions else by_name.get(said)
    if key is None:
        mend = did_you_mean(said, list(by_name)) or "Choose one of the list."
        raise PlanError(Fault("conditions", f"“{said[:60]}” is not in the list.", mend))
    return key


def _keep_condition(plan: Plan, wish: KeepCondition) -> Plan:
    kept = _held(plan, wish["at"])
    others = set(one_of(kept.condition)) - {kept.condition}
    return _with(plan, conditions=tuple(c for c in plan.context.conditions if c.condition not in others))


def _change_condition(plan: Plan, bench: Bench, wish: ChangeCondition) -> Plan:
    """The side of a condition is that of the patient too, where none is said. Of those that it may be, all have it."""
    field, value = wish["field"], wish["value"]
    said = day(value, _DAYS[field]) if field in _DAYS else value or None
    key, changed = _held(plan, wish["at"]).condition, plan
    for one in unknown_of(key, plan.context) or [key]:
        at = [held.condition for held in plan.context.conditions].index(one)
        changed = _with_condition(changed, at if one != key else wish["at"], {field: said})
    side = changed.context.conditions[wish["at"]].side
    return affected(changed, bench.library, side) if field == "side" and side and not plan.context.side else changed


def _end_tag(plan: Plan, wish: EndTag) -> Plan:
    tag, until = wish["tag"], day(wish["until"], "end for one movement")
    others = [end for end in _held(plan, wish["at"]).ends if end.tag != tag]
    ends = (*others, parse(TagEnd, {"tag": tag, "until": until}, "end for one movement")) if until else others
    return _with_condition(plan, wish["at"], {"ends": tuple(ends)})


def _remove_condition(plan: Plan, wish: RemoveCondition) -> Plan:
    gone = _held(plan, wish["at"])
    return _with(plan, conditions=tuple(c for c in plan.context.conditions if c is not gone))


def _note_unlisted(plan: Plan, wish: NoteUnlisted) -> Plan:
    """What no rule covers, noted once however often it is said."""
    said = clean(wish["words"])
    if is_blank(said):
        raise PlanError(Fault("note", "it is empty.", "Type what the patient has."))
    return _with(plan, unlisted=tuple(dict.fromkeys((*plan.context.unlisted, said))))


def _remove_unlisted(plan: Plan, at: int) -> Plan:
    noted = plan.context.unlisted
    if at >= len(noted):
        raise _not_there("notes", at)
    return _with(plan, unlisted=(*noted[:at], *noted[at + 1 :]))


def _held(plan: Plan, at: int) -> ConditionInForce:
    """The condition at place `at` of the plan's list. Raises `PlanError` where there is none."""
    conditions = plan.context.conditions
    if not 0 <= at < len(conditions):
        raise _not_there("conditions", at)
    return conditions[at]


def _not_there(where: str, at: int) -> PlanError:
    return PlanError(Fault(where, f"there is no number {at + 1} in the list.", "Reload the page."))


def _with_condition(plan: Plan, at: int, changes: dict[str, Any]) -> Plan:
    held = _held(plan, at)
    changed = parse(ConditionInForce, {**dict(held), **changes}, "condition")
    return _with(plan, conditions=tuple(changed if c is held else c for c in plan.context.conditions))


def _with(plan: Plan, **changes: Any) -> Plan:
    return plan.describe(context=parse(Context, {**dict(plan.context), **changes}, "patient"))


def patient_view(plan: Plan) -> PatientShown:
    """The patient panel, and its one line while it is folded."""
    about = plan.context
    return {
        "age": about.age,
        "side": about.side,
        "minutes_a_day": about.minutes_a_day,
        "support": about.support,
        "goal": about.goal,
        "gets_off_floor": about.gets_off_floor,
        "equipment": list(about.equipment),
        "not_at_home": list(about.not_at_home),
        "conditions": [_condition(held, about, plan.start) for held in about.conditions],
        "unlisted": list(about.unlisted),
        "summary": _summary(plan),
    }


def _summary(plan: Plan) -> str:
    about = plan.context
    parts = [
        counted(about.age, "year") if about.age is not None else "",
        f"{about.minutes_a_day} min a day" if about.minutes_a_day else "",
        counted(len(plan.activities), "activity", "activities") if plan.activities else "",
        counted(len(about.conditions), "condition") if about.conditions else "",
        f"{len(about.unlisted)} without a rule" if about.unlisted else "",
        {True: "support at hand", False: "no support at hand", None: ""}[about.support],
        _FLOOR.get(about.gets_off_floor or "", ""),
    ]
    return ", ".join(filter(None, parts)) or "nothing noted yet"


def began(since: dt.date, start: dt.date) -> str:
    """ "1 November 2026, 4 weeks before the plan." """
    days = (start - since).days
    if days <= 0:
        when = "on the day that the plan begins" if days == 0 else "after the plan begins"
    elif days < _WEEKS_FROM:
        when = f"{counted(days, 'day')} before the plan"
    elif days < _MONTHS_FROM:
        when = f"{counted(days // 7, 'week')} before the plan"
    elif days < _YEARS_FROM:
        when = f"{counted(days * 12 // 365, 'month')} before the plan"
    else:
        when = f"{counted(days // 365, 'year')} before the plan"
    return f"{in_words(since)}, {when}."


def _condition(held: ConditionInForce, about: Context, start: dt.date) -> ConditionShown:
    known = rules().conditions.get(held.condition)
    return {
        "condition": held.condition,
        "name": name_where_unknown(held.condition, known.name, about) if known else held.condition,
        "message": known.message if known else "",
        "window": known.window if known else "",
        "side": held.side or "",
        "region": held.region or "",
        "since": iso(held.since),
        "began": began(held.since, start) if held.since else "",
        "until": iso(held.until),
        "ends": [{"tag": end.tag, "name": _tag(end.tag), "until": written(end.until)} for end in held.ends],
        "tags": [{"tag": tag, "name": _tag(tag)} for tag in _tags(known)],
        "stop": bool(known and known.stop),
        "asks": asks(held, about),
    }


def _tags(condition: Condition | None) -> list[str]:
    """The movements that a condition asks something about, each once."""
    return list(dict.fromkeys(tag for rule in condition.rules for tag in rule.tags)) if condition else []


def _tag(tag: str) -> str:
    return rules().tags.get(tag, tag)


def condition_list() -> list[ConditionOffered]:
    """The conditions that can be picked, in the order of the list."""
    return [{"id": key, "name": c.name, "about": c.message} for key, c in rules().conditions.items()]


def conditions_meant(words: str, plans: Callable[[str], list[Offer]]) -> ConditionsFound:
    """The keys of the conditions that `words` mean, best first; without words, all in the order of the list.

    `plans` gives the ready-made plans for words that mean no condition.
    """
    said = not words.strip() or any(letter.isalnum() for letter in words)
    ids = [condition.key for condition in conditions().search(words)] if said else []
    unknown = unknown_among(ids) if words.strip() else None
    instead = [] if ids or not said else plans(words)[:_PLANS]
    named: list[PlanOffered] = [{"id": one["id"], "name": one["name"]} for one in instead]
    return {"words": words, "ids": ids, "unknown": unknown, "plans": named}
