"""What the clinician can ask for on the page, each as a new plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from kit.errors import Fault, PlanError
from kit.library.library import Library
from kit.model import parse
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.words.text import clean

Edit = Callable[[Plan, Library, Mapping[str, Any]], Plan]
_NAMING = ("plan_id",)  # fields of the head that `describe` does not take
_DATES = {"start": "start", "review_on": "review date"}


def _add(plan: Plan, library: Library, wish: Mapping[str, Any]) -> Plan:
    return plan.add(library[str(wish["exercise_id"])])


def _adjust(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    return plan.adjust(str(wish["item_id"]), **{str(wish["field"]): wish["value"]})


def _schedule(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    days = {name: wish.get(name) for name in ("weekdays", "days_a_week")}
    fields = {**days, "times_a_day": wish["times_a_day"]}
    return plan.adjust(str(wish["item_id"]), schedule=parse(Schedule, fields, "days"))


def _move(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    return plan.move(str(wish["item_id"]), int(wish["to"]))


def _remove(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    return plan.remove(str(wish["item_id"]))


def _describe(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    field, value = str(wish["field"]), str(wish["value"])
    if field in _NAMING:
        return _rename(plan, value)
    if field == "goal":
        return plan.describe(context=parse(type(plan.context), {**dict(plan.context), "goal": value}, "goal"))
    return plan.describe(**{field: day(value, _DATES[field]) if field in _DATES else value})


def _rename(plan: Plan, plan_id: str) -> Plan:
    """Another id, as long as no version was issued under the present one."""
    if plan.version > 1 or not plan.is_draft:
        raise PlanError(Fault("plan id", "stays the same through all versions of a plan.", "Start a new plan."))
    return parse(Plan, {**dict(plan), "plan_id": clean(plan_id)}, "plan")


def _new_version(plan: Plan, _: Library, wish: Mapping[str, Any]) -> Plan:
    start = day(str(wish.get("start", "")), "start of the new version")
    if start is None:
        raise PlanError(Fault("start of the new version", "is empty.", "Choose a day."))
    return plan.new_version(start)


def day(text: str, where: str) -> dt.date | None:
    """A day from a date field; None when it is empty. Raises `PlanError`."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PlanError(Fault(where, f"“{clean(text)[:20]}” is no day.", "Choose a day, such as 2026-06-01.")) from None


EDITS: dict[str, Edit] = {
    "add": _add,
    "adjust": _adjust,
    "schedule": _schedule,
    "move": _move,
    "remove": _remove,
    "describe": _describe,
    "new_version": _new_version,
}
