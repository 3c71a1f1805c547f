"""Whom the plan is for, as far as the exercises depend on it: edits of the patient panel, and what it shows."""

from __future__ import annotations

from typing import Any

from kit.errors import Fault, PlanError
from kit.library.condition import Condition
from kit.library.rules import rules
from kit.model import did_you_mean, parse
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.plan import Plan
from kit.ui.bench import Bench, Edit, Wish, day, iso, written
from kit.words.numbers import counted
from kit.words.text import clean

_PLAIN = ("age", "minutes_a_day", "support", "goal")
_DAYS = {"since": "surgery or onset", "until": "holds until"}
_AFFECTED = ("side", "region")


def _patient(plan: Plan, _: Bench, wish: Wish) -> Plan:
    field = str(wish["field"])
    if field not in _PLAIN:
        raise PlanError(Fault("patient", f"“{clean(field)[:40]}” is no field of this panel.", "Reload the page."))
    return _with(plan, **{field: wish["value"]})


def _thing(plan: Plan, _: Bench, wish: Wish) -> Plan:
    """A thing that is at home, or is not."""
    name = clean(str(wish["name"]))
    others = [thing for thing in plan.context.equipment if thing != name]
    return _with(plan, equipment=(*others, name) if wish["has"] else tuple(others))


def _add_condition(plan: Plan, _: Bench, wish: Wish) -> Plan:
    """By its id, or by its name as it stands in the list."""
    said = clean(str(wish["condition"]))
    by_name = {condition.name: key for key, condition in rules().conditions.items()}
    key = said if said in rules().conditions else by_name.get(said)
    if key is None:
        mend = did_you_mean(said, list(by_name)) or "Choose one of the list."
        raise PlanError(Fault("conditions", f"“{said[:60]}” is not in the list.", mend))
    return _with(plan, conditions=(*plan.context.conditions, ConditionInForce(condition=key)))


def _change_condition(plan: Plan, _: Bench, wish: Wish) -> Plan:
    """Side, region, or a day of one condition; an empty value means not said."""
    field, value = str(wish["field"]), str(wish["value"])
    if field not in _DAYS and field not in _AFFECTED:
        raise PlanError(Fault("condition", f"“{clean(field)[:40]}” is no field of it.", "Reload the page."))
    said = day(value, _DAYS[field]) if field in _DAYS else value or None
    return _with_condition(plan, wish, {field: said})


def _end_tag(plan: Plan, _: Bench, wish: Wish) -> Plan:
    """The first day on which the condition no longer concerns one movement; an empty day takes the end away."""
    tag = str(wish["tag"])
    until = day(str(wish["until"]), "end for one movement")
    others = [end for end in _held(plan, wish).ends if end.tag != tag]
    ends = (*others, parse(TagEnd, {"tag": tag, "until": until}, "end for one movement")) if until else others
    return _with_condition(plan, wish, {"ends": tuple(ends)})


def _remove_condition(plan: Plan, _: Bench, wish: Wish) -> Plan:
    gone = _held(plan, wish)
    return _with(plan, conditions=tuple(c for c in plan.context.conditions if c is not gone))


def _held(plan: Plan, wish: Wish) -> ConditionInForce:
    """The condition at place `at` of the plan's list. Raises `PlanError` where there is none."""
    at, conditions = int(wish["at"]), plan.context.conditions
    if not 0 <= at < len(conditions):
        fault = Fault("conditions", f"there is no number {at + 1} in the list.", "Reload the page.")
        raise PlanError(fault)
    return conditions[at]


def _with_condition(plan: Plan, wish: Wish, changes: dict[str, Any]) -> Plan:
    held = _held(plan, wish)
    changed = parse(ConditionInForce, {**dict(held), **changes}, "condition")
    return _with(plan, conditions=tuple(changed if c is held else c for c in plan.context.conditions))


def _with(plan: Plan, **changes: Any) -> Plan:
    return plan.describe(context=parse(Context, {**dict(plan.context), **changes}, "patient"))


PATIENT: dict[str, Edit] = {
    "patient": _patient,
    "thing": _thing,
    "add_condition": _add_condition,
    "change_condition": _change_condition,
    "end_tag": _end_tag,
    "remove_condition": _remove_condition,
}


def patient_view(plan: Plan) -> dict[str, Any]:
    """The patient panel, and its one line while it is folded."""
    about = plan.context
    return {
        **{field: getattr(about, field) for field in _PLAIN},
        "equipment": list(about.equipment),
        "conditions": [_condition(held) for held in about.conditions],
        "summary": _summary(about),
    }


def _summary(about: Context) -> str:
    parts = [
        counted(about.age, "year") if about.age is not None else "",
        f"{about.minutes_a_day} min a day" if about.minutes_a_day else "",
        counted(len(about.conditions), "condition") if about.conditions else "",
        {True: "support at hand", False: "no support at hand", None: ""}[about.support],
    ]
    return ", ".join(filter(None, parts)) or "nothing noted yet"


def _condition(held: ConditionInForce) -> dict[str, Any]:
    known = rules().conditions.get(held.condition)
    return {
        "condition": held.condition,
        "name": known.name if known else held.condition,
        "message": known.message if known else "",
        "window": known.window if known else "",
        "side": held.side or "",
        "region": held.region or "",
        "since": iso(held.since),
        "until": iso(held.until),
        "ends": [{"tag": end.tag, "name": _tag(end.tag), "until": written(end.until)} for end in held.ends],
        "tags": [{"tag": tag, "name": _tag(tag)} for tag in _tags(known)],
    }


def _tags(condition: Condition | None) -> list[str]:
    """The movements that a condition asks something about, each once."""
    return list(dict.fromkeys(tag for rule in condition.rules for tag in rule.tags)) if condition else []


def _tag(tag: str) -> str:
    return rules().tags.get(tag, tag)


def condition_list() -> list[dict[str, str]]:
    """The conditions that can be picked, in the order of the list."""
    return [{"id": key, "name": c.name, "about": c.message} for key, c in rules().conditions.items()]
