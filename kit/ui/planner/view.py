"""A plan as the page shows it: plain data, every sentence and second already worked out."""

from __future__ import annotations

from collections import Counter

from kit.handouts.told import dose_told
from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.plan.plan import MAX_ITEMS
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.schedule import Schedule
from kit.timing.session import Session, session_of
from kit.timing.step import Kind, Step
from kit.ui.planner.bench import iso, written
from kit.ui.planner.shown import DaysShown, DoseShown, ItemShown, PlanShown, StepShown, WayShown
from kit.ui.planner.timed import time_view
from kit.ui.planner.way import way_view
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short, frequency_sentence
from kit.words.numbers import clock

_KINDS: dict[Kind, str] = {
    "setup": "Get ready",
    "move": "Move",
    "hold": "Hold",
    "rest": "Rest",
    "switch": "Change sides",
    "between": "Rest before it",
}


def labels(known: ResolvedPlan) -> dict[str, str]:
    """A name for each item that no other item has: "Bridge", or "Bridge (1 of 2)" where it stands twice."""
    names = {item.item_id: exercise.name for item, exercise in known.entries}
    several = Counter(names.values())
    seen: Counter[str] = Counter()
    told = {}
    for item_id, name in names.items():
        seen[name] += 1
        told[item_id] = name if several[name] == 1 else f"{name} ({seen[name]} of {several[name]})"
    return told


def plan_view(known: ResolvedPlan, words: Catalogue) -> PlanShown:
    """The plan with its items, its steps and its total. Raises `PlanError` for exercises that do not exist."""
    plan, timed, names = known.plan, session_of(known), labels(known)
    return {
        "code": plan.code,
        "plan_id": plan.plan_id,
        "version": plan.version,
        "patient": plan.patient,
        "title": plan.title,
        "activities": list(plan.activities),
        "start": iso(plan.start),
        "review_on": iso(plan.review_on),
        "until": written(plan.until),
        "draft": plan.is_draft,
        "issued": f"Issued by {plan.issued.by} on {written(plan.issued.on)}" if plan.issued else "",
        "pain_kind": plan.pain_kind,
        "rest_ex_s": plan.rest_ex_s,
        "most": MAX_ITEMS,
        "items": [
            _item(item, exercise, names[item.item_id], timed, words, way_view(item, exercise, known))
            for item, exercise in known.entries
        ],
        "steps": [_step(step, names[step.item]) for step in timed.steps],
        "total_s": timed.total_s,
        "total": clock(timed.total_s),
        "time": time_view(known),
    }


def _item(
    item: Prescription, exercise: Exercise, name: str, timed: Session, words: Catalogue, way: WayShown
) -> ItemShown:
    schedule, seconds = item.schedule, timed.item_s(item.item_id)
    weekdays = schedule.weekday_numbers
    how_often = frequency_sentence(weekdays, schedule.days_a_week, schedule.times_a_day, words)
    return {
        "item_id": item.item_id,
        "exercise_id": exercise.id,
        "name": name,
        "patient_name": exercise.patient_name,
        "sides": item.sides,
        "way": way,
        "dose": _dose(item.dose),
        "loaded": _loaded(item, exercise),
        "short": dose_short(item.dose, item.sides, words),
        "sentences": " ".join([*dose_told(item, exercise, words), how_often]),
        "schedule": _days(schedule),
        "note": item.note,
        "start_s": timed.begins[item.item_id],
        "seconds": seconds,
        "time": clock(seconds),
    }


def _dose(dose: Dose) -> DoseShown:
    return {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "tempo_s": dose.tempo_s,
        "duration_s": dose.duration_s,
        "rest_rep_s": dose.rest_rep_s,
        "rest_set_s": dose.rest_set_s,
        "load_kg": dose.load_kg,
        "band": dose.band,
        "effort_target": dose.effort_target,
    }


def _loaded(item: Prescription, exercise: Exercise) -> bool:
    said = item.dose.load_kg is not None or bool(item.dose.band) or item.dose.effort_target is not None
    return said or exercise.category in ("strength", "aerobic")


def _days(schedule: Schedule) -> DaysShown:
    return {
        "weekdays": None if schedule.weekdays is None else list(schedule.weekdays),
        "days_a_week": schedule.days_a_week,
        "times_a_day": schedule.times_a_day,
    }


def _step(step: Step, name: str) -> StepShown:
    parts = [name, _KINDS[step.kind]]
    if step.side:
        parts.append(f"{step.side} side")
    if step.rep and step.is_work:
        parts.append(f"set {step.set}, repetition {step.rep}")
    parts.append(f"{clock(step.duration_s)}, from {clock(step.start_s)}")
    return {"start": step.start_s, "end": step.end_s, "kind": step.kind, "item": step.item, "text": " · ".join(parts)}
