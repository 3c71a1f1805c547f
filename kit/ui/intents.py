"""What the clinician can ask for on the page, each as a new plan. Here: the exercises and the head of the plan."""

from __future__ import annotations

from typing import Any

from kit.errors import Fault, PlanError
from kit.model import parse
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.schedule import Schedule
from kit.ui.bench import Bench, Edit, Wish, day
from kit.ui.findings import answer_finding
from kit.ui.patient import PATIENT
from kit.ui.screen import SCREEN
from kit.words.text import clean

_DATES = {"start": "start", "review_on": "review date"}


def _add(plan: Plan, bench: Bench, wish: Wish) -> Plan:
    return plan.add(bench.library[str(wish["exercise_id"])])


def _swap(plan: Plan, bench: Bench, wish: Wish) -> Plan:
    """Another exercise at its default dose in the place, and on the days, of the item."""
    item = plan.item(str(wish["item_id"]))
    other = bench.library[str(wish["exercise_id"])]
    return plan.remove(item.item_id).add(other, at=plan.items.index(item), schedule=item.schedule)


def _adjust(plan: Plan, _: Bench, wish: Wish) -> Plan:
    return plan.adjust(str(wish["item_id"]), **{str(wish["field"]): wish["value"]})


def _schedule(plan: Plan, _: Bench, wish: Wish) -> Plan:
    days = {name: wish.get(name) for name in ("weekdays", "days_a_week")}
    fields = {**days, "times_a_day": wish["times_a_day"]}
    return plan.adjust(str(wish["item_id"]), schedule=parse(Schedule, fields, "days"))


def _move(plan: Plan, _: Bench, wish: Wish) -> Plan:
    return plan.move(str(wish["item_id"]), int(wish["to"]))


def _remove(plan: Plan, _: Bench, wish: Wish) -> Plan:
    return plan.remove(str(wish["item_id"]))


def _describe(plan: Plan, _: Bench, wish: Wish) -> Plan:
    field, value = str(wish["field"]), str(wish["value"])
    if field == "plan_id":
        return _rename(plan, value)
    changes: dict[str, Any] = {field: day(value, _DATES[field]) if field in _DATES else value}
    return plan.describe(**changes)


def _rename(plan: Plan, plan_id: str) -> Plan:
    """Another id, as long as no version was issued under the present one."""
    if plan.version > 1 or not plan.is_draft:
        raise PlanError(Fault("plan id", "stays the same through all versions of a plan.", "Start a new plan."))
    return parse(Plan, {**dict(plan), "plan_id": clean(plan_id)}, "plan")


def _report(plan: Plan, _: Bench, wish: Wish) -> Plan:
    """One field of what the plan says about itself; an empty choice means not said."""
    field, value = str(wish["field"]), str(wish["value"])
    said = None if field == "tailoring" and not value else value
    fields = {**dict(plan.reporting), field: said}
    return plan.describe(reporting=parse(Reporting, fields, "for the record"))


EDITS: dict[str, Edit] = {
    "add": _add,
    "swap": _swap,
    "adjust": _adjust,
    "schedule": _schedule,
    "move": _move,
    "remove": _remove,
    "describe": _describe,
    "report": _report,
    "answer": answer_finding,
    **PATIENT,
    **SCREEN,
}
