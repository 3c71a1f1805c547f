"""What the clinician can ask for on the page, each as a new plan. Here: the exercises and the head of the plan."""

from __future__ import annotations

from typing import Any, cast

from kit.errors import Fault, PlanError
from kit.library.exercise import Arc
from kit.library.without import version_without
from kit.model import parse
from kit.plan.affected import sides_on
from kit.plan.another import TITLE
from kit.plan.both_sides import ONE_SIDED_FORM, fault_of_sides
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.reporting import Reporting
from kit.plan.schedule import Schedule
from kit.ui.planner.bench import Bench, day
from kit.ui.planner.dosing import dosed, written_dose
from kit.ui.planner.findings import answer_finding
from kit.ui.planner.many import adjusted_all, removed_all
from kit.ui.planner.messages import Adjust, Describe, Edit, NameActivities, Report, SetArc, SetDays, Swap
from kit.ui.planner.mine import added
from kit.ui.planner.patient import patient_edited
from kit.ui.planner.screen import screen_edited
from kit.ui.planner.since import put_back
from kit.ui.planner.timed import in_order
from kit.ui.planner.told import is_same_kind
from kit.words.text import clean

_DATES = {"start": "start", "review_on": "review date"}


def edited(plan: Plan, bench: Bench, wish: Edit) -> Plan:
    """The plan after one edit. Raises `KitError`."""
    match wish["do"]:
        case "add":
            return _add(plan, bench, wish["exercise_id"], wish.get("at"))
        case "add_all":
            for exercise_id in wish["exercise_ids"]:
                plan = _add(plan, bench, exercise_id)
            return plan
        case "fill":
            return _fill(plan, bench)
        case "swap":
            return _swap(plan, bench, wish)
        case "adjust":
            return _adjust(plan, bench, wish)
        case "dose":
            return written_dose(plan, wish)
        case "adjust_all":
            return adjusted_all(plan, bench.library, wish).plan
        case "remove_all":
            return removed_all(plan, wish)
        case "arc":
            return _arc(plan, wish)
        case "schedule":
            return _schedule(plan, wish)
        case "move":
            return plan.move(wish["item_id"], wish["to"])
        case "order":
            return in_order(plan, bench)
        case "remove":
            return plan.remove(wish["item_id"])
        case "back":
            return put_back(plan, bench.previous, wish["item_id"])
        case "describe":
            return _describe(plan, wish)
        case "activities":
            return _name_activities(plan, wish)
        case "report":
            return _report(plan, wish)
        case "answer":
            return answer_finding(plan, bench, wish)
        case "flag" | "screened":
            return screen_edited(plan, bench, wish)
        case _:
            return patient_edited(plan, bench, wish)


def _add(plan: Plan, bench: Bench, exercise_id: str, at: int | None = None) -> Plan:
    """With the exercise, or with its version without a thing that is not there, where that is not in the plan yet."""
    exercise = bench.library[exercise_id]
    other = version_without(exercise, bench.library, plan.context.not_at_home)
    if other is not None and all(item.exercise_id != other.id for item in plan.items):
        exercise = other
    return added(plan, exercise, bench.usual, at)


def _swap(plan: Plan, bench: Bench, wish: Swap) -> Plan:
    """Another exercise at its usual dose in the place of the item, with its note, its side, and its days where it is
    the same kind of work: strength on each day of a stretch is no plan of anybody's."""
    item = plan.item(wish["item_id"])
    other = bench.library[wish["exercise_id"]]
    rest, at = plan.remove(item.item_id), plan.items.index(item)
    kept: ItemChanges = {"note": item.note}
    if is_same_kind(item, other, bench.library):
        kept |= {"schedule": item.schedule}
    if item.sides != "both" and other.sides != "both":
        kept |= {"sides": item.sides, "lead_side": item.lead_side}
    return added(rest, other, bench.usual, at, **kept)


def _fill(plan: Plan, bench: Bench) -> Plan:
    """With the exercises of a template and what it is made for; what it says of the whole plan, where the plan says
    nothing yet."""
    assert bench.template
    made = bench.template.plan(bench.library, plan.plan_id, plan.start)
    plan = plan.describe(context=bench.template.brought_to(plan.context))
    if not plan.items:
        goal = plan.context.goal or made.context.goal
        title = made.title if plan.title == TITLE else plan.title
        reporting = made.reporting if plan.reporting == Reporting() else plan.reporting
        context = plan.context.model_copy(update={"goal": goal})
        kind = plan.pain_kind or made.pain_kind
        told_next = plan.told_next or made.told_next
        plan = plan.describe(title=title, reporting=reporting, context=context, pain_kind=kind, told_next=told_next)
    for item in bench.template.items:
        exercise = bench.library[item.exercise_id]
        plan = plan.add(exercise, **cast(ItemChanges, {**sides_on(exercise, plan.context.side), **item.changes}))
    return plan


def _adjust(plan: Plan, bench: Bench, wish: Adjust) -> Plan:
    value = "" if wish["field"] == "band" and wish["value"] is None else wish["value"]
    changed = dosed(plan, wish["item_id"], {wish["field"]: value})
    if wish["field"] == "sides":
        _both_at_once(changed.item(wish["item_id"]), bench)
    return changed


def _both_at_once(item: Prescription, bench: Bench) -> None:
    """Raises `PlanError` for one side of work that takes both; what is offered in its place is told by its name."""
    if item.exercise_id not in bench.library:
        return
    exercise = bench.library[item.exercise_id]
    form = ONE_SIDED_FORM.get(exercise.id, "")
    named = bench.library[form].name if form in bench.library else ""
    if fault := fault_of_sides(item.sides, exercise, f"item {item.item_id}", named):
        raise PlanError(fault)


def _arc(plan: Plan, wish: SetArc) -> Plan:
    ends = {"from_deg": wish["from_deg"], "to_deg": wish["to_deg"]}
    limit = None if set(ends.values()) == {None} else parse(Arc, ends, "arc")
    return plan.adjust(wish["item_id"], rom_limit=limit)


def _schedule(plan: Plan, wish: SetDays) -> Plan:
    if wish["weekdays"] == []:
        raise PlanError(Fault("days", "One day at least has to stay.", "Choose another day first."))
    days = {name: wish[name] for name in ("weekdays", "days_a_week", "times_a_day")}
    return plan.adjust(wish["item_id"], schedule=parse(Schedule, days, "days"))


def _describe(plan: Plan, wish: Describe) -> Plan:
    field, value = wish["field"], wish["value"]
    if field == "plan_id":
        return _rename(plan, str(value))
    changes: dict[str, Any] = {field: day(str(value or ""), _DATES[field]) if field in _DATES else value}
    return plan.describe(**changes)


def _name_activities(plan: Plan, wish: NameActivities) -> Plan:
    return plan.describe(activities=tuple(name for name in wish["names"] if clean(name)))


def _rename(plan: Plan, plan_id: str) -> Plan:
    """Another id, as long as no version was issued under the present one."""
    if plan.version > 1 or not plan.is_draft:
        raise PlanError(Fault("plan id", "stays the same through all versions of a plan.", "Start a new plan."))
    return parse(Plan, {**dict(plan), "plan_id": clean(plan_id)}, "plan")


def _report(plan: Plan, wish: Report) -> Plan:
    field, value = wish["field"], wish["value"]
    said = None if field == "tailoring" and not value else value
    fields = {**dict(plan.reporting), field: said}
    return plan.describe(reporting=parse(Reporting, fields, "for the record"))
