"""One item of a plan: an exercise, its sides, its dose, its own days."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from kit.library.dose import Dose
from kit.library.exercise import Arc, Exercise, ExerciseId, Side
from kit.library.pain import PainKind
from kit.model import Model
from kit.plan.schedule import Schedule, days_a_week
from kit.words.dose import Sides
from kit.words.numbers import counted
from kit.words.text import Label, Note

SideOrder = Literal["sides_in_turn", "alternate"]  # all of one side first, or each repetition the other side
Surface = Literal["floor", "bed"]


class Prescription(Model):
    """What the clinician prescribes of one exercise. `lead_side` goes first, and is whom the texts call {lead}."""

    item_id: Label
    exercise_id: ExerciseId
    sides: Sides
    lead_side: Side
    dose: Dose
    schedule: Schedule
    note: Note = ""
    side_order: SideOrder | None = None  # none: one side after the other in each set
    surface: Surface | None = None  # none: what the patient's own needs ask for
    rom_limit: Arc | None = None  # degrees of the joint that it may run through
    pain_kind: PainKind | None = None  # none: the plan's, or that of its category

    @model_validator(mode="before")
    @classmethod
    def _one_side_leads(cls, data: Any) -> Any:
        """Where one side alone is prescribed, that side leads."""
        if isinstance(data, dict) and data.get("sides") in ("left", "right"):
            return {**data, "lead_side": data["sides"]}
        return data

    def __repr__(self) -> str:
        days = f"{counted(self.schedule.each_week, 'day')} a week"
        return f"Prescription({self.item_id!r}, {self.exercise_id}, {self.sides}, {self.dose!r}, {days})"

    @property
    def sides_in_order(self) -> tuple[Side | None, ...]:
        """The sides in the order they are done; None stands for both at once."""
        if self.sides == "each":
            return (self.lead_side, "left" if self.lead_side == "right" else "right")
        return (None,) if self.sides == "both" else (self.lead_side,)


def prescribe(exercise: Exercise, item_id: str, lead: Side | None = None) -> Prescription:
    """The exercise at its default dose, with `lead` first where it is done on each side; else as its texts have it."""
    lead_side = lead if lead and exercise.sides != "both" else exercise.lead_side
    return Prescription(
        item_id=item_id,
        exercise_id=exercise.id,
        sides=exercise.sides,
        lead_side=lead_side,
        dose=exercise.dose,
        schedule=days_a_week(exercise.days_a_week, exercise.times_a_day),
    )
