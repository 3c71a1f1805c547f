"""What is different between two drafts of a plan, for the clinician: all that a patient is told, and the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from kit.errors import KitError
from kit.plan.changes import changes
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue

_HEAD = {
    "plan_id": "Plan id",
    "patient": "Patient label",
    "title": "Title",
    "told_next": "What comes next",
    "start": "Start",
}
_WHOLE = {"pain_kind": "Kind of pain", "rest_ex_s": "Seconds between exercises"}
_CONTEXT = {
    "age": "Age",
    "side": "Affected side",
    "minutes_a_day": "Minutes a day",
    "support": "Support to hold on to",
    "gets_off_floor": "Gets off the floor",
    "goal": "Goal",
    "red_flags_screened": "Red-flag screen",
}
_LISTS = {
    "equipment": "Things at home",
    "not_at_home": "Things not at home",
    "conditions": "Conditions",
    "unlisted": "Notes on conditions",
    "red_flags": "Red flags",
}


def differences(old: ResolvedPlan, new: ResolvedPlan, words: Catalogue) -> list[str]:
    """A sentence for each difference; none for equal plans."""
    both = old.plan, new.plan
    return [*_head(*both), *_exercises(old, new, words), *_patient(*both), *_rest(*both)]


def _exercises(old: ResolvedPlan, new: ResolvedPlan, words: Catalogue) -> list[str]:
    try:
        return changes(old, new, words)
    except KitError:  # an exercise of one of them is no longer in the library
        return [] if old.plan.items == new.plan.items else ["The exercises differ."]


def _head(old: Plan, new: Plan) -> Iterator[str]:
    for name, title in _HEAD.items():
        if getattr(old, name) != getattr(new, name):
            yield _said(title, getattr(old, name), getattr(new, name))


def _patient(old: Plan, new: Plan) -> Iterator[str]:
    if old.patient_code != new.patient_code:
        yield "The plan is another patient's."
    for name, title in _CONTEXT.items():
        if getattr(old.context, name) != getattr(new.context, name):
            yield _said(title, getattr(old.context, name), getattr(new.context, name))
    for name, title in _LISTS.items():
        before, after = (_names(getattr(plan.context, name)) for plan in (old, new))
        if getattr(old.context, name) != getattr(new.context, name):
            yield _said(title, before, after) if before != after else f"{title}: details differ."


def _rest(old: Plan, new: Plan) -> Iterator[str]:
    if old.pauses != new.pauses:
        said = (", ".join(f"{_day(p.start)} to {_day(p.end)}" for p in plan.pauses) for plan in (old, new))
        yield _said("Pauses", *said)
    for name, title in _WHOLE.items():
        if getattr(old, name) != getattr(new, name):
            yield _said(title, getattr(old, name), getattr(new, name))
    before, after = ({item.item_id: item.pain_kind for item in plan.items} for plan in (old, new))
    if any(before[name] != after[name] for name in before.keys() & after.keys()):
        yield "The kind of pain of an exercise differs."
    if old.reporting != new.reporting:
        yield "What stands for the record differs."
    if (old.overrides, old.sign_offs) != (new.overrides, new.sign_offs):
        yield "The answers to the review differ."


def _names(values: tuple[Any, ...]) -> str:
    return ", ".join(_name(value) for value in values)


def _name(value: Any) -> str:
    """A word, or a condition with what of it is said to be affected."""
    if not isinstance(value, ConditionInForce):
        return str(value).replace("_", " ")
    where = ", ".join(filter(None, (value.side, value.region)))
    return f"{value.condition} ({where})".removesuffix(" ()").replace("_", " ")


def _said(title: str, before: Any, after: Any) -> str:
    return f"{title}: {_plain(after)}, was {_plain(before)}."


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return _day(value)
    return {True: "yes", False: "no"}.get(value, str(value)) if value not in (None, "") else "empty"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
