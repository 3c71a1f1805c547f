"""The items of a plan as the page shows them, each with its part of the session.

With each key that is pressed one of them changes, and the others are shown as they were: what is made of the same item,
exercise and patient is made once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from kit.handouts.told import dose_told
from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.plan.context import Context
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.schedule import Schedule
from kit.timing.session import steps_of
from kit.timing.step import Kind, Step
from kit.ui.planner.shown import DaysShown, DoseShown, ItemShown, StepShown
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


class _MadeOf(NamedTuple):
    """All that a row is made of."""

    item: Prescription
    exercise: Exercise
    name: str
    rest_s: int
    context: Context
    start: dt.date


@dataclass
class Rows:
    """The rows of the plan in hand, by the id of their item."""

    words: Catalogue
    _made: dict[str, tuple[_MadeOf, ItemShown]] = field(default_factory=dict)

    def of(self, known: ResolvedPlan, names: dict[str, str]) -> list[ItemShown]:
        """In the order of the plan; `names` are those of all its items."""
        plan = known.plan
        made = {}
        for place, (item, exercise) in enumerate(known.entries):
            rest_s = plan.rest_ex_s or 0 if place else 0
            of = _MadeOf(item, exercise, names[item.item_id], rest_s, plan.context, plan.start)
            there = self._made.get(item.item_id)
            same = there is not None and there[0] == of
            made[item.item_id] = there if there and same else (of, self._row(of, known))
        self._made = made
        return [row for _, row in made.values()]

    def _row(self, of: _MadeOf, known: ResolvedPlan) -> ItemShown:
        item, exercise, name, rest_s = of[:4]
        schedule, words = item.schedule, self.words
        own = steps_of([item])
        steps = [Step(0, rest_s, "between", item.item_id, 1, None, None)] if rest_s else []
        how_often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
        return {
            "item_id": item.item_id,
            "exercise_id": exercise.id,
            "name": name,
            "patient_name": exercise.patient_name,
            "sides": item.sides,
            "way": way_view(item, exercise, known),
            "dose": _dose(item.dose),
            "loaded": _loaded(item, exercise),
            "presets": _presets(item, exercise),
            "short": dose_short(item.dose, item.sides, words),
            "sentences": " ".join([*dose_told(item, exercise, words), how_often]),
            "schedule": _days(schedule),
            "note": item.note,
            "rest_s": rest_s,
            "seconds": own.total_s,
            "time": clock(own.total_s),
            "steps": [_step(step) for step in (*steps, *own.steps)],
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


def _presets(item: Prescription, exercise: Exercise) -> list[str]:
    """Holds for what is held, repetitions for what moves; none for what is done by the clock."""
    if item.dose.duration_s is not None:
        return []
    if exercise.work == "move" and exercise.category != "stretch":
        return ["3 × 10"]
    return ["10 × 5 s"] if exercise.category == "strength" else ["2 × 30 s"]


def _days(schedule: Schedule) -> DaysShown:
    return {
        "weekdays": None if schedule.weekdays is None else list(schedule.weekdays),
        "days_a_week": schedule.days_a_week,
        "times_a_day": schedule.times_a_day,
    }


def _step(step: Step) -> StepShown:
    parts = [_KINDS[step.kind]]
    if step.side:
        parts.append(f"{step.side} side")
    if step.rep and step.is_work:
        parts.append(f"set {step.set}, repetition {step.rep}")
    parts.append(clock(step.duration_s))
    return {"seconds": step.duration_s, "kind": step.kind, "text": " · ".join(parts)}
