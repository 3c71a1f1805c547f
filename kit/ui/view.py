"""A plan as the page shows it: plain data, every sentence and second already worked out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.timing.session import Session, session
from kit.timing.step import Kind, Step
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, dose_short, frequency_sentence
from kit.words.durations import clock

_KINDS: dict[Kind, str] = {
    "setup": "Get ready",
    "move": "Move",
    "hold": "Hold",
    "rest": "Rest",
    "switch": "Change sides",
}


def plan_view(plan: Plan, library: Library, words: Catalogue) -> dict[str, Any]:
    """The plan with its items, its steps and its total. Raises `PlanError` for exercises that do not exist."""
    known = plan.library(library)
    timed = session(plan, library)
    names = {item.item_id: known[item.exercise_id].name for item in plan.items}
    return {
        "plan_id": plan.plan_id,
        "version": plan.version,
        "patient": plan.patient,
        "title": plan.title,
        "start": plan.start.isoformat(),
        "review_on": _iso(plan.review_on),
        "until": plan.until.isoformat(),
        "goal": plan.context.goal,
        "draft": plan.is_draft,
        "issued": f"Issued by {plan.issued.by} on {plan.issued.on.isoformat()}" if plan.issued else "",
        "items": [_item(item, known[item.exercise_id], timed, words) for item in plan.items],
        "steps": [_step(step, names[step.item]) for step in timed.steps],
        "total_s": timed.total_s,
        "total": clock(timed.total_s),
    }


def _item(item: Prescription, exercise: Exercise, timed: Session, words: Catalogue) -> dict[str, Any]:
    schedule, seconds = item.schedule, timed.item_s(item.item_id)
    weekdays = schedule.weekday_numbers
    how_often = frequency_sentence(weekdays, schedule.days_a_week, schedule.times_a_day, words)
    return {
        "item_id": item.item_id,
        "name": exercise.name,
        "patient_name": exercise.patient_name,
        "sides": item.sides,
        "one_sided": exercise.sides != "both",
        "dose": item.dose.model_dump(mode="json"),
        "short": dose_short(item.dose, item.sides, words),
        "sentences": " ".join([*dose_sentences(item.dose, item.sides, words), how_often]),
        "schedule": schedule.model_dump(mode="json"),
        "note": item.note,
        "seconds": seconds,
        "time": clock(seconds),
    }


def _step(step: Step, name: str) -> dict[str, Any]:
    parts = [name, _KINDS[step.kind]]
    if step.side:
        parts.append(f"{step.side} side")
    if step.rep and step.is_work:
        parts.append(f"set {step.set}, repetition {step.rep}")
    parts.append(f"{clock(step.duration_s)}, from {clock(step.start_s)}")
    return {"start": step.start_s, "end": step.end_s, "kind": step.kind, "item": step.item, "text": " · ".join(parts)}


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
