"""The items of a plan as rows: for a table in a notebook, and for a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kit.library.dose import Dose
from kit.plan.prescription import Prescription
from kit.plan.schedule import Schedule
from kit.show import Cell, frame
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

HEADS = ("Item", "Exercise", "Dose", "Days", "Note")
_TEXTS = ("item", "exercise", "sides", "lead_side")
_COUNTS = tuple(name for name in Dose.model_fields if name not in ("load_kg", "band"))
_DTYPES = {
    **dict.fromkeys(_TEXTS, "string"),
    **dict.fromkeys(_COUNTS, "Int64"),
    "load_kg": "Float64",
    "band": "string",
    "weekdays": "string",
    "days_a_week": "int64",
    "times_a_day": "int64",
    "note": "string",
}


def item_rows(items: Iterable[Prescription], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """What `HEADS` says of each item; `names` are those of the exercises, whose ids stand in where there is none."""
    words = Catalogue()
    for item in items:
        name = names.get(item.exercise_id, item.exercise_id)
        yield item.item_id, name, dose_short(item.dose, item.sides, words), days_in_short(item.schedule), item.note


def item_frame(items: Iterable[Prescription]) -> pd.DataFrame:
    """A row for each item: its exercise, sides, dose in whole seconds and kilograms, and days."""
    return frame(_DTYPES, (_cells(item) for item in items))


def days_in_short(schedule: Schedule) -> str:
    """ "every day", "Mon, Thu" or "3 days a week", and how often on a day where it is more than once."""
    if schedule.weekdays is None:
        days = f"{counted(schedule.each_week, 'day')} a week"
    else:
        days = "every day" if schedule.each_week == 7 else ", ".join(day.capitalize() for day in schedule.weekdays)
    return days if schedule.times_a_day == 1 else f"{days}, {schedule.times_a_day} times a day"


def _cells(item: Prescription) -> tuple[object, ...]:
    dose, schedule = item.dose, item.schedule
    return (
        *(item.item_id, item.exercise_id, item.sides, item.lead_side),
        *(getattr(dose, name) for name in _COUNTS),
        *(dose.load_kg, dose.band),
        *(None if schedule.weekdays is None else ", ".join(schedule.weekdays), schedule.each_week),
        *(schedule.times_a_day, item.note),
    )
