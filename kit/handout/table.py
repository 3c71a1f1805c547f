"""The CSV painter: `handout.csv`, a row an item, for spreadsheets and other systems.

Columns: plan_id, plan_version, item_id, position, exercise_id, exercise, category, sides, sets, reps, hold_s,
tempo_s, rest_rep_s, rest_set_s, duration_s, load_kg, band, weekdays, days_a_week, times_a_day, seconds, dose,
frequency, equipment, note. Seconds are whole; `seconds` is the item's time in a session, its setup included.
"""

from __future__ import annotations

import csv
import io

from kit.diary.cells import spreadsheet_safe
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.timing.session import session
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence


def to_csv(plan: Plan, library: Library, words: Catalogue) -> bytes:
    """UTF-8 with a byte order mark, one row an item; a cell is never a formula."""
    known = plan.library(library)
    timed = session(plan, known)
    rows: list[dict[str, object]] = []
    for position, item in enumerate(plan.items, 1):
        exercise, dose, schedule = known[item.exercise_id], item.dose, item.schedule
        often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
        rows.append(
            {
                "plan_id": plan.plan_id,
                "plan_version": plan.version,
                "item_id": item.item_id,
                "position": position,
                "exercise_id": item.exercise_id,
                "exercise": exercise.patient_name,
                "category": exercise.category,
                "sides": item.sides,
                **{name: getattr(dose, name) for name in ("sets", "reps", "hold_s", "tempo_s", "rest_rep_s")},
                **{name: getattr(dose, name) for name in ("rest_set_s", "duration_s", "load_kg", "band")},
                "weekdays": " ".join(schedule.weekdays or ()),
                "days_a_week": schedule.each_week,
                "times_a_day": schedule.times_a_day,
                "seconds": timed.item_s(item.item_id),
                "dose": " ".join(dose_sentences(dose, item.sides, words)),
                "frequency": often,
                "equipment": ", ".join(thing.name for thing in exercise.equipment),
                "note": item.note,
            }
        )
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: object) -> str:
    return "" if value is None else spreadsheet_safe(str(value))
